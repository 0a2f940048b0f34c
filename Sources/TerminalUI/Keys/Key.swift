/// What the clerk pressed, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
  case control(Character)
  case alt(Character)
  /// Pasted text, cleaned of control characters but line breaks.
  case paste(String)
  /// What a scanner or card reader typed in one burst, without the Enter at its end.
  case scan(String)
  case mouse(row: Int, column: Int)

  /// The key meant when a Chinese input method turned it into its full-width form; for use
  /// outside text fields.
  package var folded: Key {
    guard case .character(let character) = self else { return self }
    return .character(character.folded)
  }
}

extension Character {
  /// The plain form of a full-width Latin letter, digit, mark or space.
  package var folded: Character {
    guard unicodeScalars.count == 1, let value = unicodeScalars.first?.value else { return self }
    if value == 0x3000 { return " " }
    guard (0xFF01...0xFF5E).contains(value), let plain = Unicode.Scalar(value - 0xFEE0) else {
      return self
    }
    return Character(plain)
  }
}

/// Eight letters of a text side by side in one number, the first one lowest.
struct EightLetters {
  static var count: Int { 8 }

  let letters: UInt64

  @inline(__always)
  init(_ text: Span<UInt8>, at start: Int) {
    let own = text.extracting(start..<start + Self.count)
    var letters: UInt64 = 0
    for place in 0..<Self.count { letters |= UInt64(own[place]) << UInt64(8 * place) }
    self.letters = letters
  }

  /// The first that JSON does not take as it stands: a control character, a quote or a backslash.
  @inline(__always)
  var firstSpecial: Int? {
    // The highest bit of a letter shows where it has fallen below zero. What is borrowed from the
    // letter before may show more, but only behind the first.
    let found =
      (letters &- Self.each(0x20)) | without(UInt8(ascii: "\"")) | without(UInt8(ascii: "\\"))
    let marks = found & ~letters & Self.each(0x80)
    return marks == 0 ? nil : marks.trailingZeroBitCount / 8
  }

  /// Below zero where the letter stands.
  @inline(__always)
  private func without(_ letter: UInt8) -> UInt64 {
    (letters ^ Self.each(letter)) &- Self.each(1)
  }

  @inline(__always)
  private static func each(_ letter: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(letter) }
}

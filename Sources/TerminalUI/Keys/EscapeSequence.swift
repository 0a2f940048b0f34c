/// One sequence of the terminals clerks sit at: xterm, PuTTY, the Linux console, rxvt, tmux.
struct EscapeSequence {
  private let bytes: [UInt8]
  private let deliversMouse: Bool

  init(_ bytes: ArraySlice<UInt8>, deliversMouse: Bool) {
    self.bytes = Array(bytes.prefix(longest))
    self.deliversMouse = deliversMouse
  }

  var step: KeyStep {
    guard bytes.count > 1 else { return .incomplete }
    let second = bytes[1]
    switch second {
    case UInt8(ascii: "["): return control
    case UInt8(ascii: "O"): return application
    case UInt8(ascii: "]"): return report
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .key(.function(second == UInt8(ascii: "0") ? 10 : Int(second - UInt8(ascii: "0"))), 2)
    case 0x20..<0x7F: return .key(.alt(Character(Unicode.Scalar(second))), 2)
    default: return .key(.escape, 1)
    }
  }

  /// `ESC ] digit … BEL`: an answer nobody asked for.
  private var report: KeyStep {
    guard bytes.count > 2 else { return .incomplete }
    guard (0x30...0x39).contains(bytes[2]) else { return .key(.alt("]"), 2) }
    for (index, byte) in bytes.enumerated().dropFirst(2) {
      if byte == 0x07 { return .nothing(index + 1) }
      if byte < 0x20 { return .nothing(byte == escapeByte && bytes.count == index + 1 ? 0 : index) }
    }
    return bytes.count < longest ? .incomplete : .nothing(bytes.count)
  }

  /// `ESC O x`, with a modifier's digit before the letter on some.
  private var application: KeyStep {
    guard bytes.count > 2 else { return .incomplete }
    var index = 2
    while index < bytes.count, (0x30...0x3B).contains(bytes[index]), index < 6 { index += 1 }
    guard index < bytes.count else { return .incomplete }
    let final = bytes[index]
    guard (0x40..<0x7F).contains(final) else { return .key(.alt("O"), 2) }
    if let key = letterKeys[final] { return .key(key, index + 1) }
    if let character = keypad[final] { return .key(.character(character), index + 1) }
    if final == UInt8(ascii: "M") { return .key(.enter, index + 1) }
    if let key = letterKeys[final & 0xDF] { return .key(key, index + 1) }
    return .nothing(index + 1)
  }

  private var control: KeyStep {
    guard bytes.count > 2 else { return .incomplete }
    if bytes[2] == UInt8(ascii: "[") { return consoleFunction }
    if bytes[2] == UInt8(ascii: "M") { return oldMouse }
    var index = 2
    while index < bytes.count {
      let byte = bytes[index]
      let isRxvtEnd = byte == UInt8(ascii: "$") && bytes[2] != UInt8(ascii: "?") && index > 2
      if (0x40..<0x7F).contains(byte) || isRxvtEnd {
        return meaning(of: Array(bytes[2..<index]), final: byte, length: index + 1)
      }
      guard (0x20..<0x40).contains(byte) else { return .nothing(index) }
      index += 1
    }
    return bytes.count < longest ? .incomplete : .nothing(bytes.count)
  }

  /// `ESC [ [ A` to `E`: F1 to F5 of the Linux console.
  private var consoleFunction: KeyStep {
    guard bytes.count > 3 else { return .incomplete }
    let number = Int(bytes[3]) - Int(UInt8(ascii: "A")) + 1
    return (1...5).contains(number) ? .key(.function(number), 4) : .nothing(3)
  }

  private var oldMouse: KeyStep {
    guard bytes.count > 5 else { return .incomplete }
    let (button, column, row) = (Int(bytes[3]) - 32, Int(bytes[4]) - 33, Int(bytes[5]) - 33)
    return .key(mouseKey(button: button, row: row, column: column), 6)
  }

  private func mouseKey(button: Int, row: Int, column: Int) -> Key? {
    guard deliversMouse, row >= 0, column >= 0 else { return nil }
    switch button {
    case 0: return .mouse(row: row, column: column)
    case 64: return .up
    case 65: return .down
    default: return nil
    }
  }

  private func meaning(of parameters: [UInt8], final: UInt8, length: Int) -> KeyStep {
    if parameters.first == UInt8(ascii: "<") {
      let values = numbers(parameters.dropFirst())
      guard final == UInt8(ascii: "M"), values.count == 3 else { return .nothing(length) }
      return .key(mouseKey(button: values[0], row: values[2] - 1, column: values[1] - 1), length)
    }
    let values = numbers(parameters[...])
    let modifier = values.count > 1 ? values[1] : 1
    switch final {
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      guard let code = values.first else { return .nothing(length) }
      if code == 200 { return KeyStep(key: nil, length: length, startsPaste: true) }
      return .key(shifted(numberKeys[code], modifier), length)
    case UInt8(ascii: "Z"): return .key(.backTab, length)
    // The answer to CSI 5 n.
    case UInt8(ascii: "n"):
      return KeyStep(key: nil, length: length, isSignOfLife: values == [0] || values == [3])
    // The answer to CSI c.
    case UInt8(ascii: "c") where parameters.first == UInt8(ascii: "?"):
      return KeyStep(key: nil, length: length, isAnswer: true)
    case UInt8(ascii: "R") where values.count == 2 && values[0] != 1: return .nothing(length)
    case UInt8(ascii: "a")...UInt8(ascii: "d") where parameters.isEmpty:
      return .key(letterKeys[final & 0xDF], length)
    default: return .key(shifted(letterKeys[final], modifier), length)
    }
  }

  /// Shift makes F13 to F24 of F1 to F12; with other keys modifiers are not told apart.
  private func shifted(_ key: Key?, _ modifier: Int) -> Key? {
    if case .function(let number) = key, number <= 12, modifier == 2 {
      return .function(number + 12)
    }
    return key
  }

  private func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      digits.prefix(5).reduce(0) { $0 * 10 + max(0, min(9, Int($1) - 0x30)) }
    }
  }
}

/// No key's sequence is longer; what is, is thrown away.
private let longest = 64

private let letterKeys: [UInt8: Key] = [
  UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
  UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
  UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
  UInt8(ascii: "S"): .function(4),
]

private let numberKeys: [Int: Key] = [
  1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
  11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
  17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
  23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
  29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
]

/// The number block when it sends its own codes.
private let keypad: [UInt8: Character] = {
  var table: [UInt8: Character] = [
    UInt8(ascii: "X"): "=", UInt8(ascii: "j"): "*", UInt8(ascii: "k"): "+", UInt8(ascii: "l"): ",",
    UInt8(ascii: "m"): "-", UInt8(ascii: "n"): ".", UInt8(ascii: "o"): "/",
  ]
  for digit in 0..<10 as Range<UInt8> {
    table[UInt8(ascii: "p") + digit] = Character(Unicode.Scalar(UInt8(ascii: "0") + digit))
  }
  return table
}()

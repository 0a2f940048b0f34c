/// The shapes a number may have, each a run of slots.
struct NumberShapes {
  enum Slot {
    case letter
    case digit
    case digitOrLetterButIO
    case checkDigit
    case one(of: String)

    func admits(_ byte: UInt8) -> Bool {
      switch self {
      case .letter: byte.isUpperLetter
      case .digit: byte.isDigit
      case .digitOrLetterButIO:
        byte.isDigit || byte.isUpperLetter && byte != UInt8(ascii: "I") && byte != UInt8(ascii: "O")
      case .checkDigit: byte.isDigit || byte == UInt8(ascii: "X")
      case .one(let set): set.utf8.contains(byte)
      }
    }
  }

  /// A slot, or a run of digits.
  enum Part {
    case letter, digitOrLetterButIO, checkDigit
    case digits(Int)
    case one(of: String)

    var slots: [Slot] {
      switch self {
      case .letter: [.letter]
      case .digitOrLetterButIO: [.digitOrLetterButIO]
      case .checkDigit: [.checkDigit]
      case .digits(let count): Array(repeating: .digit, count: count)
      case .one(let set): [.one(of: set)]
      }
    }
  }

  private enum Rule {
    case shapes([[Slot]], hasCheckDigit: Bool)
    case lettersAndDigits(ClosedRange<Int>)
    case text(ClosedRange<Int>)
  }

  private let rule: Rule

  init(_ shapes: [Part]..., hasCheckDigit: Bool = false) {
    rule = .shapes(shapes.map { $0.flatMap(\.slots) }, hasCheckDigit: hasCheckDigit)
  }

  /// Letters and digits, so many of them.
  init(anyOf length: ClosedRange<Int>) { rule = .lettersAndDigits(length) }

  /// Any characters, so many of them.
  init(textOf length: ClosedRange<Int>) { rule = .text(length) }
}

extension NumberShapes {
  func problem(in number: String) -> IdentityProblem? {
    let bytes = Array(number.utf8)
    switch rule {
    case .shapes(let shapes, let hasCheckDigit):
      let fitting = shapes.filter { $0.count == bytes.count }
      guard !fitting.isEmpty else { return .length }
      guard fitting.contains(where: { admits(bytes, $0) }) else { return .characters }
      guard hasCheckDigit, bytes.count == 18 else { return nil }
      return ResidentID.checkDigit(of: bytes) == bytes.last ? nil : .checkDigit
    case .lettersAndDigits(let length):
      guard length.contains(bytes.count) else { return .length }
      return bytes.allSatisfy { $0.isDigit || $0.isUpperLetter } ? nil : .characters
    case .text(let length):
      guard length.contains(number.count) else { return .length }
      return bytes.allSatisfy { $0 >= UInt8(ascii: " ") && $0 != 0x7F } ? nil : .characters
    }
  }

  /// What is wrong already with a number that has not reached its length.
  func problem(inBeginning number: String) -> IdentityProblem? {
    let bytes = Array(number.utf8)
    switch rule {
    case .shapes(let shapes, _):
      let longer = shapes.filter { $0.count > bytes.count }
      guard !longer.isEmpty else { return .length }
      return longer.contains { admits(bytes, $0) } ? nil : .characters
    case .lettersAndDigits(let length):
      guard bytes.count < length.lowerBound else { return .length }
      return bytes.allSatisfy { $0.isDigit || $0.isUpperLetter } ? nil : .characters
    case .text(let length):
      return number.count < length.lowerBound ? nil : .length
    }
  }

  private func admits(_ bytes: [UInt8], _ shape: [Slot]) -> Bool {
    zip(bytes, shape).allSatisfy { $1.admits($0) }
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isUpperLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }

  /// The worth of a digit or an upper case letter: 0…9, then A as 10.
  var worth: Int {
    isDigit ? Int(self) - Int(UInt8(ascii: "0")) : Int(self) - Int(UInt8(ascii: "A")) + 10
  }
}

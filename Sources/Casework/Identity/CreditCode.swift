/// The unified social credit code of an organisation (GB 32100), eighteen characters long.
package struct CreditCode: Hashable, Sendable {
  package let number: String

  /// Nil unless both check digits hold.
  package init?(_ text: String) {
    let number = IdentityKind.creditCode.normalised(text)
    guard Self.problem(in: number) == nil else { return nil }
    self.number = number
  }

  /// The nine characters of the organisation code inside (GB 11714).
  package var organisationCode: String { String(number.dropFirst(8).prefix(9)) }
}

extension CreditCode {
  /// Without I, O, S, V and Z.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
  ]
  private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  static func problem(in number: String) -> IdentityProblem? {
    let bytes = Array(number.utf8)
    guard bytes.count == 18 else { return .length }
    if let early = problem(inBeginning: number) { return early }
    return checkDigit(of: bytes) == bytes[17] ? nil : .checkDigit
  }

  /// What is wrong already with the characters typed so far.
  static func problem(inBeginning number: String) -> IdentityProblem? {
    let bytes = Array(number.utf8)
    guard bytes.count <= 18 else { return .length }
    guard bytes.allSatisfy(alphabet.contains), bytes.dropFirst(2).prefix(6).allSatisfy(\.isDigit)
    else { return .characters }
    guard bytes.count >= 17 else { return nil }
    return organisationCheckDigit(of: Array(bytes[8..<16])) == bytes[16] ? nil : .checkDigit
  }

  private static func checkDigit(of bytes: [UInt8]) -> UInt8 {
    let sum = zip(bytes, weights).reduce(0) { sum, pair in
      sum + (alphabet.firstIndex(of: pair.0) ?? 0) * pair.1
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  static func organisationCheckDigit(of eight: [UInt8]) -> UInt8 {
    let sum = zip(eight, organisationWeights).reduce(0) { $0 + $1.0.worth * $1.1 }
    return switch 11 - sum % 11 {
    case 10: UInt8(ascii: "X")
    case 11: UInt8(ascii: "0")
    case let digit: UInt8(ascii: "0") + UInt8(digit)
    }
  }
}

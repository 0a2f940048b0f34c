/// Numbers of older registers that still stand on papers.
enum RegistryCodes {
  /// The organisation code (GB 11714): eight characters and a check digit.
  static func organisationCodeProblem(in number: String) -> CodeProblem? {
    let bytes = Array(number.utf8)
    guard bytes.count == 9 else { return CodeProblem(.length) }
    guard bytes.dropLast().allSatisfy({ $0.isDigit || $0.isUpperLetter }),
      bytes[8].isDigit || bytes[8] == UInt8(ascii: "X")
    else { return CodeProblem(.characters) }
    return CreditCode.organisationCheckDigit(of: Array(bytes[..<8])) == bytes[8]
      ? nil : CodeProblem(.checkDigit)
  }

  /// The registration number of a business: fifteen digits, the last one by modulus 11, 10.
  static func registrationNumberProblem(in number: String) -> CodeProblem? {
    guard number.utf8.count == 15 else { return CodeProblem(.length) }
    guard number.hasOnlyDigits else { return CodeProblem(.characters) }
    var remainder = 10
    for byte in number.utf8.dropLast() {
      let sum = (remainder + byte.worth) % 10
      remainder = (sum == 0 ? 10 : sum) * 2 % 11
    }
    let expected = (11 - remainder) % 10
    return number.utf8.last?.worth == expected ? nil : CodeProblem(.checkDigit)
  }

  /// The code of an investment project (2026-539901-48-01-000012).
  static func projectCodeProblem(in number: String) -> CodeProblem? {
    let parts = number.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard number.count == 24 else { return CodeProblem(.length) }
    return parts.map(\.count) == [4, 6, 2, 2, 6] && parts.allSatisfy(\.hasOnlyDigits)
      ? nil : CodeProblem(.characters)
  }

  static func postcodeProblem(in number: String) -> CodeProblem? {
    guard number.count == 6 else { return CodeProblem(.length) }
    return number.hasOnlyDigits ? nil : CodeProblem(.characters)
  }

  /// Digits stand in groups divided by hyphens: area code, number, and perhaps an extension.
  static func phoneProblem(in number: String) -> CodeProblem? {
    if PhoneNumber(number) != nil { return nil }
    guard number.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") }) else {
      return CodeProblem(.characters)
    }
    let isMobileLength = number.utf8.count == 11 && !number.contains("-")
    let parts = number.split(separator: "-", omittingEmptySubsequences: false).map(\.count)
    let isLandlineLength =
      (2...3).contains(parts.count) && (3...4).contains(parts[0]) && (7...8).contains(parts[1])
      && (parts.count == 2 || (1...4).contains(parts[2]))
    return CodeProblem(isMobileLength || isLandlineLength ? .characters : .length)
  }
}

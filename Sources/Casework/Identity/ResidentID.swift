package import WorkCalendar

package enum Sex: String, Hashable, Sendable, Codable { case male, female }

/// The number of a resident ID card (GB 11643), eighteen characters long.
package struct ResidentID: Hashable, Sendable {
  package let number: String

  /// Nil unless the number holds in every respect.
  package init?(_ text: String, on today: LocalDate) {
    let number = IdentityKind.residentID.normalised(text)
    guard Self.problem(in: number, on: today) == nil else { return nil }
    self.number = number
  }

  /// The number today's card has for one of the fifteen digits used before 1999; for look-ups only.
  package static func lookUpNumber(forOld text: String) -> String? {
    let old = Array(IdentityKind.residentID.normalised(text).utf8)
    guard old.count == 15, old.allSatisfy(\.isDigit) else { return nil }
    let seventeen = old[..<6] + Array("19".utf8) + old[6...]
    guard birthDate(in: Array(seventeen)) != nil else { return nil }
    return String(decoding: seventeen + [checkDigit(of: Array(seventeen))], as: UTF8.self)
  }

  package var birthDate: LocalDate? { Self.birthDate(in: Array(number.utf8)) }

  package var sex: Sex { Array(number.utf8)[16].worth % 2 == 1 ? .male : .female }
}

extension ResidentID {
  static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
    50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91,
  ]
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  /// `regions` are the only ones a paper of its own kind begins with, if there are such.
  static func problem(
    in number: String, on today: LocalDate, regions: [String] = []
  ) -> IdentityProblem? {
    let bytes = Array(number.utf8)
    guard bytes.count == 18 else { return .length }
    let early = problem(inBeginning: number, on: today)
    if early == .characters { return early }
    if !regions.isEmpty, !regions.contains(String(number.prefix(6))) { return .region }
    if let early { return early }
    return checkDigit(of: bytes) == bytes[17] ? nil : .checkDigit
  }

  /// What is wrong with one of the fifteen digits used before 1999.
  static func problem(inOld number: String) -> IdentityProblem? {
    let bytes = Array(number.utf8)
    guard bytes.count == 15 else { return .length }
    guard bytes.allSatisfy(\.isDigit) else { return .characters }
    guard provinces.contains(bytes[0].worth * 10 + bytes[1].worth) else { return .region }
    return lookUpNumber(forOld: number) == nil ? .date : nil
  }

  /// What is wrong already with the characters typed so far.
  static func problem(inBeginning number: String, on today: LocalDate) -> IdentityProblem? {
    let bytes = Array(number.utf8)
    guard bytes.count <= 18 else { return .length }
    guard bytes.prefix(17).allSatisfy(\.isDigit),
      bytes.count < 18 || bytes[17].isDigit || bytes[17] == UInt8(ascii: "X")
    else { return .characters }
    guard bytes.count < 2 || provinces.contains(bytes[0].worth * 10 + bytes[1].worth) else {
      return .region
    }
    return dateIsPossible(bytes, on: today) ? nil : .date
  }

  /// Today's abolished counties are still in old numbers, so only the province is looked at.
  private static func dateIsPossible(_ bytes: [UInt8], on today: LocalDate) -> Bool {
    if bytes.count >= 10 {
      let year = decimal(bytes[6..<10])
      if year < 1900 || year > today.year { return false }
    }
    if bytes.count >= 12, !(1...12).contains(decimal(bytes[10..<12])) { return false }
    guard bytes.count >= 14 else { return true }
    guard let born = birthDate(in: bytes) else { return false }
    return born <= today
  }

  private static func birthDate(in bytes: [UInt8]) -> LocalDate? {
    guard bytes.count >= 14 else { return nil }
    return LocalDate(
      year: decimal(bytes[6..<10]), month: decimal(bytes[10..<12]), day: decimal(bytes[12..<14]))
  }

  private static func decimal(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + $1.worth }
  }

  /// The eighteenth character that belongs to the seventeen digits before it.
  static func checkDigit(of bytes: [UInt8]) -> UInt8 {
    let sum = zip(bytes, weights).reduce(0) { $0 + $1.0.worth * $1.1 }
    return Array("10X98765432".utf8)[sum % 11]
  }
}

import Casework
import WorkCalendar

/// Invented people and organisations; the same index is always the same one.
struct People: Sendable {
  let names: DemoNames
  let areaCode: String
  let seed: UInt64

  func person(_ index: Int) -> Applicant {
    let name = personName(index)
    return Applicant(
      kind: .person, name: name.text,
      identity: Identity(kind: .residentID, number: residentID(index, isMale: name.isMale)),
      phone: phone(index), address: address(index))
  }

  func organisation(_ index: Int) -> Applicant {
    var chance = Chance(seed: seed, stream: UInt64(2 * index + 1))
    let name =
      chance.pick(names.organisationPlaces) + chance.pick(names.organisationCores)
      + chance.pick(names.organisationTrades) + chance.pick(names.organisationForms)
    return Applicant(
      kind: .organisation, name: name,
      identity: Identity(kind: .creditCode, number: creditCode(index)),
      phone: phone(index + 50_000), address: address(index + 50_000),
      legalRepresentative: personName(index + 7_000_000).text)
  }

  func agent(_ index: Int) -> Agent {
    let person = person(index + 3_000_000)
    return Agent(name: person.name, identity: person.identity, phone: person.phone)
  }

  func personName(_ index: Int) -> (text: String, isMale: Bool) {
    var chance = Chance(seed: seed, stream: UInt64(2 * index))
    let isMale = chance.happens(50)
    let given = chance.pick(isMale ? names.maleNames : names.femaleNames)
    return (chance.pick(names.surnames) + given, isMale)
  }

  func address(_ index: Int) -> String {
    var chance = Chance(seed: seed, stream: UInt64(index) &+ 1 << 40)
    let place = chance.pick(names.organisationPlaces)
    if chance.happens(30) { return place + chance.pick(names.villages) + "\(index % 90 + 1)号" }
    return place + chance.pick(names.streets) + "\(index % 180 + 1)号"
  }

  /// Numbers that no network gives out.
  func phone(_ index: Int) -> String { "138000" + padded(index % 100_000, 5) }
}

extension People {
  /// No two indexes below nine million share a number.
  private func residentID(_ index: Int, isMale: Bool) -> String {
    let born = Self.firstBirthday.advanced(by: index * 37 % Self.birthdays)
    let serial = index / Self.birthdays % 500 * 2 + (isMale ? 1 : 0)
    let seventeen =
      areaCode + padded(born.year, 4) + padded(born.month, 2) + padded(born.day, 2)
      + padded(serial, 3)
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits(seventeen), weights).reduce(0) { $0 + $1.0 * $1.1 }
    return seventeen + String(Array("10X98765432")[sum % 11])
  }

  private func creditCode(_ index: Int) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var eight = "MA"
    var rest = index + 27_000
    for _ in 0..<6 {
      eight.append(alphabet[rest % 31])
      rest /= 31
    }
    let inner = zip(digits(eight), [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    let remainder = 11 - inner % 11
    let body =
      "91" + areaCode + eight + (remainder == 10 ? "X" : remainder == 11 ? "0" : "\(remainder)")
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    let sum = zip(body, weights).reduce(0) {
      $0 + (alphabet.firstIndex(of: $1.0) ?? 0) * $1.1
    }
    return body + String(alphabet[(31 - sum % 31) % 31])
  }

  /// Digits by their value, letters from 10 on.
  private func digits(_ text: String) -> [Int] {
    text.utf8.map { Int($0) < 58 ? Int($0) - 48 : Int($0) - 55 }
  }

  private static let birthdays = 18_000
  private static let firstBirthday = LocalDate(dayNumber: -5_479)
}

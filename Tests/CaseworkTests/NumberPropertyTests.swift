import Casework
import TestSupport
import Testing
import WorkCalendar

/// What the check digits promise: one slip of the finger is always found.
@Suite struct NumberPropertyTests {
  private let today = LocalDate(year: 2026, month: 11, day: 23) ?? .distantPast

  /// Numbers that hold, made by trying out the last characters.
  private func some(_ name: String, using random: inout SplitMix) throws -> (NumberKind, String) {
    let kind = try #require(NumberKind(name))
    let digits = Array("0123456789"), letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    func run(_ count: Int, of set: [Character]) -> String {
      String((0..<count).map { _ in set.randomElement(using: &random) ?? "0" })
    }
    let born = LocalDate(dayNumber: .random(in: -25_000...20_000, using: &random)).description
    let bodies = [
      "residentID": "532301" + born.filter { $0 != "-" } + run(3, of: digits),
      "hkmtResidence": "820000" + born.filter { $0 != "-" } + run(3, of: digits),
      "foreignPermanentResidence": "9" + run(16, of: digits),
      "creditCode": "91539901" + run(8, of: letters),
      "registrationNumber": run(14, of: digits),
    ]
    let body = try #require(bodies[name])
    let ends = letters.map(String.init) + letters.flatMap { one in letters.map { "\(one)\($0)" } }
    let number = ends.lazy.map { body + $0 }.first { kind.problem(with: $0, on: today) == nil }
    return (kind, try #require(number))
  }

  // An organisation code takes B for 0 (GB 11714 counts by modulus 11), so it promises nothing here.
  private static let checked = [
    "residentID", "hkmtResidence", "foreignPermanentResidence", "creditCode",
    "registrationNumber",
  ]

  @Test(arguments: checked, 0..<6 as Range<UInt64>)
  func `a single wrong character is always found`(name: String, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<5 {
      let (kind, number) = try some(name, using: &random)
      for (place, other) in Self.changes(of: number) {
        var changed = Array(number)
        changed[place] = other
        if kind.problem(with: String(changed), on: today) == nil {
          Issue.record("\(number) and \(String(changed)) both hold as \(name)")
        }
      }
    }
  }

  // Modulus 11, 10 lets some exchanged neighbours of a registration number pass.
  @Test(
    arguments: ["residentID", "hkmtResidence", "foreignPermanentResidence", "creditCode"],
    0..<6 as Range<UInt64>)
  func `two neighbours exchanged are always found`(name: String, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<20 {
      let (kind, number) = try some(name, using: &random)
      for place in 0..<number.count - 1 {
        var changed = Array(number)
        changed.swapAt(place, place + 1)
        guard changed != Array(number) else { continue }
        if kind.problem(with: String(changed), on: today) == nil {
          Issue.record("\(number) and \(String(changed)) both hold as \(name)")
        }
      }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `a broken authority is found in every code that begins with it`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (_, authority) = try some("creditCode", using: &random)
    let codes = [
      ("implementationCode", "4530131905000"), ("handlingCode", "453013190500001"),
      ("caseNumber", "4530131905000202611230007"),
    ]
    for (name, rest) in codes {
      let kind = try #require(NumberKind(name))
      #expect(kind.problem(with: authority + rest, on: today) == nil)
      for (place, other) in Self.changes(of: authority) {
        var changed = Array(authority)
        changed[place] = other
        if kind.problem(with: String(changed) + rest, on: today) == nil {
          Issue.record("\(String(changed) + rest) holds as \(name)")
        }
      }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `a number of fifteen digits becomes one of eighteen that holds`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<50 {
      let (_, number) = try some("residentID", using: &random)
      guard number.dropFirst(6).hasPrefix("19") else { continue }
      let old = String(number.prefix(6)) + String(number.dropFirst(8).prefix(9))
      #expect(ResidentID.lookUpNumber(forOld: old) == number)
    }
  }

  @Test(arguments: NumberKind.all.map(\.name))
  func `whatever is typed is answered`(name: String) throws {
    let kind = try #require(NumberKind(name))
    var random = SplitMix(seed: 7)
    let pieces = Array("0019AXZ-〔〕号字第 张é９\u{0}")
    for length in 0..<50 {
      let text = String((0..<length).map { _ in pieces.randomElement(using: &random) ?? "0" })
      let problem = kind.problem(with: text, on: today)
      let read = kind.read(text)
      #expect(problem == nil || problem?.sentence.zh.isEmpty == false)
      #expect(kind.read(read) == read || kind == .paper(.hongKongMacauPermit))
    }
  }

  private static func changes(of number: String) -> [(Int, Character)] {
    let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    return number.enumerated().flatMap { place, character in
      letters.filter { $0 != character }.map { (place, $0) }
    }
  }
}

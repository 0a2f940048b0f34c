import CaseStore
import Casework
import Deskwork
import TestSupport
import Testing

/// Cases whose numbers, names and readings are made of very little, so that most of what one of them
/// is found by stands in others too, at other places.
struct SearchAlikeTests {
  private static let cases = 320
  private let file: any HallStore
  private let memory: any HallStore

  init() throws {
    (file, memory) = (try TestHall(.file).store, try TestHall(.memory).store)
  }

  private static func line(
    _ parts: [String], _ count: ClosedRange<Int>, _ random: inout SplitMix
  ) -> [String] {
    (0..<Int.random(in: count, using: &random)).map { _ in
      parts.randomElement(using: &random) ?? ""
    }
  }

  private static func texts(_ number: Int, _ random: inout SplitMix) -> SearchTexts {
    let digits = ["0", "0", "1"]
    func name(_ random: inout SplitMix) -> (hanzi: String, reading: Spelling) {
      let syllables = line(["xi", "an", "xian", "gong"], 6...14, &random)
      let hanzi = syllables.map { ["xi": "西", "an": "安", "xian": "县", "gong": "公"][$0] ?? "" }
      return (hanzi.joined(), Spelling(syllables: syllables))
    }
    let (applicant, item) = (name(&random), name(&random))
    let short = "YC" + String(1_000 + number) + line(digits, 8...8, &random).joined()
    return SearchTexts(
      caseNumber: line(digits, 20...24, &random).joined() + String(1_000 + number),
      shortNumber: short, applicantName: applicant.hanzi,
      identityNumber: line(digits, 18...18, &random).joined(),
      nameReadings: [applicant.reading], itemName: item.hanzi,
      itemInitials: item.reading.initials, itemReadings: [item.reading])
  }

  private func fill(_ random: inout SplitMix) throws -> [SearchTexts] {
    var scenario = Scenario()
    try scenario.receive()
    var row = try #require(CaseProjection(scenario.file, sheet: .foodLicence)?.row)
    let stamp = Stamp(clerk: "C01", at: TestClock.start)
    let all = (0..<Self.cases).map { Self.texts($0, &random) }
    for start in stride(from: 0, to: all.count, by: 32) {
      var changes: [ReadModelChange] = []
      for texts in all[start..<min(start + 32, all.count)] {
        row.id = CaseID(texts.shortNumber)
        changes += [.putCase(row), .index(row.id, texts)]
      }
      for store in [file, memory] {
        _ = try store.append(Batch(stamp: stamp, changes: changes))
      }
    }
    return all
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `what only seems to fit is never found, and nothing that fits is left out`(
    seed: UInt64
  ) throws {
    var random = SplitMix(seed: seed)
    let all = try fill(&random)
    for _ in 0..<90 {
      let known = try #require(all.randomElement(using: &random))
      let whole = [
        known.caseNumber, known.shortNumber, known.identityNumber, known.applicantName,
        known.itemName, known.itemInitials, known.readings[0].syllables.joined(),
        known.readings[1].syllables.joined(),
      ]
      let text = Array(try #require(whole.randomElement(using: &random)))
      let start = Int.random(in: 0..<text.count, using: &random)
      let part = String(text[start...].prefix(Int.random(in: 1...50, using: &random)))
      for limit in [5, 400] {
        let (found, expected) = (
          try file.search(part, limit: limit).map(\.id),
          try memory.search(part, limit: limit).map(\.id)
        )
        if found != expected {
          Issue.record("seed \(seed), \(part), \(limit): \(found.count), \(expected.count)")
        }
      }
    }
  }
}

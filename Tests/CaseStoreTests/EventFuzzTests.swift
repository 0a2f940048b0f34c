import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// What a damaged disk, or somebody with an editor, may make of a stored event.
struct EventFuzzTests {
  private static let pieces = [
    "{", "}", "[", "]", ",", "\"", ":", "null", "true", "-", "0", "[]", "{}", "\"\"", "2026-02-30",
    "2060-12-31", "-9223372036854775808", "9223372036854775807", "4294967296", "1.5",
    "\\u0000", "\\ud800", "\u{202E}",
  ].map { Array($0.utf8) }

  @Test func `a damaged event is read or said to be damaged, and never stops the program`() throws {
    let goldens = try EventKind.allCases.map { Array(try Self.golden($0).utf8) }
    var scenario = Scenario()
    try scenario.produce()
    let file = scenario.file
    let stamp = scenario.occasion(of: .examiner).stamp
    let (sheet, rules) = (scenario.sheet, scenario.rules)
    Fuzz("events", rounds: 300).run(
      make: { random in
        let index = random.below(goldens.count)
        let body =
          random.below(3) == 0
          ? random.mutated(goldens[index], with: Self.pieces, times: 5)
          : random.mutatedJSON(goldens[index])
        return [UInt8(index)] + body
      },
      check: { bytes in
        let kind = EventKind.allCases[Int(bytes.first ?? 0) % EventKind.allCases.count]
        let body = String(decoding: bytes.dropFirst(), as: UTF8.self)
        let event: HallEvent
        do throws(SQLiteError) {
          event = try StoredEvent(kind: kind.rawValue, body: body).event()
        } catch {
          return error.message.isEmpty ? "no message" : nil
        }
        guard case .file(let event) = event else { return nil }
        for start in [CaseFile(id: file.id), file] {
          var file = start
          file.evolve(event, stamp)
          _ = CaseProjection(file, sheet: sheet)
          _ = file.ruler(on: on(2026, 3, 20), calendar: rules.calendar, sheet: sheet)
          _ = file.refusal(of: .claim, scenario.occasion(of: .examiner), under: rules)
        }
        return nil
      })
  }

  @Test func `a step that no route has is no step in the lists`() throws {
    var scenario = Scenario()
    try scenario.produce()
    let golden = try Self.golden(.caseStepStarted)
    let place = try #require(golden.firstRange(of: "\"step\":")?.upperBound)
    let rest = golden[place...].drop { $0.isNumber }
    let body = "\(golden[..<place])\(Int.max)\(rest)"
    let stored = StoredEvent(kind: EventKind.caseStepStarted.rawValue, body: body)
    var file = scenario.file
    if case .file(let event) = try stored.event() {
      file.evolve(event, scenario.occasion(of: .examiner).stamp)
    }
    #expect(file.currentStep == .max)
    #expect(CaseProjection(file, sheet: scenario.sheet)?.row.stepNumber == 0)
  }

  private static func golden(_ kind: EventKind) throws -> String {
    let folder = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return try String(
      contentsOfFile: folder.joined(separator: "/") + "/Goldens/\(kind.rawValue).txt",
      encoding: .utf8)
  }
}

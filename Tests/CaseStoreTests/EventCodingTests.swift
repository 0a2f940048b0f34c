import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import SQLite
import TestSupport
import Testing

/// The goldens are what stores in the field hold: they are only ever added to.
struct EventCodingTests {
  private func golden(_ kind: EventKind) throws -> String {
    let folder = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = folder.joined(separator: "/") + "/Goldens/\(kind.rawValue).txt"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  @Test(arguments: EventKind.allCases)
  func `a stored event is read, and written as it was`(_ kind: EventKind) throws {
    let stored = StoredEvent(kind: kind.rawValue, body: try golden(kind))
    let again = try StoredEvent(stored.event())
    #expect(again.kind == kind.rawValue)
    expectGolden(again.body, named: kind.rawValue)
  }

  @Test func `every kind says what it belongs to and its version`() {
    let belongings: [Substring] = ["case", "ticket", "reference", "look", "access"]
    for kind in EventKind.allCases {
      let parts = kind.rawValue.split(separator: ".")
      let isPlain = parts.count == 3 && belongings.contains(parts[0])
      #expect(isPlain && parts[2] == "1", "\(kind.rawValue)")
    }
  }

  @Test func `what is recorded about cards is known by its kind`() throws {
    for kind in EventKind.allCases {
      let event = try StoredEvent(kind: kind.rawValue, body: golden(kind)).event()
      var isAboutCards = false
      if case .file(.supervised) = event { isAboutCards = true }
      #expect(EventKind.supervision.contains(kind) == isAboutCards, "\(kind.rawValue)")
    }
  }

  @Test func `what cannot be read says where it goes wrong, and nothing of what stands there`() {
    let bodies = [
      ("case.decided.9", "{}", "unknown kind case.decided.9"),
      ("case.suspended.1", #"{"cause":"等待"}"#, "suspendedOn is missing"),
      (
        "case.suspended.1", #"{"cause":"等待","suspendedOn":"2026-02-30"}"#,
        "suspendedOn: expected a date such as 2026-11-23"
      ),
      (
        "access.locked.1", #"{"cause":"王秀英","sitting":"s"}"#,
        "cause: Cannot initialize Cause from invalid String"
      ),
    ]
    for (kind, body, sentence) in bodies {
      #expect(throws: SQLiteError(kind: .corrupt, message: sentence)) {
        _ = try StoredEvent(kind: kind, body: body).event()
      }
    }
  }
}

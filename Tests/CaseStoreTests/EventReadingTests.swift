import Casework
import Deskwork
import FoundationEssentials
import SQLite
import TestSupport
import Testing

@testable import CaseStore

/// The events a journal has most of are read straight out of their bodies: never otherwise than at
/// large, and those the store itself has written always.
struct EventReadingTests {
  private static let kinds: [EventKind] = [
    .caseReceived, .caseAccepted, .caseStepStarted, .caseTaskClaimed, .caseOpinionRecorded,
    .caseDecided, .caseCertificateProduced, .caseHandedOver, .caseConcluded, .caseDocumentIssued,
  ]

  /// What says all by its kind, or tells of what a console reads when it opens.
  private static let others: [EventKind] = [
    .ticketArrived, .ticketPassed, .ticketServed, .departmentRegistered, .clerkEnrolled,
    .calendarPublished,
  ]

  private static func golden(_ kind: EventKind) throws -> String {
    let folder = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = folder.joined(separator: "/") + "/Goldens/\(kind.rawValue).txt"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  @Test(arguments: EventKind.allCases)
  func `what is read straight is read as at large, and every golden of these kinds is`(
    _ kind: EventKind
  ) throws {
    let stored = StoredEvent(kind: kind.rawValue, body: try Self.golden(kind))
    let straight = try? stored.event(by: .straight)
    #expect((straight != nil) == (Self.kinds + Self.others).contains(kind))
    if let straight { #expect(try straight == stored.event(by: .general)) }
  }

  @Test func `whatever a day of work has written of these kinds is read straight`() throws {
    let store = try SQLiteStore.openReadOnly(at: FinishedHall(acts: 370).path)
    let lines = try store.connection.query("SELECT \(JournalLine.selection) FROM journal") {
      row throws(SQLiteError) in try JournalLine(row)
    }
    var seen: Set<EventKind> = []
    for line in lines {
      guard let kind = EventKind(rawValue: line.kindText), Self.kinds.contains(kind) else {
        continue
      }
      seen.insert(kind)
      let body = StoredBody(text: line.body)
      let straight = try body.event(ofKind: kind.rawValue, by: .straight)
      #expect(try straight == body.event(ofKind: kind.rawValue, by: .general))
    }
    #expect(seen.isSuperset(of: [.caseReceived, .caseAccepted, .caseDocumentIssued]))
  }

  @Test func `no list has anything of the texts of documents, which a check leaves out`() throws {
    let store = try SQLiteStore.openReadOnly(at: FinishedHall(acts: 370).path)
    let all = try store.connection.query(
      "SELECT \(JournalLine.selection) FROM journal WHERE kind = 'case.document-issued.1'"
    ) { row throws(SQLiteError) in try JournalLine(row) }
    #expect(all.count > 10)
    for line in all {
      let body = StoredBody(text: line.body)
      let (whole, read) = (
        try body.event(ofKind: line.kindText),
        try body.event(ofKind: line.kindText, by: .withoutWords)
      )
      guard case .file(.documentIssued(var document)) = whole else {
        Issue.record("event \(line.position) is no document")
        continue
      }
      #expect(!document.text.utf8.isEmpty)
      document.text = PrintedText(utf8: [], sha256: document.sha256)
      #expect(read == .file(.documentIssued(document)))
    }
    #expect(try store.verify(readings: TestReadings.of).isSound)
  }

  /// As an event would be that has come to say more.
  @Test(arguments: kinds)
  func `a member nobody here knows is left to the decoder that may`(_ kind: EventKind) throws {
    let golden = try Self.golden(kind)
    for body in [
      golden.dropLast() + ",\"zz\":1}", "{\"A\":1," + golden.dropFirst(), golden + " ",
    ] {
      let stored = StoredEvent(kind: kind.rawValue, body: String(body))
      #expect(throws: SQLiteError.self) { try stored.event(by: .straight) }
      #expect(try stored.event() == stored.event(by: .general))
    }
  }
}

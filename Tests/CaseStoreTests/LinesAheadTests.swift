import Casework
import Deskwork
import Digests
import SQLite
import Synchronization
import TestSupport
import Testing

@testable import CaseStore

/// Papers are worded and coded by another thread while the lists are written.
struct LinesAheadTests {
  private static func journal(processors: Int) throws -> [JournalLine] {
    let hall = try TestHall(.file)
    let store = try #require(hall.store as? SQLiteStore)
    store.processors = processors
    var day = Workday(seed: 7)
    for _ in 0..<60 { _ = day.act(at: [hall.desk]) }
    return try store.connection.query(
      "SELECT \(JournalLine.selection) FROM journal ORDER BY position"
    ) { row throws(SQLiteError) in try JournalLine(row) }
  }

  @Test func `the journal is the same whoever codes it`() throws {
    let alone = try Self.journal(processors: 1)
    let shared = try Self.journal(processors: 2)
    #expect(alone.count > 60)
    #expect(alone == shared)
  }

  @Test func `who was second is told so, and nothing of the act is written`() throws {
    let hall = try TestHall(.file)
    let desk = hall.desk
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    let intake = Scenario(.foodLicence).completeIntake
    let taken = try desk.carryOut(.takeIn("SJ05", intake, nil), by: seat)
    let store = try #require(hall.store as? SQLiteStore)
    store.processors = 2
    let before = try store.connection.lastPosition()
    let document = try #require(taken.documents.first)
    let late = Batch(
      stamp: Stamp(clerk: "C01", at: TestClock.start),
      appends: [
        StreamAppend(
          stream: .file(taken.id), expecting: taken.version - 1,
          events: [.file(.documentIssued(document))])
      ])
    guard case .conflict = try store.append(late) else {
      Issue.record("two acts have followed the same one")
      return
    }
    #expect(try store.connection.lastPosition() == before)
  }

  @Test func `a text is put together once, for whoever asks first`() {
    let times = Mutex(0)
    let text = PrintedText(like: nil) {
      times.withLock { $0 += 1 }
      return Array("受理通知书".utf8)
    }
    let sealed = text.sealed { Sha256.digits(of: $0) }
    #expect(times.withLock { $0 } == 0)
    #expect(sealed.string == "受理通知书" && sealed.sha256 == Sha256.digits(of: text.utf8))
    #expect(text.sha256 == nil && times.withLock { $0 } == 1)
  }
}

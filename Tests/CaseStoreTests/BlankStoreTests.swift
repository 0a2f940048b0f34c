import Casework
import Deskwork
import Digests
import FaultyDisk
import FoundationEssentials
import Glibc
import SQLite
import TestSupport
import Testing

@testable import CaseStore

/// A journal whose documents are kept as what differs from their blanks.
struct BlankStoreTests {
  private let hall: TestHall
  private let ids: [CaseID]

  init() throws {
    hall = try TestHall(.file)
    var day = Workday(seed: 3)
    for _ in 0..<200 { _ = day.act(at: [hall.desk]) }
    ids = day.ids
  }

  private func open() throws -> Connection {
    try Connection(path: hall.path, mode: .readWrite, applicationID: Schema.applicationID)
  }

  private func number(_ sql: String, of path: String? = nil) throws -> Int64 {
    let connection = try Connection(
      path: path ?? hall.path, mode: .readOnly, applicationID: Schema.applicationID)
    return try connection.integer(sql) ?? 0
  }

  private func documents(at desk: Desk) throws -> [[IssuedDocument]] {
    try ids.map { try desk.file($0).documents }
  }

  @Test func `documents are read as they were issued`() throws {
    let issued = try documents(at: hall.desk)
    #expect(issued.joined().count > 60)
    #expect(try documents(at: hall.another()) == issued)
    for document in issued.joined() {
      #expect(document.sha256 == Sha256.digits(of: document.text.utf8))
    }
  }

  @Test func `of a document less than half is kept, and each blank once`() throws {
    let kept = "SELECT sum(length(CAST(body AS BLOB))) FROM journal WHERE blank IS NOT NULL"
    let documents = "SELECT count(*) FROM journal WHERE kind = 'case.document-issued.1'"
    #expect(try number("\(documents) AND blank IS NULL") == 0)
    let short = try number(kept)
    let blanks = try number("SELECT count(*) FROM blank_body")
    #expect(try number(documents) > blanks && blanks > 10)
    #expect(makeBodiesWhole(in: hall.path))
    let whole = try number(
      "SELECT sum(length(CAST(body AS BLOB))) FROM journal WHERE kind = 'case.document-issued.1'")
    #expect(short * 2 < whole)
  }

  @Test func `what an older version has kept whole is the same record`() throws {
    let issued = try documents(at: hall.desk)
    let report = try SQLiteStore.verify(copyAt: hall.path, readings: TestReadings.of)
    #expect(report.isSound)
    #expect(makeBodiesWhole(in: hall.path))
    let desk = try hall.another()
    #expect(try documents(at: desk) == issued)
    var day = Workday(seed: 4)
    for _ in 0..<20 { _ = day.act(at: [desk]) }
    #expect(try number("SELECT count(*) FROM journal WHERE blank IS NOT NULL") > 0)
    let store = try SQLiteStore.openReadOnly(at: hall.path)
    let again = try store.verify(readings: TestReadings.of, heads: [report.lastPosition])
    #expect(again.isSound && again.heads[report.lastPosition]?.digest == report.head)
  }

  private static let forgeries = [
    "UPDATE blank_body SET text = replace(text, '日', '月')",
    "DELETE FROM blank_body WHERE id = 1",
    "UPDATE journal SET blank = blank % 7 + 1 WHERE blank IS NOT NULL",
    "UPDATE journal SET blank = NULL WHERE blank = 1",
    "UPDATE journal SET body = replace(body, ',1', ',2') WHERE blank IS NOT NULL",
    "UPDATE journal SET body = '{0,9}' WHERE blank = 1",
    "UPDATE journal SET body = '{999999999,999999999;}' WHERE blank = 1",
  ]

  @Test(arguments: forgeries)
  func `whoever changes a blank, or what is kept beside it, is found out`(sql: String) throws {
    let store = try open()
    try store.transaction { () throws(SQLiteError) in
      for trigger in ["journal_is_never_changed", "blank_body_is_never_changed"]
        + ["blank_body_is_never_removed"]
      {
        try store.run("DROP TRIGGER \(trigger)")
      }
      try store.run(sql)
    }
    let report = try SQLiteStore.verify(copyAt: hall.path, readings: TestReadings.of)
    let isFound = report.faults.contains { fault in
      if case .event(let place, .hashDiffers) = fault {
        place.kind == EventKind.caseDocumentIssued.rawValue
      } else {
        false
      }
    }
    #expect(isFound, "\(report.faults)")
  }

  @Test func `beside a blank that is damaged nothing more is kept`() throws {
    let store = try open()
    try store.transaction { () throws(SQLiteError) in
      try store.run("DROP TRIGGER blank_body_is_never_changed")
      try store.run("UPDATE blank_body SET text = replace(text, '日', '月')")
    }
    let last = try store.lastPosition()
    let desk = try hall.another()
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    let taken = try desk.carryOut(
      .takeIn(
        "SJ20", Scenario(.businessRecord).completeIntake,
        .accept(deferring: [], underCommitment: false)), by: seat)
    #expect(!taken.documents.isEmpty)
    #expect(try hall.another().file(taken.id).documents == taken.documents)
    let report = try SQLiteStore.verify(copyAt: hall.path, readings: TestReadings.of)
    let found = report.faults.compactMap { fault in
      if case .event(let place, _) = fault { place.position } else { nil }
    }
    #expect(!found.isEmpty && found.allSatisfy { $0 <= last })
  }

  @Test func `a blank that was taken back with its act is taken up again`() throws {
    let store = try open()
    let blank = BlankBody(Array(#"{"text":"空白"}"#.utf8))
    #expect(throws: SQLiteError.self) {
      try store.transaction { () throws(SQLiteError) in
        _ = try store.number(of: blank)
        throw SQLiteError(kind: .other, message: "undone")
      }
    }
    let sql = "SELECT count(*) FROM blank_body"
    let before = try number(sql)
    let numbers = try store.transaction { () throws(SQLiteError) in
      [try store.number(of: blank), try store.number(of: blank)]
    }
    #expect(numbers[0] != nil && numbers[0] == numbers[1])
    #expect(try number(sql) == before + 1)
  }

  @Test func `nobody changes or removes a blank by the program's own connection`() throws {
    let store = try open()
    for sql in ["UPDATE blank_body SET text = 'x'", "DELETE FROM blank_body"] {
      #expect(throws: SQLiteError.self) {
        try store.transaction { () throws(SQLiteError) in try store.run(sql) }
      }
    }
  }

  @Test func `a file of a closed year an older version has not journaled is written anew`() throws {
    let closing = try ClosingHall()
    _ = try closing.write()
    #expect(chmod(closing.closedPath, 0o600) == 0)
    for path in [closing.path, closing.closedPath] { #expect(makeBodiesWhole(in: path)) }
    #expect(try closing.close().moved > 0)
    #expect(try closing.report().faults == [])
  }

  @Test func `the file of a closed year has the blanks of its documents`() throws {
    let closing = try ClosingHall()
    #expect(try closing.close().moved > 0)
    let path = closing.closedPath
    #expect(try number("SELECT count(*) FROM journal WHERE blank IS NOT NULL", of: path) > 0)
    let documents = "SELECT count(*) FROM journal WHERE kind = 'case.document-issued.1'"
    #expect(try number("\(documents) AND blank IS NULL", of: path) == 0)
    #expect(try closing.report().faults == [])
  }
}

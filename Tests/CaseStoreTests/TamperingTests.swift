import Deskwork
import SQLite
import TestSupport
import Testing
import WorkCalendar

@testable import CaseStore

/// What somebody with the file in his hands can do, by chance and by design.
struct TamperingTests {
  private func open(_ path: String) throws -> Connection {
    let connection = try Connection(path: path, mode: .readWrite, applicationID: 0x7963_6831)
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("DROP TRIGGER IF EXISTS journal_is_never_changed")
      try connection.run("DROP TRIGGER IF EXISTS journal_is_never_shortened")
    }
    return connection
  }

  private static let columns = [
    "position", "stream", "version", "kind", "body", "recorded_at", "clerk", "counter", "request",
    "act", "hash", "happened_at",
  ]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a byte changed anywhere in the journal is found`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for column in Self.columns {
      let path = try FinishedHall(acts: 60).path
      let what = try change(column, in: open(path), &random)
      let report = try SQLiteStore.verify(copyAt: path, readings: TestReadings.of)
      #expect(!report.isSound && !report.hasComparedLists, "seed \(seed): \(what)")
    }
  }

  /// One byte of a text, or one step of a number; where there is none, one comes into being.
  private func change(
    _ column: String, in store: Connection, _ random: inout SplitMix
  ) throws -> String {
    let count = try store.integer("SELECT max(position) FROM journal") ?? 0
    let position = Int64.random(in: 1...count, using: &random)
    let old = try store.first(
      "SELECT \(column) FROM journal WHERE position = ?", [SQLiteValue(position)]
    ) { row throws(SQLiteError) in row.value(0) }
    let new = changed(old, &random)
    // The file itself may refuse; then another event is changed.
    guard isWritten(new, to: column, at: position, in: store) else {
      return try change(column, in: store, &random)
    }
    return "\(column) of \(position) from \(String(describing: old)) to \(new)"
  }

  private func changed(_ old: SQLiteValue?, _ random: inout SplitMix) -> SQLiteValue {
    if case .integer(let number) = old {
      return .integer(number + (Bool.random(using: &random) ? 100_000 : -1))
    }
    guard case .text(let text) = old, !text.isEmpty else { return .text("x") }
    var bytes = Array(text.utf8)
    let place = Int.random(in: bytes.indices, using: &random)
    bytes[place] = bytes[place] == UInt8(ascii: "}") ? UInt8(ascii: "]") : bytes[place] ^ 1
    return .text(String(decoding: bytes, as: UTF8.self))
  }

  private func isWritten(
    _ value: SQLiteValue, to column: String, at position: Int64, in store: Connection
  ) -> Bool {
    do {
      try store.transaction { () throws(SQLiteError) in
        try store.run(
          "UPDATE journal SET \(column) = ? WHERE position = ?", [value, SQLiteValue(position)])
      }
      return true
    } catch {
      return false
    }
  }

  private static let cuts: [(String, String)] = [
    ("an event taken out", "DELETE FROM journal WHERE position = ?1"),
    ("two neighbours taken out", "DELETE FROM journal WHERE position IN (?1, ?1 + 1)"),
    ("the tail cut off", "DELETE FROM journal WHERE position > ?1"),
    (
      "a stream taken out",
      "DELETE FROM journal WHERE stream = (SELECT stream FROM journal WHERE position = ?1)"
    ),
    (
      "an event put in twice",
      """
      INSERT INTO journal SELECT (SELECT max(position) + 1 FROM journal), stream, version + 1000,
        kind, body, recorded_at, clerk, counter, request, act, hash, happened_at, blank
      FROM journal WHERE position = ?1
      """
    ),
  ]

  @Test(arguments: cuts.indices)
  func `what was taken out is found`(_ index: Int) throws {
    let (what, sql) = Self.cuts[index]
    var random = SplitMix(seed: UInt64(index) + 20)
    for _ in 0..<3 {
      let path = try FinishedHall(acts: 60).path
      let store = try open(path)
      let count = try store.integer("SELECT max(position) FROM journal") ?? 0
      let position = Int64.random(in: 1..<count, using: &random)
      try store.transaction { () throws(SQLiteError) in
        try store.run(sql, [SQLiteValue(position)])
      }
      let report = try SQLiteStore.verify(copyAt: path, readings: TestReadings.of)
      #expect(!report.isSound, "\(what) at \(position)")
    }
  }

  /// Makes all positions, acts, hashes and the account of positions fit again, as somebody would who
  /// knows the program; the lists would be made anew with `rebuild`.
  private func cover(_ store: Connection) throws {
    let lines = try store.query(
      "SELECT \(JournalLine.selection) FROM journal ORDER BY position"
    ) { row throws(SQLiteError) in try JournalLine(row) }
    var hashes: [String: String] = [:]
    var versions: [String: Int] = [:]
    try store.transaction { () throws(SQLiteError) in
      try store.run("DELETE FROM journal")
      for (index, old) in lines.enumerated() {
        var line = old
        line.position = Int64(index) + 1
        line.act = line.position - (old.position - old.act)
        line.version = (versions[line.stream] ?? 0) + 1
        versions[line.stream] = line.version
        line.hash = line.hash(after: hashes[line.stream] ?? "")
        hashes[line.stream] = line.hash
        try store.run(
          "INSERT INTO journal(\(JournalLine.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          line.values)
      }
      try store.run(
        "UPDATE sqlite_sequence SET seq = ? WHERE name = 'journal'", [SQLiteValue(lines.count)])
    }
  }

  private static let forgeries: [(String, String)] = [
    ("UPDATE journal SET clerk = 'C02' WHERE position = ?1", "an event changed"),
    (
      "DELETE FROM journal WHERE stream = (SELECT stream FROM journal WHERE position = ?1)",
      "a stream taken out"
    ),
    ("DELETE FROM journal WHERE position > ?1", "the tail cut off"),
  ]

  @Test(arguments: forgeries.indices)
  func `whoever makes the chain anew as well is found out by a head on paper`(
    _ index: Int
  ) throws {
    let (sql, what) = Self.forgeries[index]
    let path = try FinishedHall(acts: 60).path
    let before = try #require(try SQLiteStore.openReadOnly(at: path).head())
    let paper = HeadLine(before, on: TestClock.start.date)
    let store = try open(path)
    // Somewhere among the cases.
    let position = before.events - 30
    try store.transaction { () throws(SQLiteError) in
      try store.run(sql, [SQLiteValue(position)])
    }
    try cover(store)
    try SQLiteStore.open(at: path).rebuild(readings: TestReadings.of)
    let report = try SQLiteStore.openReadOnly(at: path)
      .verify(readings: TestReadings.of, heads: [paper.events])
    let isPlain = report.faults.allSatisfy { fault in
      if case .list(let table, _, _) = fault { table == "outgoing" } else { false }
    }
    #expect(isPlain, "\(what): \(report.faults)")
    let head = try #require(report.heads[paper.events])
    let verdict = paper.verdict(head, last: report.lastPosition)
    switch (index, verdict) {
    case (0, .changed), (1, .tailLost), (2, .tailLost): break
    default: Issue.record("\(what): \(verdict)")
    }
  }

  @Test func `a stream exchanged for another is seen by their number`() throws {
    let path = try FinishedHall(acts: 60).path
    let before = try #require(try SQLiteStore.openReadOnly(at: path).head())
    let store = try open(path)
    try store.transaction { () throws(SQLiteError) in
      try store.run(
        """
        UPDATE journal SET stream = 'ticket/2026-03-02/Z999'
        WHERE position = (SELECT max(position) FROM journal WHERE stream LIKE 'ticket/%')
        """)
      try store.run(
        """
        UPDATE journal SET stream = 'looks/2026-03-02/Z999', version = 1
        WHERE position = (SELECT max(position) FROM journal WHERE stream LIKE 'case/%')
        """)
    }
    let report = try SQLiteStore.openReadOnly(at: path)
      .verify(readings: TestReadings.of, heads: [before.events])
    let verdict = HeadLine(before, on: TestClock.start.date)
      .verdict(try #require(report.heads[before.events]), last: report.lastPosition)
    #expect(verdict == .streamsDiffer(then: before.streams, now: before.streams + 1))
  }

  @Test(arguments: [
    "is_demo = 1 - is_demo, demo_start = '2026-03-11T09:00:00+08:00'", "secret = 'another'",
    "secret = ''",
  ])
  func `what was settled when the store was made cannot be changed unseen`(
    _ change: String
  ) throws {
    let path = try FinishedHall(acts: 60).path
    let before = try #require(try SQLiteStore.openReadOnly(at: path).head())
    let store = try open(path)
    try store.transaction { () throws(SQLiteError) in
      try store.run("UPDATE store_nature SET \(change)")
    }
    let report = try SQLiteStore.verify(copyAt: path, readings: TestReadings.of)
    #expect(report.faults == [.nature])
    #expect(report.head != before.digest)
  }

  @Test func `whether a store is a demo is vouched for by the head`() throws {
    let path = try FinishedHall(acts: 60).path
    let before = try #require(try SQLiteStore.openReadOnly(at: path).head())
    let store = try open(path)
    try store.transaction { () throws(SQLiteError) in
      try store.run("UPDATE store_nature SET is_demo = 1")
    }
    #expect(try SQLiteStore.openReadOnly(at: path).head() != before)
  }

  @Test(arguments: [
    ("DELETE FROM outgoing WHERE place = 3", ListFault.missing),
    ("UPDATE outgoing SET due_on = '2030-01-01' WHERE kind = 'accepted'", .missing),
    (
      "INSERT INTO outgoing SELECT 9999, kind, case_id, due_on, recorded_at FROM outgoing LIMIT 1",
      .surplus
    ),
  ])
  func `a message that was changed is named`(_ sql: String, _ expected: ListFault) throws {
    let path = try FinishedHall(acts: 60).path
    let store = try open(path)
    try store.transaction { () throws(SQLiteError) in try store.run(sql) }
    let report = try SQLiteStore.verify(copyAt: path, readings: TestReadings.of)
    guard case .list("outgoing", _, let fault)? = report.faults.first else {
      Issue.record("\(sql): \(report.faults)")
      return
    }
    #expect(fault == expected || fault == .surplus)
  }
}

extension JournalLine {
  fileprivate var values: [SQLiteValue] {
    let plain: [SQLiteValue] = [
      SQLiteValue(position), .text(stream), SQLiteValue(version), text(kind), text(body),
      text(recordedAt), text(clerk),
    ]
    return plain + [
      counter.map(text) ?? .null, request.map(text) ?? .null, SQLiteValue(act), .text(hash),
      happenedAt.map(text) ?? .null,
    ]
  }

  private func text(_ bytes: [UInt8]) -> SQLiteValue {
    .text(String(decoding: bytes, as: UTF8.self))
  }
}

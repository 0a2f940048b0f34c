import CaseStore
import Casework
import Deskwork
import SQLite
import TestSupport
import Testing

struct VerifyTests {
  private func hall(acts: Int = 370) throws -> FinishedHall { try FinishedHall(acts: acts) }

  private func report(_ hall: FinishedHall) throws -> VerifyReport {
    try SQLiteStore.openReadOnly(at: hall.path).verify(readings: TestReadings.of)
  }

  /// What somebody with the file in his hands could do.
  private func tamper(_ hall: FinishedHall, _ sql: String, _ values: [SQLiteValue] = []) throws {
    let connection = try Connection(
      path: hall.path, mode: .readWrite, applicationID: 0x7963_6831)
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("DROP TRIGGER IF EXISTS journal_is_never_changed")
      try connection.run("DROP TRIGGER IF EXISTS journal_is_never_shortened")
      try connection.run(sql, values)
    }
  }

  @Test func `a store nobody touched is sound`() throws {
    let report = try report(hall())
    #expect(report.faults == [])
    #expect(report.hasComparedLists)
    #expect(report.events > 300 && report.cases > 64 && report.streams > report.cases)
    #expect(report.head.count == 64)
  }

  private static let forgeries: [(String, EventFault?)] = [
    ("body = replace(body, '示范县', '示范市')", .hashDiffers),
    ("body = replace(body, ':', ': ')", .hashDiffers),
    ("recorded_at = '2026-03-02T09:00:01+08:00'", .hashDiffers),
    ("recorded_at = '2026-03-02T10:00:00+09:00'", .hashDiffers),
    ("clerk = 'C02'", .hashDiffers), ("counter = NULL", .hashDiffers),
    ("counter = ''", .hashDiffers), ("hash = upper(hash)", .hashDiffers),
    ("kind = 'case.withdrawn.1'", .hashDiffers), ("kind = 'case.received.9'", .hashDiffers),
    ("body = '{}'", .hashDiffers), ("stream = 'case/YC202603029999'", .hashDiffers),
    ("version = 2000", nil), ("request = 'r-2'", .hashDiffers), ("act = act - 1", .hashDiffers),
  ]

  @Test(arguments: forgeries.indices)
  func `a forged event is named first`(_ index: Int) throws {
    let (change, fault) = Self.forgeries[index]
    let hall = try hall(acts: 60)
    let position = 12 + Int64(index)
    let place = try #require(
      try place(in: hall, "kind = 'case.received.1' AND position > \(position)"))
    try tamper(
      hall, "UPDATE journal SET \(change) WHERE position = ?", [SQLiteValue(place.position)])
    let report = try report(hall)
    guard case .event(let named, let found)? = report.faults.first else {
      Issue.record("\(change): \(report.faults)")
      return
    }
    #expect(named.position == place.position, "\(change)")
    if let fault { #expect(found == fault, "\(change)") }
    #expect(!report.hasComparedLists)
  }

  private static let lateForgeries: [(String, String)] = [
    ("happened_at = NULL", "happened_at IS NOT NULL"),
    ("happened_at = '2026-03-02T08:30:00+08:00'", "happened_at IS NOT NULL"),
    ("happened_at = '2026-03-02T09:00:00+09:00'", "happened_at IS NOT NULL"),
    ("happened_at = ''", "happened_at IS NOT NULL"),
    ("happened_at = recorded_at", "happened_at IS NULL AND kind = 'case.received.1'"),
    ("happened_at = recorded_at", "kind = 'look.case-opened.1'"),
    ("body = replace(body, 'M01', 'S01')", "kind = 'case.entered-late.1'"),
  ]

  @Test(arguments: lateForgeries.indices)
  func `nobody can pass what was entered late for something else`(_ index: Int) throws {
    let (change, condition) = Self.lateForgeries[index]
    let hall = try hall(acts: 60)
    let place = try #require(try place(in: hall, condition))
    try tamper(
      hall, "UPDATE journal SET \(change) WHERE position = ?", [SQLiteValue(place.position)])
    let report = try report(hall)
    #expect(report.faults.first == .event(place, .hashDiffers), "\(change)")
    #expect(!report.hasComparedLists)
  }

  private func place(in hall: FinishedHall, _ condition: String) throws -> EventPlace? {
    let connection = try Connection(path: hall.path, mode: .readOnly, applicationID: 0x7963_6831)
    return try connection.first(
      "SELECT position, stream, version, kind FROM journal WHERE \(condition) ORDER BY position"
    ) { row throws(SQLiteError) in
      EventPlace(
        position: try row.integer(0), stream: try row.text(1), version: Int(try row.integer(2)),
        kind: try row.text(3))
    }
  }

  @Test func `an event taken out shows by its gap`() throws {
    let hall = try hall(acts: 60)
    let taken = try #require(try place(in: hall, "version = 2 AND stream LIKE 'case/%'"))
    try tamper(hall, "DELETE FROM journal WHERE position = ?", [SQLiteValue(taken.position)])
    let gaps = try report(hall).faults.compactMap { fault -> Int64? in
      guard case .event(let place, .positionExpected(taken.position)) = fault else { return nil }
      return place.position
    }
    #expect(gaps == [taken.position + 1])
  }

  @Test func `the last event taken out shows by the account of positions and by the head`() throws {
    let hall = try hall(acts: 60)
    let before = try report(hall).head
    try tamper(
      hall, "DELETE FROM journal WHERE position = (SELECT max(position) FROM journal)")
    let report = try report(hall)
    #expect(report.head != before)
    let written = Int64(report.events) + 1
    #expect(report.faults == [.tail(end: written - 1, written: written)])
    #expect(!report.hasComparedLists)
  }

  @Test func `an account of positions that no file could hold is no reason to run out of memory`()
    throws
  {
    let hall = try hall(acts: 60)
    let end = try SQLiteStore.openReadOnly(at: hall.path).lastPosition()
    let claimed = Int64.max - 1
    try tamper(
      hall, "UPDATE sqlite_sequence SET seq = ? WHERE name = 'journal'", [SQLiteValue(claimed)])
    #expect(try report(hall).faults == [.tail(end: end, written: claimed)])
  }

  private static let damages: [(String, String, ListFault)] = [
    ("DELETE FROM case_row WHERE place = 3", "case_row", .missing),
    (
      "UPDATE case_row SET stage = 'concluded' WHERE place = 3", "case_row",
      .differs(columns: ["stage"])
    ),
    (
      "UPDATE case_row SET due_on = '2030-01-01' WHERE place = 3", "case_row",
      .differs(columns: ["due_on"])
    ),
    ("DELETE FROM task", "task", .missing),
    (
      "UPDATE counter_value SET value = value + 1 WHERE key = 'stage/declined'", "counter_value",
      .differs(columns: ["value"])
    ),
    ("INSERT INTO counter_value VALUES ('stage/zzz', 1)", "counter_value", .surplus),
    ("UPDATE ticket SET state = 'served'", "ticket", .differs(columns: ["state"])),
    ("DELETE FROM sheet WHERE item = 'SJ40'", "sheet", .missing),
    (
      "UPDATE applicant SET body = replace(body, '王', '汪')", "applicant",
      .differs(columns: ["body"])
    ),
    (
      "UPDATE search_text SET applicant_name = '某' WHERE place = 2", "search_text",
      .differs(columns: ["applicant_name"])
    ),
    ("DELETE FROM search_pending", "search_word", .differs(columns: ["doc"])),
    ("INSERT INTO search(search) VALUES ('delete-all')", "search_word", .missing),
    (
      "UPDATE number SET last = last - 1 WHERE series = 'case/20260302'", "number",
      .differs(columns: ["last"])
    ),
    ("DELETE FROM number WHERE series LIKE 'document/%'", "number", .missing),
    ("UPDATE hall SET body = '{}'", "hall", .differs(columns: ["body"])),
    ("DELETE FROM look WHERE clerk = 'S01'", "look", .missing),
    ("UPDATE look SET counter = 'W77'", "look", .differs(columns: ["counter"])),
    ("UPDATE tally SET value = value + 1", "tally", .differs(columns: ["value"])),
    ("DELETE FROM tally WHERE measure = 'lateEntries'", "tally", .missing),
    (
      """
      INSERT INTO watch(urgency, case_id, card, rule)
      SELECT 1, id, 'J11', 'J11' FROM case_row WHERE place = 3
      """, "watch", .surplus
    ),
    (
      "UPDATE case_row SET is_entered_late = 1 - is_entered_late", "case_row",
      .differs(columns: ["is_entered_late"])
    ),
    ("DELETE FROM watch", "watch", .missing),
    (
      "UPDATE watch SET red_from = '2030-01-01'", "watch", .differs(columns: ["red_from"])
    ),
    ("UPDATE rulebook SET body = '{}'", "rulebook", .differs(columns: ["body"])),
  ]

  @Test(arguments: damages.indices)
  func `a list that was changed is named, and made anew`(_ index: Int) throws {
    let (sql, table, fault) = Self.damages[index]
    // Only a longer day has texts in the index.
    let hall = try hall(acts: table == "search_word" ? 370 : 60)
    try tamper(hall, sql)
    let report = try report(hall)
    guard case .list(table, _, let found)? = report.faults.first else {
      Issue.record("\(sql): \(report.faults)")
      return
    }
    #expect(found == fault, "\(sql)")
    try SQLiteStore.open(at: hall.path).rebuild(readings: TestReadings.of)
    #expect(try self.report(hall).faults == [], "\(sql)")
  }

  @Test func `a sum or a counter that has come to nothing is no fault`() throws {
    let hall = try hall(acts: 60)
    try tamper(hall, "INSERT INTO tally VALUES ('2026-01', 'SJ', 'SJ05', 'granted', 0)")
    try tamper(hall, "INSERT INTO counter_value VALUES ('inbox/ZZ', 0)")
    #expect(try report(hall).isSound)
  }

  @Test func `making the lists anew changes nothing that is right`() throws {
    let hall = try hall()
    let store = try SQLiteStore.open(at: hall.path)
    let before = try store.cases(CaseFilter(), after: nil, limit: 500)
    let found = try store.search("秀英", limit: 500)
    try store.rebuild(readings: TestReadings.of)
    #expect(try store.cases(CaseFilter(), after: nil, limit: 500) == before)
    #expect(try store.search("秀英", limit: 500) == found)
    #expect(try report(hall).isSound)
  }

  @Test func `an event nobody can read is named by stream and version`() throws {
    let hall = try hall(acts: 60)
    let place = try #require(try place(in: hall, "kind = 'case.received.1'"))
    try tamper(
      hall, "UPDATE journal SET kind = 'case.received.9' WHERE position = ?",
      [SQLiteValue(place.position)])
    let stream = try #require(StreamID(place.stream))
    let unreadable = StoreError.unreadableEvent(
      stream: place.stream, version: 1, detail: "unknown kind case.received.9")
    let store = try SQLiteStore.open(at: hall.path)
    #expect(throws: unreadable) { try store.events(of: stream, after: 0) }
    #expect(throws: unreadable) { try store.rebuild(readings: TestReadings.of) }
    #expect(try !store.cases(CaseFilter(), after: nil, limit: 5).rows.isEmpty)
  }
}

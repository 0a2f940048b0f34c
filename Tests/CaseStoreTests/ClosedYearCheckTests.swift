import CaseStore
import Casework
import Deskwork
import FaultyDisk
import FoundationEssentials
import Glibc
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// Verify, rebuild, heads and copies of a store that has closed years.
struct ClosedYearCheckTests {
  @Test func `heads from before the closing hold, and the day's head is the same`() throws {
    let hall = try ClosingHall()
    let (store, _) = try hall.open()
    let day = on(2026, 3, 2)
    let now = try #require(try store.head())
    let then = try #require(try store.head(on: day))
    let lines = [HeadLine(now, on: on(2027, 2, 1)), HeadLine(then, on: day)]
    try hall.close()
    #expect(try store.head(on: day) == then)
    let report = try hall.report(heads: lines.map(\.events) + [40])
    for line in lines {
      let head = try #require(report.heads[line.events])
      #expect(line.verdict(head, last: report.lastPosition) == .same)
    }
    #expect(try store.head()?.digest == report.head)
  }

  @Test func `a file that is not there is named, and the rest goes on`() throws {
    let hall = try ClosingHall()
    let (store, _) = try hall.open()
    let line = HeadLine(try #require(try store.head()), on: on(2027, 2, 1))
    try hall.close()
    let after = try #require(try store.head())
    #expect(rename(hall.closedPath, hall.closedPath + ".away") == 0)
    let report = try hall.report(heads: [line.events])
    #expect(report.faults == [.closedFile("2026", .missing(path: hall.closedPath))])
    #expect(report.heads.isEmpty && report.hasComparedLists)
    let (fresh, desk) = try hall.open()
    // Where each case ended stands in the store itself.
    #expect(try fresh.head() == after)
    let missing = StoreError.closedFileMissing(name: "2026", path: hall.closedPath)
    #expect(throws: missing) { try fresh.head(on: on(2026, 3, 2)) }
    let found = try fresh.search("示范", limit: 5_000)
    #expect(!found.isEmpty && found.allSatisfy { $0.closedYear == nil })
    let gone = try #require(try hall.ids.first { try fresh.closedYear(of: $0) != nil })
    #expect(throws: missing) { try fresh.search(gone.rawValue, limit: 5) }
    #expect(throws: DeskRefusal.store(missing)) { _ = try desk.file(gone) }
    #expect(throws: missing) {
      try fresh.rebuild(readings: TestReadings.of, withClosedYears: true)
    }
    try fresh.rebuild(readings: TestReadings.of)
    _ = try ClosingHall.takeIn(at: desk)
    #expect(rename(hall.closedPath + ".away", hall.closedPath) == 0)
    #expect(try hall.report().faults == [])
  }

  @Test(arguments: [false, true]) func `making the lists anew changes nothing`(
    withClosedYears: Bool
  ) throws {
    let hall = try ClosingHall()
    try hall.close()
    let before = try hall.seen()
    let listed = try hall.listed()
    let (store, desk) = try hall.open()
    try store.rebuild(readings: TestReadings.of, withClosedYears: withClosedYears)
    #expect(try hall.seen() == before)
    #expect(try hall.listed() == listed)
    _ = try ClosingHall.takeIn(at: desk)
    #expect(try hall.report().faults == [])
  }

  private static let damages: [(String, String)] = [
    ("UPDATE journal SET body = replace(body, ':', ': ') WHERE stream GLOB 'case/*'", "event"),
    ("DELETE FROM journal WHERE stream = (SELECT min(stream) FROM journal)", "positionExpected"),
    ("UPDATE journal SET clerk = 'C09' WHERE stream = 'hall' AND version = 2", "copyDiffers"),
    ("UPDATE case_row SET stage = 'terminated' WHERE place = 2", "list"),
    ("UPDATE search_text SET applicant_name = '某' WHERE place = 2", "list"),
    ("UPDATE store_nature SET secret = 'x'", "foreign"),
    ("UPDATE closed_mark SET name = '2025'", "foreign"),
  ]

  @Test(arguments: damages.indices)
  func `a closed year that somebody changed is found out`(_ index: Int) throws {
    let (sql, fault) = Self.damages[index]
    let hall = try ClosingHall()
    try hall.close()
    chmod(hall.closedPath, 0o600)
    let triggers = [
      "journal_is_never_changed", "journal_is_never_shortened",
    ].map { "DROP TRIGGER \($0);" }.joined()
    #expect(tamper(with: hall.closedPath, triggers + sql))
    let report = try hall.report()
    let isFound = report.faults.contains { "\($0)".contains(fault) }
    #expect(isFound, "\(sql): \(report.faults)")
    #expect(report.faults.allSatisfy { $0.isOfOneFile || fault == "positionExpected" })
  }

  @Test func `any single byte of the file that is changed is found, or is none of the record`()
    throws
  {
    let hall = try ClosingHall()
    try hall.close()
    let sound = Array(try Data(contentsOf: URL(filePath: hall.closedPath)))
    chmod(hall.closedPath, 0o600)
    var random = SplitMix(seed: 5)
    let needle = Array("示范县".utf8)
    let places = sound.indices.dropLast(needle.count).filter {
      sound[$0] == needle[0] && Array(sound[$0..<$0 + needle.count]) == needle
    }
    for _ in 0..<3 {
      var bytes = sound
      bytes[try #require(places.randomElement(using: &random))] ^= 1
      try Data(bytes).write(to: URL(filePath: hall.closedPath))
      #expect(try !hall.report().isSound)
    }
  }

  @Test func `what the store keeps of closed cases is proved by their files`() throws {
    for sql in [
      "UPDATE closed_tally SET value = value + 1 WHERE measure = 'received'",
      "UPDATE closed_number SET taken = taken + 1 WHERE series = 'case/20260302'",
      "UPDATE closed_applicant SET body = replace(body, '示范', '示意')",
    ] {
      let hall = try ClosingHall()
      try hall.close()
      #expect(tamper(with: hall.path, sql))
      #expect(try !hall.report().isSound, "\(sql)")
      try SQLiteStore.open(at: hall.path)
        .rebuild(readings: TestReadings.of, withClosedYears: true)
      #expect(try hall.report().faults == [], "\(sql)")
    }
  }

  @Test func `only a case that was copied whole can leave the journal`() throws {
    let hall = try ClosingHall()
    try hall.close()
    let connection = try Connection(
      path: hall.path, mode: .readWrite, applicationID: 0x7963_6831)
    let row = "SELECT stream, version, position, hash, 1, '2026' FROM journal"
    let insert = "INSERT INTO closed_stream(stream, version, position, hash, began, name)"
    for sql in [
      "DELETE FROM journal WHERE position = 1",
      "DELETE FROM journal WHERE stream = 'case/\(hall.newest)'",
      "\(insert) \(row) WHERE stream = 'case/\(hall.newest)' AND version = 1",
      "\(insert) \(row) WHERE stream = 'hall' ORDER BY version DESC LIMIT 1",
      "\(insert) VALUES ('case/X', 1, 1, 'x', 1, '2026')",
      "DELETE FROM closed_stream", "UPDATE closed_stream SET version = 1",
      """
      INSERT INTO journal(position, stream, version, kind, body, recorded_at, clerk, act, hash)
      SELECT 9999, stream, version + 1, 'x', '{}', 'x', 'x', 1, 'x' FROM closed_stream LIMIT 1
      """,
    ] {
      let error = #expect(throws: SQLiteError.self, "\(sql)") {
        try connection.transaction { () throws(SQLiteError) in try connection.run(sql) }
      }
      #expect(error?.kind == .refusedByTrigger, "\(sql)")
    }
  }

  @Test func `a closed year is a file nobody writes, readable by itself`() throws {
    let hall = try ClosingHall()
    try hall.close()
    var found = stat()
    #expect(stat(hall.closedPath, &found) == 0 && found.st_mode & 0o777 == 0o400)
    #expect(throws: StoreError.readOnly(path: hall.closedPath)) {
      try SQLiteStore.open(at: hall.closedPath)
    }
    let report = try SQLiteStore.verify(
      copyAt: hall.closedPath, readings: TestReadings.of)
    #expect(report.isSound && report.hasComparedLists && report.closedYears.isEmpty)
    let beside = try FileManager.default.contentsOfDirectory(atPath: hall.folder.path)
    #expect(beside.filter { $0.hasPrefix("hall.db-2026") } == ["hall.db-2026.db"])
  }

  /// As if the last step of the schema had come later.
  private static func makeOlder(_ path: String) {
    chmod(path, 0o600)
    #expect(
      tamper(
        with: path,
        """
        DROP TABLE closed_number; DELETE FROM case_reach;
        DELETE FROM migrations WHERE position = (SELECT max(position) FROM migrations)
        """))
  }

  @Test func `a closed year of an older version is written anew, and is the same record`() throws {
    let hall = try ClosingHall()
    try hall.close()
    let before = try hall.seen()
    Self.makeOlder(hall.closedPath)
    let (store, _) = try hall.open()
    let closed = try #require(try hall.ids.first { try store.closedYear(of: $0) != nil })
    #expect(throws: StoreError.older(path: hall.closedPath)) { try store.caseRow(closed) }
    try store.renewClosedYears(readings: TestReadings.of)
    #expect(try hall.seen() == before)
    #expect(try hall.report().faults == [])
    let beside = try FileManager.default.contentsOfDirectory(atPath: hall.folder.path)
    #expect(beside.filter { $0.hasPrefix("hall.db-2026") } == ["hall.db-2026.db"])
  }

  @Test func `a closed year that another process writes anew is left to it`() throws {
    let hall = try ClosingHall()
    try hall.close()
    let before = try hall.seen()
    Self.makeOlder(hall.closedPath)
    let (store, _) = try hall.open()
    let part = try PartFile(hall.closedPath + ".part")
    try store.renewClosedYears(readings: TestReadings.of)
    #expect(throws: DeskRefusal.store(.older(path: hall.closedPath))) { try hall.seen() }
    part.discard()
    try store.renewClosedYears(readings: TestReadings.of)
    #expect(try hall.seen() == before)
  }

  @Test func `a year is not closed while another process is at it`() throws {
    let hall = try ClosingHall()
    let part = try PartFile(hall.closedPath + ".part")
    #expect(throws: DeskRefusal.store(.closingElsewhere(path: part.path))) { try hall.close() }
    part.discard()
    #expect(try hall.close().moved > 0)
  }

  @Test func `a backup is checked with the closed years of its store, and loses nothing`() throws {
    let hall = try ClosingHall()
    let (older, newer) = (hall.folder.path("older.db"), hall.folder.path("newer.db"))
    try SQLiteStore.open(at: hall.path).backup(into: older)
    try hall.close()
    try SQLiteStore.open(at: hall.path).backup(into: newer)
    let report = try SQLiteStore.verify(
      copyAt: newer, beside: hall.path, readings: TestReadings.of)
    #expect(report.faults == [])
    #expect(report.closedYears.map(\.path) == [hall.closedPath])
    let lost = #expect(throws: StoreReplacement.Obstacle.self) {
      try Self.replace(newer, with: older)
    }
    guard case .loses(let loss)? = lost else {
      Issue.record("\(String(describing: lost))")
      return
    }
    // The closing itself, and no case.
    #expect(loss.events == 1 && loss.diverging == 0)
    try Self.replace(older, with: newer)
  }

  private static func replace(_ path: String, with backup: String) throws {
    let copy = try StoreCopy(of: backup, beside: path + "-restoring")
    _ = try StoreReplacement(path: path, at: TestClock.start, mayLoseEvents: false)
      .carryOut(copy)
  }
}

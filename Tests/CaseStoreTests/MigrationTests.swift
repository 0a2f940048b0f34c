import CaseStore
import Casework
import Deskwork
import FaultyDisk
import FoundationEssentials
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// A store that the version before has written opens in this one.
struct MigrationTests {
  private let folder: TemporaryFolder
  private let hall: TestHall

  /// A day without anything the version before could not have recorded.
  init() throws {
    folder = try TemporaryFolder()
    hall = try TestHall(.file)
    var day = Workday(seed: 3)
    for _ in 0..<60 { _ = day.act(at: [hall.desk]) }
  }

  private static let applicationID: Int32 = 0x7963_6831

  /// The hall with its first five migrations, and of each row the columns there were.
  private func older() throws -> String {
    let path = folder.path("older.db")
    let whole = folder.path("whole.db")
    try SQLiteStore.open(at: hall.path).backup(into: whole)
    #expect(makeBodiesWhole(in: whole))
    let source = try Connection(path: whole, mode: .readOnly, applicationID: Self.applicationID)
    let target = try Connection(path: path, mode: .create, applicationID: Self.applicationID)
    try Migrator(Array(Schema.migrator.migrations.prefix(5))).migrate(target)
    let tables = try target.query(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
        AND name NOT LIKE 'search%' AND name <> 'migrations'
      """
    ) { row throws(SQLiteError) in try row.text(0) }
    try target.transaction { () throws(SQLiteError) in
      for table in tables { try copy(table, from: source, to: target) }
    }
    return path
  }

  private func copy(
    _ table: String, from source: Connection, to target: Connection
  ) throws(SQLiteError) {
    let columns = try target.query("SELECT name FROM pragma_table_info(?)", [.text(table)]) {
      row throws(SQLiteError) in try row.text(0)
    }
    let names = columns.joined(separator: ", ")
    let rows = try source.query("SELECT \(names) FROM \(table)") { row throws(SQLiteError) in
      columns.indices.map { row.value($0) }
    }
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    for row in rows {
      try target.run("INSERT INTO \(table)(\(names)) VALUES (\(places))", row)
    }
  }

  @Test func `a store of the version before is brought up to date once, from its journal`() throws {
    let path = try older()
    let store = try SQLiteStore.open(at: path)
    var told: [Progress] = []
    #expect(try store.isRebuildDue())
    try store.rebuild(readings: TestReadings.of) { told.append($0) }
    #expect(told.last.map { $0.done == $0.total } == true)
    #expect(try !store.isRebuildDue())
    let report = try SQLiteStore.openReadOnly(at: path).verify(readings: TestReadings.of)
    #expect(report.faults == [])
    #expect(report.hasComparedLists)
    let untouched = try SQLiteStore.openReadOnly(at: hall.path)
    let all = CaseFilter()
    #expect(
      try store.cases(all, after: nil, limit: 500)
        == untouched.cases(all, after: nil, limit: 500))
    #expect(try store.search("王", limit: 500) == untouched.search("王", limit: 500))
    let month = YearMonth(of: on(2026, 3, 2))
    #expect(try !store.tallies(from: month, through: month).isEmpty)
  }

  /// One card that shows from day to day at graver levels, and one that is grave at once.
  @Test func `sums of cards at each level become sums at a level or above`() throws {
    let path = folder.path("levels.db")
    let connection = try Connection(path: path, mode: .create, applicationID: Self.applicationID)
    try Migrator(Array(Schema.migrator.migrations.prefix(12))).migrate(connection)
    try connection.transaction { () throws(SQLiteError) in
      try connection.runScript(
        """
        INSERT INTO watch_sum(rule, department, level, day, value) VALUES
          ('J01', 'SJ', 1, '2026-03-02', 1), ('J01', 'SJ', 1, '2026-03-05', -1),
          ('J01', 'SJ', 2, '2026-03-05', 1), ('J01', 'SJ', 2, '2026-03-06', -1),
          ('J01', 'SJ', 3, '2026-03-06', 1), ('J01', '', 4, '2026-03-05', 1)
        """)
    }
    try Migrator(Array(Schema.migrator.migrations.prefix(13))).migrate(connection)
    let sums = try connection.query(
      "SELECT department, level, day, value FROM watch_sum ORDER BY department, level, day"
    ) { row throws(SQLiteError) in
      "\(try row.text(0)) \(try row.integer(1)) \(try row.text(2)) \(try row.integer(3))"
    }
    #expect(
      sums == [
        " 1 2026-03-05 1", " 2 2026-03-05 1", " 3 2026-03-05 1", " 4 2026-03-05 1",
        "SJ 1 2026-03-02 1", "SJ 2 2026-03-05 1", "SJ 3 2026-03-06 1",
      ])
  }

  /// Four orders of a department: one nobody has answered, one answered, one taken up by the second
  /// level after its answer, one closed; and one of the hall's own counters.
  @Test func `orders that wait for an answer are counted, and cards know the day they show`() throws
  {
    let path = folder.path("orders.db")
    let connection = try Connection(path: path, mode: .create, applicationID: Self.applicationID)
    try Migrator(Array(Schema.migrator.migrations.prefix(13))).migrate(connection)
    var version = 0
    try connection.transaction { () throws(SQLiteError) in
      for (kind, body, second) in Self.supervised {
        version += 1
        try connection.run(
          """
          INSERT INTO journal(stream, version, kind, body, recorded_at, clerk, act, hash)
          VALUES ('case/YC202603020001', ?, ?, ?, ?, 'S01', 1, '')
          """,
          [
            .integer(Int64(version)), .text("case.follow-up-\(kind).1"), .text(body),
            .text("2026-03-02T09:00:0\(second)+08:00"),
          ])
      }
      try connection.runScript(
        """
        INSERT INTO watch(urgency, case_id, card, rule, warning_from, red_from) VALUES
          (1, 'YC202603020001', 'J01', 'J01', '2026-03-05', '2026-03-03'),
          (1, 'YC202603020001', 'J02', 'J02', NULL, NULL)
        """)
    }
    try Migrator(Array(Schema.migrator.migrations.prefix(15))).migrate(connection)
    let counted = try connection.query("SELECT key || ' ' || value FROM counter_value") {
      row throws(SQLiteError) in try row.text(0)
    }
    #expect(counted == ["orders/SJ 2"])
    let days = try connection.query("SELECT ifnull(shows_from, '-') FROM watch ORDER BY card") {
      row throws(SQLiteError) in try row.text(0)
    }
    #expect(days == ["2026-03-03", "-"])
  }

  private static let supervised = [
    ("ordered", #"{"department":"SJ","order":1}"#, 1),
    ("ordered", #"{"department":"SJ","order":2}"#, 1), ("answered", #"{"order":2}"#, 2),
    ("ordered", #"{"department":"SJ","order":3}"#, 1), ("answered", #"{"order":3}"#, 2),
    ("escalated", #"{"order":3}"#, 3),
    ("ordered", #"{"department":"SJ","order":4}"#, 1), ("closed", #"{"order":4}"#, 2),
    ("ordered", #"{"order":5}"#, 1),
  ]

  @Test func `who only looks is told what to do first, and changes nothing`() throws {
    let path = try older()
    let before = try Connection(path: path, mode: .readOnly, applicationID: Self.applicationID)
      .integer("SELECT count(*) FROM migrations")
    #expect(throws: StoreError.older(path: path)) { try SQLiteStore.openReadOnly(at: path) }
    let after = try Connection(path: path, mode: .readOnly, applicationID: Self.applicationID)
      .integer("SELECT count(*) FROM migrations")
    #expect(before == 5 && after == 5)
    // Between the new columns and the new lists nobody reads what is half there.
    _ = try SQLiteStore.open(at: path)
    #expect(throws: StoreError.older(path: path)) { try SQLiteStore.openReadOnly(at: path) }
  }

  @Test func `whoever is stopped in the middle of it begins again where it was`() throws {
    let path = try older()
    let disk = FaultyDisk()
    let log = try #require(PowerLog(folder.path("migration.log")))
    let before = [DiskCall.File.main, .log].map { file in
      (file, FileManager.default.contents(atPath: path + (file.suffix ?? "")).map(Array.init) ?? [])
    }
    var handling = FileHandling()
    (handling.layer, handling.checkpointPages) = (disk.name, 30)
    log.keep(disk)
    do {
      let store = try SQLiteStore.open(at: path, handling: handling)
      try store.rebuild(readings: TestReadings.of)
    }
    let entries = log.entries()
    var random = SplitMix(seed: 77)
    for number in 0..<10 {
      // Killed, everything it wrote is there; without power, what it had not flushed may not be.
      let part: Double = number.isMultiple(of: 2) ? 1 : 0.5
      let moment = Int.random(in: 0..<entries.count, using: &random)
      var cut = PowerCut(Dictionary(uniqueKeysWithValues: before))
      for entry in entries.prefix(moment) { cut.take(entry) }
      let again = folder.path("again-\(number).db")
      for (file, bytes) in cut.files(arrived: part, using: &random) {
        try Data(bytes).write(to: URL(filePath: again + (file.suffix ?? "")))
      }
      let store = try SQLiteStore.open(at: again)
      if try store.isRebuildDue() { try store.rebuild(readings: TestReadings.of) }
      let report = try store.verify(readings: TestReadings.of)
      #expect(report.faults == [], "\(moment) of \(entries.count)")
    }
  }

  @Test func `a store made today has nothing to be brought up to date`() throws {
    let store = try SQLiteStore.open(at: hall.path)
    #expect(try !store.isRebuildDue())
    #expect(try store.verify(readings: TestReadings.of).isSound)
  }
}

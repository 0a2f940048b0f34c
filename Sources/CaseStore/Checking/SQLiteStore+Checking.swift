package import Deskwork
import SQLite

extension SQLiteStore {
  /// Reads everything again: the structure of the file, every event and its hash, and every list
  /// against what the journal makes of it. It writes nothing into the store.
  ///
  /// `heads` are numbers of events at which the head is worked out again.
  ///
  /// `processors` is for tests: the answer is the same with any number of them.
  package func verify(
    readings: @escaping @Sendable (String) -> [Spelling], heads: [Int64] = [],
    processors: Int? = nil, progress: @escaping (Progress) -> Void = { _ in }
  ) throws(StoreError) -> VerifyReport {
    let work = CheckingWork(processors: processors, progress: progress)
    return try reading { connection throws(StoreFailure) in
      try asking { () throws(SQLiteError) in
        try connection.sortOnDisk(true)
        try connection.keepPages(kilobytes: Self.checkingCacheKilobytes)
      }
      defer {
        try? connection.sortOnDisk(false)
        try? connection.keepPages(kilobytes: nil)
      }
      let kept = KeptSums(of: path)
      defer { kept.end() }
      return try connection.snapshot { () throws(StoreFailure) in
        let isOlder = try asking { () throws(SQLiteError) in try connection.isRebuildDue() }
        if isOlder { return try self.check(heads, nil, readings, work) }
        let scratch = try asking { () throws(SQLiteError) in try ScratchStore() }
        return try scratch.connection.transaction { () throws(StoreFailure) in
          kept.begin()
          let lists = ListsAnew(
            of: self, in: scratch.connection, adding: kept, readings: readings)
          return try self.check(heads, lists, readings, work)
        }
      }
    }
  }

  /// Cases are read one after another, and what happened to one lies among that of some weeks: every
  /// page is come back to until they are over.
  private static let checkingCacheKilobytes = 131_072

  /// `lists` is nil if those of the store are too old to be compared with any.
  private func check(
    _ heads: [Int64], _ lists: ListsAnew?, _ readings: @escaping @Sendable (String) -> [Spelling],
    _ work: CheckingWork
  ) throws(StoreFailure) -> VerifyReport {
    let years = try closedYearsToCheck()
    var report = try asking { () throws(SQLiteError) in
      try self.checkJournal(heads, with: years, telling: lists, work)
    }
    report.closedYears = years.map(\.reading)
    guard report.faults.allSatisfy(\.isOfOneFile), let lists else { return report }
    report.faults += try lists.faults(work.progress)
    report.faults += try faults(of: years, readings: readings)
    report.hasComparedLists = true
    return report
  }

  /// Makes all lists anew from the journal, whole or not at all; everybody else waits meanwhile.
  ///
  /// What closed cases had added to the sums stands in the store; it is added up anew as well, from
  /// their files, if `withClosedYears`.
  package func rebuild(
    readings: @escaping @Sendable (String) -> [Spelling], withClosedYears: Bool = false,
    progress: @escaping (Progress) -> Void = { _ in }
  ) throws(StoreError) {
    let years =
      withClosedYears ? try reading { _ throws(StoreFailure) in try closedYearsToCheck() } : []
    for year in years { _ = try closedStore(year.closed) }
    try reading { connection throws(StoreFailure) in
      try connection.transaction { () throws(StoreFailure) in
        if !years.isEmpty { try addShares(of: years, to: connection) }
        var replay = try Replay(source: connection, target: connection, readings: readings)
        try replay.run(progress)
      }
    }
  }

  /// Whether the lists are those an older version of this program has left.
  package func isRebuildDue() throws(StoreError) -> Bool {
    try using { connection throws(SQLiteError) in try connection.isRebuildDue() }
  }

  /// Where the lists are not what the journal makes of it, once that is known to be whole.
  func compareLists(
    readings: @escaping @Sendable (String) -> [Spelling]
  ) throws(StoreFailure) -> [StoreFault] {
    try asking { () throws(SQLiteError) in try connection.sortOnDisk(true) }
    defer { try? connection.sortOnDisk(false) }
    return try compareRows(readings: readings)
  }

  /// Makes every list anew in an empty store, and says which rows are others.
  func compareRows(
    readings: @escaping @Sendable (String) -> [Spelling], _ progress: (Progress) -> Void = { _ in }
  ) throws(StoreFailure) -> [StoreFault] {
    let scratch = try asking { () throws(SQLiteError) in try ScratchStore() }
    return try scratch.connection.transaction { () throws(StoreFailure) in
      var replay = try Replay(
        comparing: self.connection, in: scratch.connection, readings: readings)
      try replay.run(progress)
      return try asking { () throws(SQLiteError) in
        try self.differences(in: ReadModelTable.compared, from: scratch.connection)
      }
    }
  }

  func differences(
    in tables: [ReadModelTable], from anew: Connection
  ) throws(SQLiteError) -> [StoreFault] {
    var faults: [StoreFault] = []
    for table in tables {
      let left = JournalCheck.reportedFaults - faults.count
      do throws(SQLiteError) {
        var comparison = try ListComparison(table, in: connection, limit: left)
        try comparison.compare(connection, with: anew)
        faults += comparison.faults
      } catch  where error.kind == .corrupt || error.kind == .other {
        faults.append(.list(table: table.name, key: "*", .unreadable))
      }
    }
    return faults
  }
}

/// An empty store for the time of a check. Its file has no name any more, so that nothing of it stays
/// behind, however the check ends.
final class ScratchStore {
  let connection: Connection

  init() throws(SQLiteError) {
    let folder = try ScratchFolder()
    defer { withExtendedLifetime(folder) {} }
    connection = try SQLiteStore.connect(
      folder.path("scratch.db"), .create, SQLiteStore.usualPatience, Self.handling)
    try connection.sortOnDisk(true)
    try Schema.migrator.migrate(connection)
    try connection.giveUpLog(cacheKilobytes: 65_536)
    try connection.transaction { () throws(SQLiteError) in try dropIndexes() }
  }

  /// Nobody asks for anything but whole tables in the order of their keys, and days that are spent.
  private func dropIndexes() throws(SQLiteError) {
    let names = try connection.query(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'index' AND sql IS NOT NULL AND name <> 'watch_sum_spent'
      """
    ) { row throws(SQLiteError) in try row.text(0) }
    for name in names { try connection.run("DROP INDEX \"\(name)\"") }
  }

  /// Nobody waits for what lies in it, and nobody misses it after a power cut.
  private static var handling: FileHandling {
    var handling = FileHandling.usual
    handling.synchronous = .off
    handling.takesTurns = false
    return handling
  }
}

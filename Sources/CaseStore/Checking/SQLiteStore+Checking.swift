package import Deskwork
import SQLite

extension SQLiteStore {
  /// Reads everything again: the structure of the file, every event and its hash, and every list
  /// against what the journal makes of it. It writes nothing into the store.
  ///
  /// `heads` are numbers of events at which the head is worked out again.
  package func verify(
    readings: @escaping (String) -> [Spelling], heads: [Int64] = [],
    progress: @escaping (Progress) -> Void = { _ in }
  ) throws(StoreError) -> VerifyReport {
    try reading { connection throws(StoreFailure) in
      try connection.snapshot { () throws(StoreFailure) in
        let years = try self.closedYearsToCheck()
        var report = try asking { () throws(SQLiteError) in
          try self.checkJournal(heads, with: years, progress)
        }
        report.closedYears = years.map(\.reading)
        let isOlder = try asking { () throws(SQLiteError) in try connection.isRebuildDue() }
        guard report.faults.allSatisfy(\.isOfOneFile), !isOlder else { return report }
        report.faults += try self.compareLists(readings: readings)
        report.faults += try self.faults(of: years, readings: readings)
        report.hasComparedLists = true
        return report
      }
    }
  }

  /// Makes all lists anew from the journal, whole or not at all; everybody else waits meanwhile.
  ///
  /// What closed cases had added to the sums stands in the store; it is added up anew as well, from
  /// their files, if `withClosedYears`.
  package func rebuild(
    readings: @escaping (String) -> [Spelling], withClosedYears: Bool = false,
    progress: @escaping (Progress) -> Void = { _ in }
  ) throws(StoreError) {
    let years =
      withClosedYears ? try reading { _ throws(StoreFailure) in try closedYearsToCheck() } : []
    for year in years { _ = try closedStore(year.closed) }
    try reading { connection throws(StoreFailure) in
      try connection.transaction { () throws(StoreFailure) in
        if !years.isEmpty { try addShares(of: years, to: connection) }
        try Replay(source: connection, target: connection, readings: readings, progress: progress)
          .run()
      }
    }
  }

  /// Whether the lists are those an older version of this program has left.
  package func isRebuildDue() throws(StoreError) -> Bool {
    try using { connection throws(SQLiteError) in try connection.isRebuildDue() }
  }

  func compareLists(
    readings: @escaping (String) -> [Spelling]
  ) throws(StoreFailure) -> [StoreFault] {
    let scratch = try asking { () throws(SQLiteError) in try ScratchStore() }
    let pending = try asking { () throws(SQLiteError) in
      try SearchIndex(connection: self.connection).waiting()
    }
    try scratch.connection.transaction { () throws(StoreFailure) in
      try Replay(
        source: self.connection, target: scratch.connection, readings: readings, pending: pending,
        sendsMessages: true, progress: { _ in }
      ).run()
    }
    return try asking { () throws(SQLiteError) in
      try self.differences(
        in: ReadModelTable.all + [.numbers, .outgoing, .searchWords], from: scratch.connection)
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

/// An empty store for the time of a check.
final class ScratchStore {
  let connection: Connection
  private let folder: ScratchFolder

  init() throws(SQLiteError) {
    folder = try ScratchFolder()
    connection = try SQLiteStore.connect(folder.path("scratch.db"), .create)
    try Schema.migrator.migrate(connection)
  }
}

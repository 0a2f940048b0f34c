package import Deskwork
import FoundationEssentials
import SQLite

extension SQLiteStore {
  /// Reads everything again: the structure of the file, every event and its hash, and every list
  /// against what the journal makes of it. It writes nothing into the store.
  package func verify(
    initials: @escaping (String) -> [String], progress: @escaping (Progress) -> Void = { _ in }
  ) throws(StoreError) -> VerifyReport {
    try reading { connection throws(StoreFailure) in
      try connection.snapshot { () throws(StoreFailure) in
        var report = try asking { () throws(SQLiteError) in
          try self.checkJournal(progress)
        }
        guard report.isSound else { return report }
        report.faults = try self.compareLists(initials: initials)
        report.hasComparedLists = true
        return report
      }
    }
  }

  /// Makes all lists anew from the journal, whole or not at all; everybody else waits meanwhile.
  package func rebuild(
    initials: @escaping (String) -> [String], progress: @escaping (Progress) -> Void = { _ in }
  ) throws(StoreError) {
    try reading { connection throws(StoreFailure) in
      try connection.transaction { () throws(StoreFailure) in
        try Replay(source: connection, target: connection, initials: initials, progress: progress)
          .run()
      }
    }
  }

  /// Whether the lists are those an older version of this program has left.
  package func isRebuildDue() throws(StoreError) -> Bool {
    try using { connection throws(SQLiteError) in try connection.isRebuildDue() }
  }

  private func checkJournal(
    _ progress: @escaping (Progress) -> Void
  ) throws(SQLiteError) -> VerifyReport {
    let structure = try connection.structuralFaults()
    guard structure.isEmpty else {
      return VerifyReport(faults: structure.map { .structure(detail: $0) })
    }
    var check = JournalCheck(total: Int(try connection.lastPosition()), progress: progress)
    let events = try connection.prepare(JournalCheck.sql)
    try events.bind([])
    while try events.step() { check.check(try JournalLine(events.row)) }
    try checkPositions(&check)
    return check.finish()
  }

  private func checkPositions(_ check: inout JournalCheck) throws(SQLiteError) {
    let lines = try connection.prepare(
      "SELECT position, stream, version, kind FROM journal ORDER BY position")
    try lines.bind([])
    var last: Int64 = 0
    while try lines.step() {
      let row = lines.row
      let position = try row.integer(0)
      if position != last + 1 {
        let place = EventPlace(
          position: position, stream: try row.text(1), version: try row.number(2),
          kind: try row.text(3))
        check.checkPosition(position, after: last, place)
      }
      last = position
    }
    check.checkEnd(last, written: try connection.lastPosition())
  }

  private func compareLists(
    initials: @escaping (String) -> [String]
  ) throws(StoreFailure) -> [StoreFault] {
    let scratch = try asking { () throws(SQLiteError) in try ScratchStore() }
    let pending = try asking { () throws(SQLiteError) in
      try SearchIndex(connection: self.connection).waiting()
    }
    try scratch.connection.transaction { () throws(StoreFailure) in
      try Replay(
        source: self.connection, target: scratch.connection, initials: initials, pending: pending,
        progress: { _ in }
      ).run()
    }
    return try asking { () throws(SQLiteError) in
      try self.differences(from: scratch.connection)
    }
  }

  private func differences(from anew: Connection) throws(SQLiteError) -> [StoreFault] {
    var faults: [StoreFault] = []
    for table in ReadModelTable.all + [.numbers, .searchWords] {
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
private final class ScratchStore {
  let connection: Connection
  private let folder: String

  init() throws(SQLiteError) {
    folder = FileManager.default.temporaryDirectory.path + "/yichuang-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw SQLiteError(kind: .cannotOpen, message: "\(folder) could not be made: \(error)")
    }
    connection = try SQLiteStore.connect(folder + "/scratch.db", .create)
    try Schema.migrator.migrate(connection)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

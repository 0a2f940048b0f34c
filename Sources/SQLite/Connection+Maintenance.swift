private import CSQLite

extension Connection {
  /// Pages in the write-ahead log after the last commit of this connection.
  package var logLength: Int { handle.logPages }

  /// Moves the write-ahead log into the database if it has grown to so many pages.
  package func checkpointIfNeeded(pages: Int? = nil) throws(SQLiteError) {
    guard handle.logPages >= pages ?? handling.checkpointPages else { return }
    try holdingTurn { () throws(SQLiteError) in try moveLog() }
  }

  /// The commit stands already, so a checkpoint that fails is tried again at the next one.
  func checkpointAfterCommit() {
    if handle.logPages >= handling.checkpointPages { try? moveLog() }
  }

  private func moveLog() throws(SQLiteError) {
    let code = sqlite3_wal_checkpoint_v2(
      handle.database, "main", SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    // A reader in the way is no fault: what it still needs is moved later.
    if code != SQLITE_BUSY { try handle.check(code) }
  }

  /// For whoever leaves. A log that nobody is left to use is moved into the database and cut off:
  /// whoever comes next would have to look through all of it before the first question is answered.
  package func emptyLogIfAlone() {
    guard standing == .free, Place.size(path + "-wal") >= Self.longLog else { return }
    // A program that is none of ours may still read; it is not waited for.
    sqlite3_busy_timeout(handle.database, 0)
    defer { sqlite3_busy_timeout(handle.database, 10_000) }
    use?.alone {
      try? holdingTurn { () throws(SQLiteError) in
        _ = sqlite3_wal_checkpoint_v2(
          handle.database, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
      }
    }
  }

  /// In bytes; less is looked through in no time.
  private static let longLog: Int64 = 262_144

  /// Writes a consistent copy to a new file that only its owner reads.
  package func backup(into target: String) throws(SQLiteError) {
    let target = Place.plain(target)
    guard !Place.exists(target) else {
      throw SQLiteError(kind: .alreadyExists, message: "\(target) exists already")
    }
    try Place.create(target)
    do {
      try copy(into: target)
      try Place.flush(target)
    } catch {
      Place.remove(target)
      throw error
    }
  }

  /// Writes a consistent copy into an empty file; flushing it is the caller's business.
  package func copy(
    into target: String, progress: @escaping () -> Void = {}
  ) throws(SQLiteError) {
    precondition(standing == .free, "a backup inside a transaction")
    let statement = try prepare("VACUUM INTO ?")
    try statement.bind([.text(Place.plain(target))])
    try handle.watching(progress) { () throws(SQLiteError) in
      while try statement.step() {}
    }
  }

  /// How many pages the file has.
  package func pageCount() throws(SQLiteError) -> Int {
    Int(try integer("PRAGMA page_count") ?? 0)
  }

  package func pageSize() throws(SQLiteError) -> Int {
    Int(try integer("PRAGMA page_size") ?? 0)
  }

  /// Moves everything into the one file and takes the log away. SQLite does so only where no other
  /// connection of any program has the file open; else it is busy.
  package func becomeSoleFile() throws(SQLiteError) {
    sqlite3_busy_timeout(handle.database, 500)
    defer { sqlite3_busy_timeout(handle.database, 10_000) }
    let found = try first("PRAGMA journal_mode = DELETE") { row throws(SQLiteError) in
      try row.text(0)
    }
    let leftovers = ["-wal", "-journal"].filter { Place.holdsBytes(path + $0) }
    guard found == "delete", leftovers.isEmpty else {
      throw SQLiteError(kind: .busy, message: "\(path) is open elsewhere")
    }
  }

  /// Whether what has to be sorted may lie in a file without a name while it is: a list of a million
  /// cases is too much for the memory. Not inside a transaction.
  package func sortOnDisk(_ isOnDisk: Bool) throws(SQLiteError) {
    precondition(standing == .free, "the place to sort changed inside a transaction")
    try run("PRAGMA temp_store = \(isOnDisk ? "FILE" : "MEMORY")")
  }

  /// How much of the file is kept in memory: more for whoever reads much that comes back; nil for the
  /// usual.
  package func keepPages(kilobytes: Int?) throws(SQLiteError) {
    try run("PRAGMA cache_size = -\(kilobytes ?? Self.usualCacheKilobytes)")
  }

  /// For a file that nobody else opens and nobody needs after a power cut: pages that do not fit in
  /// memory are written where they belong. A log would grow with every page written again, and be
  /// looked through for each that is read.
  package func giveUpLog(cacheKilobytes: Int) throws(SQLiteError) {
    precondition(standing == .free, "the log given up inside a transaction")
    let mode = try first("PRAGMA journal_mode = MEMORY") { row throws(SQLiteError) in
      try row.text(0)
    }
    guard mode == "memory" else {
      throw SQLiteError(kind: .busy, message: "\(path) is open elsewhere")
    }
    keepsLog = false
    try keepPages(kilobytes: cacheKilobytes)
  }

  /// Keeps a log again. If the disk is waited for by now, all that was written without one is on it
  /// afterwards: the mark of the change is written into the file and the file flushed.
  package func takeUpLog() throws(SQLiteError) {
    precondition(standing == .free, "the log taken up inside a transaction")
    try setUpWriting()
    keepsLog = true
    try keepPages(kilobytes: nil)
  }

  /// A number that changes when another connection has committed.
  package func dataVersion() throws(SQLiteError) -> Int64 {
    try integer("PRAGMA data_version") ?? 0
  }

  /// What SQLite finds wrong with the file's structure; changed values it cannot see. Whether every
  /// index fits its table is asked only where there is time for it.
  package func structuralFaults(withIndexes: Bool = false) throws(SQLiteError) -> [String] {
    let check = withIndexes ? "integrity_check" : "quick_check"
    do throws(SQLiteError) {
      return try query("PRAGMA \(check)(20)") { row throws(SQLiteError) in try row.text(0) }
        .filter { $0 != "ok" }
    } catch  where error.kind == .corrupt {
      return [error.message]
    }
  }

  /// Takes tables out that are damaged too much to be dropped: virtual ones, and then those they kept
  /// what they know in, which nobody else may touch as long as they are there.
  package func discard(
    virtualTables: [String], keptIn shadows: [String]
  ) throws(SQLiteError) {
    precondition(standing == .writing, "tables discarded outside a transaction")
    try handle.check(csqlite_set_flag(handle.database, SQLITE_DBCONFIG_DEFENSIVE, 0))
    defer { _ = csqlite_set_flag(handle.database, SQLITE_DBCONFIG_DEFENSIVE, 1) }
    try handle.execute("PRAGMA writable_schema = ON")
    defer { try? handle.execute("PRAGMA writable_schema = OFF") }
    for name in virtualTables {
      try run("DELETE FROM sqlite_schema WHERE type = 'table' AND name = ?", [.text(name)])
    }
    try handle.execute("PRAGMA writable_schema = RESET")
    for name in shadows { try handle.execute("DROP TABLE IF EXISTS \"\(name)\"") }
  }

  /// The number this file was given when it was made; a copy has the same.
  package func fileNumber() throws(SQLiteError) -> Int64 {
    try integer("PRAGMA user_version") ?? 0
  }
}

/// The library this program runs with.
package enum SQLiteLibrary {
  package static var version: String { String(cString: sqlite3_libversion()) }

  /// Whether it can damage a file when a checkpoint overlaps a write; our turn keeps them apart.
  package static var hasLogResetFault: Bool { hasLogResetFault(sqlite3_libversion_number()) }

  package static func hasLogResetFault(_ number: Int32) -> Bool {
    switch number {
    case ..<3_007_000: false
    case ..<3_044_006: true
    case 3_045_000..<3_050_007: true
    case 3_051_000..<3_051_003: true
    default: false
    }
  }
}

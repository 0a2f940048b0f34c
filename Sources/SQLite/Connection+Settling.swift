private import CSQLite

extension Connection {
  /// Whether what was committed is on disk before anybody is told of it. Not while a file is made that
  /// nobody knows of yet: a checkpoint afterwards makes it safe.
  package func waitForDisk(_ waits: Bool) throws(SQLiteError) {
    precondition(standing == .free, "the wait for the disk changed inside a transaction")
    waitsForDisk = waits
    try setSynchronous(waits ? handling.synchronous : .off)
  }

  /// Where the turn keeps writers apart, the log is flushed after it (`LogFlush`); SQLite would do so
  /// within it.
  func setSynchronous(_ synchronous: FileHandling.Synchronous) throws(SQLiteError) {
    let word =
      switch synchronous {
      case .off: "OFF"
      case .normal: "NORMAL"
      case .full: flush == nil ? "FULL" : "NORMAL"
      }
    try handle.execute("PRAGMA synchronous = \(word)")
  }

  func settle(_ debt: LogFlush.Debt, with flush: LogFlush) throws(SQLiteError) {
    do {
      try flush.settle(debt, handle.flushingLog())
    } catch {
      try settleByMoving(flush, after: error)
    }
  }

  /// The disk has refused to flush the log, and says so once: a second flush would succeed without
  /// having written anything. What can still be read of the log is put into the database instead.
  func settleByMoving(_ flush: LogFlush?, after error: SQLiteError) throws(SQLiteError) {
    guard let turn, let flush else { throw error }
    do { try turn.enter() } catch { throw SQLiteError.unsettled }
    defer { turn.leave() }
    guard let reached = flush.reached, let found = LogInspection.reach(of: path),
      found.round == reached.round, found.frames >= reached.frames,
      sqlite3_wal_checkpoint_v2(handle.database, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        == SQLITE_OK
    else { throw SQLiteError.unsettled }
    flush.forget()
  }
}

extension Handle {
  /// How far the log reaches since this connection has written to it; nil if it has not since the last
  /// time this was asked.
  func newReach() throws(SQLiteError) -> LogMark? {
    guard hasLogged else { return nil }
    hasLogged = false
    var round: CUnsignedLongLong = 0
    try check(csqlite_log_round(database, &round))
    return LogMark(round: UInt64(round), frames: Int64(logPages))
  }

  /// What flushes the log, whatever the connection does meanwhile. Whoever has not opened the log has
  /// seen nothing of it.
  func flushingLog() -> () throws(SQLiteError) -> Void {
    let log = csqlite_log(database)
    return { () throws(SQLiteError) in
      try withExtendedLifetime(self) { () throws(SQLiteError) in
        let code = log.map { csqlite_flush($0) } ?? SQLITE_OK
        if code != SQLITE_OK { throw SQLiteError(code, of: nil) }
      }
    }
  }
}

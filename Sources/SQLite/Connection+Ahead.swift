// Going on while the disk writes.
extension Connection {
  /// What `body` commits is written by the disk when this returns, and nobody is told of it before
  /// `awaitDisk` has answered. Until then the connection may read; whoever wants to write waits.
  package func withoutWaiting<Answer, Failure: Error>(
    _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    let before = goesAhead
    goesAhead = true
    defer { goesAhead = before }
    return try body()
  }

  /// Waits until the disk has all that was committed without waiting.
  package func awaitDisk() throws(SQLiteError) {
    endFlush()
    guard let error = unconfirmed else { return }
    unconfirmed = nil
    throw error
  }

  /// Begins the flush where it may go on behind; else waits for it.
  func settleBehind(_ debt: LogFlush.Debt, with flush: LogFlush) throws(SQLiteError) {
    guard goesAhead else { return try settle(debt, with: flush) }
    guard !flush.isSettled(debt) else { return }
    let flushLog = handle.flushingLog()
    flushUnderWay = FlushUnderWay { () throws(SQLiteError) in try flush.settle(debt, flushLog) }
  }

  /// Waits for the flush that is under way. Where it has failed, that is kept for `awaitDisk`.
  func endFlush() {
    guard let last = flushUnderWay else { return }
    flushUnderWay = nil
    do throws(SQLiteError) { try last.wait() } catch {
      do throws(SQLiteError) { try settleByMoving(flush, after: error) } catch {
        unconfirmed = error
      }
    }
  }
}

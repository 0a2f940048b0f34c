extension Connection {
  /// Everything in `body` or nothing: it waits for the turn to write, and undoes all if it throws.
  @discardableResult
  package func transaction<Result, Failure: SQLiteFailure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(standing == .free, "a transaction inside a transaction")
    do { try enterTurn() } catch { throw Failure(error) }
    let result: Result
    do { result = try undivided(.writing, "BEGIN IMMEDIATE", body) } catch {
      leaveTurn()
      throw error
    }
    do { try leaveTurnAndSettle() } catch { throw Failure(error) }
    return result
  }

  /// Several reads of one and the same state; keep it short, for the log grows meanwhile.
  @discardableResult
  package func snapshot<Result, Failure: SQLiteFailure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(standing == .free, "a snapshot inside a transaction")
    return try undivided(.reading, "BEGIN DEFERRED", body)
  }

  /// Holds the turn to write around several transactions or none; what was committed is on disk when
  /// the outermost of them answers.
  package func holdingTurn<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try enterTurn()
    return try leavingTurn(after: body)
  }

  private func leavingTurn<Result>(
    after body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    let result: Result
    do { result = try body() } catch {
      leaveTurn()
      throw error
    }
    try leaveTurnAndSettle()
    return result
  }

  /// The same; where somebody else has the turn and has told what it is about to commit, `inLine` may
  /// go by that already, and read meanwhile. `hasCome` tells in the turn whether it came so.
  package func holdingTurn<Result>(
    inLine: (Announcement) -> Void, _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    let turn = try turnToEnter()
    if handling.takesTurns { try turn.enter(inLine: inLine) }
    return try leavingTurn(after: body)
  }

  /// In the turn: whether just that was committed since it was told, and nothing else.
  package func hasCome(_ announcement: Announcement) -> Bool {
    guard let mark = turn?.mark(confirming: announcement) else { return false }
    return mark == flush?.reachedForCertain
  }

  /// In a transaction that commits just this; who does not wait in the line as `inLine` tells nobody.
  package func announce(_ bytes: () -> [UInt8]?) {
    precondition(standing == .writing, "announced outside a transaction")
    turn?.announce(bytes)
  }

  private func enterTurn() throws(SQLiteError) {
    let turn = try turnToEnter()
    if handling.takesTurns { try turn.enter() }
  }

  private func turnToEnter() throws(SQLiteError) -> WriteTurn {
    guard let turn else {
      throw SQLiteError(kind: .readOnly, message: "\(path) was opened for reading")
    }
    endFlush()
    return turn
  }

  private func leaveTurn() {
    if handling.takesTurns { turn?.leave() }
  }

  /// Others may write while this waits for the disk.
  private func leaveTurnAndSettle() throws(SQLiteError) {
    guard let turn, let flush, turn.isHeldOnce else { return leaveTurn() }
    let debt: LogFlush.Debt
    do { debt = try flush.debt() } catch {
      leaveTurn()
      throw error
    }
    turn.confirmAnnouncement(reaching: flush.reachedForCertain)
    leaveTurn()
    try settleBehind(debt, with: flush)
  }

  private func undivided<Result, Failure: SQLiteFailure>(
    _ standing: Standing, _ begin: String, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    do { try handle.execute(begin) } catch { throw Failure(error) }
    handle.standing = standing
    defer { handle.standing = .free }
    if standing == .writing { record?.add(.begin) }
    let result: Result
    do { result = try body() } catch {
      undo()
      throw error
    }
    do { try commit() } catch {
      undo()
      throw Failure(error)
    }
    if standing == .writing { record?.add(.end) }
    return result
  }

  private func commit() throws(SQLiteError) {
    try handle.checkTransaction()
    guard standing == .writing else { return try handle.execute("COMMIT") }
    if let flush {
      try flush.noting({ () throws(SQLiteError) in try handle.execute("COMMIT") }) {
        () throws(SQLiteError) in try handle.newReach()
      }
    } else {
      try handle.execute("COMMIT")
    }
    turn?.noteCommit()
    checkpointAfterCommit()
  }

  /// Nothing more can be done if this fails: closing the file undoes the rest.
  private func undo() {
    turn?.noteUndoing()
    if handle.isInTransaction { try? handle.execute("ROLLBACK") }
  }
}

private import CSQLite

/// What statements have cost, as SQLite counts it: the same on every machine, at any time.
package struct Effort: Hashable, Sendable {
  /// The statements that were carried out, in the order they ended.
  package private(set) var texts: [String] = []
  /// How many of them had to be prepared, because none was kept.
  package var preparations = 0
  /// Instructions of SQLite's machine; each row costs a few.
  package private(set) var steps = 0
  /// Rows that were come to one after the other without an index having led there.
  package private(set) var scannedRows = 0
  package private(set) var sorts = 0

  package init() {}

  mutating func add(_ statement: OpaquePointer, _ sql: String) {
    texts.append(sql)
    steps += Self.taken(SQLITE_STMTSTATUS_VM_STEP, from: statement)
    scannedRows += Self.taken(SQLITE_STMTSTATUS_FULLSCAN_STEP, from: statement)
    sorts += Self.taken(SQLITE_STMTSTATUS_SORT, from: statement)
  }

  /// A kept statement goes on counting, so that it begins at zero.
  static func reset(_ statement: OpaquePointer) {
    for counter in [
      SQLITE_STMTSTATUS_VM_STEP, SQLITE_STMTSTATUS_FULLSCAN_STEP, SQLITE_STMTSTATUS_SORT,
    ] {
      _ = taken(counter, from: statement)
    }
  }

  private static func taken(_ counter: Int32, from statement: OpaquePointer) -> Int {
    Int(sqlite3_stmt_status(statement, counter, 1))
  }
}

extension Connection {
  /// Counts what the statements of `body` cost.
  package func measuring<Answer, Failure: Error>(
    _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> (answer: Answer, effort: Effort) {
    precondition(handle.effort == nil, "measured while something is being measured")
    handle.effort = Effort()
    defer { handle.effort = nil }
    let answer = try body()
    return (answer, handle.effort ?? Effort())
  }
}

private import CSQLite

/// What a connection is in the middle of.
enum Standing {
  case free, reading, writing
}

/// The open database of C; it closes when the connection and its last statement are gone.
final class Handle {
  let database: OpaquePointer
  var standing = Standing.free
  /// Pages in the write-ahead log after the last commit of this connection.
  private(set) var logPages = 0
  /// Whether it has written to the log since somebody asked.
  var hasLogged = false
  private let kept = KeptStatements()
  /// What statements cost, while somebody wants to know.
  var effort: Effort?

  /// Comes too late where SQLite is in use already, which does no harm.
  private static let countsNoMemory = csqlite_count_no_memory() == SQLITE_OK

  init(path: String, flags: Int32, layer: String?) throws(SQLiteError) {
    _ = Self.countsNoMemory
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags, layer)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(code, of: opened)
      sqlite3_close(opened)
      throw error
    }
    database = opened
    sqlite3_extended_result_codes(database, 1)
  }

  deinit {
    kept.finalizeAll()
    sqlite3_close(database)
  }

  func check(_ code: Int32, _ sql: String? = nil) throws(SQLiteError) {
    if code != SQLITE_OK { throw SQLiteError(code, of: database, sql: sql) }
  }

  /// Runs a text of any number of statements and drops their rows.
  func execute(_ sql: String) throws(SQLiteError) {
    try check(sqlite3_exec(database, sql, nil, nil, nil), sql)
  }

  var isInTransaction: Bool { sqlite3_get_autocommit(database) == 0 }

  /// A full disk makes SQLite undo the transaction by itself; what came after would be kept alone.
  func checkTransaction() throws(SQLiteError) {
    if standing == .writing, !isInTransaction {
      throw SQLiteError(kind: .transactionLost, message: "SQLite has undone the transaction")
    }
  }

  /// Learns the length of the log at each commit; SQLite's own checkpoints go with it.
  func watchLog() {
    sqlite3_wal_autocheckpoint(database, 0)
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_wal_hook(
      database,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        let handle = Unmanaged<Handle>.fromOpaque(context).takeUnretainedValue()
        (handle.logPages, handle.hasLogged) = (Int(pages), true)
        return SQLITE_OK
      }, context)
  }

  /// Calls `watcher` now and then while `body` keeps SQLite busy.
  func watching<Answer>(
    _ watcher: @escaping () -> Void, _ body: () throws(SQLiteError) -> Answer
  ) throws(SQLiteError) -> Answer {
    let box = Watcher(call: watcher)
    let context = Unmanaged.passUnretained(box).toOpaque()
    sqlite3_progress_handler(
      database, 100_000,
      { context in
        guard let context else { return 0 }
        Unmanaged<Watcher>.fromOpaque(context).takeUnretainedValue().call()
        return 0
      }, context)
    defer { withExtendedLifetime(box) { sqlite3_progress_handler(database, 0, nil, nil) } }
    return try body()
  }

  /// A statement for one user: a new one if nobody has prepared its text before, or that one is at
  /// work.
  func checkOut(_ sql: String) throws(SQLiteError) -> PreparedStatement {
    if let known = kept.find(sql), !known.isAtWork {
      known.isAtWork = true
      if effort != nil { Effort.reset(known.pointer) }
      return known
    }
    let statement = PreparedStatement(sql, try prepare(sql))
    kept.keep(statement)
    return statement
  }

  private func prepare(_ sql: String) throws(SQLiteError) -> OpaquePointer {
    effort?.preparations += 1
    var statement: OpaquePointer?
    var isWhole = false
    var text = sql
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        var tail: UnsafePointer<CChar>?
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        let length = Int32(clamping: characters.count)
        let start = characters.baseAddress
        let code = sqlite3_prepare_v3(database, start, length, flags, &statement, &tail)
        if let start, let tail {
          let rest = bytes.dropFirst(tail - start)
          isWhole = rest.allSatisfy { $0 <= UInt8(ascii: " ") || $0 == UInt8(ascii: ";") }
        }
        return code
      }
    }
    try check(code, sql)
    guard let statement, isWhole else {
      sqlite3_finalize(statement)
      throw SQLiteError(kind: .other, message: "expected exactly one statement", sql: sql)
    }
    return statement
  }

  func checkIn(_ statement: PreparedStatement) {
    sqlite3_reset(statement.pointer)
    effort?.add(statement.pointer, statement.sql)
    guard statement.isKept else {
      sqlite3_finalize(statement.pointer)
      return
    }
    sqlite3_clear_bindings(statement.pointer)
    statement.isAtWork = false
  }
}

/// A function that C can be handed.
private final class Watcher {
  let call: () -> Void
  init(call: @escaping () -> Void) { self.call = call }
}

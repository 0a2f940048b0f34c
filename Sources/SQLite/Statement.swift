private import CSQLite

/// A prepared statement in use by one owner; it goes back to its connection when it goes out of scope.
package struct Statement: ~Copyable {
  private let handle: Handle
  private let sql: String
  let pointer: OpaquePointer
  /// Nil for one that does not stay prepared.
  private let place: Int?

  init(_ sql: String, on handle: Handle) throws(SQLiteError) {
    (pointer, place) = try handle.checkOut(sql)
    self.handle = handle
    self.sql = sql
  }

  deinit {
    handle.checkIn(pointer, place, sql)
  }

  /// Sets all parameters, in order; the statement starts again.
  package func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
    let expected = Int(sqlite3_bind_parameter_count(pointer))
    precondition(values.count == expected, "\(values.count) values for \(expected) in: \(sql)")
    sqlite3_reset(pointer)
    for (index, value) in values.enumerated() {
      try handle.check(bind(value, at: Int32(index + 1)), sql)
    }
  }

  /// True while there is a row to read.
  package func step() throws(SQLiteError) -> Bool {
    try handle.checkTransaction()
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let error = SQLiteError(code, of: handle.database, sql: sql)
      sqlite3_reset(pointer)
      throw error
    }
  }

  /// Whether it leaves the file as it is.
  var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }

  /// The row the last step came to.
  package var row: Row { Row(pointer, sql) }

  private func bind(_ value: SQLiteValue, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(pointer, index)
    case .integer(let number): return sqlite3_bind_int64(pointer, index, number)
    case .real(let number): return sqlite3_bind_double(pointer, index, number)
    case .text(var text): return text.withUTF8 { bind(text: $0, at: index) }
    case .utf8(let bytes): return bytes.withUnsafeBufferPointer { bind(text: $0, at: index) }
    case .bytes(let bytes):
      return bytes.withUnsafeBytes {
        csqlite_bind_blob(pointer, index, $0.baseAddress, UInt64($0.count))
      }
    }
  }

  private func bind(text: UnsafeBufferPointer<UInt8>, at index: Int32) -> Int32 {
    text.withMemoryRebound(to: CChar.self) { characters in
      csqlite_bind_text(pointer, index, characters.baseAddress, UInt64(characters.count))
    }
  }
}

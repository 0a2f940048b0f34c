private import CSQLite

/// A prepared statement in use by one owner; it goes back to its connection when it goes out of scope.
package struct Statement: ~Copyable {
  private let handle: Handle
  private let prepared: PreparedStatement
  var pointer: OpaquePointer { prepared.pointer }
  private var sql: String { prepared.sql }

  init(_ sql: String, on handle: Handle) throws(SQLiteError) {
    prepared = try handle.checkOut(sql)
    self.handle = handle
  }

  deinit { handle.checkIn(prepared) }

  /// Sets all parameters, in order; the statement starts again.
  package func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
    let expected = prepared.parameterCount
    precondition(values.count == expected, "\(values.count) values for \(expected) in: \(sql)")
    let pointer = pointer
    sqlite3_reset(pointer)
    // They are only looked at: many an act has hundreds.
    let values = values.span
    for index in values.indices {
      let code = Self.bind(values[index], to: pointer, at: Int32(index + 1))
      if code != SQLITE_OK { try handle.check(code, sql) }
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
  var isReadOnly: Bool { prepared.isReadOnly }

  /// The row the last step came to.
  package var row: Row { Row(pointer, sql) }

  private static func bind(
    _ value: SQLiteValue, to pointer: OpaquePointer, at index: Int32
  ) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(pointer, index)
    case .integer(let number): return sqlite3_bind_int64(pointer, index, number)
    case .real(let number): return sqlite3_bind_double(pointer, index, number)
    case .text(let text):
      return text.utf8.span.withUnsafeBufferPointer { bind(text: $0, to: pointer, at: index) }
    case .utf8(let bytes):
      return bytes.withUnsafeBufferPointer { bind(text: $0, to: pointer, at: index) }
    case .bytes(let bytes):
      return bytes.withUnsafeBytes {
        csqlite_bind_blob(pointer, index, $0.baseAddress, UInt64($0.count))
      }
    }
  }

  private static func bind(
    text: UnsafeBufferPointer<UInt8>, to pointer: OpaquePointer, at index: Int32
  ) -> Int32 {
    text.withMemoryRebound(to: CChar.self) { characters in
      csqlite_bind_text(pointer, index, characters.baseAddress, UInt64(characters.count))
    }
  }
}

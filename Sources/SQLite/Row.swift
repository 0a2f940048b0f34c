private import CSQLite
private import Glibc

/// The row a statement stands on; read it before the next step.
package struct Row: ~Copyable {
  private let pointer: OpaquePointer
  private let sql: String

  init(_ pointer: OpaquePointer, _ sql: String) {
    self.pointer = pointer
    self.sql = sql
  }

  package var count: Int { Int(sqlite3_column_count(pointer)) }

  package func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL
  }

  package func integer(_ column: Int) throws(SQLiteError) -> Int64 {
    try expect(SQLITE_INTEGER, column)
    return sqlite3_column_int64(pointer, Int32(column))
  }

  /// `other` itself if it is the same text.
  package func text(_ column: Int, like other: String? = nil) throws(SQLiteError) -> String {
    try expect(SQLITE_TEXT, column)
    let buffer = buffer(column)
    if var other, other.withUTF8({ Self.areSame(UnsafeRawBufferPointer($0), buffer) }) {
      return other
    }
    return String(decoding: buffer, as: UTF8.self)
  }

  /// The bytes of a blob, or of a text exactly as it is stored; `other` itself if they are the same.
  package func bytes(_ column: Int, like other: [UInt8]? = nil) throws(SQLiteError) -> [UInt8] {
    try expect(SQLITE_BLOB, or: SQLITE_TEXT, column)
    let buffer = buffer(column)
    if let other, other.withUnsafeBytes({ Self.areSame($0, buffer) }) { return other }
    return Array(buffer)
  }

  package func integerIfAny(_ column: Int) throws(SQLiteError) -> Int64? {
    isNull(column) ? nil : try integer(column)
  }

  package func textIfAny(_ column: Int) throws(SQLiteError) -> String? {
    isNull(column) ? nil : try text(column)
  }

  package func bytesIfAny(
    _ column: Int, like other: [UInt8]? = nil
  ) throws(SQLiteError) -> [UInt8]? {
    isNull(column) ? nil : try bytes(column, like: other)
  }

  /// Whether the same values stand in both, byte for byte.
  package func isSame(as other: borrowing Row) -> Bool {
    guard count == other.count else { return false }
    for column in 0..<count {
      let type = sqlite3_column_type(pointer, Int32(column))
      guard type == sqlite3_column_type(other.pointer, Int32(column)) else { return false }
      switch type {
      case SQLITE_NULL: continue
      case SQLITE_INTEGER:
        guard
          sqlite3_column_int64(pointer, Int32(column))
            == sqlite3_column_int64(other.pointer, Int32(column))
        else { return false }
      case SQLITE_TEXT, SQLITE_BLOB:
        guard Self.areSame(buffer(column), other.buffer(column)) else { return false }
      default: return false
      }
    }
    return true
  }

  package func value(_ column: Int) -> SQLiteValue {
    switch sqlite3_column_type(pointer, Int32(column)) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(pointer, Int32(column)))
    case SQLITE_FLOAT: .real(sqlite3_column_double(pointer, Int32(column)))
    case SQLITE_TEXT: .text(String(decoding: buffer(column), as: UTF8.self))
    case SQLITE_BLOB: .bytes(Array(buffer(column)))
    default: .null
    }
  }

  private static func areSame(
    _ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer
  ) -> Bool {
    guard one.count == other.count else { return false }
    guard let start = one.baseAddress, let otherStart = other.baseAddress else { return true }
    return memcmp(start, otherStart, one.count) == 0
  }

  private func expect(
    _ type: Int32, or other: Int32? = nil, _ column: Int
  ) throws(SQLiteError) {
    precondition((0..<count).contains(column), "no column \(column) in: \(sql)")
    let found = sqlite3_column_type(pointer, Int32(column))
    guard found == type || found == other else {
      throw SQLiteError(
        kind: .mistyped(column: column), message: "column \(column) holds another type", sql: sql)
    }
  }

  /// Adds the row to others, all of it but its last column, which says how many times.
  func add(to sum: inout RowSum) throws(SQLiteError) {
    let last = count - 1
    let times = try integer(last)
    sum.add(times: times) { hasher in
      for column in 0..<last {
        switch sqlite3_column_type(pointer, Int32(column)) {
        case SQLITE_INTEGER: hasher.add(sqlite3_column_int64(pointer, Int32(column)))
        case SQLITE_FLOAT: hasher.add(sqlite3_column_double(pointer, Int32(column)))
        case SQLITE_TEXT: hasher.add(text: buffer(column))
        case SQLITE_BLOB: hasher.add(bytes: buffer(column))
        default: hasher.addNull()
        }
      }
    }
  }

  /// The blob is asked for before its length, as SQLite wants it.
  private func buffer(_ column: Int) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(pointer, Int32(column))
    let length = Int(sqlite3_column_bytes(pointer, Int32(column)))
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length)
  }
}

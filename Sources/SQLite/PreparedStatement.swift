private import CSQLite

/// A statement as SQLite has it ready; whoever has prepared it finalizes it.
final class PreparedStatement {
  let sql: String
  let pointer: OpaquePointer
  let parameterCount: Int
  /// Whether it leaves the file as it is.
  let isReadOnly: Bool
  var isAtWork = true
  /// Whether it stays prepared.
  fileprivate(set) var isKept = false

  init(_ sql: String, _ pointer: OpaquePointer) {
    self.sql = sql
    self.pointer = pointer
    parameterCount = Int(sqlite3_bind_parameter_count(pointer))
    isReadOnly = sqlite3_stmt_readonly(pointer) != 0
  }
}

/// Statements that stay prepared, found by their texts: these are long, and their lengths and ends tell
/// most of them apart.
final class KeptStatements {
  private static let most = 200
  /// A power of two, so large that it never fills.
  private static let room = 1_024

  private let places = UnsafeMutablePointer<PreparedStatement?>.allocate(capacity: room)
  private var count = 0

  init() { places.initialize(repeating: nil, count: Self.room) }

  deinit {
    places.deinitialize(count: Self.room)
    places.deallocate()
  }

  /// The one of this text.
  func find(_ sql: String) -> PreparedStatement? { places[place(of: sql)] }

  /// Keeps one whose text no other has, while there is room.
  func keep(_ statement: PreparedStatement) {
    guard count < Self.most else { return }
    let place = place(of: statement.sql)
    guard places[place] == nil else { return }
    statement.isKept = true
    places[place] = statement
    count += 1
  }

  func finalizeAll() {
    for place in 0..<Self.room {
      if let statement = places[place] { sqlite3_finalize(statement.pointer) }
    }
  }

  /// Where it is, or else the free place it would take.
  private func place(of sql: String) -> Int {
    var place = Self.mark(of: sql) & (Self.room - 1)
    while let other = places[place], other.sql != sql { place = (place + 1) & (Self.room - 1) }
    return place
  }

  private static func mark(of sql: String) -> Int {
    var sql = sql
    return sql.withUTF8 { letters in
      var mark = UInt64(letters.count)
      for letter in letters.suffix(8) { mark = mark &* 0x100_0000_01B3 ^ UInt64(letter) }
      return Int(truncatingIfNeeded: mark ^ mark >> 32)
    }
  }
}

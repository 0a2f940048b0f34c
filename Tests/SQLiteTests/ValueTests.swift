import SQLite
import Testing

struct ValueTests {
  static let values: [SQLiteValue] = [
    nil, 0, 1, -1, .integer(.max), .integer(.min), .real(0.1), .real(-1e300), "", "一窗受理",
    "𠮷 é e\u{301}",
    "a\0b", "\0", "'; DROP TABLE word; --", .text(String(repeating: "证", count: 100_000)),
    .bytes([]),
    .bytes([0, 255, 0]), .bytes(Array(repeating: 7, count: 70_000)),
  ]

  @Test(arguments: values)
  func `a value comes back as it went in`(value: SQLiteValue) throws {
    let folder = try TemporaryFolder()
    let connection = try folder.open()
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("CREATE TABLE kept(value ANY) STRICT")
      try connection.run("INSERT INTO kept VALUES (?)", [value])
    }
    let back = try connection.first("SELECT value FROM kept") { row throws(SQLiteError) in
      row.value(0)
    }
    #expect(back == value)
  }

  @Test func `each reader takes its own type only`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.open()
    let sql = "SELECT 1, '字', x'00ff', NULL"
    _ = try connection.first(sql) { row throws(SQLiteError) in
      #expect(row.count == 4)
      #expect(try row.integer(0) == 1)
      #expect(try row.text(1) == "字")
      #expect(try row.bytes(1) == Array("字".utf8))
      #expect(try row.bytes(2) == [0, 255])
      #expect(try row.integerIfAny(3) == nil)
      #expect(try row.textIfAny(3) == nil)
      #expect(try row.bytesIfAny(3) == nil)
    }
    for (column, read) in [(0, "text"), (1, "integer"), (3, "integer")] {
      let error = #expect(throws: SQLiteError.self) {
        try connection.first(sql) { row throws(SQLiteError) in
          if read == "text" { _ = try row.text(column) } else { _ = try row.integer(column) }
        }
      }
      #expect(error?.kind == .mistyped(column: column))
    }
  }

  @Test func `what is like another value is the same value, and nothing else is`() throws {
    let connection = try TemporaryFolder().open()
    _ = try connection.first("SELECT '字字', x'00ff', NULL") { row throws(SQLiteError) in
      for other in ["字字", "字", "字字字", "", nil] {
        #expect(try row.text(0, like: other) == "字字")
        #expect(try row.bytes(0, like: other.map { Array($0.utf8) }) == Array("字字".utf8))
        #expect(try row.bytesIfAny(2, like: other.map { Array($0.utf8) }) == nil)
      }
      #expect(try row.bytes(1, like: [0, 254]) == [0, 255])
    }
  }

  @Test func `two rows are the same if every value is, of the same type`() throws {
    let connection = try TemporaryFolder().open()
    let rows = [
      "1, '字', x'00ff', NULL", "1, '字', x'00ff'", "2, '字', x'00ff', NULL",
      "1, '字字', x'00ff', NULL", "1, '字', x'00fe', NULL", "1, '字', x'00ff', 0",
      "'1', '字', x'00ff', NULL", "1, '字', '', NULL", "1, NULL, x'00ff', '字'",
    ]
    for (index, one) in rows.enumerated() {
      for (place, other) in rows.enumerated() {
        let first = try connection.prepare("SELECT \(one)")
        let second = try connection.prepare("SELECT \(other) LIMIT 1")
        try first.bind([])
        try second.bind([])
        #expect(try first.step() && second.step())
        #expect(first.row.isSame(as: second.row) == (index == place), "\(one) and \(other)")
      }
    }
  }

  @Test func `optional values become NULL`() {
    #expect(SQLiteValue(nil as String?) == .null)
    #expect(SQLiteValue(nil as Int?) == .null)
    #expect(SQLiteValue(7 as Int?) == 7)
    #expect(SQLiteValue(true) == 1)
  }
}

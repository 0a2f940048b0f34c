import SQLite
import Testing

/// Rows are added up instead of being kept.
struct RowSumTests {
  private static let rows: [[SQLiteValue]] = [
    ["一窗", 1, nil], ["", 0, .real(0.5)], [nil, -7, .bytes([0, 1])], ["一窗", 1, nil],
  ]

  private func filled(
    _ rows: [[SQLiteValue]], in folder: TemporaryFolder
  ) throws -> Connection {
    let connection = try folder.open()
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("CREATE TABLE part(one, other, third)")
      for row in rows { try connection.run("INSERT INTO part VALUES (?, ?, ?)", row) }
    }
    return connection
  }

  private func sum(_ rows: [[SQLiteValue]]) -> RowSum {
    rows.reduce(into: RowSum()) { $0.add($1) }
  }

  @Test func `a table has the sum of its rows, in whatever order`() throws {
    let folder = try TemporaryFolder()
    let connection = try filled(Self.rows, in: folder)
    let kept = try connection.sum("SELECT one, other, third, 1 FROM part ORDER BY other DESC")
    #expect(kept == sum(Self.rows) && kept == sum(Self.rows.reversed()))
    var parts = sum(Array(Self.rows.prefix(1)))
    parts.add(sum(Array(Self.rows.dropFirst())))
    #expect(parts == kept)
  }

  @Test func `a row more or less, or another value, is another sum`() throws {
    let all = sum(Self.rows)
    for index in Self.rows.indices {
      var fewer = Self.rows
      fewer.remove(at: index)
      #expect(sum(fewer) != all && sum(Self.rows + [Self.rows[index]]) != all)
      for column in 0..<3 {
        var changed = Self.rows
        changed[index][column] = "另"
        #expect(sum(changed) != all, "\(index) \(column)")
      }
    }
  }

  @Test func `what is parted otherwise, or of another type, is another row`() {
    let alike: [[SQLiteValue]] = [
      ["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], [1], ["1"], [.real(1)],
      [.bytes([0x31])], [nil], [0], [""], [], [nil, nil],
    ]
    #expect(Set(alike.map { sum([$0]) }).count == alike.count)
  }

  @Test func `the last column says how often a row counts`() throws {
    let folder = try TemporaryFolder()
    let connection = try filled([["王", 3, nil], ["李", 1, nil]], in: folder)
    let kept = try connection.sum("SELECT one, other FROM part")
    #expect(kept == sum([["王"], ["李"], ["王"], ["王"]]))
    var texts = RowSum()
    for text in ["李", "王", "王", "王"] { texts.add(text: text.utf8.span) }
    #expect(texts == kept)
  }
}

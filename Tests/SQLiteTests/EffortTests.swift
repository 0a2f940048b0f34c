import SQLite
import Testing

/// What statements cost is counted, not timed.
struct EffortTests {
  private func filled(_ folder: TemporaryFolder) throws -> Connection {
    let connection = try folder.open()
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
      for number in 0..<50 {
        try connection.run("INSERT INTO word(text) VALUES (?)", [.text("\(number % 7)")])
      }
    }
    return connection
  }

  private func effort(_ sql: String, on connection: Connection) throws -> Effort {
    try connection.measuring { () throws(SQLiteError) in
      try connection.query(sql) { row throws(SQLiteError) in row.count }
    }.effort
  }

  @Test func `a scan, a search and a sort are told apart`() throws {
    let connection = try filled(TemporaryFolder())
    let scan = try effort("SELECT id FROM word WHERE text = '3'", on: connection)
    #expect(scan.scannedRows == 49 && scan.sorts == 0)
    let search = try effort("SELECT text FROM word WHERE id = 3", on: connection)
    #expect(search.scannedRows == 0 && search.steps < scan.steps)
    #expect(try effort("SELECT id FROM word ORDER BY text", on: connection).sorts == 1)
  }

  @Test func `a statement is prepared once and counted each time`() throws {
    let connection = try filled(TemporaryFolder())
    let sql = "SELECT text FROM word WHERE id = 5"
    let first = try effort(sql, on: connection)
    #expect(first.preparations == 1 && first.texts == [sql])
    // What nobody measures counts for nobody.
    _ = try connection.query(sql) { row throws(SQLiteError) in row.count }
    let second = try effort(sql, on: connection)
    #expect(second.preparations == 0 && second.texts == [sql] && second.steps == first.steps)
  }
}

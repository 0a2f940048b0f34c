import CaseStore
import SQLite
import TestSupport
import Testing

struct SchemaTests {
  private func connection(_ hall: TestHall, _ mode: OpenMode) throws -> Connection {
    try Connection(path: hall.path, mode: mode, applicationID: 0x7963_6831)
  }

  /// The tables as they were shipped; a change of them is a new migration.
  @Test func `the schema is the one that was shipped`() throws {
    let connection = try connection(TestHall(.file), .readOnly)
    let lines = try connection.query(
      """
      SELECT sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND name NOT IN
        ('search_config', 'search_content', 'search_data', 'search_docsize', 'search_idx')
      ORDER BY type, name
      """
    ) { row throws(SQLiteError) in try row.text(0) }
    let steps = try connection.query("SELECT name FROM migrations ORDER BY position") {
      row throws(SQLiteError) in try row.text(0)
    }
    expectGolden((steps + lines).joined(separator: "\n\n"), named: "schema")
  }

  @Test func `the journal can be neither changed nor shortened`() throws {
    let connection = try connection(TestHall(.file), .readWrite)
    for sql in ["UPDATE journal SET clerk = 'C02'", "DELETE FROM journal WHERE position = 1"] {
      let error = #expect(throws: SQLiteError.self) {
        try connection.transaction { () throws(SQLiteError) in try connection.run(sql) }
      }
      #expect(error?.kind == .refusedByTrigger)
    }
  }
}

import SQLite

/// The rows of a question one after the other, when they are too many to be held at once.
final class RowCursor<Element> {
  private let statement: Statement
  private let read: (borrowing Row) throws(SQLiteError) -> Element

  init(
    _ sql: String, _ values: [SQLiteValue] = [], in connection: Connection,
    _ read: @escaping (borrowing Row) throws(SQLiteError) -> Element
  ) throws(SQLiteError) {
    statement = try connection.prepare(sql)
    self.read = read
    try statement.bind(values)
  }

  /// Nil behind the last one.
  func next() throws(SQLiteError) -> Element? {
    try statement.step() ? try read(statement.row) : nil
  }
}

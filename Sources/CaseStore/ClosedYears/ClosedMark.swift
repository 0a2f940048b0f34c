import Deskwork
import SQLite

/// By which a file says that it is the closed year of a store and not a store itself.
package struct ClosedMark: Hashable, Sendable {
  /// Of the file among those of its store: 2024, or 2024-2.
  package var name: String
  package var year: Int

  init(name: String, year: Int) {
    (self.name, self.year) = (name, year)
  }

  /// Nil in a store that is worked with.
  static func stored(in connection: Connection) throws(SQLiteError) -> ClosedMark? {
    try connection.first("SELECT name, year FROM closed_mark WHERE id = 1") {
      row throws(SQLiteError) in
      ClosedMark(name: try row.text(0), year: try row.number(1))
    }
  }

  func store(in connection: Connection) throws(SQLiteError) {
    try connection.run(
      "INSERT INTO closed_mark(id, name, year) VALUES (1, ?, ?)",
      [.text(name), SQLiteValue(year)])
  }
}

extension YearClosed {
  static let columns = "year, name, file, cases, events, digest"

  init(_ row: borrowing Row) throws(SQLiteError) {
    self.init(
      year: try row.number(0), name: try row.text(1), file: try row.text(2),
      cases: try row.number(3), events: try row.number(4), digest: try row.text(5))
  }

  var mark: ClosedMark { ClosedMark(name: name, year: year) }
}

extension ReadModelWriter {
  func put(_ it: YearClosed) throws(SQLiteError) {
    try connection.run(
      """
      INSERT OR REPLACE INTO closed_year(\(YearClosed.columns)) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        SQLiteValue(it.year), .text(it.name), .text(it.file), SQLiteValue(it.cases),
        SQLiteValue(it.events), .text(it.digest),
      ])
  }
}

import Deskwork
import SQLite

/// Where a stream ends.
struct StreamEnd: Hashable, Sendable {
  var stream: String
  var version: Int64
  var position: Int64
  var hash: String

  init(stream: String, version: Int64, position: Int64, hash: String) {
    (self.stream, self.version) = (stream, version)
    (self.position, self.hash) = (position, hash)
  }

  /// From stream, version, position and hash, in this order.
  init(_ row: borrowing Row) throws(SQLiteError) {
    self.init(
      stream: try row.text(0), version: try row.integer(1), position: try row.integer(2),
      hash: try row.text(3))
  }

  var isOfCase: Bool { stream.hasPrefix("case/") }
}

extension Connection {
  /// The ends of all streams up to a position, in the order of their names.
  func ends(through position: Int64 = .max) throws(SQLiteError) -> RowCursor<StreamEnd> {
    let query = ListQuery.heads(through: position)
    return try RowCursor(query.sql, query.values, in: self) { row throws(SQLiteError) in
      try StreamEnd(row)
    }
  }

  /// Where a stream ends, or ended at a version or a position; nil if it is not here.
  func end(
    of stream: String, throughVersion version: Int64 = .max, position: Int64 = .max
  ) throws(SQLiteError) -> StreamEnd? {
    try first(
      """
      SELECT stream, version, position, hash FROM journal
      WHERE stream = ? AND version <= ? AND position <= ? ORDER BY version DESC LIMIT 1
      """, [.text(stream), SQLiteValue(version), SQLiteValue(position)]
    ) { row throws(SQLiteError) in try StreamEnd(row) }
  }

  /// Where a stream ended that was moved into a closed year, and into which.
  func closedEnd(
    of stream: String
  ) throws(SQLiteError) -> (end: StreamEnd, name: String)? {
    try first(
      "SELECT stream, version, position, hash, name FROM closed_stream WHERE stream = ?",
      [.text(stream)]
    ) { row throws(SQLiteError) in (try StreamEnd(row), try row.text(4)) }
  }
}

import Deskwork
import SQLite
package import WorkCalendar

/// What a store holds that a copy of it lacks.
package struct Loss: Hashable, Sendable {
  package var events = 0
  /// How many streams would lose events.
  package var streams = 0
  /// Streams that went another way: the same version with another hash.
  package var diverging = 0
  /// When the first and the last of what would be lost was recorded.
  package var first: Moment?
  package var last: Moment?

  package var isAny: Bool { events > 0 || diverging > 0 }

  init(replacing store: Connection, with copy: Connection) throws(SQLiteError) {
    let heads = try store.prepare(ListQuery.heads(through: .max).sql)
    try heads.bind(ListQuery.heads(through: .max).values)
    while try heads.step() {
      let row = heads.row
      try compare(
        StreamEnd(stream: try row.text(0), version: try row.integer(1), hash: try row.text(3)),
        store, copy)
    }
  }

  private struct StreamEnd: Hashable {
    var stream: String
    var version: Int64
    var hash: String
  }

  private mutating func compare(
    _ end: StreamEnd, _ store: Connection, _ copy: Connection
  ) throws(SQLiteError) {
    let found = try Self.end(of: end.stream, through: end.version, in: copy)
    if found == end { return }
    let common = found?.version ?? 0
    // A shorter stream is the same up to where it ends, or another one.
    if let found, try Self.end(of: end.stream, through: common, in: store) != found {
      diverging += 1
    }
    guard end.version > common else { return }
    streams += 1
    events += Int(end.version - common)
    try note(end.stream, after: common, store)
  }

  private static func end(
    of stream: String, through version: Int64, in connection: Connection
  ) throws(SQLiteError) -> StreamEnd? {
    try connection.first(
      """
      SELECT version, hash FROM journal WHERE stream = ? AND version <= ?
      ORDER BY version DESC LIMIT 1
      """, [.text(stream), SQLiteValue(version)]
    ) { row throws(SQLiteError) in
      StreamEnd(stream: stream, version: try row.integer(0), hash: try row.text(1))
    }
  }

  private mutating func note(
    _ stream: String, after version: Int64, _ store: Connection
  ) throws(SQLiteError) {
    let moments = try store.query(
      "SELECT recorded_at FROM journal WHERE stream = ? AND version > ?",
      [.text(stream), SQLiteValue(version)]
    ) { row throws(SQLiteError) in try row.moment(0) }
    for moment in moments {
      if first.map({ moment.epochSeconds < $0.epochSeconds }) ?? true { first = moment }
      if last.map({ moment.epochSeconds > $0.epochSeconds }) ?? true { last = moment }
    }
  }
}

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
    let ends = try store.ends()
    while let end = try ends.next() { try compare(end, store, copy) }
    let closed = try RowCursor(
      "SELECT stream, version, position, hash FROM closed_stream", in: store
    ) { row throws(SQLiteError) in try StreamEnd(row) }
    while let end = try closed.next() { try compare(end, store, copy) }
  }

  private mutating func compare(
    _ end: StreamEnd, _ store: Connection, _ copy: Connection
  ) throws(SQLiteError) {
    let found = try Self.end(of: end, in: copy)
    if found?.version == end.version, found?.hash == end.hash { return }
    let common = found?.version ?? 0
    // A shorter stream is the same up to where it ends, or another one.
    if let found, try Self.isElsewhere(found, in: store, since: end) { diverging += 1 }
    guard end.version > common else { return }
    streams += 1
    events += Int(end.version - common)
    try note(end.stream, after: common, store)
  }

  /// As far as a copy goes with a stream: in its journal, or in a closed year of its own, which holds
  /// what is behind the end as well.
  private static func end(
    of end: StreamEnd, in copy: Connection
  ) throws(SQLiteError) -> StreamEnd? {
    if let here = try copy.end(of: end.stream, throughVersion: end.version) { return here }
    guard let closed = try copy.closedEnd(of: end.stream)?.end else { return nil }
    return closed.version > end.version ? end : closed
  }

  /// Whether the store has another event where a copy ends; what lies in a closed year is not read.
  private static func isElsewhere(
    _ found: StreamEnd, in store: Connection, since end: StreamEnd
  ) throws(SQLiteError) -> Bool {
    if found.version == end.version { return true }
    guard let here = try store.end(of: found.stream, throughVersion: found.version) else {
      return false
    }
    return here.version != found.version || here.hash != found.hash
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

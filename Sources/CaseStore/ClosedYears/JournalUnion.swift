import SQLite

/// The journal of a store and those of its closed years, read side by side as the one journal they
/// are. What lies in several of them is read once, and has to be the same everywhere.
struct JournalUnion {
  let store: Connection
  /// By name.
  let files: [(name: String, connection: Connection)]

  /// In the order of streams and versions.
  func streams() throws(SQLiteError) -> StreamCursor {
    var sources: [JournalSource] = []
    for (name, connection) in parts {
      var last: StreamReading.Line?
      let rows = try RowCursor(StreamCursor.sql, in: connection) { row throws(SQLiteError) in
        let line = StreamReading.Line(try JournalLine(row, after: last?.line), origin: name)
        last = line
        return line
      }
      sources.append(JournalSource(name: name, rows: rows, next: try rows.next()))
    }
    return StreamCursor(sources)
  }

  /// More events than these do not fit into the files: the hash of each alone is as long.
  func mostEvents() throws(SQLiteError) -> Int {
    var bytes = 0
    for (_, connection) in parts { bytes += try connection.pageCount() * connection.pageSize() }
    return bytes / 64
  }

  /// The event at a position; nil if there is none.
  func place(at position: Int64) throws(SQLiteError) -> EventPlace? {
    for (_, connection) in parts {
      let found = try connection.first(
        "SELECT position, stream, version, kind FROM journal WHERE position = ?",
        [SQLiteValue(position)]
      ) { row throws(SQLiteError) in
        EventPlace(
          position: try row.integer(0), stream: try row.text(1), version: try row.number(2),
          kind: try row.text(3))
      }
      if let found { return found }
    }
    return nil
  }

  /// The store first: what it has itself is held to be the original.
  private var parts: [(String?, Connection)] {
    [(nil, store)] + files.map { ($0.name, $0.connection) }
  }
}

/// One of several files that are read side by side.
struct JournalSource {
  /// Nil for the store itself.
  var name: String?
  var rows: RowCursor<StreamReading.Line>
  var next: StreamReading.Line?
}

/// Streams one after the other, each with all its lines.
final class StreamCursor {
  private var sources: [JournalSource]

  static let sql = "SELECT \(JournalLine.selection) FROM journal ORDER BY stream, version"

  init(_ sources: [JournalSource]) { self.sources = sources }

  /// Nil behind the last one.
  func next() throws(SQLiteError) -> StreamReading? {
    guard let first, let name = sources[first].next?.line.stream else { return nil }
    var reading = StreamReading(name: name)
    while let index = self.first, let next = sources[index].next, next.line.stream == name {
      try take(next, from: index, into: &reading)
    }
    return reading
  }

  /// Some streams; nil behind the last one.
  func nextBatch() throws(SQLiteError) -> StreamBatch? {
    var batch = StreamBatch()
    while !batch.isFull, let stream = try next() { batch.add(stream) }
    return batch.isEmpty ? nil : batch
  }

  /// The source whose next line comes before the others.
  private var first: Int? {
    var found: Int?
    for index in sources.indices {
      guard let next = sources[index].next else { continue }
      if let found, let other = sources[found].next, !next.line.comesBefore(other.line) {
        continue
      }
      found = index
    }
    return found
  }

  private func take(
    _ read: StreamReading.Line, from first: Int, into reading: inout StreamReading
  ) throws(SQLiteError) {
    reading.lines.append(read)
    sources[first].next = try sources[first].rows.next()
    for index in sources.indices where index != first {
      guard let copy = sources[index].next?.line, copy.stream == read.line.stream,
        copy.version == read.line.version
      else { continue }
      if copy != read.line { reading.otherCopies.append((copy, sources[index].name ?? "")) }
      sources[index].next = try sources[index].rows.next()
    }
  }
}

extension JournalLine {
  /// As SQLite orders names.
  fileprivate func comesBefore(_ other: JournalLine) -> Bool {
    stream == other.stream
      ? version < other.version
      : stream.utf8.lexicographicallyPrecedes(other.stream.utf8)
  }
}

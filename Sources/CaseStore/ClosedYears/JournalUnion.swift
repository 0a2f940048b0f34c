import SQLite

/// The journal of a store and those of its closed years, read side by side as the one journal they
/// are. What lies in several of them is read once, and has to be the same everywhere.
struct JournalUnion {
  let store: Connection
  /// By name.
  let files: [(name: String, connection: Connection)]

  /// In the order of streams and versions.
  func streams() throws(SQLiteError) -> StreamCursor {
    var sources: [JournalSource<JournalLine>] = []
    for (name, connection) in parts {
      let rows = try RowCursor(StreamCursor.sql, in: connection) { row throws(SQLiteError) in
        try JournalLine(row)
      }
      sources.append(JournalSource(name: name, rows: rows, next: try rows.next()))
    }
    return StreamCursor(sources)
  }

  /// In the order in which they were recorded.
  func readPositions(into check: inout JournalCheck) throws(SQLiteError) {
    var sources: [JournalSource<JournalPosition>] = []
    for (name, connection) in parts {
      let rows = try RowCursor(JournalCheck.positionsSQL, in: connection) {
        row throws(SQLiteError) in try JournalPosition(row)
      }
      sources.append(JournalSource(name: name, rows: rows, next: try rows.next()))
    }
    while let first = sources.first({ $0.place.position < $1.place.position }) {
      guard let line = sources[first].next else { return }
      check.checkPosition(line)
      for index in sources.indices
      where sources[index].next?.place.position == line.place.position {
        sources[index].next = try sources[index].rows.next()
      }
    }
  }

  /// The store first: what it has itself is held to be the original.
  private var parts: [(String?, Connection)] {
    [(nil, store)] + files.map { ($0.name, $0.connection) }
  }
}

/// One of several files that are read side by side.
struct JournalSource<Line> {
  /// Nil for the store itself.
  var name: String?
  var rows: RowCursor<Line>
  var next: Line?
}

extension Array {
  /// The index of the source whose next line comes before the others.
  fileprivate func first<Line>(
    _ comesBefore: (Line, Line) -> Bool
  ) -> Int? where Element == JournalSource<Line> {
    var found: (index: Int, line: Line)?
    for (index, source) in enumerated() {
      guard let line = source.next else { continue }
      if found.map({ comesBefore(line, $0.line) }) ?? true { found = (index, line) }
    }
    return found?.index
  }
}

/// Streams one after the other, each with all its lines.
final class StreamCursor {
  private var sources: [JournalSource<JournalLine>]

  static let sql = "SELECT \(JournalLine.columns) FROM journal ORDER BY stream, version"

  init(_ sources: [JournalSource<JournalLine>]) { self.sources = sources }

  /// Nil behind the last one.
  func next() throws(SQLiteError) -> StreamReading? {
    guard let (_, begin) = first else { return nil }
    var reading = StreamReading(name: begin.stream)
    while let (index, line) = first, line.stream == reading.name {
      try take(line, from: index, into: &reading)
    }
    return reading
  }

  /// Some streams; nil behind the last one.
  func nextBatch() throws(SQLiteError) -> StreamBatch? {
    var batch = StreamBatch()
    while !batch.isFull, let stream = try next() { batch.add(stream) }
    return batch.isEmpty ? nil : batch
  }

  private var first: (index: Int, line: JournalLine)? {
    guard let index = sources.first({ $0.comesBefore($1) }), let line = sources[index].next else {
      return nil
    }
    return (index, line)
  }

  private func take(
    _ line: JournalLine, from first: Int, into reading: inout StreamReading
  ) throws(SQLiteError) {
    reading.lines.append(.init(line: line, origin: sources[first].name))
    for index in sources.indices {
      guard let copy = sources[index].next, copy.stream == line.stream,
        copy.version == line.version
      else { continue }
      if index != first, copy != line {
        reading.otherCopies.append((copy, sources[index].name ?? ""))
      }
      sources[index].next = try sources[index].rows.next()
    }
  }
}

/// Where an event stands in the whole journal, and when it was recorded.
struct JournalPosition {
  var place: EventPlace
  var recordedAt: [UInt8]

  init(_ row: borrowing Row) throws(SQLiteError) {
    place = EventPlace(
      position: try row.integer(0), stream: try row.text(1), version: try row.number(2),
      kind: try row.text(3))
    recordedAt = try row.bytes(4)
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

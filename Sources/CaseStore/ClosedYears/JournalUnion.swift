import SQLite

/// The journal of a store and those of its closed years, read side by side as the one journal they
/// are. What lies in several of them is read once, and has to be the same everywhere.
struct JournalUnion {
  let store: Connection
  /// By name.
  let files: [(name: String, connection: Connection)]

  /// In the order of streams and versions.
  func readLines(into check: inout JournalCheck) throws(SQLiteError) {
    var sources: [Source<JournalLine>] = []
    for (name, connection) in parts {
      let rows = try RowCursor(JournalCheck.sql, in: connection) { row throws(SQLiteError) in
        try JournalLine(row)
      }
      sources.append(Source(name: name, rows: rows, next: try rows.next()))
    }
    while let first = Self.first(of: sources, { $0.comesBefore($1) }) {
      guard let line = sources[first].next else { return }
      check.origin = sources[first].name
      check.check(line)
      for index in sources.indices {
        guard let copy = sources[index].next, copy.stream == line.stream,
          copy.version == line.version
        else { continue }
        if index != first, copy != line {
          check.noteCopy(copy, of: sources[index].name ?? "")
        }
        sources[index].next = try sources[index].rows.next()
      }
    }
  }

  /// In the order in which they were recorded.
  func readPositions(into check: inout JournalCheck) throws(SQLiteError) {
    var sources: [Source<JournalPosition>] = []
    for (name, connection) in parts {
      let rows = try RowCursor(JournalCheck.positionsSQL, in: connection) {
        row throws(SQLiteError) in try JournalPosition(row)
      }
      sources.append(Source(name: name, rows: rows, next: try rows.next()))
    }
    while let first = Self.first(of: sources, { $0.place.position < $1.place.position }) {
      guard let line = sources[first].next else { return }
      check.checkPosition(line)
      for index in sources.indices
      where sources[index].next?.place.position == line.place.position {
        sources[index].next = try sources[index].rows.next()
      }
    }
  }

  private struct Source<Line> {
    /// Nil for the store itself.
    var name: String?
    var rows: RowCursor<Line>
    var next: Line?
  }

  /// The store first: what it has itself is held to be the original.
  private var parts: [(String?, Connection)] {
    [(nil, store)] + files.map { ($0.name, $0.connection) }
  }

  private static func first<Line>(
    of sources: [Source<Line>], _ comesBefore: (Line, Line) -> Bool
  ) -> Int? {
    var found: (index: Int, line: Line)?
    for (index, source) in sources.enumerated() {
      guard let line = source.next else { continue }
      if found.map({ comesBefore(line, $0.line) }) ?? true { found = (index, line) }
    }
    return found?.index
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

package import Casework
package import Deskwork
import SQLite

extension SQLiteStore {
  package func events(
    of stream: StreamID, after version: Int
  ) throws(StoreError) -> [RecordedEvent] {
    try events(.events(of: stream, after: version), of: stream, after: version)
  }

  package func supervisionEvents(of id: CaseID) throws(StoreError) -> [RecordedEvent] {
    try events(.supervisionEvents(of: id), of: .file(id), after: 1)
  }

  /// What is known is not decoded once more; of a stream in a closed year nothing is known here.
  package func events(
    of stream: StreamID, following beginning: StreamBeginning
  ) throws(StoreError) -> [RecordedEvent]? {
    if acts?.end(of: stream) == beginning { return [] }
    // Mostly nothing has happened since, and no event need be made whole to know that.
    if try eventAndNext(of: stream, at: beginning.version) == [beginning] {
      acts?.note(beginning, of: stream)
      return []
    }
    let lines = try lines(.events(of: stream, after: beginning.version - 1), of: stream)
    if let last = lines.last {
      acts?.note(StreamBeginning(version: last.version, hash: last.hash), of: stream)
    }
    guard let known = lines.first, known.version == beginning.version,
      known.hash == beginning.hash
    else { return nil }
    return try lines.dropFirst().events()
  }

  /// Where a stream stood with an event, and with the next if there is one.
  private func eventAndNext(
    of stream: StreamID, at version: Int
  ) throws(StoreError) -> [StreamBeginning] {
    let query = ListQuery.eventAndNext(of: stream, at: version)
    return try using(unless: { $0.hasAppended(to: stream) }) { connection throws(SQLiteError) in
      try connection.query(query.sql, query.values) { row throws(SQLiteError) in
        StreamBeginning(version: try row.number(0), hash: try row.text(1))
      }
    }
  }

  /// Of a stream that is not here they are read in its closed year; lines up to `version` only say
  /// that it is here.
  private func events(
    _ query: ListQuery, of stream: StreamID, after version: Int
  ) throws(StoreError) -> [RecordedEvent] {
    let lines = try lines(query, of: stream)
    if lines.isEmpty, let closed = try closedStore(holding: stream) {
      return try closed.events(query, of: stream, after: version)
    }
    return try lines.drop { $0.version <= version }.events()
  }

  private func lines(
    _ query: ListQuery, of stream: StreamID
  ) throws(StoreError) -> [JournalLine] {
    try using(unless: { $0.hasAppended(to: stream) }) { connection throws(SQLiteError) in
      try connection.lines(query)
    }
  }

  package func answer(to request: RequestID) throws(StoreError) -> String? {
    try using(unless: { $0.mayHaveAnswered(request) }) { connection throws(SQLiteError) in
      guard let acts else { return try connection.answer(to: request) }
      return try acts.answer(to: request, in: connection)
    }
  }

  package func lastNumber(of series: String) throws(StoreError) -> Int {
    try using(unless: { _ in false }) { connection throws(SQLiteError) in
      guard let acts else { return try connection.lastNumber(of: series) }
      return try acts.lastNumber(of: series, in: connection)
    }
  }

  package func lastVersion(of stream: StreamID) throws(StoreError) -> Int {
    // Where they have appended to it they know its end.
    try using(unless: { _ in false }) { connection throws(SQLiteError) in
      guard let acts else { return try connection.end(of: stream).version }
      return try acts.end(of: stream, in: connection).version
    }
  }

  package func newsMark() throws(StoreError) -> Int64 {
    try using { connection throws(SQLiteError) in try connection.dataVersion() }
  }

  package func changes(after position: Int64, limit: Int) throws(StoreError) -> StreamChanges {
    let touched = try rows(.changes(after: position, limit: max(1, limit))) {
      row throws(SQLiteError) in (try row.integer(0), try row.text(1))
    }
    var streams: [StreamID] = []
    for (position, text) in touched {
      guard let stream = StreamID(text) else {
        throw .damaged(detail: "event \(position) belongs to an unknown stream \(text)")
      }
      if !streams.contains(stream) { streams.append(stream) }
    }
    return StreamChanges(streams: streams, position: touched.last?.0 ?? position)
  }
}

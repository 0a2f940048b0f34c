import Casework
import Deskwork
import SQLite

/// Writes the file of a closed year: a store of its own with some of the cases, everything that was
/// published, and lists made from that, so that it can be read and checked alone.
struct ClosedFileWriter {
  let source: Connection
  let nature: StoreNature
  let mark: ClosedMark
  let readings: @Sendable (String) -> [Spelling]
  let progress: (Progress) -> Void
  private let blanks = ReadBlanks()

  private static let batch = 200

  /// Into an empty file nobody else has open; everything is in the one file afterwards.
  func write(_ ids: [CaseID], to path: String) throws(StoreFailure) {
    // What a run that was killed has left belongs to another file.
    Place.discardCompanions(of: path)
    let published = try source.publishedStreams()
    try asking { () throws(SQLiteError) in
      let target = try empty(path)
      let lines = try linesOfStream()
      try target.transaction { () throws(SQLiteError) in
        for stream in published { try copy(stream, of: lines, to: target) }
      }
      try copy(ids, of: lines, to: target)
    }
    try makeLists(at: path)
    Place.discardCompanions(of: path)
  }

  /// The file of an older version, which may be written anew, knows no blanks.
  private func linesOfStream() throws(SQLiteError) -> (StreamID) -> ListQuery {
    try source.integer(ListQuery.knowsBlanks.sql) == nil
      ? { .wholeEvents(of: $0) } : { .events(of: $0, after: 0) }
  }

  private func empty(_ path: String) throws(SQLiteError) -> Connection {
    let target = try SQLiteStore.connect(path, .create, SQLiteStore.usualPatience, handling)
    try Schema.migrator.migrate(target)
    try target.transaction { () throws(SQLiteError) in
      try nature.store(in: target)
      try mark.store(in: target)
    }
    return target
  }

  /// With the messages to applicants, of which the file has none yet and which a check of it expects.
  private func makeLists(at path: String) throws(StoreFailure) {
    let target = try asking { () throws(SQLiteError) in
      try SQLiteStore.connect(path, .readWrite, SQLiteStore.usualPatience, handling)
    }
    try target.transaction { () throws(StoreFailure) in
      var replay = try Replay(
        source: target, target: target, readings: readings, sendsMessages: true)
      try replay.run(progress)
    }
    try asking { () throws(SQLiteError) in try target.becomeSoleFile() }
  }

  /// Nothing is waited for: until the file has its name, a power cut leaves the cases where they are.
  private var handling: FileHandling {
    var handling = source.handling
    handling.synchronous = .off
    handling.takesTurns = false
    return handling
  }

  private func copy(
    _ ids: [CaseID], of lines: (StreamID) -> ListQuery, to target: Connection
  ) throws(SQLiteError) {
    for start in stride(from: 0, to: ids.count, by: Self.batch) {
      let batch = ids[start..<min(ids.count, start + Self.batch)]
      try target.transaction { () throws(SQLiteError) in
        for id in batch { try copy(.file(id), of: lines, to: target) }
      }
      progress(Progress(done: start + batch.count, total: ids.count))
    }
  }

  /// Its lines as they are, with their positions and hashes.
  private func copy(
    _ stream: StreamID, of lines: (StreamID) -> ListQuery, to target: Connection
  ) throws(SQLiteError) {
    for line in try source.lines(lines(stream)) {
      var line = line
      line.shortened = ShortenedBody(line.body, like: line.blankText.map(blanks.body))
      try target.insert(line)
    }
  }
}

package import Deskwork
import SQLite

/// What SQLite was asked to do for an act.
package struct RecordedWork: Sendable {
  fileprivate let work: [Work]

  package var statements: Int {
    work.reduce(0) { count, piece in
      if case .statement = piece { count + 1 } else { count }
    }
  }
}

extension SQLiteStore {
  /// Does something and keeps every statement it came to, with its values.
  package func recording<Answer, Failure>(
    _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> (answer: Answer, work: RecordedWork) {
    let record = WorkRecord()
    connection.record = record
    defer { connection.record = nil }
    let answer = try body()
    return (answer, RecordedWork(work: record.work))
  }
}

/// A copy of a store on which recorded work is done again by SQLite alone: without deciding, coding
/// and chaining anything, but as safely on disk. What an act costs besides shows beside it.
package final class StoreTwin {
  private let connection: Connection
  private let path: String

  /// Copies a store that nobody has open, byte by byte.
  package init(copying path: String, to target: String) throws(StoreError) {
    self.path = target
    try Self.gather(path)
    do throws(SQLiteError) {
      try Place.copy(path, to: target)
      connection = try SQLiteStore.connect(target, .readWrite)
    } catch {
      throw StoreError(error, path: target, patience: SQLiteStore.usualPatience)
    }
  }

  package func doAgain(_ recorded: RecordedWork) throws(StoreError) {
    do throws(SQLiteError) {
      try connection.doAgain(recorded.work)
    } catch {
      throw StoreError(error, path: path, patience: SQLiteStore.usualPatience)
    }
  }

  /// Everything into the one file.
  private static func gather(_ path: String) throws(StoreError) {
    let store = try SQLiteStore.open(at: path)
    try store.using { connection throws(SQLiteError) in
      try connection.checkpointIfNeeded(pages: 0)
    }
  }
}

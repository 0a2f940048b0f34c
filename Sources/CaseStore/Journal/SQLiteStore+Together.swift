import Casework
package import Deskwork
import SQLite

/// Several acts with one wait for the disk.
extension SQLiteStore {
  /// What `body` appends is on disk when this returns, all of it; if it throws, nothing of it is.
  ///
  /// Each act is checked for itself on what the ones before it have led to. The turn to write is
  /// held meanwhile. After a full disk `body` may be called again, once room was made.
  package func together(_ body: () -> Void) throws(StoreError) {
    try using { connection throws(SQLiteError) in
      try connection.holdingTurn { () throws(SQLiteError) in
        try summing(wayOfActs()) { _ throws(SQLiteError) in
          fault = nil
          body()
          if let fault { throw fault }
        }
        // The acts stand; texts that cannot be indexed now wait for the next.
        try? SearchIndex(connection: connection).indexWholeBatches()
      }
    }
  }

  /// A transaction at whose end the sums of its acts are written.
  func summing<Answer>(
    _ way: OpenActs.Way = .written,
    _ body: (OpenActs) throws(SQLiteError) -> Answer
  ) throws(SQLiteError) -> Answer {
    try connection.transaction { () throws(SQLiteError) in
      sums.forget()
      let acts = OpenActs(way)
      self.acts = acts
      defer { self.acts = nil }
      let answer: Answer
      do throws(SQLiteError) { answer = try body(acts) } catch {
        try acts.finishWriting()
        throw error
      }
      try acts.finishWriting()
      try sums.write(to: connection)
      try acts.writeNumbers(to: connection)
      return answer
    }
  }

  /// Each is written while the next one is worked out, unless that is of no use.
  private func wayOfActs() -> OpenActs.Way {
    guard hasOtherProcessors, connection.keepsLog else { return .written }
    if reader == nil { reader = try? Self.connect(path, .readOnly, patience, connection.handling) }
    return reader.map { .writtenBehind(work: WorkBehind(), reader: $0) } ?? .written
  }

  var hasOtherProcessors: Bool { (processors ?? Processors.usable) > 1 }

  /// Sums as the acts of an open transaction have left them.
  func summed<Element>(
    _ query: ListQuery, _ read: (borrowing Row) throws(SQLiteError) -> Element
  ) throws(StoreError) -> [Element] {
    try using { connection throws(SQLiteError) in
      if connection.isWriting { try sums.write(to: connection) }
      return try connection.query(query.sql, query.values, read)
    }
  }

  /// An act that fails half-way takes those it is carried out with along.
  func withinOthers<Answer>(
    _ body: () throws(SQLiteError) -> Answer
  ) throws(SQLiteError) -> Answer {
    do throws(SQLiteError) {
      return try body()
    } catch {
      fault = fault ?? error
      throw error
    }
  }

  /// Asks about something the acts of an open transaction may have changed. If none has, what was
  /// there before will do, and nobody waits for what is being written.
  func using<Answer>(
    unless isChanged: (OpenActs) -> Bool, _ body: (Connection) throws(SQLiteError) -> Answer
  ) throws(StoreError) -> Answer {
    guard let acts, let reader = acts.reader, !isChanged(acts) else {
      return try using(body)
    }
    do throws(SQLiteError) {
      return try withinOthers { () throws(SQLiteError) in try body(reader) }
    } catch {
      throw StoreError(error, path: path, patience: patience)
    }
  }
}

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
        try summing { () throws(SQLiteError) in
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
    _ body: () throws(SQLiteError) -> Answer
  ) throws(SQLiteError) -> Answer {
    try connection.transaction { () throws(SQLiteError) in
      sums.forget()
      let answer = try body()
      try sums.write(to: connection)
      return answer
    }
  }

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
    _ body: (Connection) throws(SQLiteError) -> Answer
  ) throws(SQLiteError) -> Answer {
    do throws(SQLiteError) {
      return try body(connection)
    } catch {
      fault = fault ?? error
      throw error
    }
  }
}

import Deskwork
import SQLite

/// What may go wrong where the journal is read inside a transaction.
enum StoreFailure: SQLiteFailure {
  case sqlite(SQLiteError)
  case store(StoreError)

  init(_ error: SQLiteError) { self = .sqlite(error) }
}

extension SQLiteStore {
  /// Asks SQLite and the journal, the errors of both spoken as the store's.
  func reading<Answer>(
    _ body: (Connection) throws(StoreFailure) -> Answer
  ) throws(StoreError) -> Answer {
    do throws(StoreFailure) {
      return try body(connection)
    } catch {
      switch error {
      case .sqlite(let error):
        throw StoreError(error, path: path, patience: patience)
      case .store(let error): throw error
      }
    }
  }
}

/// Asks SQLite where the journal is read as well.
func asking<Answer>(
  _ body: () throws(SQLiteError) -> Answer
) throws(StoreFailure) -> Answer {
  do throws(SQLiteError) {
    return try body()
  } catch {
    throw .sqlite(error)
  }
}

import Deskwork
import SQLite

/// The lists as the journal makes them, in an empty store, while the journal itself is checked. What
/// goes wrong here counts only if the journal turns out to be whole.
final class ListsAnew {
  private let store: SQLiteStore
  /// Inside its transaction.
  private let scratch: Connection
  private let readings: @Sendable (String) -> [Spelling]
  private var replay: Replay?
  private var failure: StoreFailure?

  init(
    of store: SQLiteStore, in scratch: Connection,
    readings: @escaping @Sendable (String) -> [Spelling]
  ) {
    (self.store, self.scratch, self.readings) = (store, scratch, readings)
  }

  /// Reads what was published; nil if that cannot be read.
  func begin() -> Published? {
    attempt { () throws(StoreFailure) in
      replay = try Replay(comparing: store.connection, in: scratch, readings: readings)
    }
    return replay?.published
  }

  func put(_ told: CheckedBatch.Told) {
    guard failure == nil else { return }
    attempt { () throws(StoreFailure) in
      switch told {
      case .success(let stream): try replay?.put(stream)
      case .failure(let error): throw .store(error)
      }
    }
  }

  /// Where the lists of the store are others.
  func faults() throws(StoreFailure) -> [StoreFault] {
    if let failure { throw failure }
    try replay?.finish()
    return try asking { () throws(SQLiteError) in
      try store.differences(in: ReadModelTable.compared, from: scratch)
    }
  }

  private func attempt(_ body: () throws(StoreFailure) -> Void) {
    do throws(StoreFailure) { try body() } catch { failure = error }
  }
}

import Deskwork
import SQLite

/// The lists as the journal makes them, in an empty store, while the journal itself is checked. What
/// goes wrong here counts only if the journal turns out to be whole.
final class ListsAnew {
  private let store: SQLiteStore
  /// Inside its transaction.
  private let scratch: Connection
  private let readings: @Sendable (String) -> [Spelling]
  /// What the long lists of the store add up to.
  private let kept: KeptSums
  private var replay: Replay?
  private var failure: StoreFailure?

  init(
    of store: SQLiteStore, in scratch: Connection,
    adding kept: KeptSums, readings: @escaping @Sendable (String) -> [Spelling]
  ) {
    (self.store, self.scratch, self.kept, self.readings) = (store, scratch, kept, readings)
  }

  /// Reads what was published; nil if that cannot be read.
  func begin() -> TellingRules? {
    attempt { () throws(StoreFailure) in
      replay = try Replay(comparing: store.connection, in: scratch, readings: readings)
    }
    return replay?.rules
  }

  func put(_ batch: CheckedBatch) {
    guard failure == nil else { return }
    attempt { () throws(StoreFailure) in
      if let failure = batch.failure { throw .store(failure) }
      try replay?.take(batch.totals)
    }
  }

  /// Where the lists of the store are others. If something is, they are all made once more and
  /// compared row by row.
  func faults(_ progress: (Progress) -> Void) throws(StoreFailure) -> [StoreFault] {
    if let failure { throw failure }
    try replay?.finish()
    return try areSame() ? [] : store.compareRows(readings: readings, progress)
  }

  private func areSame() throws(StoreFailure) -> Bool {
    guard let replay else { return false }
    do throws(SQLiteError) {
      let sums = try kept.sums(asSeenBy: store.connection)
      guard replay.totals.areThose(with: sums) else { return false }
      return try store.differences(in: ReadModelTable.notSummed, from: scratch).isEmpty
    } catch {
      // A list that cannot be read is named with the others.
      guard error.kind == .corrupt || error.kind == .other else { throw .sqlite(error) }
      return false
    }
  }

  private func attempt(_ body: () throws(StoreFailure) -> Void) {
    do throws(StoreFailure) { try body() } catch { failure = error }
  }
}

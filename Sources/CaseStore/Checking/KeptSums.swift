import Dispatch
import SQLite
import Synchronization

/// What the long lists of a store add up to, found out by a connection of its own while others read
/// the journal.
final class KeptSums: Sendable {
  private struct Found {
    var sums: [RowSum]?
    var isOver = false
  }

  private let found = Mutex(Found())
  private let isReady = DispatchSemaphore(value: 0)
  private let mayBegin = DispatchSemaphore(value: 0)
  private let isDone = DispatchSemaphore(value: 0)

  /// To be asked for before whoever compares the lists begins to read, which fixes what both see.
  init(of path: String) {
    DispatchQueue(label: "sums").async { [self] in
      let sums = add(path)
      found.withLock { $0.sums = sums }
      isReady.signal()
      isDone.signal()
    }
    isReady.wait()
  }

  /// As soon as the other one reads.
  func begin() { mayBegin.signal() }

  /// Waits until they are known. Where the lists may be others than those the other one sees, or could
  /// not be read, its own connection looks.
  func sums(asSeenBy store: Connection) throws(SQLiteError) -> [RowSum] {
    if let sums = awaited { return sums }
    return try Self.sums(in: store) { false }
  }

  /// Nobody wants to know any more. The file is not open here afterwards.
  func end() {
    found.withLock { $0.isOver = true }
    begin()
    _ = awaited
  }

  private var awaited: [RowSum]? {
    isDone.wait()
    isDone.signal()
    return found.withLock { $0.sums }
  }

  private static func sums(
    in store: Connection, until isOver: () -> Bool
  ) throws(SQLiteError) -> [RowSum] {
    var sums: [RowSum] = []
    for list in SummedList.allCases where !isOver() { sums.append(try store.sum(list.sql)) }
    return sums
  }

  private func add(_ path: String) -> [RowSum]? {
    do throws(SQLiteError) {
      let connection = try SQLiteStore.connectForReading(path)
      let version = try connection.dataVersion()
      isReady.signal()
      mayBegin.wait()
      // Nobody has written between then and now, nor when the other one began in between.
      return try connection.snapshot { () throws(SQLiteError) in
        guard try connection.dataVersion() == version else { return nil }
        return try Self.sums(in: connection) { found.withLock { $0.isOver } }
      }
    } catch {
      return nil
    }
  }
}

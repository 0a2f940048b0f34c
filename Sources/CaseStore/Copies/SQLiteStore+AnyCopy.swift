package import Deskwork
import SQLite

extension SQLiteStore {
  /// Checks any copy of a store as it lies there, without changing it: a backup, one on a disk that
  /// cannot be written, one with its log beside it, one of an older version of this program.
  ///
  /// `home` is the path its closed years lie beside, if that is another.
  package static func verify(
    copyAt path: String, beside home: String? = nil,
    readings: @escaping @Sendable (String) -> [Spelling],
    heads: [Int64] = [],
    progress: @escaping (Progress) -> Void = { _ in }
  ) throws(StoreError) -> VerifyReport {
    do throws(StoreError) {
      return try openReadOnly(at: path, beside: home).verify(
        readings: readings, heads: heads, progress: progress)
    } catch {
      switch error {
      case .older, .unreadLog:
        let scratch = try Scratch(path, beside: home ?? path, becauseOf: error)
        return try scratch.store.verify(readings: readings, heads: heads, progress: progress)
      case .damaged(let detail):
        // What is so damaged that nothing can be read of it has been found out about as well.
        return VerifyReport(structure: detail)
      case .missing, .exists, .notAStore, .newer, .diskFull, .readOnly, .lockedTooLong,
        .networkFileSystem, .damagedLog, .foreignLog, .cannotOpen, .diskFault, .unconfirmed,
        .unreadableEvent,
        .closedFileMissing, .closedFileForeign, .closingElsewhere, .other:
        throw error
      }
    }
  }
}

/// A copy of a copy that may be changed, for the time of a check.
private struct Scratch {
  let store: SQLiteStore
  private let folder: ScratchFolder

  init(
    _ path: String, beside home: String, becauseOf reason: StoreError
  ) throws(StoreError) {
    let folder = try speaking(of: path) { () throws(SQLiteError) in try ScratchFolder() }
    let copy = folder.path("copy.db")
    try speaking(of: path) { () throws(SQLiteError) in
      if case .unreadLog = reason {
        // The log can only be read where SQLite may lay its shared memory beside it.
        try Place.copy(path, to: copy)
        try Place.copy(path + "-wal", to: copy + "-wal")
      } else {
        try SQLiteStore.connectForReading(path).backup(into: copy)
      }
    }
    self.folder = folder
    store = try SQLiteStore.open(at: copy, beside: home)
  }
}

package import Deskwork
import SQLite
package import WorkCalendar

/// For whoever makes a store that nobody else knows of yet.
extension SQLiteStore {
  /// Nothing is waited for until `finishSeeding`: a power cut before that leaves no store behind.
  ///
  /// Through a log every page would go twice. Without one nobody reads while something is written, so
  /// it is only worth giving up where much is written at once.
  package func beginSeeding(withoutLog: Bool = false) throws(StoreError) {
    try using { connection throws(SQLiteError) in
      try connection.waitForDisk(false)
      guard withoutLog else { return }
      try connection.giveUpLog(cacheKilobytes: Self.seedingCacheKilobytes)
    }
  }

  /// The pages that all of a great hall's cases come back to: upper ones of the indexes, and where the
  /// newest cases lie.
  private static let seedingCacheKilobytes = 262_144

  /// Everything is on disk and in the one file afterwards.
  package func finishSeeding() throws(StoreError) {
    reader = nil
    try using { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        try SearchIndex(connection: connection).drawTogether()
      }
      try connection.waitForDisk(true)
      if !connection.keepsLog { try connection.takeUpLog() }
      try connection.checkpointIfNeeded(pages: 0)
    }
  }

  /// When the last event was recorded; nil in a store without events.
  package func lastRecordedAt() throws(StoreError) -> Moment? {
    if let last = acts?.lastRecordedAt { return last }
    return try using(unless: { _ in false }) { connection throws(SQLiteError) in
      try connection.first(ListQuery.lastRecordedAt.sql) { row throws(SQLiteError) in
        try row.momentIfAny(0)
      } ?? nil
    }
  }

  package func lastPosition() throws(StoreError) -> Int64 {
    try using { connection throws(SQLiteError) in try connection.lastPosition() }
  }
}

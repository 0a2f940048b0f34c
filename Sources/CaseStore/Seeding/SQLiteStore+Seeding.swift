package import Deskwork
import SQLite
package import WorkCalendar

/// For whoever makes a store that nobody else knows of yet.
extension SQLiteStore {
  /// Nothing is waited for until `finishSeeding`: a power cut before that leaves no store behind.
  package func beginSeeding() throws(StoreError) {
    try using { connection throws(SQLiteError) in
      try connection.waitForDisk(false)
    }
  }

  /// Everything is on disk and in the one file afterwards.
  package func finishSeeding() throws(StoreError) {
    try using { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        try SearchIndex(connection: connection).drawTogether()
      }
      try connection.waitForDisk(true)
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

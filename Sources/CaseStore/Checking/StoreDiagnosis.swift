package import Deskwork
import SQLite

/// How a store and the library under it are, as far as it shows without reading every event.
package struct StoreDiagnosis: Hashable, Sendable {
  /// Of SQLite.
  package var libraryVersion: String
  /// Whether that version can damage a file when a checkpoint overlaps a write.
  package var hasLogResetFault: Bool
  /// Whether checkpoints happen in the hall's turn only.
  package var keepsTheTurn: Bool
  /// As SQLite calls it: wal where a hall works, delete where a file was just copied.
  package var journalMode: String
  package var events: Int
  package var structure: [String]
}

extension SQLiteStore {
  package func diagnosis() throws(StoreError) -> StoreDiagnosis {
    try using { connection throws(SQLiteError) in
      let mode = try connection.first("PRAGMA journal_mode") { row throws(SQLiteError) in
        try row.text(0)
      }
      return StoreDiagnosis(
        libraryVersion: SQLiteLibrary.version, hasLogResetFault: SQLiteLibrary.hasLogResetFault,
        keepsTheTurn: try connection.integer("PRAGMA wal_autocheckpoint") == 0,
        journalMode: mode ?? "", events: Int(try connection.lastPosition()),
        structure: try connection.structuralFaults())
    }
  }
}

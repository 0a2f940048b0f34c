/// One call of SQLite on its disk.
package struct DiskCall {
  package enum Kind: UInt8, CaseIterable, Sendable {
    case open, delete, access, close, read, write, truncate, sync, size, lock, unlock
    case sharedMap, sharedLock, sharedUnmap, unfetch
  }

  /// Which of a database's files.
  package enum File: UInt8, CaseIterable, Sendable {
    case main, log, journal, other

    /// What is added to the database's path.
    package var suffix: String? {
      switch self {
      case .main: ""
      case .log: "-wal"
      case .journal: "-journal"
      case .other: nil
      }
    }
  }

  package var kind: Kind
  package var file: File
  package var offset: Int64 = 0
  /// How long the read or the file after a truncation.
  package var length = 0
  /// What is to be written, as long as the call lasts.
  package var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
}

/// What a call is answered with instead of being carried out.
package enum DiskFault: Sendable, CaseIterable {
  /// The device has failed.
  case inputOutput
  case full
}

/// What went wrong in or around a database file; it never carries a bound value.
package struct SQLiteError: Error, Hashable, Sendable {
  package var kind: Kind
  /// SQLite's extended result code; 0 if the library was not asked.
  package var code: Int32
  package var message: String
  package var sql: String?

  package init(kind: Kind, code: Int32 = 0, message: String, sql: String? = nil) {
    self.kind = kind
    self.code = code
    self.message = message
    self.sql = sql
  }

  package enum Kind: Hashable, Sendable {
    // The place.
    case folderMissing, fileMissing, isDirectory, alreadyExists, notPermitted
    /// Locks do not hold on a file system of another host.
    case networkFileSystem
    // The file.
    case notADatabase, corrupt, empty
    /// It carries the mark of another program.
    case otherProgram(applicationID: Int32)
    /// It knows migrations that this program does not.
    case newerSchema([String])
    /// It lacks migrations and may not be changed here.
    case olderSchema([String])
    /// A write-ahead log lies beside it, which a file opened as immutable would leave unread.
    case unreadLog
    /// The write-ahead log beside it cannot be read as it was written, or was written for another file.
    case damagedLog, foreignLog
    // The work.
    case full, readOnly, cannotOpen, inputOutput, outOfMemory
    /// What was committed stands in the log, but the disk has not taken it and may lose it.
    case unsettled
    case busy
    /// The turn to write did not come in time.
    case turnNotReached(heldBy: TurnSignature?)
    case uniqueViolation, foreignKeyViolation, constraintViolation
    /// A trigger said no.
    case refusedByTrigger
    /// SQLite has undone the transaction on its own.
    case transactionLost
    /// A column holds another type than was asked for.
    case mistyped(column: Int)
    case other
  }
}

/// An error type that can say what SQLite said.
package protocol SQLiteFailure: Error {
  init(_ error: SQLiteError)
}

extension SQLiteError: SQLiteFailure {
  package init(_ error: SQLiteError) { self = error }
}

extension SQLiteError: CustomStringConvertible {
  package var description: String {
    let number = code == 0 ? "" : " (SQLite \(code))"
    return message + number + (sql.map { " in: \($0)" } ?? "")
  }
}

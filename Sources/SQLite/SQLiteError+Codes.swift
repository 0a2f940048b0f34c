private import CSQLite

extension SQLiteError {
  /// The last error of a connection.
  init(_ code: Int32, of database: OpaquePointer?, sql: String? = nil) {
    let extended = database.map(sqlite3_extended_errcode) ?? code
    // After a misuse the connection still tells of an older call.
    let number = extended & 0xff == code & 0xff ? extended : code
    let text =
      number == extended && database != nil ? sqlite3_errmsg(database) : sqlite3_errstr(code)
    self.init(
      kind: Kind(resultCode: number, systemError: database.map(sqlite3_system_errno) ?? 0),
      code: number,
      message: text.map { String(cString: $0) } ?? "no message", sql: sql)
  }
}

extension SQLiteError.Kind {
  /// `systemError` is what the system said to SQLite's last call on a file.
  init(resultCode code: Int32, systemError: Int32 = 0) {
    switch code {
    // Not every call of SQLite tells a full disk from one that has failed.
    case _
    where [SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xff)
      && [ENOSPC, EDQUOT].contains(systemError):
      self = .full
    case csqlite_unique, csqlite_primary_key, csqlite_rowid:
      self = .uniqueViolation
    case csqlite_foreign_key: self = .foreignKeyViolation
    case csqlite_trigger: self = .refusedByTrigger
    default: self.init(primaryCode: code & 0xff)
    }
  }

  private init(primaryCode code: Int32) {
    switch code {
    case SQLITE_FULL: self = .full
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_CORRUPT: self = .corrupt
    case SQLITE_NOTADB: self = .notADatabase
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy
    case SQLITE_CANTOPEN: self = .cannotOpen
    case SQLITE_IOERR: self = .inputOutput
    case SQLITE_NOMEM: self = .outOfMemory
    case SQLITE_PERM: self = .notPermitted
    case SQLITE_CONSTRAINT: self = .constraintViolation
    default: self = .other
    }
  }
}

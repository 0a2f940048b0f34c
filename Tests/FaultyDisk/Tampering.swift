import CSQLite

/// Changes a database past everything that guards it; false if SQLite refuses.
package func tamper(with path: String, _ sql: String) -> Bool {
  var database: OpaquePointer?
  defer { sqlite3_close(database) }
  return sqlite3_open(path, &database) == SQLITE_OK
    && sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK
}

/// A named change of the schema; once shipped it is never edited.
package struct Migration: Hashable, Sendable {
  package let name: String
  package let sql: String

  package init(_ name: String, _ sql: String) {
    self.name = name
    self.sql = sql
  }
}

/// Brings a file from whatever version of the schema to the newest, one named step after the other.
package struct Migrator: Sendable {
  package let migrations: [Migration]

  package init(_ migrations: [Migration]) {
    precondition(
      Set(migrations.map(\.name)).count == migrations.count, "two migrations of one name")
    self.migrations = migrations
  }

  /// What the file still lacks; a file that knows more than we do is refused.
  package func pending(in connection: Connection) throws(SQLiteError) -> [Migration] {
    let done = try done(in: connection)
    let unknown = done.filter { name in !migrations.contains { $0.name == name } }
    guard unknown.isEmpty else {
      throw SQLiteError(
        kind: .newerSchema(unknown),
        message: "\(connection.path) was written by a newer version of this program")
    }
    return migrations.filter { !done.contains($0.name) }
  }

  /// Refuses a file that would have to be changed before it can be read.
  package func check(_ connection: Connection) throws(SQLiteError) {
    let missing = try pending(in: connection).map(\.name)
    guard missing.isEmpty else {
      throw SQLiteError(
        kind: .olderSchema(missing),
        message: "\(connection.path) was written by an older version of this program")
    }
  }

  /// Carries out what is pending, each step whole or not at all; answers with the names of the steps.
  @discardableResult
  package func migrate(_ connection: Connection) throws(SQLiteError) -> [String] {
    guard try !pending(in: connection).isEmpty else { return [] }
    return try connection.holdingTurn { () throws(SQLiteError) in
      // Another process may have been here while we waited.
      let steps = try pending(in: connection)
      for step in steps { try carryOut(step, on: connection) }
      return steps.map(\.name)
    }
  }

  private func done(in connection: Connection) throws(SQLiteError) -> [String] {
    let table = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'"
    guard try connection.integer(table) == 1 else { return [] }
    return try connection.query("SELECT name FROM migrations ORDER BY position") {
      row throws(SQLiteError) in try row.text(0)
    }
  }

  private func carryOut(_ step: Migration, on connection: Connection) throws(SQLiteError) {
    // A table is changed by making it anew, which would break references for a moment.
    try connection.handle.execute("PRAGMA foreign_keys = OFF")
    defer { try? connection.handle.execute("PRAGMA foreign_keys = ON") }
    try connection.transaction { () throws(SQLiteError) in
      try connection.handle.execute(step.sql)
      try connection.handle.execute(
        """
        CREATE TABLE IF NOT EXISTS migrations(
          position INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE
        ) STRICT
        """)
      try connection.run("INSERT INTO migrations(name) VALUES (?)", [.text(step.name)])
      try checkReferences(connection, after: step)
    }
  }

  private func checkReferences(
    _ connection: Connection, after step: Migration
  ) throws(SQLiteError) {
    let broken = try connection.first("PRAGMA foreign_key_check") { row throws(SQLiteError) in
      try row.text(0)
    }
    guard let broken else { return }
    throw SQLiteError(
      kind: .foreignKeyViolation,
      message: "after migration \(step.name) rows of \(broken) refer to nothing")
  }
}

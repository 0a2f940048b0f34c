package import Deskwork
import SQLite

/// What a table or an index takes of the file.
package struct StoreExtent: Hashable, Sendable {
  package var name: String
  package var isIndex: Bool
  package var bytes: Int
}

extension SQLiteStore {
  package static var libraryVersion: String { SQLiteLibrary.version }

  /// How many bytes the disk under a path still takes.
  package static func room(beside path: String) -> Int64 { Place.room(beside: path) }

  /// In bytes, without the log.
  package func size() throws(StoreError) -> Int {
    try using { connection throws(SQLiteError) in
      try connection.pageCount() * connection.pageSize()
    }
  }

  /// Every table and index, the largest first; the whole file is read. Nil where this SQLite was built
  /// without its table of pages.
  package func extents() throws(StoreError) -> [StoreExtent]? {
    try using { connection throws(SQLiteError) in
      guard try connection.countsPages() else { return nil }
      let indexes = Set(
        try connection.query("SELECT name FROM sqlite_schema WHERE type = 'index'") {
          row throws(SQLiteError) in try row.text(0)
        })
      let pageSize = try connection.pageSize()
      // Counted in pages: SQLite 3.40 loses count of bytes beyond 4 GB.
      return try connection.query(
        "SELECT name, pageno FROM dbstat WHERE aggregate = 1 ORDER BY pageno DESC, name"
      ) { row throws(SQLiteError) in
        let name = try row.text(0)
        return StoreExtent(
          name: name, isIndex: indexes.contains(name), bytes: try row.number(1) * pageSize)
      }
    }
  }
}

extension Connection {
  fileprivate func countsPages() throws(SQLiteError) -> Bool {
    try integer("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'") != nil
  }
}

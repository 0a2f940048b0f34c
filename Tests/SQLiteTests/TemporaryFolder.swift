import FoundationEssentials
import SQLite

/// A folder of one test, gone with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/sqlite-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { path + "/" + name }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  func bytes(of name: String) -> [UInt8] {
    FileManager.default.contents(atPath: path(name)).map(Array.init) ?? []
  }

  func permissions(of name: String) throws -> Int? {
    let found = try FileManager.default.attributesOfItem(atPath: path(name))
    return found[.posixPermissions] as? Int
  }

  func open(
    _ name: String = "hall.db", _ mode: OpenMode = .create, mark: Int32 = 77,
    patience: Duration = .seconds(10)
  ) throws -> Connection {
    try Connection(path: path(name), mode: mode, applicationID: mark, patience: patience)
  }

  /// A database with a table of words.
  func words(_ name: String = "hall.db") throws -> Connection {
    let connection = try open(name)
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT UNIQUE) STRICT")
    }
    return connection
  }
}

extension Connection {
  /// Adds words in one transaction.
  func add(_ words: String...) throws(SQLiteError) {
    try transaction { () throws(SQLiteError) in
      for word in words { try run("INSERT INTO word(text) VALUES (?)", [.text(word)]) }
    }
  }

  func words() throws(SQLiteError) -> [String] {
    try query("SELECT text FROM word ORDER BY id") { row throws(SQLiteError) in try row.text(0) }
  }
}

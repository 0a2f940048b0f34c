import SQLite
import Testing

struct MigratorTests {
  private let first = Migration(
    "words", "CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT) STRICT")
  private let second = Migration(
    "word origins",
    """
    CREATE TABLE origin(word INTEGER NOT NULL REFERENCES word(id), place TEXT) STRICT;
    INSERT INTO word(text) VALUES ('甲');
    """)

  @Test func `each step is done once, in order`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.open()
    #expect(try Migrator([first]).migrate(connection) == ["words"])
    #expect(try Migrator([first, second]).pending(in: connection) == [second])
    #expect(try Migrator([first, second]).migrate(connection) == ["word origins"])
    #expect(try Migrator([first, second]).migrate(connection) == [])
    #expect(try connection.integer("SELECT count(*) FROM word") == 1)
    #expect(try connection.integer("PRAGMA foreign_keys") == 1)
  }

  @Test func `a step that fails leaves the file as it was before it`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.open()
    let broken = Migration("broken", "CREATE TABLE half(a); CREATE TABLE half(a);")
    #expect(throws: SQLiteError.self) { try Migrator([first, broken]).migrate(connection) }
    #expect(try Migrator([first, broken]).pending(in: connection) == [broken])
    #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == 0)
  }

  @Test func `references that lead nowhere are found before the commit`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.open()
    let stray = Migration("stray", "INSERT INTO origin VALUES (99, '云南')")
    let error = #expect(throws: SQLiteError.self) {
      try Migrator([first, second, stray]).migrate(connection)
    }
    #expect(error?.kind == .foreignKeyViolation)
    #expect(try connection.integer("SELECT count(*) FROM origin") == 0)
    #expect(try connection.integer("PRAGMA foreign_keys") == 1)
  }

  @Test func `a file that knows more than the program is refused untouched`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.open()
    try Migrator([first, second]).migrate(connection)
    let third = Migration("third", "CREATE TABLE third(a)")
    for attempt in [Migrator([first]), Migrator([first, third])] {
      let error = #expect(throws: SQLiteError.self) { try attempt.migrate(connection) }
      #expect(error?.kind == .newerSchema(["word origins"]))
    }
    #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'third'") == 0)
  }

  @Test func `a reader does not change an older file but refuses it`() throws {
    let folder = try TemporaryFolder()
    let writer = try folder.open()
    try Migrator([first]).migrate(writer)
    let reader = try folder.open("hall.db", .readOnly)
    try Migrator([first]).check(reader)
    let error = #expect(throws: SQLiteError.self) { try Migrator([first, second]).check(reader) }
    #expect(error?.kind == .olderSchema(["word origins"]))
  }

  @Test func `two that migrate at once do each step once`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("hall.db")
    let migrator = Migrator([first, second])
    let done = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let connection = try Connection(path: path, mode: .create, applicationID: 77)
          return try migrator.migrate(connection).count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(done == 2)
  }
}

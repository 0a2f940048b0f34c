import Glibc
import SQLite
import TestSupport
import Testing

struct TransactionTests {
  private enum Own: SQLiteFailure, Equatable {
    case changedMyMind
    case sqlite(SQLiteError.Kind)
    init(_ error: SQLiteError) { self = .sqlite(error.kind) }
  }

  @Test func `what throws leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    #expect(throws: Own.changedMyMind) {
      try connection.transaction { () throws(Own) in
        do throws(SQLiteError) {
          try connection.run("INSERT INTO word(text) VALUES ('甲')")
        } catch {
          throw Own(error)
        }
        throw .changedMyMind
      }
    }
    #expect(try connection.words() == [])
    try connection.add("乙")
    #expect(try connection.words() == ["乙"])
  }

  @Test func `a second of the same is known as such`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    try connection.add("甲")
    let error = #expect(throws: SQLiteError.self) { try connection.add("乙", "甲") }
    #expect(error?.kind == .uniqueViolation)
    #expect(error?.code == 2067)
    #expect(error?.sql == "INSERT INTO word(text) VALUES (?)")
    #expect(
      error.map { "\($0)" }
        == "UNIQUE constraint failed: word.text (SQLite 2067) in: INSERT INTO word(text) VALUES (?)"
    )
    #expect(try connection.words() == ["甲"])
  }

  @Test(
    arguments: [
      ("INSERT INTO word(id, text) VALUES (1, '甲')", .uniqueViolation),
      ("INSERT INTO child VALUES (99)", .foreignKeyViolation),
      ("INSERT INTO child VALUES (NULL)", .constraintViolation),
      ("DELETE FROM word", .refusedByTrigger),
      ("INSERT INTO nothing VALUES (1)", .other),
      ("SELECT 1; SELECT 2", .other),
      ("", .other),
    ] as [(String, SQLiteError.Kind)])
  func `a refused statement says what refused it`(sql: String, kind: SQLiteError.Kind) throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("CREATE TABLE child(word INTEGER NOT NULL REFERENCES word(id)) STRICT")
      try connection.run(
        "CREATE TRIGGER kept BEFORE DELETE ON word BEGIN SELECT raise(ABORT, 'kept'); END")
      try connection.run("INSERT INTO word VALUES (1, '一')")
    }
    let error = #expect(throws: SQLiteError.self) {
      try connection.transaction { () throws(SQLiteError) in try connection.run(sql) }
    }
    #expect(error?.kind == kind)
  }

  @Test func `a full disk undoes the transaction and writing goes on when there is room`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    try connection.add("甲")
    _ = try connection.integer("PRAGMA max_page_count = 8")
    let error = #expect(throws: SQLiteError.self) {
      try connection.add("乙", String(repeating: "满", count: 60_000))
    }
    #expect(error?.kind == .full)
    #expect(try connection.words() == ["甲"])
    _ = try connection.integer("PRAGMA max_page_count = 100000")
    try connection.add("丙")
    #expect(try connection.words() == ["甲", "丙"])
  }

  @Test func `a body that hides the full disk is not taken for a success`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    _ = try connection.integer("PRAGMA max_page_count = 8")
    let long = SQLiteValue.text(String(repeating: "满", count: 60_000))
    let error = #expect(throws: SQLiteError.self) {
      try connection.transaction { () throws(SQLiteError) in
        try connection.run("INSERT INTO word(text) VALUES ('甲')")
        do { try connection.run("INSERT OR ROLLBACK INTO word(text) VALUES (?)", [long]) } catch {}
        do { try connection.run("INSERT OR ROLLBACK INTO word(text) VALUES ('甲')") } catch {}
      }
    }
    #expect(error?.kind == .transactionLost)
    #expect(try connection.words() == [])
  }

  @Test func `a snapshot does not see what others do meanwhile`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.words()
    let second = try folder.open()
    try first.snapshot { () throws(SQLiteError) in
      let before = try first.words()
      try second.add("甲")
      #expect(try first.words() == before)
    }
    #expect(try first.words() == ["甲"])
  }

  @Test func `the same text may be at work twice`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    try connection.add("甲", "乙")
    let pairs = try connection.query("SELECT text FROM word ORDER BY id") {
      row throws(SQLiteError) in
      try row.text(0) + (try connection.words().joined())
    }
    #expect(pairs == ["甲甲乙", "乙甲乙"])
  }

  @Test func `a statement outlives its connection`() throws {
    let folder = try TemporaryFolder()
    let statement = try folder.words().prepare("SELECT count(*) FROM word")
    #expect(try statement.step())
    #expect(try statement.row.integer(0) == 0)
  }

  @Test func `writing outside a transaction stops the program`() throws {
    let folder = try TemporaryFolder()
    let process = try DoomedProcess(Careless(store: folder.path("hall.db")), in: "CarelessWriting")
    #expect([-SIGILL, -SIGTRAP].contains(process.end()))
    #expect(!folder.bytes(of: "hall.db").isEmpty)
  }
}

/// What somebody forgot, in a store of whoever waits for its end.
private struct Careless: Codable {
  var store: String
}

struct CarelessWriting {
  @Test(.enabled(if: DoomedProcess.task(Careless.self) != nil, "it ends its process"))
  func `a table is made outside of any transaction`() throws {
    // Stops at once instead of spending a minute on a backtrace nobody reads.
    for number in [SIGILL, SIGTRAP] { signal(number, SIG_DFL) }
    let task = try #require(DoomedProcess.task(Careless.self))
    let connection = try Connection(path: task.store, mode: .create, applicationID: 77)
    try connection.run("CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT) STRICT")
  }
}

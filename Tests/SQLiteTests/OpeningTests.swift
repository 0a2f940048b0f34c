import FoundationEssentials
import Glibc
import SQLite
import Testing

struct OpeningTests {
  private func refusal(_ folder: TemporaryFolder, _ name: String, _ mode: OpenMode) -> SQLiteError
    .Kind?
  {
    do {
      _ = try Connection(path: folder.path(name), mode: mode, applicationID: 77)
      return nil
    } catch {
      return error.kind
    }
  }

  @Test func `what cannot be opened says why`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array(String(repeating: "这不是数据库。", count: 200).utf8), to: "letter.txt")
    try folder.write([1, 2, 3], to: "short.db")
    try folder.write([], to: "empty.db")
    try FileManager.default.createDirectory(
      atPath: folder.path("inner"), withIntermediateDirectories: true)
    _ = try folder.open("other.db", mark: 5)
    let cases: [(String, OpenMode, SQLiteError.Kind)] = [
      ("letter.txt", .create, .notADatabase), ("letter.txt", .readOnly, .notADatabase),
      ("short.db", .readWrite, .notADatabase), ("empty.db", .readWrite, .empty),
      ("empty.db", .readOnly, .empty), ("inner", .create, .isDirectory),
      ("inner", .readOnly, .isDirectory),
      ("none.db", .readWrite, .fileMissing), ("none.db", .readOnly, .fileMissing),
      ("none.db", .immutable, .fileMissing), ("nowhere/hall.db", .create, .folderMissing),
      ("letter.txt/hall.db", .create, .folderMissing),
      ("other.db", .create, .otherProgram(applicationID: 5)),
      ("other.db", .readOnly, .otherProgram(applicationID: 5)),
    ]
    for (name, mode, expected) in cases {
      let kind = refusal(folder, name, mode)
      if kind != expected { Issue.record("\(name) \(mode): \(String(describing: kind))") }
    }
    #expect(folder.bytes(of: "short.db") == [1, 2, 3])
    #expect(!FileManager.default.fileExists(atPath: folder.path("none.db")))
  }

  @Test func `beside a file of another program nothing is laid`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1, 2, 3], to: "short.db")
    try folder.write([], to: "empty.db")
    do { _ = try folder.open("other.db", mark: 5) }
    #expect(mkfifo(folder.path("pipe.db"), 0o600) == 0)
    for lock in ["queue", "turn", "flush"] { unlink(folder.path("other.db-\(lock).lock")) }
    let names = ["short.db", "empty.db", "other.db", "pipe.db"]
    for name in names where refusal(folder, name, .readWrite) == nil { Issue.record("\(name)") }
    let locks = try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
      .filter { $0.hasSuffix(".lock") }
    #expect(locks == [])
    #expect(refusal(folder, "pipe.db", .readOnly) == .notADatabase)
  }

  @Test func `a database of nobody in particular is not taken over`() throws {
    let folder = try TemporaryFolder()
    let unmarked = try folder.open("plain.db", mark: 0)
    try unmarked.transaction { () throws(SQLiteError) in try unmarked.run("CREATE TABLE theirs(a)")
    }
    #expect(refusal(folder, "plain.db", .create) == .otherProgram(applicationID: 0))
  }

  @Test(arguments: [1024, 4096, 5000, 9000])
  func `a file that was cut off is refused as corrupt`(length: Int) throws {
    let folder = try TemporaryFolder()
    do {
      let connection = try folder.words()
      try connection.add(String(repeating: "长", count: 20_000))
      try connection.checkpointIfNeeded(pages: 0)
    }
    let whole = folder.bytes(of: "hall.db")
    try folder.write(Array(whole.prefix(length)), to: "cut.db")
    #expect(whole.count > 40_000)
    #expect(refusal(folder, "cut.db", .readWrite) == .corrupt)
  }

  @Test func `new files are for their owner only`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    try connection.add("甲")
    try connection.backup(into: folder.path("copy.db"))
    let beside = ["", "-wal", "-queue.lock", "-turn.lock", "-flush.lock"].map { "hall.db" + $0 }
    for name in beside + ["copy.db"] {
      #expect(try folder.permissions(of: name) == 0o600)
    }
  }

  @Test func `every connection keeps the rules`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.open()
    let rules: [(String, SQLiteValue)] = [
      ("journal_mode", "wal"), ("synchronous", 1), ("wal_autocheckpoint", 0), ("foreign_keys", 1),
      ("trusted_schema", 0), ("recursive_triggers", 0), ("temp_store", 2), ("application_id", 77),
      ("journal_size_limit", 67_108_864), ("cache_size", -8192),
    ]
    for (rule, expected) in rules {
      let value = try connection.first("PRAGMA \(rule)") { row throws(SQLiteError) in row.value(0) }
      if value != expected { Issue.record("\(rule) is \(String(describing: value))") }
    }
  }

  @Test func `reading alone changes nothing`() throws {
    let folder = try TemporaryFolder()
    let writer = try folder.words()
    try writer.add("甲")
    let reader = try folder.open("hall.db", .readOnly)
    #expect(try reader.words() == ["甲"])
    let error = #expect(throws: SQLiteError.self) { try reader.add("乙") }
    #expect(error?.kind == .readOnly)
  }

  @Test func `a backup opens without its folder, a live file does not`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    try connection.add("甲")
    try connection.backup(into: folder.path("100% 备份?.db"))
    let copy = try folder.open("100% 备份?.db", .immutable)
    #expect(try copy.words() == ["甲"])
    #expect(refusal(folder, "hall.db", .immutable) == .unreadLog)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a file that may not be written is read-only`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.words()
    chmod(folder.path("hall.db"), 0o400)
    #expect(refusal(folder, "hall.db", .readWrite) == .readOnly)
    chmod(folder.path("hall.db"), 0)
    #expect(refusal(folder, "hall.db", .readOnly) == .notPermitted)
  }

  @Test(
    arguments: [
      (0x6969, true), (0xFF53_4D42, true), (0xFE53_4D42, true), (0x517B, true),
      (0xEF53, false), (0x5846_5342, false), (0x0102_1994, false),
    ] as [(Int64, Bool)])
  func `only file systems of other hosts are refused`(number: Int64, expected: Bool) {
    #expect(Place.isNetwork(number) == expected)
  }

  @Test(
    arguments: [
      (3_006_023, false), (3_040_001, true), (3_044_005, true), (3_044_006, false),
      (3_050_006, true),
      (3_050_007, false), (3_051_002, true), (3_051_003, false),
    ] as [(Int32, Bool)])
  func `the library's fault is known by its version`(number: Int32, expected: Bool) {
    #expect(SQLiteLibrary.hasLogResetFault(number) == expected)
  }
}

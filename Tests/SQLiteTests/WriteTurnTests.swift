import Dispatch
import FoundationEssentials
import Glibc
import SQLite
import Testing

struct WriteTurnTests {
  @Test func `who waits too long for the turn learns who holds it`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.words()
    let second = try folder.open(patience: .milliseconds(60))
    let clock = ContinuousClock()
    try first.transaction { () throws(SQLiteError) in
      var kind: SQLiteError.Kind?
      let waited = clock.measure {
        do throws(SQLiteError) { try second.add("乙") } catch { kind = error.kind }
      }
      #expect(kind == .turnNotReached(heldBy: TurnSignature(process: getpid(), name: "")))
      #expect(waited >= .milliseconds(50))
      try first.run("INSERT INTO word(text) VALUES ('甲')")
    }
    try second.add("丙")
    #expect(try second.words() == ["甲", "丙"])
  }

  @Test func `who waits learns for whom the turn is held, if a name was signed`() throws {
    let folder = try TemporaryFolder()
    let (first, second) = (try folder.words(), try folder.open(patience: .zero))
    let signed = [
      ("wangfang", "wangfang"), ("li-ming_2.x", "li-ming_2.x"), ("", ""), ("\u{1B}[2J", ""),
    ]
    for (name, told) in signed {
      try first.transaction { () throws(SQLiteError) in
        first.signature = name
        let error = #expect(throws: SQLiteError.self) { try second.add("乙") }
        #expect(
          error?.kind == .turnNotReached(heldBy: TurnSignature(process: getpid(), name: told)))
      }
    }
  }

  @Test func `who waits longer than a moment is told once, and goes on waiting`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    // Somebody else holds the turn until the one who waits has been told.
    let holder = open(folder.path("hall.db-turn.lock"), O_RDWR)
    defer { close(holder) }
    #expect(flock(holder, LOCK_EX) == 0)
    #expect(write(holder, "4711\nwangfang\n", 14) == 14)
    var told = 0
    connection.whenWaiting = { writer in
      #expect(writer == TurnSignature(process: 4711, name: "wangfang"))
      told += 1
      flock(holder, LOCK_UN)
    }
    try connection.add("甲")
    try connection.add("乙")
    #expect(told == 1)
    #expect(try connection.words() == ["甲", "乙"])
  }

  @Test func `whoever came first is served first, and who gives up holds nobody up`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    let turn = try Lock(folder, "turn")
    turn.take()
    let (patient, impatient) = (DispatchGroup(), DispatchGroup())
    func place() -> [UInt8] { folder.bytes(of: "hall.db-queue.lock") }
    for number in 1...8 {
      let before = place()
      let isImpatient = number % 3 == 0
      DispatchQueue.global().async(group: isImpatient ? impatient : patient) {
        do {
          let patience = isImpatient ? Duration.milliseconds(5) : .seconds(60)
          try folder.open("hall.db", .readWrite, patience: patience).add("\(number)")
        } catch {
          if !isImpatient { Issue.record(error) }
        }
      }
      // The next comes when this one stands in the line.
      while place() == before { usleep(500) }
    }
    impatient.wait()
    turn.leave()
    patient.wait()
    #expect(try connection.words() == ["1", "2", "4", "5", "7", "8"])
  }

  @Test func `a checkpoint waits for its turn as well`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.words()
    let second = try folder.open(patience: .zero)
    try second.add("甲")
    try first.transaction { () throws(SQLiteError) in
      let error = #expect(throws: SQLiteError.self) { try second.checkpointIfNeeded(pages: 1) }
      #expect(error?.kind == .turnNotReached(heldBy: TurnSignature(process: getpid(), name: "")))
    }
    try second.checkpointIfNeeded(pages: 1)
  }

  @Test func `a turn is given back after a refusal`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.words()
    let second = try folder.open(patience: .zero)
    try first.add("甲")
    #expect(throws: SQLiteError.self) { try first.add("甲") }
    try second.add("乙")
    #expect(try first.words() == ["甲", "乙"])
  }

  @Test func `a lock file that was removed is made again`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.words()
    try FileManager.default.removeItem(atPath: folder.path("hall.db-turn.lock"))
    let second = try folder.open(patience: .zero)
    try first.transaction { () throws(SQLiteError) in
      #expect(throws: SQLiteError.self) { try second.add("乙") }
    }
  }

  @Test func `many writers lose no step`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("hall.db")
    let first = try folder.open()
    try first.transaction { () throws(SQLiteError) in
      try first.run("CREATE TABLE counter(value INTEGER NOT NULL) STRICT")
      try first.run("INSERT INTO counter VALUES (0)")
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let writer = try Connection(path: path, mode: .readWrite, applicationID: 77)
          for _ in 0..<50 {
            try writer.transaction { () throws(SQLiteError) in
              let value = try writer.integer("SELECT value FROM counter") ?? -1
              try writer.run("UPDATE counter SET value = ?", [.integer(value + 1)])
            }
            try writer.checkpointIfNeeded(pages: 10)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try first.integer("SELECT value FROM counter") == 200)
    #expect(try first.structuralFaults() == [])
  }

  @Test func `another's commit changes the data version, one's own does not`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.words()
    let second = try folder.open()
    let before = try first.dataVersion()
    try first.add("甲")
    #expect(try first.dataVersion() == before)
    try second.add("乙")
    #expect(try first.dataVersion() != before)
  }

  @Test func `the log is moved once it is long, and not before`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    let start = folder.bytes(of: "hall.db").count
    try connection.add(String(repeating: "短", count: 40_000))
    try connection.checkpointIfNeeded()
    #expect(folder.bytes(of: "hall.db").count == start)
    try connection.add(String(repeating: "长", count: 5_600_000))
    #expect(folder.bytes(of: "hall.db").count > 16_000_000)
  }

  @Test func `whoever leaves last cuts a long log off, and nobody else does`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    let long = String(repeating: "长", count: 200_000)
    try connection.add(long)
    do {
      let other = try folder.open("hall.db", .readOnly)
      connection.emptyLogIfAlone()
      #expect(folder.bytes(of: "hall.db-wal").count > 500_000)
      #expect(try other.words() == [long])
    }
    connection.emptyLogIfAlone()
    #expect(folder.bytes(of: "hall.db-wal").isEmpty)
    // Whoever comes meanwhile is let in, and one goes on oneself.
    let next = try folder.open("hall.db", .readWrite)
    try connection.add("甲")
    try next.add("乙")
    #expect(try next.words() == [long, "甲", "乙"])
    connection.emptyLogIfAlone()
    #expect(!folder.bytes(of: "hall.db-wal").isEmpty)
  }
}

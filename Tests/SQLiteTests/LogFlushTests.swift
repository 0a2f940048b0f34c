import Dispatch
import FaultyDisk
import Glibc
import SQLite
import Synchronization
import Testing

/// A commit is answered when the disk has it, and the disk is asked once for many.
struct LogFlushTests {
  private let folder: TemporaryFolder
  private let disk = FaultyDisk()

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.words()
  }

  private func connect(
    _ layer: String?, _ synchronous: FileHandling.Synchronous = .full
  ) throws(SQLiteError) -> Connection {
    try folder.connect(layer, synchronous)
  }

  @Test func `while one waits for the disk another may write`() throws {
    let (waiting, other) = (try connect(disk.name), try connect(nil, .normal))
    var isWritten = false
    disk.fault = { call in
      guard call.isFlushOfLog, !isWritten else { return nil }
      isWritten = (try? other.add("乙")) != nil
      return nil
    }
    try waiting.add("甲")
    #expect(isWritten)
    #expect(try waiting.words() == ["甲", "乙"])
  }

  @Test func `who has written nothing waits for nothing that is safe`() throws {
    let connection = try connect(disk.name)
    try connection.add("甲")
    var flushes = 0
    disk.done = { if $0.isFlushOfLog { flushes += 1 } }
    try connection.holdingTurn { () throws(SQLiteError) in }
    try connection.transaction { () throws(SQLiteError) in }
    #expect(flushes == 0)
    try connection.add("乙")
    #expect(flushes == 1)
  }

  @Test func `who finds what another has just written waits until it is safe`() throws {
    let (writing, asking) = (FaultyDisk(), FaultyDisk())
    let (writer, asker) = (try connect(writing.name), try connect(asking.name))
    var flushes = 0
    asking.done = { if $0.isFlushOfLog { flushes += 1 } }
    var found: [String]?
    // The writer's flush goes on for longer than one waits for another's.
    writing.fault = { call in
      guard call.isFlushOfLog else { return nil }
      found = try? asker.holdingTurn { () throws(SQLiteError) in try asker.words() }
      return nil
    }
    try writer.add("甲")
    #expect(found == ["甲"])
    #expect(flushes == 1)
  }

  @Test func `after somebody has died while committing everybody flushes, until the next commit`()
    throws
  {
    let connection = try connect(disk.name)
    try connection.add("甲")
    var flushes = 0
    disk.done = { if $0.isFlushOfLog { flushes += 1 } }
    // What a process that commits has written down, and did not come to take back.
    let file = open(folder.path("hall.db-flush.lock"), O_RDWR)
    defer { close(file) }
    #expect(pwrite(file, [1], 1, 48) == 1)
    for expected in [1, 2] {
      try connection.holdingTurn { () throws(SQLiteError) in }
      #expect(flushes == expected)
    }
    try connection.add("乙")
    try connection.holdingTurn { () throws(SQLiteError) in }
    #expect(flushes == 3)
  }

  @Test func `several transactions of one turn are flushed once, at its end`() throws {
    let connection = try connect(disk.name)
    var flushes = 0
    disk.done = { if $0.isFlushOfLog { flushes += 1 } }
    try connection.holdingTurn { () throws(SQLiteError) in
      try connection.add("甲")
      try connection.add("乙")
      #expect(flushes == 0)
    }
    #expect(flushes == 1)
  }

  @Test func `those who wait at the same time are served by one flush`() throws {
    let reader = try connect(nil)
    let (flush, turn) = (try Lock(folder, "flush"), try Lock(folder, "turn"))
    flush.take()
    let flushes = Mutex(0)
    let group = DispatchGroup()
    for word in ["甲", "乙"] {
      DispatchQueue.global().async(group: group) { [folder] in
        let disk = FaultyDisk()
        disk.done = { if $0.isFlushOfLog { flushes.withLock { $0 += 1 } } }
        do { try folder.connect(disk.name).add(word) } catch { Issue.record(error) }
      }
    }
    while try reader.words().count < 2 { usleep(1_000) }
    // Whoever has written has left its turn.
    turn.take()
    turn.leave()
    flush.leave()
    group.wait()
    #expect(flushes.withLock { $0 } == 1)
  }

  @Test func `where the disk refuses to flush the log, what it holds is put in its place`() throws {
    let connection = try connect(disk.name)
    var refusals = 0
    disk.fault = { call in
      guard call.isFlushOfLog, refusals == 0 else { return nil }
      refusals += 1
      return .inputOutput
    }
    try connection.add("甲")
    #expect(refusals == 1)
    #expect(folder.bytes(of: "hall.db-wal").isEmpty)
    #expect(try connection.words() == ["甲"])
  }

  @Test func `what no flush has confirmed is told, to everybody, until the disk is well`() throws {
    let (first, second) = (try connect(disk.name), try connect(disk.name))
    var isBroken = true
    disk.fault = { isBroken && $0.kind == .sync ? .inputOutput : nil }
    for (connection, word) in [(first, "甲"), (second, "乙")] {
      let error = #expect(throws: SQLiteError.self) { try connection.add(word) }
      #expect(error?.kind == .unsettled)
    }
    isBroken = false
    try first.add("丙")
    #expect(try second.words() == ["甲", "乙", "丙"])
    #expect(folder.bytes(of: "hall.db-wal").isEmpty)
  }

  @Test func `a file whose making is not waited for is safe when it is finished`() throws {
    let connection = try connect(disk.name)
    var flushes = 0
    disk.done = { if $0.kind == .sync { flushes += 1 } }
    try connection.waitForDisk(false)
    try connection.add("甲")
    #expect(flushes == 0)
    try connection.waitForDisk(true)
    try connection.checkpointIfNeeded(pages: 0)
    // The log, and then the file.
    #expect(flushes == 2)
  }
}

extension DiskCall {
  fileprivate var isFlushOfLog: Bool { kind == .sync && file == .log }
}

extension TemporaryFolder {
  fileprivate func connect(
    _ layer: String?, _ synchronous: FileHandling.Synchronous = .full
  ) throws(SQLiteError) -> Connection {
    var handling = FileHandling()
    (handling.layer, handling.synchronous) = (layer, synchronous)
    return try Connection(
      path: path("hall.db"), mode: .readWrite, applicationID: 77, handling: handling)
  }
}

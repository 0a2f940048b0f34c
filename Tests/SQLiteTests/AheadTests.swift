import Dispatch
import FaultyDisk
import SQLite
import Synchronization
import Testing

/// What is committed without waiting is on its way to the disk, and confirmed only when it is there.
struct AheadTests {
  private let folder: TemporaryFolder
  private let disk = FaultyDisk()
  private let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.words()
    var handling = FileHandling()
    handling.layer = disk.name
    connection = try Connection(
      path: folder.path("hall.db"), mode: .readWrite, applicationID: 77, handling: handling)
  }

  private func addAhead(_ word: String) throws(SQLiteError) {
    try connection.withoutWaiting { () throws(SQLiteError) in try connection.add(word) }
  }

  @Test func `while the disk writes one goes on and reads`() throws {
    let mayEnd = DispatchSemaphore(value: 0)
    let flushes = Mutex(0)
    disk.fault = { call in
      if call.isFlushOfLog { mayEnd.wait() }
      return nil
    }
    disk.done = { if $0.isFlushOfLog { flushes.withLock { $0 += 1 } } }
    try addAhead("甲")
    #expect(try connection.words() == ["甲"])
    #expect(flushes.withLock { $0 } == 0)
    mayEnd.signal()
    try connection.awaitDisk()
    #expect(flushes.withLock { $0 } == 1)
  }

  @Test func `whoever writes next waits for the disk first`() throws {
    let calls = Mutex<[DiskCall.Kind]>([])
    disk.done = { call in
      if call.file == .log { calls.withLock { $0.append(call.kind) } }
    }
    try addAhead("甲")
    try addAhead("乙")
    try connection.awaitDisk()
    let kinds = calls.withLock { $0.filter { $0 == .write || $0 == .sync } }
    let flushes = kinds.indices.filter { kinds[$0] == .sync }
    #expect(flushes.count == 2 && kinds.last == .sync)
    #expect(kinds[..<(flushes.first ?? 0)].contains(.write))
    #expect(try connection.words() == ["甲", "乙"])
  }

  @Test func `whoever has nothing to wait for is answered at once`() throws {
    try addAhead("甲")
    try connection.awaitDisk()
    var calls = 0
    disk.done = { _ in calls += 1 }
    try connection.awaitDisk()
    try connection.withoutWaiting { () throws(SQLiteError) in
      try connection.holdingTurn { () throws(SQLiteError) in }
    }
    try connection.awaitDisk()
    #expect(calls == 0)
  }

  @Test func `outside of that every commit is waited for as ever`() throws {
    try addAhead("甲")
    let flushes = Mutex(0)
    disk.done = { if $0.isFlushOfLog { flushes.withLock { $0 += 1 } } }
    try connection.awaitDisk()
    let before = flushes.withLock { $0 }
    try connection.add("乙")
    #expect(flushes.withLock { $0 } == before + 1)
  }

  @Test func `a flush the disk refuses is made up for before anybody is told`() throws {
    let refusals = Mutex(0)
    disk.fault = { call in
      guard call.isFlushOfLog, refusals.withLock({ $0 }) == 0 else { return nil }
      refusals.withLock { $0 += 1 }
      return .inputOutput
    }
    try addAhead("甲")
    try connection.awaitDisk()
    #expect(refusals.withLock { $0 } == 1)
    #expect(folder.bytes(of: "hall.db-wal").isEmpty)
    #expect(try connection.words() == ["甲"])
  }

  @Test func `what the disk has not confirmed is told to whoever awaits it, whatever came since`()
    throws
  {
    let isBroken = Mutex(true)
    disk.fault = { call in
      isBroken.withLock { $0 } && call.kind == .sync ? .inputOutput : nil
    }
    try addAhead("甲")
    #expect(throws: SQLiteError.self) { try connection.add("乙") }
    isBroken.withLock { $0 = false }
    try connection.add("丙")
    let error = #expect(throws: SQLiteError.self) { try connection.awaitDisk() }
    #expect(error?.kind == .unsettled)
    try connection.awaitDisk()
    #expect(try connection.words() == ["甲", "乙", "丙"])
  }
}

extension DiskCall {
  fileprivate var isFlushOfLog: Bool { kind == .sync && file == .log }
}

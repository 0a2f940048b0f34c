import CaseStore
import Casework
import Deskwork
import FaultyDisk
import FoundationEssentials
import Glibc
import SQLite
import TestSupport
import Testing

/// Whatever stops the closing of a year, nothing is lost or doubled, and doing it again finishes it.
struct ClosingStoppedTests {
  /// Nothing missing, nothing twice, and a second run finishes.
  private func expectWhole(_ hall: ClosingHall, _ before: Seen, _ when: String) throws {
    #expect(try hall.seen() == before, "\(when)")
    let listed = try hall.listed()
    #expect(Set(listed).count == listed.count, "\(when)")
    let found = try hall.open().store.search("示范", limit: 5_000).map(\.id)
    #expect(Set(found).count == found.count, "\(when)")
    #expect(try hall.report().faults == [], "\(when)")
  }

  private func expectFinishing(
    _ hall: ClosingHall, _ before: Seen, cases: Int, _ when: String
  ) throws {
    try hall.close()
    try expectWhole(hall, before, "finished after " + when)
    #expect(try hall.listed().count == hall.ids.count - cases, "\(when)")
    let beside = try FileManager.default.contentsOfDirectory(atPath: hall.folder.path)
    #expect(beside.filter { $0.hasPrefix("hall.db-2026") } == ["hall.db-2026.db"], "\(when)")
  }

  @Test func `a run that is stopped between two steps is taken up where it was`() throws {
    let hall = try ClosingHall()
    let before = try hall.seen()
    // What is left of a file that was being written.
    for suffix in [".part", ".part-wal", ".part-shm", ".part-turn.lock"] {
      try Data([1, 2, 3]).write(to: URL(filePath: hall.closedPath + suffix))
    }
    let closed = try hall.write()
    chmod(hall.closedPath, 0o600)
    try expectWhole(hall, before, "the file has its name")
    let (store, desk) = try hall.open()
    #expect(try hall.closing(store).leftBehind() == closed)
    try desk.record(closed, by: hall.manager)
    try expectWhole(hall, before, "it was journaled")
    try expectFinishing(hall, before, cases: closed.cases, "it was journaled")
  }

  @Test func `a file that is no copy of the store is neither taken up nor touched`() throws {
    let hall = try ClosingHall()
    _ = try hall.write()
    let other = try ClosingHall(seed: 8)
    try FileManager.default.copyItem(atPath: hall.closedPath, toPath: other.closedPath)
    let bytes = FileManager.default.contents(atPath: other.closedPath)
    #expect(throws: DeskRefusal.store(.closedFileForeign(path: other.closedPath))) {
      try other.close()
    }
    #expect(FileManager.default.contents(atPath: other.closedPath) == bytes)
    #expect(try other.report().faults == [])
  }

  @Test func `nothing is taken out for a file that has been damaged since it was written`() throws {
    let hall = try ClosingHall()
    let before = try hall.seen()
    let closed = try hall.write()
    try hall.open().desk.record(closed, by: hall.manager)
    chmod(hall.closedPath, 0o600)
    #expect(
      tamper(
        with: hall.closedPath,
        "DROP TRIGGER journal_is_never_changed; UPDATE journal SET clerk = 'x' WHERE stream GLOB 'case/*'"
      ))
    #expect(throws: DeskRefusal.self) { try hall.close() }
    #expect(try hall.seen() == before)
    #expect(try hall.listed().count == hall.ids.count)
  }

  @Test func `killed at any call of SQLite, each case is whole in one file`() throws {
    let made = try ClosingHall()
    let before = try made.seen()
    let cases = try made.finished(made.open().desk).filter { $0 != made.ids.last }.count
    let calls = try Self.calls(of: made)
    #expect(calls > 200)
    for part in 1...4 {
      let hall = try ClosingHall()
      let number = calls * part / 5
      let victim = Victim(path: hall.path, killedAt: number)
      #expect(try DoomedProcess(victim, in: "DoomedClosing").end() == 9)
      try expectWhole(hall, before, "call \(number) of \(calls)")
      try expectFinishing(hall, before, cases: cases, "call \(number) of \(calls)")
    }
  }

  /// How many calls a whole closing takes.
  private static func calls(of hall: ClosingHall) throws -> Int {
    let copy = hall.folder.path("count.db")
    try SQLiteStore.open(at: hall.path).backup(into: copy)
    let note = hall.folder.path("calls")
    let victim = Victim(path: copy, killedAt: .max, note: note)
    #expect(try DoomedProcess(victim, in: "DoomedClosing").end() == 0)
    return Int(try String(contentsOfFile: note, encoding: .utf8)) ?? 0
  }

  @Test(arguments: [DiskFault.inputOutput, .full])
  func `when the disk fails in the middle, each case is whole in one file`(_ fault: DiskFault)
    throws
  {
    let hall = try ClosingHall(seed: 8)
    let before = try hall.seen()
    var number = 50
    var isDone = false
    while !isDone {
      isDone = try Victim.close(hall, failingAt: number, fault)
      try expectWhole(hall, before, "\(fault) at \(number)")
      number *= 3
    }
    #expect(number > 200)
  }
}

struct DoomedClosing {
  @Test(.enabled(if: DoomedProcess.task(Victim.self) != nil, "it ends its process"))
  func `a year is closed in a process of its own`() throws {
    try #require(DoomedProcess.task(Victim.self)).close()
  }
}

/// A process that closes the year of a store and is killed at some call of its disk.
private struct Victim: Codable, Sendable {
  var path: String
  var killedAt: Int
  var note: String?

  func close() throws {
    let disk = FaultyDisk()
    var calls = 0
    disk.fault = { _ in
      calls += 1
      if calls == killedAt { _exit(9) }
      return nil
    }
    try Self.close(path, on: disk)
    if let note { try "\(calls)".write(toFile: note, atomically: false, encoding: .utf8) }
  }

  /// Whether it was done before the disk could fail.
  static func close(
    _ hall: ClosingHall, failingAt number: Int, _ fault: DiskFault
  ) throws -> Bool {
    let disk = FaultyDisk()
    var calls = 0
    var hasFailed = false
    disk.fault = { call in
      if fault == .full, ![.write, .sharedMap].contains(call.kind) { return nil }
      calls += 1
      guard calls >= number else { return nil }
      hasFailed = true
      return fault
    }
    do { try close(hall.path, on: disk) } catch { #expect(hasFailed, "\(error)") }
    return !hasFailed
  }

  private static func close(_ path: String, on disk: FaultyDisk) throws {
    var handling = FileHandling()
    handling.layer = disk.name
    let (store, desk) = try ClosingHall.open(path, handling: handling)
    let closing = YearClosing(
      of: store, year: 2026, readings: TestReadings.of, batch: 3)
    _ = try closing.carryOut(at: desk, by: Seat(clerk: .hallManager))
  }
}

import CaseStore
import Casework
import Deskwork
import FaultyDisk
import FoundationEssentials
import SQLite
import TestSupport
import Testing

/// The power fails while several counters are at work: whatever was acknowledged is there when it is
/// back, nothing is there by half, and every list is what the journal makes of it.
struct PowerCutTests {
  @Test func `after a power cut everything acknowledged is found, and nothing by half`() throws {
    let seed: UInt64 = 2026
    let day = try PowerlessDay(seed: seed, processes: 3, acts: 16, .full)
    #expect(try day.faults(cuts: 100, seed: seed, enough: 1) == [], "seed \(seed)")
    #expect(day.acknowledged > 20)
  }

  /// The test of the test.
  @Test func `without waiting for the disk the same cuts do damage`() throws {
    let seed: UInt64 = 2027
    let day = try PowerlessDay(seed: seed, processes: 2, acts: 8, .off)
    #expect(try day.faults(cuts: 60, seed: seed, enough: 1) != [], "seed \(seed)")
  }
}

struct DoomedDay {
  @Test(.enabled(if: DoomedProcess.task(BusyCounter.self) != nil, "it is one of several processes"))
  func `somebody works all day in a process of its own`() throws {
    try #require(DoomedProcess.task(BusyCounter.self)).work()
  }
}

/// A day at several counters, each a process of its own, and a log of what their disk was told.
private struct PowerlessDay {
  private let folder: TemporaryFolder
  private let before: [DiskCall.File: [UInt8]]
  private let entries: [Entry]

  var acknowledged: Int { entries.filter { $0.kind == .acknowledged }.count }

  init(
    seed: UInt64, processes: Int, acts: Int, _ synchronous: FileHandling.Synchronous
  ) throws {
    let hall = try TestHall(.file)
    folder = hall.folder
    let (path, log) = (hall.path, folder.path("power.log"))
    before = Self.files(of: path)
    let counters = try (0..<processes).map { process in
      let counter = BusyCounter(
        path: path, log: log, process: process, seed: seed + UInt64(process), acts: acts,
        synchronous: synchronous.rawValue)
      return try DoomedProcess(counter, in: "DoomedDay")
    }
    for counter in counters { #expect(counter.end() == 0) }
    entries = try #require(PowerLog(log)).entries()
  }

  private static func files(of path: String) -> [DiskCall.File: [UInt8]] {
    var files: [DiskCall.File: [UInt8]] = [:]
    for file in DiskCall.File.allCases {
      guard let suffix = file.suffix else { continue }
      files[file] = FileManager.default.contents(atPath: path + suffix).map(Array.init)
    }
    return files
  }

  /// What is wrong with the store after the power has failed at so many moments of the day; the first
  /// faults are enough.
  func faults(cuts: Int, seed: UInt64, enough: Int) throws -> [String] {
    var random = SplitMix(seed: seed)
    let moments = (0..<cuts).map { _ in Int.random(in: 0...entries.count, using: &random) }
    var cut = PowerCut(before)
    var taken = 0
    var faults: [String] = []
    for moment in moments.sorted() where faults.count < enough {
      for entry in entries[taken..<moment] { cut.take(entry) }
      taken = moment
      faults += try self.faults(after: cut, at: moment, using: &random)
    }
    return faults
  }

  private func faults(
    after cut: PowerCut, at moment: Int, using random: inout SplitMix
  ) throws -> [String] {
    let part: Double = [0, 0.03, 0.5, 0.97, 1].randomElement(using: &random) ?? 0
    let path = folder.path("cut-\(moment)-\(random.next()).db")
    for (file, bytes) in cut.files(arrived: part, using: &random) {
      guard let suffix = file.suffix else { continue }
      try Data(bytes).write(to: URL(filePath: path + suffix))
    }
    // What another process had in its shared memory is worth nothing now, but may lie there.
    if Bool.random(using: &random) {
      let leftover = (0..<4_096).map { _ in UInt8.random(in: 0...255, using: &random) }
      try Data(leftover).write(to: URL(filePath: path + "-shm"))
    }
    if let note = Self.note(in: cut.notes, using: &random) {
      try Data(note).write(to: URL(filePath: path + SafeNote.suffix))
    }
    return try faults(path, cut.acknowledged).map {
      "cut at \(moment) of \(entries.count), \(part) arrived: \($0)"
    }
  }

  /// How far the log is said to be safe: of each of its rounds the first note is flushed before an act
  /// is acknowledged, and of those that follow any may have arrived.
  private static func note(
    in notes: [[UInt8]], using random: inout some RandomNumberGenerator
  ) -> [UInt8]? {
    guard let last = notes.last else { return nil }
    return notes.filter { SafeNote.round(of: $0) == SafeNote.round(of: last) }
      .randomElement(using: &random)
  }

  private func faults(_ path: String, _ acknowledged: [String]) throws -> [String] {
    do throws(StoreError) {
      let store = try SQLiteStore.open(at: path)
      let report = try store.verify(readings: TestReadings.of)
      var faults = report.faults.map { "\($0)" }
      if !report.hasComparedLists { faults.append("lists not compared") }
      for request in acknowledged where try store.answer(to: RequestID(request)) == nil {
        faults.append("\(request) is lost")
      }
      return faults
    } catch {
      return ["\(error)"]
    }
  }
}

/// The file that says how far the log is safe.
private enum SafeNote {
  static let suffix = "-flush.lock"

  static func round(of note: [UInt8]) -> [UInt8] { Array(note.dropFirst(24).prefix(8)) }
}

/// What one process does all day; the only thing it is told.
private struct BusyCounter: Codable, Sendable {
  var path: String
  var log: String
  var process: Int
  var seed: UInt64
  var acts: Int
  var synchronous: String

  func work() throws {
    let disk = FaultyDisk()
    let log = try #require(PowerLog(log))
    var handling = FileHandling()
    handling.layer = disk.name
    handling.synchronous = FileHandling.Synchronous(rawValue: synchronous) ?? .full
    // The log of so short a day is moved many times, as that of a long one is.
    handling.checkpointPages = 60
    log.keep(disk)
    let desk = try Desk(
      store: SQLiteStore.open(at: path, handling: handling), surroundings: .test())
    var day = Workday(seed: seed)
    for number in 0..<acts {
      let request = "p\(process)-\(number)"
      guard try act(request, of: &day, at: desk, ahead: number.isMultiple(of: 2)) else { continue }
      log.note(FileManager.default.contents(atPath: path + SafeNote.suffix).map(Array.init) ?? [])
      log.acknowledge(request)
    }
  }

  /// Every other act goes on while the disk writes, and is acknowledged once the disk has it.
  private func act(
    _ request: String, of day: inout Workday, at desk: Desk, ahead: Bool
  ) throws -> Bool {
    guard ahead else { return day.act(at: desk, request: RequestID(request)) }
    let isDone = desk.store.withoutWaiting { day.act(at: desk, request: RequestID(request)) }
    _ = try desk.store.counts()
    try desk.store.awaitDisk()
    return isDone
  }
}

import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import SQLite
import TestSupport
import Testing

/// What may have happened to a store's files while nobody worked: harmless, or told and left alone.
struct DamagedFileTests {
  enum Verdict {
    case sound, damaged, damagedLog, foreignLog
  }

  struct Damage: CustomTestStringConvertible {
    var testDescription: String
    var verdict: Verdict
    var act: @Sendable (CrashedHall) throws -> Void

    init(
      _ name: String, _ verdict: Verdict, _ act: @escaping @Sendable (CrashedHall) throws -> Void
    ) {
      (testDescription, self.verdict, self.act) = (name, verdict, act)
    }
  }

  static let damages: [Damage] = [
    Damage("nothing but the crash", .sound) { _ in },
    Damage("the lock files are gone", .sound) {
      try $0.remove("-turn.lock", "-queue.lock", "-flush.lock")
    },
    Damage("the shared memory is gone", .sound) { try $0.remove("-shm") },
    Damage("the shared memory is garbage", .sound) { try $0.write(garbage(32_768), "-shm") },
    Damage("the last act was not flushed and arrived in part", .sound) {
      try $0.write($0.flushedBefore, "-flush.lock")
      try $0.tear(by: 700)
    },
    Damage("the end of what was flushed is gone", .damagedLog) { try $0.tear(by: 700) },
    Damage("one byte in the last act that was flushed", .damagedLog) {
      try $0.spoil("-wal", at: $0.endOfLog() - 30)
    },
    Damage("the log's beginning is unwritten", .sound) {
      try $0.write([UInt8](repeating: 0, count: 9_000), "-wal")
    },
    Damage("one byte in the middle of the log", .damagedLog) { try $0.spoil("-wal", at: 9_000) },
    Damage("one byte in the log's first act", .damagedLog) { try $0.spoil("-wal", at: 70) },
    Damage("one byte in the log's beginning", .damagedLog) { try $0.spoil("-wal", at: 20) },
    Damage("the log is garbage", .damagedLog) { try $0.write(garbage(50_000), "-wal") },
    Damage("the log of another hall", .foreignLog) {
      try $0.write(CrashedHall().bytes("-wal"), "-wal")
    },
    Damage("a backup put in place beside the old log", .foreignLog) { try $0.putBackupInPlace() },
    Damage("the store's first bytes", .damaged) {
      try $0.settle()
      try $0.spoil("", at: 3)
    },
    Damage("the store is empty", .damaged) { try $0.write([], "") },
    Damage("the store and its log are empty", .damaged) {
      try $0.write([], "")
      try $0.write([], "-wal")
    },
  ]

  private static func garbage(_ count: Int) -> [UInt8] {
    var random = SplitMix(seed: UInt64(count))
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  @Test(arguments: damages)
  func `is told in a sentence, and the files are left as they lie`(_ damage: Damage) throws {
    let hall = try CrashedHall()
    try damage.act(hall)
    let before = try [hall.bytes(""), hall.bytesIfAny("-wal")]
    #expect(try hall.verdict() == damage.verdict)
    guard damage.verdict != .sound else { return }
    #expect(try [hall.bytes(""), hall.bytesIfAny("-wal")] == before)
  }

  @Test func `with the foreign log moved away the backup opens`() throws {
    let hall = try CrashedHall()
    try hall.putBackupInPlace()
    #expect(try hall.verdict() == .foreignLog)
    try hall.remove("-wal", "-shm")
    #expect(try hall.verdict() == .sound)
  }
}

/// The files of a hall as a crash has left them, part of the acts in the log.
struct CrashedHall: Sendable {
  let path: String
  /// How far the log was known to be safe before the last act.
  let flushedBefore: [UInt8]

  init() throws {
    let hall = try TestHall(.file)
    var day = Workday(seed: 5)
    for _ in 0..<12 { _ = day.act(at: [hall.desk]) }
    try (hall.store as? SQLiteStore)?.finishSeeding()
    for _ in 0..<12 { _ = day.act(at: [hall.desk]) }
    flushedBefore = try Array(Data(contentsOf: URL(filePath: hall.path + "-flush.lock")))
    _ = try hall.desk.issueTicket(
      queue: "A", purpose: "办事", by: Seat(clerk: .counterClerk, counter: "W01"))
    path = try TemporaryFolder().path("hall.db")
    for suffix in ["", "-wal", "-shm", "-queue.lock", "-turn.lock", "-flush.lock"] {
      let bytes = try Data(contentsOf: URL(filePath: hall.path + suffix))
      try bytes.write(to: URL(filePath: path + suffix))
    }
  }

  func bytes(_ suffix: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path + suffix)))
  }

  func bytesIfAny(_ suffix: String) throws -> [UInt8]? {
    FileManager.default.fileExists(atPath: path + suffix) ? try bytes(suffix) : nil
  }

  func write(_ bytes: [UInt8], _ suffix: String) throws {
    try Data(bytes).write(to: URL(filePath: path + suffix))
  }

  func remove(_ suffixes: String...) throws {
    for suffix in suffixes { try FileManager.default.removeItem(atPath: path + suffix) }
  }

  func spoil(_ suffix: String, at place: Int) throws {
    var bytes = try bytes(suffix)
    bytes[place] ^= 0x5A
    try write(bytes, suffix)
  }

  /// Everything is in the store itself.
  func settle() throws {
    do { try SQLiteStore.open(at: path).finishSeeding() }
    try remove("-wal", "-shm")
  }

  /// Cuts the end of the log off.
  func tear(by count: Int) throws {
    try write(Array(bytes("-wal").prefix(endOfLog() - count)), "-wal")
  }

  /// Behind the last page of the log's round; what an earlier round has left follows.
  func endOfLog() throws -> Int {
    let log = try bytes("-wal")
    let page = 24 + 4_096
    let pages = stride(from: 32, to: log.count, by: page)
    return (pages.first { log[$0 + 8..<$0 + 16] != log[16..<24] } ?? log.count)
  }

  /// What somebody in a hurry does: the backup is copied, the old log forgotten.
  func putBackupInPlace() throws {
    let copy = path + "-backup"
    do { try SQLiteStore.open(at: path).backup(into: copy) }
    try write(bytes("-backup"), "")
  }

  func verdict() throws -> DamagedFileTests.Verdict {
    do throws(StoreError) {
      let store = try SQLiteStore.open(at: path)
      let report = try store.verify(readings: TestReadings.of)
      if !report.isSound { return .damaged }
      _ = try store.append(Batch(stamp: Stamp(clerk: "C01", at: TestClock.start)))
      return .sound
    } catch {
      if case .damagedLog = error { return .damagedLog }
      if case .foreignLog = error { return .foreignLog }
      if case .damaged = error { return .damaged }
      throw error
    }
  }
}

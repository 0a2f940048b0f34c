import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// A hall whose year is over: a day of chance in 2026, and the first case of 2027. The day is worked
/// once for all tests.
struct ClosingHall {
  let folder: TemporaryFolder
  let ids: [CaseID]
  let manager = Seat(clerk: .hallManager)
  static let counter = Seat(clerk: .counterClerk, counter: "W01")
  static let today = Moment(date: on(2027, 2, 1), hour: 9, minute: 0)

  init(seed: UInt64 = 3) throws {
    let made = try seed == 3 ? Self.usual.get() : Self.other.get()
    folder = try TemporaryFolder()
    ids = made.ids
    try FileManager.default.copyItem(atPath: made.path, toPath: folder.path("hall.db"))
  }

  private static let usual = Result { try worked(acts: 40, seed: 3) }
  private static let other = Result { try worked(acts: 24, seed: 8) }

  private static func worked(acts: Int, seed: UInt64) throws -> (path: String, ids: [CaseID]) {
    let clock = Clock()
    let hall = try TestHall(.file, now: { clock.now })
    var day = Workday(seed: seed)
    for _ in 0..<acts { _ = day.act(at: [hall.desk]) }
    let declined = try ["SJ05", "SJ30", "SJ20", "SJ30", "SJ50", "SJ05", "SJ40"].map {
      try decline(ItemID($0), at: hall.desk)
    }
    clock.now = today
    let newest = try takeIn(at: hall.desk)
    let copy = hall.folder.path("copy.db")
    try SQLiteStore.open(at: hall.path).backup(into: copy)
    return (copy, day.ids + declined + [newest])
  }

  private final class Clock: @unchecked Sendable { var now = TestClock.start }

  var path: String { folder.path("hall.db") }
  var closedPath: String { path + "-2026.db" }
  /// Taken in after the year was over.
  var newest: CaseID { ids.last ?? "" }

  private static func decline(_ item: ItemID, at desk: Desk) throws -> CaseID {
    let sheet = ImplementationSheet.tested[item] ?? .foodLicence
    let outcome: Outcome = try desk.carryOut(
      .takeIn(
        item, Scenario(sheet).completeIntake,
        .decline(.notThisOrgan, reason: "不属于本机关", basis: "第三十二条", competentOrgan: "市局")),
      by: Self.counter)
    return outcome.id
  }

  static func takeIn(at desk: Desk) throws -> CaseID {
    let outcome: Outcome = try desk.carryOut(
      .takeIn(
        "SJ20", Scenario(.businessRecord).completeIntake,
        .accept(deferring: [], underCommitment: false)), by: Self.counter)
    return outcome.id
  }

  /// Another program at the same store.
  func open() throws -> (store: SQLiteStore, desk: Desk) {
    try Self.open(path)
  }

  static func open(
    _ path: String, handling: FileHandling = .usual
  ) throws -> (store: SQLiteStore, desk: Desk) {
    let store = try SQLiteStore.open(at: path, handling: handling)
    return (store, try Desk(store: store, surroundings: .test(now: { today })))
  }

  func closing(
    _ store: SQLiteStore, watcher: @escaping (YearClosing.Step, Progress) -> Void = { _, _ in }
  ) -> YearClosing {
    YearClosing(
      of: store, year: 2026, readings: TestReadings.of, batch: 3, watcher: watcher)
  }

  func finished(_ desk: Desk) throws -> [CaseID] {
    try desk.finishedCases(by: 2026, after: nil, limit: 5_000).ids
  }

  /// The file with its name, and not a word of it in the store.
  func write() throws -> YearClosed {
    let (store, desk) = try open()
    return try #require(try closing(store).write(finished(desk)))
  }

  /// Everything from wherever an earlier run was stopped.
  @discardableResult
  func close() throws -> YearClosing.Moved {
    let (store, desk) = try open()
    return try closing(store).carryOut(at: desk, by: manager).moved
  }

  func report(heads: [Int64] = []) throws -> VerifyReport {
    try SQLiteStore.openReadOnly(at: path)
      .verify(readings: TestReadings.of, heads: heads)
  }

  /// What anybody can see of the hall, wherever it lies.
  func seen() throws -> Seen {
    let (store, desk) = try open()
    return try Seen(ids, store, desk)
  }

  func listed() throws -> [CaseID] {
    let page = try open().store.cases(CaseFilter(), after: nil, limit: 5_000)
    return page.rows.map(\.id)
  }
}

/// Everything a hall tells of its cases, but for the lists and for where each lies.
struct Seen: Equatable {
  var files: [CaseFile] = []
  var events: [[RecordedEvent]] = []
  var rows: [CaseRow?] = []
  var tallies: [TallySum]
  var townTallies: [TallySum]
  var applicants: [KnownApplicant?] = []
  var numbers: [Int]
  var found: Set<CaseID>

  init(_ ids: [CaseID], _ store: SQLiteStore, _ desk: Desk) throws {
    for id in ids {
      var (file, recorded) = try desk.history(id)
      if let applicant = file.intake?.applicant.identity {
        applicants.append(try store.applicant(applicant))
      }
      file.closedYear = nil
      files.append(file)
      events.append(recorded)
      var row = try store.caseRow(id)
      row?.closedYear = nil
      rows.append(row)
    }
    let months = (try #require(YearMonth("2026-01")), try #require(YearMonth("2027-12")))
    tallies = try store.tallies(from: months.0, through: months.1, within: .hall)
    townTallies = try store.tallies(from: months.0, through: months.1, within: .township("青山镇"))
    numbers = try ["case/20260302", "case/20270201", "certificate/SJ/2026", "document/SJ/D02/2026"]
      .map { try store.lastNumber(of: $0) }
    let all = try store.search("示范", limit: 5_000) + store.search("秀英", limit: 5_000)
    found = Set(all.map(\.id))
  }
}

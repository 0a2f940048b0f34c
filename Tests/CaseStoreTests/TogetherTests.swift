import CaseStore
import Casework
import Deskwork
import FaultyDisk
import FoundationEssentials
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// Several acts in one transaction.
struct TogetherTests {
  private let seat = Seat(clerk: .counterClerk, counter: "W01")
  private let application = DeskAct.takeIn("SJ05", Scenario(.foodLicence).completeIntake, nil)
  private let acceptance = CaseCommand.accept(deferring: [], underCommitment: false)

  /// With a second processor an act is worked out while the one before it is still being written.
  private static let processors = [1, 2]

  @Test(arguments: processors)
  func `each act sees the ones before it and is refused for itself`(processors: Int) throws {
    let hall = try TestHall(.file)
    let store = try #require(hall.store as? SQLiteStore)
    store.processors = processors
    var ids: [CaseID] = []
    var refusals: [DeskRefusal] = []
    try store.together {
      do throws(DeskRefusal) {
        for _ in 0..<2 { ids.append(try hall.desk.carryOut(application, by: seat).id) }
        _ = try hall.desk.carryOut(.on(ids[0], acceptance), by: seat)
        _ = try hall.desk.carryOut(.on("YC202603020099", acceptance), by: seat)
      } catch {
        refusals.append(error)
      }
    }
    #expect(refusals == [.noSuchCase("YC202603020099")])
    let other = try hall.another()
    #expect(try ids.map { try other.file($0).stage } == [.underExamination, .received])
    #expect(try store.verify(readings: TestReadings.of).faults == [])
  }

  @Test func `acts together write each sum once, however many they are`() throws {
    let hall = try TestHall(.file)
    let store = try #require(hall.store as? SQLiteStore)
    let tables = ["counter_value", "tally", "watch_sum", "number"]
    let written = try [2, 7].map { count in
      let texts = try store.measuring { () throws(StoreError) in
        try store.together {
          for _ in 0..<count { _ = try? hall.desk.carryOut(application, by: seat) }
        }
      }.effort.texts
      return tables.map { table in texts.count { $0.hasPrefix("INSERT INTO \(table)(") } }
    }
    #expect(written[0] == written[1] && !written[0].contains(0))
    #expect(try store.counts()[.stage(.received)] == 9)
    #expect(try store.verify(readings: TestReadings.of).faults == [])
  }

  @Test(arguments: processors)
  func `whoever asks for sums between acts gets what the ones before have added`(
    processors: Int
  ) throws {
    let hall = try TestHall(.file)
    let store = try #require(hall.store as? SQLiteStore)
    store.processors = processors
    let month = YearMonth(of: TestClock.start.date)
    var received: [[Int?]] = []
    var numbers: [Int] = []
    var cards: [Int] = []
    try store.together {
      for _ in 0..<3 {
        do {
          let id = try hall.desk.carryOut(application, by: seat).id
          _ = try hall.desk.carryOut(.on(id, acceptance), by: seat)
          let tallies = try store.tallies(from: month, through: month, within: .hall)
          received.append([
            try store.counts()[.stage(.underExamination)],
            tallies.first { $0.key.measure == .accepted }?.value,
          ])
          numbers.append(try store.lastNumber(of: Series.cases(on: TestClock.start.date)))
          let later = TestClock.start.date.advanced(by: 400)
          cards.append(
            try store.watchCounts(on: later, within: .hall).reduce(0) { $0 + $1.count })
        } catch {
          Issue.record(error)
        }
      }
    }
    #expect(received == [[1, 1], [2, 2], [3, 3]] && numbers == [1, 2, 3])
    #expect(cards == [1, 2, 3].map { $0 * cards[0] } && cards[0] > 0)
    #expect(try store.verify(readings: TestReadings.of).faults == [])
  }

  @Test func `at whatever call the disk fails, all of the acts stand or none`() throws {
    let hall = try TestHall(.file)
    let disk = FaultyDisk()
    var handling = FileHandling()
    handling.layer = disk.name
    handling.checkpointPages = 1
    let store = try SQLiteStore.open(at: hall.path, handling: handling)
    // The disk counts its calls for one thread.
    store.processors = 1
    let desk = try Desk(store: store, surroundings: .test())
    let series = Series.tickets(of: "A", on: TestClock.start.date)
    var failures = 0
    for number in 0... {
      let before = try store.lastNumber(of: series)
      let (hasFailed, isDone) = issueThree(desk, store, disk, failingAt: number)
      #expect(try store.lastNumber(of: series) == before + (isDone ? 3 : 0), "\(number)")
      if !isDone { failures += 1 }
      if !hasFailed { break }
    }
    #expect(failures > 10)
    #expect(try store.verify(readings: TestReadings.of).faults == [])
  }

  private func issueThree(
    _ desk: Desk, _ store: SQLiteStore, _ disk: FaultyDisk, failingAt number: Int
  ) -> (hasFailed: Bool, isDone: Bool) {
    var (calls, hasFailed, isDone) = (0, false, true)
    disk.fault = { _ in
      defer { calls += 1 }
      guard calls == number else { return nil }
      hasFailed = true
      return .inputOutput
    }
    do throws(StoreError) {
      try store.together {
        for _ in 0..<3 { _ = try? desk.issueTicket(queue: "A", purpose: "办事", by: seat) }
      }
    } catch {
      isDone = false
    }
    disk.fault = { _ in nil }
    return (hasFailed, isDone)
  }

  @Test(arguments: processors)
  func `an act that cannot be written takes those before and behind it along`(
    processors: Int
  ) throws {
    let hall = try TestHall(.file)
    let store = try #require(hall.store as? SQLiteStore)
    store.processors = processors
    let before = try store.lastPosition()
    let connection = try Connection(
      path: hall.path, mode: .readWrite, applicationID: 0x7963_6831)
    try run(
      """
      CREATE TRIGGER fault BEFORE INSERT ON case_row WHEN NEW.id = 'YC202603020002'
      BEGIN SELECT RAISE(ABORT, 'for a test'); END
      """, on: connection)
    var ids: [CaseID] = []
    #expect(throws: StoreError.self) {
      try store.together {
        for _ in 0..<4 {
          if let done = try? hall.desk.carryOut(application, by: seat) { ids.append(done.id) }
        }
      }
    }
    #expect(ids.first == "YC202603020001")
    #expect(try store.lastPosition() == before)
    try run("DROP TRIGGER fault", on: connection)
    #expect(try hall.desk.carryOut(application, by: seat).id == "YC202603020001")
    #expect(try store.verify(readings: TestReadings.of).faults == [])
  }

  private func run(_ sql: String, on connection: Connection) throws {
    try connection.transaction { () throws(SQLiteError) in try connection.run(sql) }
  }

  @Test(arguments: processors)
  func `an act is done once, however often its request comes among others`(
    processors: Int
  ) throws {
    let hall = try TestHall(.file)
    let store = try #require(hall.store as? SQLiteStore)
    store.processors = processors
    var answers: [Carried] = []
    for _ in 0..<2 {
      try store.together {
        for request in ["one", "two", "one"] {
          let carried = try? hall.desk.carryOut(
            [application], by: seat, seen: nil, request: RequestID(request)
          ) { $0.map(\.id.rawValue).joined() }
          if let carried { answers.append(carried) }
        }
      }
    }
    let repeated = answers.filter { if case .repeated = $0 { true } else { false } }
    let ids = ["YC202603020001", "YC202603020002"]
    #expect(repeated == [0, 0, 1, 0].map { .repeated(ids[$0]) } && answers.count == 6)
  }

  @Test func `statements done again on a twin make the same store`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("own.db")
    do {
      let hall = try TestHall(.file)
      try #require(hall.store as? SQLiteStore).backup(into: path)
    }
    let twin = try StoreTwin(copying: path, to: folder.path("twin.db"))
    let store = try SQLiteStore.open(at: path)
    let desk = try Desk(store: store, surroundings: .test())
    for _ in 0..<3 {
      let (id, taking) = try store.recording { () throws(DeskRefusal) in
        try desk.carryOut(application, by: seat).id
      }
      let (_, accepting) = try store.recording { () throws(DeskRefusal) in
        _ = try desk.carryOut(.on(id, acceptance), by: seat)
      }
      #expect(accepting.statements > 10)
      for work in [taking, accepting] { try twin.doAgain(work) }
    }
    let reports = try ["own.db", "twin.db"].map { name in
      try SQLiteStore.verify(copyAt: folder.path(name), readings: TestReadings.of)
    }
    #expect(reports[0] == reports[1] && reports[1].isSound && reports[1].cases == 3)
  }
}

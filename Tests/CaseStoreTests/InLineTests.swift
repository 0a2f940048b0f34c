import CaseStore
import Casework
import Deskwork
import Dispatch
import FaultyDisk
import Glibc
import SQLite
import Synchronization
import TestSupport
import Testing
import WorkCalendar

/// Of two who want to write at the same moment the second decides while the first still writes.
struct InLineTests {
  private let hall: TestHall
  private static let seat = Seat(clerk: .counterClerk, counter: "W01")
  private static let meal = DeskAct.takeIn("SJ05", Scenario(.foodLicence).completeIntake, nil)
  private static let acceptance = CaseCommand.accept(deferring: [], underCommitment: false)

  /// Of another applicant than that of the meal.
  private static var household: DeskAct {
    var intake = Scenario(.businessRecord).completeIntake
    intake.applicant = .person
    return .takeIn("SJ20", intake, nil)
  }

  init() throws { hall = try TestHall(.file) }

  private typealias Work = @Sendable (Desk) throws(DeskRefusal) -> Carried

  /// What two have been answered, and how many acts of the second were written as they had been worked
  /// out in the line.
  private struct Outcomes {
    var first: Result<Carried, DeskRefusal>
    var second: Result<Carried, DeskRefusal>
    var foretold: Int
  }

  private static func work(_ act: DeskAct, _ request: RequestID? = nil) -> Work {
    { desk throws(DeskRefusal) in
      try desk.carryOut([act], by: seat, seen: nil, request: request) { _ in "done" }
    }
  }

  /// `second` stands behind `first` in the line, and has begun to decide when `first` is written, or
  /// has at least had time to.
  private func neighbours(
    _ first: Work, _ second: @escaping Work, failing fault: DiskFault? = nil, decides: Bool = true
  ) throws -> Outcomes {
    let begun = Mutex(false)
    let heard = DispatchSemaphore(value: 0)
    let answer = Mutex<(Result<Carried, DeskRefusal>, Int)?>(nil)
    let other = DispatchGroup()
    let (path, folder) = (hall.path, hall.folder)
    let disk = FaultyDisk()
    var handling = FileHandling()
    handling.layer = disk.name
    let desk = try Desk(
      store: SQLiteStore.open(at: path, handling: handling),
      surroundings: .test(now: {
        // The clock is asked in the turn.
        let isFirst = begun.withLock { begun in
          defer { begun = true }
          return !begun
        }
        guard isFirst else { return TestClock.start }
        let place = folder.lastPlace
        DispatchQueue.global().async(group: other) {
          answer.withLock { $0 = Self.answer(of: second, at: path) { heard.signal() } }
        }
        while folder.lastPlace == place { usleep(500) }
        return TestClock.start
      }))
    var isWriting = false
    disk.fault = { call in
      guard call.kind == .write, call.file == .log, !isWriting else { return nil }
      isWriting = true
      let hasDecided = heard.wait(timeout: .now() + .milliseconds(decides ? 60_000 : 100))
      #expect((hasDecided == .success) == decides)
      return fault
    }
    let outcome = Result { () throws(DeskRefusal) in try first(desk) }
    other.wait()
    let found = try #require(answer.withLock { $0 })
    #expect(try SQLiteStore.open(at: path).verify(readings: TestReadings.of).faults == [])
    return Outcomes(first: outcome, second: found.0, foretold: found.1)
  }

  private static func answer(
    of work: Work, at path: String, _ whenDeciding: @escaping @Sendable () -> Void
  ) -> (Result<Carried, DeskRefusal>, Int)? {
    guard let store = try? SQLiteStore.open(at: path),
      let desk = try? Desk(
        store: store,
        surroundings: .test(now: {
          whenDeciding()
          return TestClock.start
        }))
    else { return nil }
    return (Result { () throws(DeskRefusal) in try work(desk) }, store.foretoldActs)
  }

  @Test func `the second decides on what the first is about to write`() throws {
    let outcomes = try neighbours(Self.work(Self.meal), Self.work(Self.household))
    #expect(outcomes.first.ids == ["YC202603020001"])
    #expect(outcomes.second.ids == ["YC202603020002"])
    #expect(outcomes.foretold == 1)
    let other = try hall.another()
    #expect(try other.file("YC202603020002").stage == .received)
  }

  @Test func `so it does at a counter where somebody has signed in`() throws {
    let sitting = try hall.desk.signIn(Clerk.counterClerk.id, at: "W01", by: .host)
    let outcomes = try neighbours(
      Self.work(Self.meal),
      { desk throws(DeskRefusal) in
        try desk.carryOut([Self.household], by: sitting, seen: nil, request: nil) { _ in "done" }
      })
    #expect(outcomes.second.ids == ["YC202603020002"])
    #expect(outcomes.foretold == 1)
  }

  @Test func `what the first has taken back was never decided on`() throws {
    let outcomes = try neighbours(
      Self.work(Self.meal), Self.work(Self.household), failing: .inputOutput)
    #expect(outcomes.first.ids == [])
    #expect(outcomes.second.ids == ["YC202603020001"])
    #expect(outcomes.foretold == 0)
  }

  @Test func `on the same case the second waits and sees what the first has done`() throws {
    let id = try hall.desk.carryOut(Self.meal, by: Self.seat).id
    let act = DeskAct.on(
      id, .decline(.noPermitNeeded, reason: "依法不需要许可", basis: "", competentOrgan: ""))
    let outcomes = try neighbours(
      Self.work(.on(id, Self.acceptance)), Self.work(act))
    #expect(outcomes.first.ids == [id])
    #expect(outcomes.second.ids == [])
    #expect(outcomes.foretold == 0)
    #expect(try hall.another().file(id).stage == .underExamination)
  }

  @Test func `of the same applicant the second knows what the first has brought`() throws {
    let outcomes = try neighbours(Self.work(Self.meal), Self.work(Self.meal))
    #expect(outcomes.first.ids + outcomes.second.ids == ["YC202603020001", "YC202603020002"])
    #expect(outcomes.foretold == 0)
  }

  @Test func `the same request at two counters is carried out once`() throws {
    let outcomes = try neighbours(
      Self.work(Self.meal, "request-1"), Self.work(Self.household, "request-1"), decides: false)
    #expect(outcomes.first.ids == ["YC202603020001"])
    #expect(try outcomes.second.get() == .repeated("done"))
    #expect(outcomes.foretold == 0)
  }

  @Test func `many who act at once leave a sound hall`() async throws {
    let path = hall.path
    let taken = try await withThrowingTaskGroup(of: Int.self) { group in
      for seed in 1...4 as ClosedRange<UInt64> {
        group.addTask {
          let desk = try Desk(store: SQLiteStore.open(at: path), surroundings: .test())
          var day = Workday(seed: seed)
          for number in 0..<40 {
            _ = day.act(at: desk, request: RequestID(rawValue: "\(seed)-\(number)"))
          }
          return day.ids.count
        }
      }
      return try await group.reduce(0, +)
    }
    let store = try SQLiteStore.open(at: path)
    #expect(try store.verify(readings: TestReadings.of).faults == [])
    #expect(taken > 20)
    #expect(try store.lastNumber(of: Series.cases(on: TestClock.start.date)) == taken)
  }
}

extension Result<Carried, DeskRefusal> {
  fileprivate var ids: [CaseID] {
    if case .success(.done(let outcomes)) = self { outcomes.map(\.id) } else { [] }
  }
}

extension TemporaryFolder {
  /// The last number drawn in the line.
  fileprivate var lastPlace: [UInt8] {
    let file = open(path("hall.db-queue.lock"), O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 8)
    _ = read(file, &bytes, 8)
    return bytes
  }
}

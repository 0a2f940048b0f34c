import Casework
import Deskwork
import Synchronization
import TestSupport
import WorkCalendar

/// The model hall in memory, with its clock in the test's hand.
struct DeskHall {
  let store = MemoryStore(nature: StoreNature(isDemo: false, secret: "a secret"))
  let desk: Desk
  let clock = TestClock(Moment(date: on(2026, 3, 2), hour: 9, minute: 0))

  static let sheets: [ImplementationSheet] = [
    .foodLicence, .businessRecord, .jointApproval, .referral,
  ]
  static let clerks: [Clerk] = [
    .counterClerk, .secondCounter, .examiner, .secondExaminer, .approver, .fireExaminer,
    .landExaminer, .release, .supervisor, .hallManager, .township, .otherTownship,
  ]

  init(_ more: [ImplementationSheet] = [], years: [CalendarYear] = []) throws {
    let counters = [
      Counter(id: "W01", name: Words("1号", "1"), kind: .general, queue: "A"),
      Counter(id: "W02", name: Words("2号", "2"), kind: .general, queue: "A"),
      Counter(id: "W09", name: Words("9号", "9"), kind: .release, queue: "B"),
    ]
    let reference = HallReference(
      hall: .model, departments: [.market, .fire, .land], counters: counters,
      clerks: Self.clerks, sheets: Self.sheets + more, calendarYears: years)
    try Founding.found(
      reference, in: store, stamp: Stamp(clerk: Founding.founder, at: clock.now))
    desk = try Self.desk(over: store, clock)
  }

  /// Another counter's desk over the same store.
  func anotherDesk() throws -> Desk { try Self.desk(over: store, clock) }

  private static func desk(over store: MemoryStore, _ clock: TestClock) throws -> Desk {
    try Desk(
      store: store,
      surroundings: Surroundings(
        now: { clock.now }, render: { PrintedText("\($0.kind.rawValue) \($0.number)") },
        readings: { [Spelling($0)] }, code: { word in "\(100_000 + word.utf8.count)" },
        slip: { "\($0.ticket) \($0.ahead)" },
        passwordMatches: { password, hash in hash == "kept:" + password },
        hashPassword: { "kept:" + $0 }))
  }

  func intake(_ sheet: ImplementationSheet, of applicant: Applicant? = nil) -> Intake {
    var intake = Scenario(sheet).completeIntake
    if let applicant { intake.applicant = applicant }
    return intake
  }

  @discardableResult
  func takeIn(
    _ sheet: ImplementationSheet = .foodLicence, as clerk: Clerk = .counterClerk,
    of applicant: Applicant? = nil,
    _ ending: IntakeEnding? = .accept(deferring: [], underCommitment: false)
  ) throws -> Outcome {
    try desk.carryOut(
      .takeIn(sheet.id, intake(sheet, of: applicant), ending),
      by: Seat(clerk: clerk, counter: clerk.counter))
  }

  /// Decided at the counter, lying at the release counter.
  func ready(of applicant: Applicant) throws -> CaseID {
    try takeIn(.businessRecord, of: applicant, .decideOnTheSpot(text: "准予登记")).id
  }

  @discardableResult
  func act(_ command: CaseCommand, on id: CaseID, as clerk: Clerk, seen: Int? = nil) throws
    -> Outcome
  {
    try desk.carryOut(.on(id, command), by: Seat(clerk: clerk, counter: clerk.counter), seen: seen)
  }

  /// Why a call of the desk was refused; nil if it was not.
  func refusal(_ body: () throws -> Void) -> DeskRefusal? {
    do {
      try body()
      return nil
    } catch {
      return error as? DeskRefusal
    }
  }

  /// Every event of every stream, to see that nothing was written.
  func eventCount() throws -> Int64 {
    try store.changes(after: 0, limit: 1_000_000).position
  }
}

final class TestClock: Sendable {
  private let moment: Mutex<Moment>
  init(_ moment: Moment) { self.moment = Mutex(moment) }
  var now: Moment { moment.withLock { $0 } }
  func move(days: Int = 0, seconds: Int = 0) {
    moment.withLock { $0 = $0.adding(seconds: Int64(days * 86_400 + seconds)) }
  }
}

import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// What happened before it could be recorded, at the desk.
struct LateDeskTests {
  private let hall: DeskHall
  private let seat = Seat(clerk: .counterClerk, counter: "W01")
  /// The last afternoon of March; it is recorded in April.
  private let late = LateEntry.noted(at: Moment(date: on(2026, 3, 31), hour: 16, minute: 0))

  init() throws {
    hall = try DeskHall()
    hall.clock.move(days: 30)
  }

  private func takeInLate(_ late: LateEntry? = nil) throws -> Outcome {
    try hall.desk.carryOut(
      .takeIn(
        "SJ05", hall.intake(.foodLicence), .accept(deferring: [], underCommitment: false)),
      by: seat, late: late ?? self.late)
  }

  @Test func `limits follow the day it happened, numbers the day it is recorded`() throws {
    let first = try hall.takeIn()
    let outcome = try takeInLate()
    #expect([first.id, outcome.id] == ["YC202604010001", "YC202604010002"])
    #expect(outcome.file.receivedOn == on(2026, 3, 31))
    #expect(outcome.file.acceptance?.acceptedOn == on(2026, 3, 31))
    #expect(outcome.documents.map(\.number) == ["市监受〔2026〕2号", "市监交〔2026〕2号"])
    #expect(outcome.documents.allSatisfy { $0.issuedOn == on(2026, 4, 1) })
  }

  @Test func `each event carries both times, and the row is flagged`() throws {
    let id = try takeInLate().id
    let events = try hall.desk.history(id).events
    #expect(events.allSatisfy { $0.stamp.happenedAt == late.happenedAt })
    #expect(events.allSatisfy { $0.stamp.at == hall.clock.now })
    #expect(try hall.store.caseRow(id)?.isEnteredLate == true)
    let onTime = try hall.takeIn().id
    #expect(try hall.store.caseRow(onTime)?.isEnteredLate == false)
  }

  @Test func `it is counted where it happened, and as late where it is recorded`() throws {
    _ = try takeInLate()
    let (march, april) = (YearMonth(of: on(2026, 3, 31)), YearMonth(of: on(2026, 4, 1)))
    func sums(_ month: YearMonth) throws -> [TallyMeasure: Int] {
      var sums: [TallyMeasure: Int] = [:]
      for sum in try hall.store.tallies(from: month, through: month) {
        sums[sum.key.measure] = sum.value
      }
      return sums
    }
    #expect(try sums(march) == [.received: 1, .accepted: 1])
    // Taking in and accepting are two acts.
    #expect(try sums(april) == [.lateEntries: 2])
  }

  @Test func `what came first cannot be entered after what followed it`() throws {
    let id = try takeInLate().id
    hall.clock.move(seconds: 60)
    try hall.act(.claim, on: id, as: .examiner)
    let claimed = hall.clock.now
    hall.clock.move(days: 1)
    let count = try hall.eventCount()
    let refusal = hall.refusal {
      _ = try hall.desk.carryOut(
        .on(id, .giveBack(reason: "转办")), by: Seat(clerk: .examiner), late: late)
    }
    #expect(refusal == .refused(.lateEntryBeforeLastAct(claimed), id))
    #expect(try hall.eventCount() == count)
  }

  @Test func `a year published meanwhile does not stand in the way`() throws {
    let id = try hall.takeIn().id
    let happened = hall.clock.now.adding(seconds: 3600)
    hall.clock.move(days: 1)
    let year = CalendarYear(
      year: 2026, off: [OffDay(date: on(2026, 4, 6), name: "清明节")], makeUp: [])
    _ = try hall.desk.publish([year], by: Seat(clerk: .hallManager))
    hall.clock.move(days: 1)
    let outcome = try hall.desk.carryOut(
      .on(id, .claim), by: Seat(clerk: .examiner), late: .noted(at: happened))
    #expect(outcome.file.stepRecord?.claims.map(\.at) == [happened])
  }

  // MARK: The second person

  private static let unproved = DeskRefusal.signIn(.witnessUnproved(Clerk.hallManager.id))

  /// The entry after its witness has typed something.
  private func witnessed(_ password: String, at desk: Desk? = nil) throws -> LateEntry {
    try (desk ?? hall.desk).witness(late, password: password, by: seat)
  }

  @Test func `a witness who has a password types it, and the record says when`() throws {
    try hall.desk.setPassword(
      "manager-2026", of: Clerk.hallManager.id, by: Seat(clerk: .hallManager))
    #expect(hall.refusal { _ = try takeInLate() } == Self.unproved)
    #expect(hall.refusal { _ = try witnessed("") } == Self.unproved)
    #expect(hall.refusal { _ = try witnessed("guessed") } == .signIn(.wrong))
    hall.clock.move(seconds: 60)
    let proved = try witnessed("manager-2026")
    let file = try takeInLate(proved).file
    #expect(file.lateActs.first?.entry.witnessProvedAt == hall.clock.now)
    // What somebody vouched for once is not vouched for again.
    #expect(hall.refusal { _ = try takeInLate(proved) } == Self.unproved)
  }

  @Test func `a word given elsewhere, or for something else, or by nobody does not count`() throws {
    try hall.desk.setPassword(
      "manager-2026", of: Clerk.hallManager.id, by: Seat(clerk: .hallManager))
    var proved = try witnessed("manager-2026", at: hall.anotherDesk())
    #expect(hall.refusal { _ = try takeInLate(proved) } == Self.unproved)
    proved = try witnessed("manager-2026")
    proved.reason = "别的原因"
    #expect(hall.refusal { _ = try takeInLate(proved) } == Self.unproved)
  }

  @Test func `a witness without a password is taken at their name, and nothing else is claimed`()
    throws
  {
    let entry = try witnessed("whatever")
    #expect(entry == late)
    #expect(try takeInLate(entry).file.lateActs.first?.entry.witnessProvedAt == nil)
    var claimed = late
    claimed.witnessProvedAt = hall.clock.now
    #expect(hall.refusal { _ = try takeInLate(claimed) } == Self.unproved)
  }
}

/// The order of acceptance under a quota (Law 57).
struct QuotaTests {
  private static let sheet: ImplementationSheet = {
    var sheet = ImplementationSheet.foodLicence
    (sheet.id, sheet.hasQuota) = ("SJ60", true)
    return sheet
  }()

  @Test func `a decision says who was accepted earlier and still waits`() throws {
    let hall = try DeskHall([Self.sheet])
    let ids = try (0..<3).map { _ in try hall.takeIn(Self.sheet).id }
    func decide(_ id: CaseID) throws -> [CaseID]? {
      for step in 0..<2 {
        try hall.act(
          .recordOpinion(step: step, .agree, text: "符合要求", officers: ["石审", "宋审"]), on: id,
          as: .examiner)
      }
      return try hall.act(.decide(.granted, text: "准予", basis: ""), on: id, as: .approver)
        .file.decision?.passedOver
    }
    #expect(try decide(ids[0]) == nil)
    #expect(try decide(ids[2]) == [ids[1]])
    #expect(try decide(ids[1]) == nil)
  }
}

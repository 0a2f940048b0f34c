import Casework
import TestSupport
import Testing
import WorkCalendar

/// What somebody has taken and left alone for too long stands in nobody's way.
struct LapseTests {
  /// Nine to six with a break, Monday to Friday: seven and a half hours a day.
  private func hours() throws -> OpeningHours {
    let spans = [try #require(OpenSpan("09:00-12:00")), try #require(OpenSpan("13:30-18:00"))]
    let days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    let year = (
      try #require(DayOfYear(month: 1, day: 1)), try #require(DayOfYear(month: 12, day: 31))
    )
    return OpeningHours(seasons: [
      .init(
        from: year.0, to: year.1,
        week: Dictionary(uniqueKeysWithValues: days.map { ($0, spans) }))
    ])
  }

  private func claimed(
    _ sheet: ImplementationSheet = .foodLicence, on day: LocalDate = on(2026, 3, 2)
  ) throws -> Scenario {
    var it = Scenario(sheet, on: day)
    it.hours = try hours()
    try it.accept()
    try it.act(.claim, as: .examiner)
    return it
  }

  @Test func `a claim lapses after eight hours in which the hall was open`() throws {
    var it = try claimed()
    let claim = try #require(it.file.stepRecord?.claims.first)
    // Claimed at 9:02 on Monday: 7 hours 28 that day, 32 minutes of Tuesday.
    #expect(it.rules.lapse(of: claim) == Moment(date: on(2026, 3, 3), hour: 9, minute: 32))
    it.today = on(2026, 3, 3)
    #expect(it.refusal(of: .claim, as: .secondExaminer) == .claimedBy("SJ1", at: claim.at))
    it.today = on(2026, 3, 4)
    guard case .taskClaimed(let claimed)? = try it.act(.claim, as: .secondExaminer).first else {
      Issue.record("not claimed")
      return
    }
    #expect(claimed.department == "SJ" && claimed.insteadOf == "SJ1")
    #expect(it.file.stepRecord?.claims.map(\.clerk) == ["SJ2"])
  }

  @Test func `days on which the hall is shut do not count`() throws {
    var it = try claimed(on: on(2026, 3, 6))
    let claim = try #require(it.file.stepRecord?.claims.first)
    #expect(it.rules.lapse(of: claim)?.date == on(2026, 3, 9))
    it.today = on(2026, 3, 8)
    #expect(it.refusal(of: .claim, as: .secondExaminer) == .claimedBy("SJ1", at: claim.at))
  }

  @Test func `whoever does anything with the case keeps the claim`() throws {
    var it = try claimed(.jointApproval)
    it.today = on(2026, 3, 3)
    let defect = Defect(material: 1, kind: .incorrect, remark: "缺盖章")
    try it.act(.noteDefects([defect]), as: .examiner)
    let claim = try #require(it.file.stepRecord?.claims.first)
    #expect(claim.activeAt.date == on(2026, 3, 3) && claim.at.date == on(2026, 3, 2))
    it.today = on(2026, 3, 4)
    #expect(it.refusal(of: .claim, as: .secondExaminer) == .claimedBy("SJ1", at: claim.at))
    it.today = on(2026, 3, 5)
    #expect(it.refusal(of: .claim, as: .secondExaminer) == nil)
  }

  @Test func `what a colleague does keeps nobody else's claim`() throws {
    var it = try claimed(.jointApproval)
    it.today = on(2026, 3, 4)
    try it.act(
      .recordOpinion(step: 0, .agree, text: "", officers: []), as: .fireExaminer)
    #expect(it.refusal(of: .claim, as: .secondExaminer) == nil)
  }

  @Test func `a lapsed claim is renewed by claiming again`() throws {
    var it = try claimed()
    #expect(try it.act(.claim, as: .examiner) == [])
    it.today = on(2026, 3, 6)
    #expect(try it.act(.claim, as: .examiner).count == 1)
    let claim = try #require(it.file.stepRecord?.claims.first)
    #expect(it.refusal(of: .claim, as: .secondExaminer) == .claimedBy("SJ1", at: claim.at))
  }

  @Test func `without opening hours nothing lapses`() throws {
    var it = Scenario()
    try it.accept()
    try it.act(.claim, as: .examiner)
    it.today = on(2027, 3, 2)
    #expect(it.refusal(of: .claim, as: .secondExaminer)?.code == "claimed-by")
  }

  @Test func `a supervisor frees a claim with a reason, whoever has it gives it back`() throws {
    var it = try claimed()
    let free = CaseCommand.freeClaim("SJ", reason: "石审请假")
    #expect(it.refusal(of: .freeClaim("SJ", reason: " "), as: .supervisor) == .reasonMissing)
    #expect(it.refusal(of: .freeClaim("XF", reason: "请假"), as: .supervisor) == .notClaimed)
    #expect(it.refusal(of: free, as: .secondExaminer) == .roleMayNot(.examiner))
    #expect(it.refusal(of: .giveBack(reason: "x"), as: .supervisor) == .roleMayNot(.supervisor))
    #expect(it.refusal(of: .giveBack(reason: ""), as: .secondExaminer)?.code == "claimed-by")
    guard case .taskGivenBack(let given)? = try it.act(free, as: .hallManager).first else {
      Issue.record("not freed")
      return
    }
    #expect(given.reason == "石审请假" && given.freed == "SJ1")
    try it.act(.claim, as: .secondExaminer)
  }
}

/// A number somebody called and left.
struct TicketLapseTests {
  private var ticket = Ticket(id: "A001", day: on(2026, 3, 2))
  private let start = Moment(date: on(2026, 3, 2), hour: 9, minute: 0)

  private func occasion(_ clerk: Clerk, minute: Int64) -> Occasion {
    Occasion(clerk: clerk, counter: clerk.counter, at: start.adding(seconds: minute * 60))
  }

  private mutating func act(_ command: TicketCommand, _ clerk: Clerk, minute: Int64) throws {
    let occasion = occasion(clerk, minute: minute)
    for event in try ticket.decide(command, occasion) { ticket.evolve(event, occasion.stamp) }
  }

  private func refusal(_ command: TicketCommand, _ clerk: Clerk, minute: Int64) -> TicketRefusal? {
    do throws(TicketRefusal) {
      _ = try ticket.decide(command, occasion(clerk, minute: minute))
      return nil
    } catch {
      return error
    }
  }

  init() throws {
    try act(.issue(queue: "A", purpose: ""), .counterClerk, minute: 0)
    try act(.call("W01"), .counterClerk, minute: 1)
  }

  @Test mutating func `a call nobody answers lapses after a quarter of an hour`() throws {
    let called = start.adding(seconds: 60)
    #expect(refusal(.call("W02"), .secondCounter, minute: 15) == .calledBy("C01", at: called))
    let events = try ticket.decide(.call("W02"), occasion(.secondCounter, minute: 16))
    guard case .called(let it)? = events.first else {
      Issue.record("\(events)")
      return
    }
    #expect(it.insteadOf == "C01" && it.counter == "W02")
  }

  @Test mutating func `a number being served lapses after two hours`() throws {
    try act(.arrive, .counterClerk, minute: 2)
    #expect(refusal(.finish, .secondCounter, minute: 121)?.code == "called-by")
    try act(.finish, .secondCounter, minute: 122)
    #expect(ticket.state == .served)
  }

  @Test mutating func `a supervisor puts a number back at its old place, with a reason`() throws {
    #expect(refusal(.free(reason: " "), .supervisor, minute: 3) == .reasonMissing)
    #expect(
      refusal(.free(reason: "走开了"), .secondCounter, minute: 3) == .roleMayNot(.generalCounter))
    let issued = ticket.issuedAt
    try act(.free(reason: "走开了"), .supervisor, minute: 3)
    #expect(ticket.state == .waiting && ticket.clerk == nil && ticket.issuedAt == issued)
    #expect(try ticket.decide(.free(reason: "走开了"), occasion(.supervisor, minute: 4)) == [])
    try act(.call("W02"), .secondCounter, minute: 5)
    #expect(ticket.clerk == "C02")
  }
}

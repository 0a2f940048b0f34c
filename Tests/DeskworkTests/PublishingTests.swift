import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// A year's holidays, published while cases are under way.
struct PublishingTests {
  private let hall: DeskHall
  private let manager = Seat(clerk: .hallManager)

  init() throws {
    hall = try DeskHall()
    // The last Monday before the first of May, of a year whose notice nobody has published yet.
    hall.clock.move(days: 56)
  }

  private static let year = CalendarYear(
    year: 2026, notice: "测试发〔2025〕7号",
    off: (1...5).map { OffDay(date: on(2026, 5, $0), name: "劳动节") },
    makeUp: [MakeUpDay(date: on(2026, 5, 16), for: "劳动节")])

  private func publish(_ desk: Desk? = nil) throws -> CalendarImpact {
    try (desk ?? hall.desk).publish([Self.year], by: manager)
  }

  private func recomputed(_ id: CaseID) throws -> [CaseEvent.DeadlinesRecomputed] {
    try hall.desk.history(id).events.compactMap {
      if case .file(.deadlinesRecomputed(let it)) = $0.event { it } else { nil }
    }
  }

  @Test func `a published year moves dates, makes them certain and says from which to which`()
    throws
  {
    let id = try hall.takeIn().id
    let before = try hall.desk.file(id)
    let was = try #require(before.committedDue)
    #expect(was.isProvisional)
    let count = try hall.eventCount()
    let impact = try hall.desk.impact(of: [Self.year])
    #expect(try hall.eventCount() == count)
    #expect(try publish() == impact)

    let after = try hall.desk.file(id)
    let now = DueDate(on: on(2026, 5, 14), isProvisional: false)
    #expect(after.committedDue == now && was.on != now.on)
    #expect(after.version == before.version + 1)
    let event = try #require(try recomputed(id).first)
    #expect(event.year == 2026 && event.notice == "测试发〔2025〕7号")
    #expect(event.moved.contains(MovedDate(.committed, was: was, now: now)))
    #expect(impact.cases.map(\.moved) == [event.moved])
    #expect(try hall.store.caseRow(id)?.due == now)
    #expect(impact.days.contains { $0.date == on(2026, 5, 16) && $0.now.isWorking })
  }

  @Test func `publishing the same table again writes nothing`() throws {
    _ = try hall.takeIn()
    _ = try publish()
    let count = try hall.eventCount()
    let again = try publish()
    #expect(again.changesNothing && again.cases.isEmpty)
    #expect(try hall.eventCount() == count)
  }

  @Test func `who may not publish is refused, and nothing is written`() throws {
    let id = try hall.takeIn().id
    let gone = Clerk(id: "lihua", name: Words("李华", "Li Hua"), role: .hallManager)
    _ = try hall.desk.enrol(gone, by: manager)
    _ = try hall.desk.disable(gone.id, reason: "调离", by: manager)
    let count = try hall.eventCount()
    for (clerk, code) in [
      (Clerk.counterClerk, "role-may-not"), (.approver, "role-may-not"), (gone, "clerk-disabled"),
    ] {
      let refusal = hall.refusal {
        _ = try hall.desk.publish([Self.year], by: Seat(clerk: clerk))
      }
      #expect(refusal?.code == code)
    }
    #expect(try hall.eventCount() == count)
    #expect(try recomputed(id) == [])
  }

  @Test func `a counter that was open all the time counts by the new year at its next act`() throws
  {
    let other = try hall.anotherDesk()
    _ = try publish(other)
    #expect(!hall.desk.calendar.isPublished(year: 2026))
    let outcome = try hall.takeIn()
    #expect(outcome.file.committedDue == DueDate(on: on(2026, 5, 14), isProvisional: false))
    #expect(hall.desk.calendar.isPublished(year: 2026))
    #expect(try recomputed(outcome.id) == [])
  }

  @Test func `a date somebody has named to the applicant stays, whatever is published`() throws {
    let id = try hall.takeIn().id
    let end = on(2026, 5, 4)
    try hall.act(
      .startSpecialProcedure(.inspection, plannedEnd: end, reason: "送检"), on: id, as: .examiner)
    let told = try hall.desk.file(id).specialProcedure
    _ = try publish()
    let file = try hall.desk.file(id)
    #expect(file.specialProcedure == told && file.openStop?.plannedEnd == end)
    #expect(try recomputed(id).allSatisfy { $0.moved.allSatisfy { $0.timer != .specialProcedure } })
    // The stop itself is counted by the new days once it ends.
    hall.clock.move(days: 7)
    try hall.act(.endSpecialProcedure(outcome: "合格"), on: id, as: .examiner)
    #expect(try hall.desk.file(id).committedDue?.on == on(2026, 5, 18))
  }

  @Test func `the time to correct goes on for as many working days as were given`() throws {
    let id = try hall.takeIn(.foodLicence, .requestCorrection(Scenario.defects, workingDays: 5)).id
    _ = try publish()
    #expect(
      try hall.desk.file(id).correctBy == DueDate(on: on(2026, 5, 7), isProvisional: false))
  }

  @Test func `what has ended keeps its dates`() throws {
    let id = try hall.takeIn().id
    try hall.act(.withdraw(reason: "不再办理"), on: id, as: .counterClerk)
    let before = try hall.desk.file(id)
    #expect(try publish().cases.isEmpty)
    #expect(try hall.desk.file(id) == before)
  }

  @Test func `a case that moved on while the year was being published is not overwritten`() throws {
    let other = try hall.anotherDesk()
    let id = try hall.takeIn().id
    _ = try publish(other)
    let refusal = hall.refusal { try hall.act(.claim, on: id, as: .examiner, seen: 1) }
    #expect(refusal?.code == "moved-on")
    let version = try hall.desk.file(id).version
    try hall.act(.claim, on: id, as: .examiner, seen: version)
  }
}

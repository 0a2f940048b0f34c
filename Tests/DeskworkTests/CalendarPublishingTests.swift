import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// A hall on the Monday before a New Year whose days off begin in December.
struct CalendarPublishingTests {
  private let hall: DeskHall
  private let supervisor = Seat(clerk: .supervisor, counter: nil)

  private let before = CalendarYear(
    year: 2026, off: [OffDay(date: on(2026, 10, 1), name: "国庆节")], makeUp: [])
  private let tables = [
    CalendarYear(
      year: 2026,
      off: [
        OffDay(date: on(2026, 10, 1), name: "国庆节"), OffDay(date: on(2026, 12, 31), name: "元旦"),
      ], makeUp: []),
    CalendarYear(
      year: 2027, notice: "a notice", off: [OffDay(date: on(2027, 1, 1), name: "元旦")], makeUp: []),
  ]

  init() throws {
    hall = try DeskHall()
    hall.clock.move(days: on(2026, 3, 2).days(until: on(2026, 12, 21)))
    _ = try hall.desk.publish([before], by: supervisor)
  }

  @Test func `one notice moves the dates of both years at once`() throws {
    let id = try hall.takeIn().id
    let presumed = try #require(hall.desk.file(id).committedDue)
    #expect(presumed == DueDate(on: on(2027, 1, 5), isProvisional: true))

    let foreseen = try hall.desk.impact(of: tables)
    let impact = try hall.desk.publish(tables, by: supervisor)
    #expect(impact == foreseen && impact.replaced == [before])
    let committed = impact.cases.flatMap(\.moved).filter { $0.timer == .committed }
    let certain = DueDate(on: on(2027, 1, 6), isProvisional: false)
    #expect(committed == [MovedDate(.committed, was: presumed, now: certain)])
    let (file, events) = try hall.desk.history(id)
    #expect(file.committedDue == certain)
    guard case .file(.deadlinesRecomputed(let recomputed)) = events.last?.event else {
      Issue.record("nothing was journaled")
      return
    }
    #expect(recomputed.year == 2027 && recomputed.notice == "a notice")
    #expect(recomputed.moved == impact.cases.flatMap(\.moved))
  }

  @Test func `a day that turns is told as what it was and what it is`() throws {
    let days = try hall.desk.impact(of: tables).days
    #expect(days.first?.date == on(2026, 12, 31))
    #expect(days.first?.was == .working && days.first?.now == .holiday("元旦"))
    #expect(days.contains { $0.was == .presumedHoliday("元旦") && $0.now == .holiday("元旦") })
  }

  @Test func `a desk that was open before counts by the new calendar`() throws {
    let open = try hall.anotherDesk()
    _ = try hall.desk.publish(tables, by: supervisor)
    let taken = try open.carryOut(
      .takeIn("SJ05", hall.intake(.foodLicence), .accept(deferring: [], underCommitment: false)),
      by: Seat(clerk: .counterClerk, counter: "W01"))
    let due = DueDate(on: on(2027, 1, 6), isProvisional: false)
    #expect(try open.file(taken.id).committedDue == due)
  }

  @Test func `the same tables again write nothing, and a correction moves the dates back`() throws {
    let id = try hall.takeIn().id
    _ = try hall.desk.publish(tables, by: supervisor)
    let written = try hall.eventCount()
    #expect(try hall.desk.publish(tables, by: supervisor).changesNothing)
    #expect(try hall.eventCount() == written)
    _ = try hall.desk.publish([before], by: supervisor)
    let due = DueDate(on: on(2027, 1, 5), isProvisional: false)
    #expect(try hall.desk.file(id).committedDue == due)
  }

  @Test func `a counter clerk publishes no calendar`() throws {
    let written = try hall.eventCount()
    let refusal = hall.refusal {
      _ = try hall.desk.publish(tables, by: Seat(clerk: .counterClerk, counter: "W01"))
    }
    #expect(refusal?.code == "role-may-not")
    #expect(try hall.eventCount() == written)
  }
}

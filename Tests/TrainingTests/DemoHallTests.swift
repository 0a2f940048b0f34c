import Casework
import Deskwork
import Testing
import Training
import WorkCalendar

struct DemoHallTests {
  @Test(arguments: [1, 7, 99] as [UInt64])
  func `a small hall has a case in every stage and one in every department`(
    seed: UInt64
  ) throws {
    let hall = try TrainingHall.furnished(cases: 60, seed: seed)
    let rows = try hall.rows()
    #expect(rows.count == 60)
    #expect(Set(rows.map(\.stage)) == Set(CaseStage.allCases))
    #expect(Set(rows.map(\.department)) == Set(try hall.desk.items().map(\.department)))
    #expect(hall.report.refused == [])
  }

  @Test func `the same seed gives the same hall, another seed another one`() throws {
    let (one, same, other) = try (
      TrainingHall.furnished(cases: 24, seed: 5), TrainingHall.furnished(cases: 24, seed: 5),
      TrainingHall.furnished(cases: 24, seed: 6)
    )
    #expect(try one.rows() == same.rows())
    #expect(try one.rows() != other.rows())
  }

  @Test func `the hall of the demo has work of every kind on its morning`() throws {
    let hall = try TrainingHall.furnished(cases: DemoHall.cases, seed: DemoHall.seed)
    let rows = try hall.rows()
    let today = DemoHall.moment.date
    let open = rows.filter { $0.stage == .underExamination }
    let left = open.compactMap { $0.due.map { today.days(until: $0.on) } }
    #expect(hall.report.refused == [])
    #expect(left.contains { $0 < 0 } && left.contains { $0 == 0 } && left.contains { $0 > 5 })
    #expect(rows.contains(where: \.isDeferred) && rows.contains(where: \.isUnderCommitment))
    #expect(open.contains { $0.parties > 1 && (1..<$0.parties).contains($0.answered) })
    #expect(rows.contains { $0.channel == .township } && rows.contains { $0.receivedOn == today })
    let ready = rows.filter { $0.stage == .awaitingRelease }
    #expect(Dictionary(grouping: ready, by: \.applicantIdentity).values.contains { $0.count > 1 })
  }

  @Test func `the hall of the demo has something of all that supervision deals with`() throws {
    let hall = try TrainingHall.furnished(cases: DemoHall.cases, seed: DemoHall.seed)
    let files = try hall.rows().map { try hall.desk.file($0.id) }
    let orders = files.flatMap(\.supervision.orders)
    #expect(orders.contains { $0.tier == 2 } && orders.contains { $0.outcome != nil })
    #expect(orders.contains { $0.isOpen && !$0.awaitsAnswer })
    #expect(orders.contains { $0.awaitsAnswer && $0.tier == 1 })
    let appeals = files.flatMap { file in
      file.supervision.appeals.map { file.supervision.openAppeal(against: $0.card) != nil }
    }
    #expect(Set(appeals) == [true, false])
    #expect(files.contains { !$0.lateActs.isEmpty } && files.contains { $0.fees.paidFen > 0 })
    let bad = files.compactMap(\.rating).filter { $0.given.grade.isBad }
    #expect(Set(bad.map { $0.rectified == nil }) == [true, false])
    #expect(files.compactMap(\.rating).count > bad.count * 3)
    let today = DemoHall.moment.date
    let shown = try files.flatMap { file in
      file.watches(under: try hall.desk.rules(for: file)).filter { $0.level(on: today) != nil }
    }
    let violations = SupervisionRuleCode.allCases.filter(\.isFoundingViolation)
    #expect(Set(shown.map(\.card.rule)).isSuperset(of: violations))
  }

  @Test func `six people wait and the numbers of the morning have been called`() throws {
    let hall = try TrainingHall.furnished(cases: 1, seed: 3)
    let tickets = try hall.desk.store.tickets(
      on: DemoHall.moment.date, in: Ticket.State.allCases, limit: 100)
    let states = Dictionary(grouping: tickets, by: \.state).mapValues(\.count)
    #expect((20...30).contains(tickets.count))
    #expect(states[.waiting] ?? 0 >= 6)
    #expect(states[.parked] == 1 && states[.served] ?? 0 > 6)
  }

  @Test func `nothing is done on a day off or outside the hours`() throws {
    let hall = try TrainingHall.furnished(cases: 80, seed: 11)
    let (hours, calendar) = (hall.desk.hall.openingHours, hall.desk.calendar)
    let stamps = try hall.rows().flatMap { try hall.desk.history($0.id).events.map(\.stamp.at) }
    let wrong = stamps.filter { !hours.isOpen(at: $0, in: calendar) || $0 > DemoHall.moment }
    #expect(wrong == [])
  }

  @Test(arguments: ["2026-11-23T09:00", "2026-10-03T12:00", "2027-03-01T10:00"])
  func `a hall can begin at the opening, on a holiday or in an unpublished year`(
    moment: String
  ) throws {
    let until = try #require(Moment(moment))
    let hall = try TrainingHall.furnished(cases: 40, seed: 9, until: until)
    let rows = try hall.rows()
    let stamps = try rows.flatMap { try hall.desk.history($0.id).events.map(\.stamp.at) }
    #expect(hall.report.refused == [] && rows.count == 40)
    #expect(stamps.filter { $0 > until } == [])
  }

  @Test(arguments: [0, 1, 20]) func `a hall can be as small as one likes`(cases: Int) throws {
    #expect(try TrainingHall.furnished(cases: cases, seed: 2).rows().count == cases)
  }
}

package import Casework
package import Deskwork
package import WorkCalendar

/// Fills a founded store with the work of about two months, as if people had done it.
package struct DemoHall {
  /// A Wednesday morning in a year whose holidays are published.
  package static let moment = Moment(
    date: LocalDate(dayNumber: 20_523), hour: 10, minute: 24)

  package static let cases = 300
  package static let seed: UInt64 = 1

  /// In days before its moment.
  package static let length = DemoPlan.length

  /// What was furnished.
  package struct Furnished: Hashable, Sendable {
    package var cases = 0
    package var acts = 0
    /// Acts the rules of the hall refused, by case; none with the catalogue that comes along.
    package var refused: [String] = []
  }

  private let desk: Desk
  private let clock: SimulatedClock
  private let until: Moment
  private let staff: Staff
  private let people: People
  private let plan: DemoPlan
  private var agenda = Agenda<Entry>()
  private var walks: [Int: Underway] = [:]
  private var furnished = Furnished()
  private var aftermath: DemoAftermath

  private enum Entry {
    case act(Int, Move)
    /// What is done beside the cases' own course, so many working days before the last.
    case round(Int)
    case ticket(DemoTickets.Step)
  }

  /// A case on its way.
  private struct Underway {
    var walk: Walk
    var pace: Int
  }

  /// The same seed gives the same hall; `desk` has to live by `clock`.
  @discardableResult
  package static func furnish(
    _ desk: Desk, clock: SimulatedClock, names: DemoNames, cases: Int = DemoHall.cases,
    seed: UInt64 = DemoHall.seed, until moment: Moment
  ) throws(DeskRefusal) -> Furnished {
    var hall = try DemoHall(desk, clock, names, cases, seed, moment)
    try hall.run()
    clock.advance(to: moment)
    return hall.furnished
  }

  private init(
    _ desk: Desk, _ clock: SimulatedClock, _ names: DemoNames, _ cases: Int, _ seed: UInt64,
    _ moment: Moment
  ) throws(DeskRefusal) {
    self.desk = desk
    self.clock = clock
    until = moment
    staff = Staff(desk.clerks.values)
    people = People(names: names, areaCode: desk.hall.areaCode, seed: seed)
    var sheets: [ImplementationSheet] = []
    do throws(StoreError) {
      for row in try desk.items() {
        if let sheet = try desk.store.sheet(row.id, version: row.version) { sheets.append(sheet) }
      }
    } catch {
      throw .store(error)
    }
    plan = DemoPlan(
      sheets: sheets, hours: desk.hall.openingHours, calendar: desk.calendar, until: moment,
      seed: seed, cases: cases)
    aftermath = DemoAftermath(plan, staff: staff)
  }
}

extension DemoHall {
  private mutating func run() throws(DeskRefusal) {
    for step in DemoTickets(plan, desk: desk, staff: staff, names: people.names).steps {
      agenda.enter(.ticket(step), at: step.at)
    }
    for days in 0..<DemoAftermath.rounds {
      if let at = aftermath.moment(days) { agenda.enter(.round(days), at: at) }
    }
    for (at, index) in plan.order() {
      try work(until: at)
      try begin(index, plan.arrival(index))
    }
    try work(until: until)
  }

  private mutating func work(until moment: Moment) throws(DeskRefusal) {
    while let earliest = agenda.earliest, earliest <= moment, let (at, entry) = agenda.next() {
      clock.advance(to: at)
      switch entry {
      case .ticket(let step): try step.carryOut(at: desk)
      case .act(let index, let move): try carryOut(move, of: index)
      case .round(let days): try aftermath.carryOut(days, at: desk)
      }
    }
  }

  private mutating func begin(_ index: Int, _ arrival: DemoPlan.Arrival) throws(DeskRefusal) {
    clock.advance(to: arrival.at)
    var walk = Walk(
      arrival.course, staff: staff, people: people,
      chance: Chance(seed: plan.seed, stream: UInt64(index) &+ 1 << 48))
    guard let move = walk.takeIn(on: arrival.at.date) else { return }
    walks[index] = Underway(walk: walk, pace: arrival.pace)
    try carryOut(move, of: index)
    furnished.cases += 1
  }

  private mutating func carryOut(_ move: Move, of index: Int) throws(DeskRefusal) {
    let outcome: Outcome
    do throws(DeskRefusal) {
      outcome = try desk.carryOut(move.act, by: Seat(move.clerk))
    } catch {
      guard case .refused(let refusal, let id) = error else { throw error }
      furnished.refused.append("\(id?.rawValue ?? "-") \(refusal.code)")
      walks[index] = nil
      return
    }
    furnished.acts += 1
    guard var underway = walks[index], let next = underway.walk.next(outcome.file),
      let at = moment(of: next, &underway)
    else {
      walks[index] = nil
      aftermath.note(outcome.id)
      return
    }
    walks[index] = underway
    agenda.enter(.act(index, next), at: at)
  }

  /// When the next act is done; nil if that is after the demo's moment.
  private func moment(of move: Move, _ underway: inout Underway) -> Moment? {
    var start = clock.now
    if let day = move.notBefore { start = max(start, Moment(date: day, hour: 0, minute: 0)) }
    let minutes: Int
    switch move.haste {
    case .soon: minutes = 3 + underway.walk.chance.below(25)
    case .usual: minutes = underway.pace / 2 + 1 + underway.walk.chance.below(underway.pace)
    }
    let seconds = -Int64(1 + underway.walk.chance.below(59))
    let at = plan.hours.moment(afterOpenMinutes: minutes, from: start, in: plan.calendar)
    guard let at = at?.adding(seconds: seconds), at <= until else { return nil }
    return at
  }
}

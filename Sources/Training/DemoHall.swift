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

  /// A desk that keeps so many cases reads hardly one of them a second time.
  package static let casesAtOnce = 1_024

  /// How many days before its moment a hall of so many cases begins.
  package static func length(for cases: Int) -> Int { DemoPast.length(for: cases) }

  /// Whether most of so many cases went the way of another one.
  package static func isGreat(_ cases: Int) -> Bool { DemoPast.cases(of: cases) > 0 }

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
  private let past: DemoPast
  private let copying: (any StreamCopying)?
  private let progress: (Int) -> Void
  private var namesakes: Namesakes
  private var agenda = Agenda<Entry>()
  private var walks: [Place: Underway] = [:]
  private var furnished = Furnished()
  private var aftermath: DemoAftermath

  /// A case of the plan of a period; the present is the period of its own.
  private struct Place: Hashable {
    var period: Int?
    var index: Int
  }

  private enum Entry {
    case act(Place, Move)
    /// What is done beside the cases' own course, so many working days before the last.
    case round(Int)
    case ticket(DemoTickets.Step)
  }

  /// A case on its way.
  private struct Underway {
    var walk: Walk
    var pace: Int
    /// How many others are to go the same way.
    var others = 0
    var twins: Twins?
  }

  /// The same seed gives the same hall; `desk` has to live by `clock`.
  ///
  /// A great hall has most of its cases in years gone by, which takes a store that copies what
  /// happened; `progress` is told how many cases there are.
  @discardableResult
  package static func furnish(
    _ desk: Desk, clock: SimulatedClock, names: DemoNames, cases: Int = DemoHall.cases,
    ofThemPast past: Int? = nil, seed: UInt64 = DemoHall.seed, until moment: Moment,
    copying: (any StreamCopying)? = nil, progress: @escaping (Int) -> Void = { _ in }
  ) throws(DeskRefusal) -> Furnished {
    let past = copying == nil ? 0 : past ?? DemoPast.cases(of: cases)
    var hall = try DemoHall(
      desk, clock, names, (cases - past, past), seed, moment, copying, progress)
    try hall.run()
    clock.advance(to: moment)
    return hall.furnished
  }

  private init(
    _ desk: Desk, _ clock: SimulatedClock, _ names: DemoNames,
    _ cases: (recent: Int, past: Int), _ seed: UInt64, _ moment: Moment,
    _ copying: (any StreamCopying)?, _ progress: @escaping (Int) -> Void
  ) throws(DeskRefusal) {
    self.desk = desk
    self.clock = clock
    self.copying = copying
    self.progress = progress
    until = moment
    staff = Staff(desk.clerks.values)
    people = People(names: names, areaCode: desk.hall.areaCode, seed: seed)
    namesakes = Namesakes(people)
    plan = DemoPlan(
      sheets: try Self.sheets(of: desk), hours: desk.hall.openingHours, calendar: desk.calendar,
      until: moment, seed: seed, cases: cases.recent)
    past = DemoPast(before: plan, cases: cases.past)
    aftermath = DemoAftermath(plan, staff: staff)
  }

  private static func sheets(of desk: Desk) throws(DeskRefusal) -> [ImplementationSheet] {
    var sheets: [ImplementationSheet] = []
    do throws(StoreError) {
      for row in try desk.items() {
        if let sheet = try desk.store.sheet(row.id, version: row.version) { sheets.append(sheet) }
      }
    } catch {
      throw .store(error)
    }
    return sheets
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
    var left = past.cases
    try forEach(of: past.order()) { hall, one throws(DeskRefusal) in
      guard left > 0 else { return }
      try hall.work(until: one.at)
      let before = hall.furnished.cases
      let (place, others) = (
        Place(period: one.period, index: one.index), min(hall.past.alike, left) - 1
      )
      try hall.begin(place, hall.past.plans[one.period], others: others)
      left -= hall.furnished.cases - before
    }
    try forEach(of: plan.order()) { hall, one throws(DeskRefusal) in
      try hall.work(until: one.at)
      try hall.begin(Place(index: one.index), hall.plan, others: 0)
    }
    try together { hall throws(DeskRefusal) in
      try hall.work(until: hall.until)
      for underway in hall.walks.values { try hall.end(underway) }
    }
  }

  /// Some at a time, with whatever else is due meanwhile.
  private mutating func forEach<Arrival>(
    of arrivals: [Arrival], _ body: (inout DemoHall, Arrival) throws(DeskRefusal) -> Void
  ) throws(DeskRefusal) {
    for start in stride(from: 0, to: arrivals.count, by: Self.arrivalsAtOnce) {
      try together { hall throws(DeskRefusal) in
        for arrival in arrivals[start...].prefix(Self.arrivalsAtOnce) { try body(&hall, arrival) }
      }
    }
  }

  /// One transaction where the store can do so: nobody else knows of it yet.
  private mutating func together(
    _ body: (inout DemoHall) throws(DeskRefusal) -> Void
  ) throws(DeskRefusal) {
    guard let copying else { return try body(&self) }
    var refusal: DeskRefusal?
    do throws(StoreError) {
      try copying.together {
        do throws(DeskRefusal) { try body(&self) } catch { refusal = error }
      }
    } catch {
      throw .store(error)
    }
    if let refusal { throw refusal }
  }

  private static let arrivalsAtOnce = 16

  private mutating func work(until moment: Moment) throws(DeskRefusal) {
    while let earliest = agenda.earliest, earliest <= moment, let (at, entry) = agenda.next() {
      clock.advance(to: at)
      switch entry {
      case .ticket(let step): try step.carryOut(at: desk)
      case .act(let place, let move): try carryOut(move, of: place)
      case .round(let days): try aftermath.carryOut(days, at: desk)
      }
    }
  }

  private mutating func begin(
    _ place: Place, _ plan: DemoPlan, others: Int
  ) throws(DeskRefusal) {
    let arrival = plan.arrival(place.index)
    clock.advance(to: arrival.at)
    var walk = Walk(
      arrival.course, staff: staff, people: people,
      chance: Chance(seed: plan.seed, stream: UInt64(place.index) &+ 1 << 48))
    guard let move = walk.takeIn(on: arrival.at.date) else { return }
    walks[place] = Underway(walk: walk, pace: arrival.pace, others: others)
    try carryOut(move, of: place)
  }

  private mutating func carryOut(_ move: Move, of place: Place) throws(DeskRefusal) {
    guard var underway = walks.removeValue(forKey: place) else { return }
    let outcome: Outcome
    do throws(DeskRefusal) {
      outcome = try desk.carryOut(move.act, by: Seat(move.clerk))
    } catch {
      guard case .refused(let refusal, let id) = error else { throw error }
      furnished.refused.append("\(id?.rawValue ?? "-") \(refusal.code)")
      return try end(underway)
    }
    furnished.acts += 1
    try count(outcome, &underway)
    if let copying { try underway.twins?.follow(outcome, at: desk, copying: copying) }
    guard let next = underway.walk.next(outcome.file), let at = moment(of: next, &underway) else {
      try end(underway)
      if place.period == nil { aftermath.note(outcome.id) }
      return
    }
    walks[place] = underway
    agenda.enter(.act(place, next), at: at)
  }

  /// The course is over, or goes no further.
  private func end(_ underway: Underway) throws(DeskRefusal) {
    guard let twins = underway.twins else { return }
    try twins.finish(try desk.file(twins.original), at: desk)
  }

  /// A case has been taken in, with the others that are to go its way.
  private mutating func count(
    _ outcome: Outcome, _ underway: inout Underway
  ) throws(DeskRefusal) {
    guard case .received = outcome.events.first else { return }
    furnished.cases += 1
    if underway.others > 0, let applicant = outcome.file.intake?.applicant {
      let applicants = namesakes.like(applicant, underway.others)
      underway.twins = try Twins(of: outcome, for: applicants, at: desk)
      furnished.cases += underway.twins == nil ? 0 : applicants.count
    }
    progress(furnished.cases)
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

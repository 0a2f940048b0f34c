package import Casework
package import WorkCalendar

/// What publishing a notice does: to days, and to the dates of cases.
package struct CalendarImpact: Hashable, Sendable {
  /// The tables as they are from now on; a New Year that begins in December touches two years.
  package var years: [CalendarYear]
  /// The tables that were in force before; none for a year that was only presumed.
  package var replaced: [CalendarYear]
  package var days: [ChangedDay]
  package var cases: [CaseImpact]

  /// A day that is something else from now on.
  package struct ChangedDay: Hashable, Sendable {
    package var date: LocalDate
    package var was: DayStatus
    package var now: DayStatus
  }

  /// An open case whose dates move or become certain.
  package struct CaseImpact: Hashable, Sendable {
    package var row: CaseRow
    package var moved: [MovedDate]
    /// The worst card that shows today; nil while nothing is wrong.
    package var levelBefore: SupervisionLevel?
    package var levelAfter: SupervisionLevel?

    /// No day moves; the dates only lose the mark of being presumed.
    package var isOnlyConfirmed: Bool { moved.allSatisfy(\.isConfirmed) }
  }

  /// Nothing in it differs from what is in force.
  package var changesNothing: Bool { years.allSatisfy(replaced.contains) }
}

extension Desk {
  /// What publishing these tables would change; nothing is written.
  package func impact(of years: [CalendarYear]) throws(DeskRefusal) -> CalendarImpact {
    try asking { () throws(StoreError) in _ = try self.keepUp() }
    return try Publishing(years, at: self).impact
  }

  /// Publishes the tables of a notice, and counts the dates of every open case anew, all in one.
  package func publish(
    _ years: [CalendarYear], by seat: Seat
  ) throws(DeskRefusal) -> CalendarImpact {
    try publish(.publishCalendar, by: seat) { seat throws(DeskRefusal) in
      let publishing = try Publishing(years, at: self)
      let impact = publishing.impact
      return (impact, impact.changesNothing ? nil : try publishing.batch(by: seat))
    }
  }
}

/// The tables of a notice on their way into the hall.
private struct Publishing {
  let desk: Desk
  let earlier: WorkCalendar
  let calendar: WorkCalendar
  var impact: CalendarImpact
  /// What is written for the cases.
  private var appends: [StreamAppend] = []
  private var changes: [ReadModelChange] = []

  init(_ years: [CalendarYear], at desk: Desk) throws(DeskRefusal) {
    self.desk = desk
    let published = try asking { () throws(StoreError) in try desk.store.calendarYears() }
    earlier = desk.calendar
    calendar = WorkCalendar(years: published + years)
    impact = CalendarImpact(
      years: years,
      replaced: published.filter { table in years.contains { $0.year == table.year } },
      days: [], cases: [])
    impact.days = years.flatMap { changedDays(of: $0.year) }
    let underway = try asking { () throws(StoreError) in try desk.store.casesUnderway() }
    for id in underway { try recompute(id) }
  }

  private func changedDays(of year: Int) -> [CalendarImpact.ChangedDay] {
    guard let first = LocalDate(year: year, month: 1, day: 1) else { return [] }
    return (0..<366).map { first.advanced(by: $0) }.compactMap { day in
      let (was, now) = (earlier.status(of: day), calendar.status(of: day))
      return day.year == year && was != now ? .init(date: day, was: was, now: now) : nil
    }
  }

  private mutating func recompute(_ id: CaseID) throws(DeskRefusal) {
    let file = try desk.file(id)
    let before = try desk.rules(for: file)
    var rules = before
    rules.calendar = calendar
    let moved = file.movedDates(under: rules, instead: earlier)
    var after = file
    if !moved.isEmpty {
      let event = event(moved)
      after.evolve(event, Stamp(clerk: Founding.founder, at: desk.now))
      appends.append(
        StreamAppend(stream: .file(id), expecting: file.version, events: [.file(event)]))
      changes += CaseProjection.changes(
        from: file, to: after, under: rules, readings: desk.surroundings.readings)
      if let row = CaseRow(file, sheet: rules.sheet) {
        impact.cases.append(
          .init(
            row: row, moved: moved, levelBefore: level(of: file, under: before),
            levelAfter: level(of: after, under: rules)))
      }
    }
    // What is watched depends on the calendar, whether or not a date of the case has moved.
    changes += CaseProjection.watches(from: file, under: before, to: after, under: rules)
  }

  private func level(of file: CaseFile, under rules: CaseRules) -> SupervisionLevel? {
    file.watches(under: rules).compactMap { $0.level(on: desk.today) }.max()
  }

  /// The notice is that of the later year.
  private func event(_ moved: [MovedDate]) -> CaseEvent {
    let table = impact.years.max { $0.year < $1.year }
    return .deadlinesRecomputed(
      .init(year: table?.year ?? desk.today.year, notice: table?.notice ?? "", moved: moved))
  }

  func batch(by seat: Seat) throws(DeskRefusal) -> Batch {
    try desk.batch(
      publishing: impact.years.filter { !impact.replaced.contains($0) }
        .map { .calendarPublished($0) },
      by: seat, at: try desk.momentOfAct(), with: appends, changes)
  }
}

package import Casework
package import WorkCalendar

/// What publishing a year's calendar does: to days, and to the dates of cases.
package struct CalendarImpact: Hashable, Sendable {
  package var year: CalendarYear
  /// The table that was in force before; nil if the year was only presumed.
  package var replaced: CalendarYear?
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

    /// No day moves; the dates only lose the mark of being presumed.
    package var isOnlyConfirmed: Bool { moved.allSatisfy(\.isConfirmed) }
  }
}

extension Desk {
  /// What publishing a year would change; nothing is written.
  package func impact(of year: CalendarYear) throws(DeskRefusal) -> CalendarImpact {
    try asking { () throws(StoreError) in _ = try self.keepUp() }
    return try Publishing(year, at: self).impact
  }

  /// Publishes a year, and counts the dates of every open case anew, all in one.
  package func publish(
    _ year: CalendarYear, by seat: Seat
  ) throws(DeskRefusal) -> CalendarImpact {
    try permitPublishing(seat)
    let result = inTurn { () throws(DeskRefusal) -> CalendarImpact in
      for _ in 0..<3 {
        try asking { () throws(StoreError) in _ = try self.keepUp() }
        let publishing = try Publishing(year, at: self)
        guard publishing.impact.replaced != year else { return publishing.impact }
        let batch = try publishing.batch(by: seat)
        let appended = try asking { () throws(StoreError) in try self.store.append(batch) }
        if case .committed = appended {
          try asking { () throws(StoreError) in _ = try self.keepUp() }
          return publishing.impact
        }
      }
      throw .crowded
    }
    return try result.get()
  }

  private func permitPublishing(_ seat: Seat) throws(DeskRefusal) {
    switch seat.clerk.role {
    case .itemManager, .hallManager, .supervisor: break
    case .generalCounter, .examiner, .approver, .release, .townshipOperator:
      // In a demo hall whoever sits there may try it.
      guard nature.isDemo else { throw .refused(.roleMayNot(seat.clerk.role), nil) }
    }
    guard !seat.clerk.isDisabled else { throw .refused(.clerkDisabled(seat.clerk.id), nil) }
  }
}

/// One year on its way into the hall.
private struct Publishing {
  let desk: Desk
  let earlier: WorkCalendar
  let calendar: WorkCalendar
  var impact: CalendarImpact
  private var files: [(before: CaseFile, after: CaseFile)] = []

  init(_ year: CalendarYear, at desk: Desk) throws(DeskRefusal) {
    self.desk = desk
    let years = try asking { () throws(StoreError) in try desk.store.calendarYears() }
    earlier = desk.calendar
    calendar = WorkCalendar(years: years + [year])
    impact = CalendarImpact(
      year: year, replaced: years.first { $0.year == year.year },
      days: Self.changedDays(of: year.year, earlier, calendar), cases: [])
    let underway = try asking { () throws(StoreError) in try desk.store.casesUnderway() }
    for id in underway { try recompute(id) }
  }

  private static func changedDays(
    of year: Int, _ earlier: WorkCalendar, _ calendar: WorkCalendar
  ) -> [CalendarImpact.ChangedDay] {
    guard var day = LocalDate(year: year, month: 1, day: 1) else { return [] }
    var days: [CalendarImpact.ChangedDay] = []
    while day.year == year {
      let (was, now) = (earlier.status(of: day), calendar.status(of: day))
      if was != now { days.append(.init(date: day, was: was, now: now)) }
      day = day.advanced(by: 1)
    }
    return days
  }

  private func rules(for file: CaseFile) throws(DeskRefusal) -> CaseRules {
    var rules = try desk.rules(for: file)
    rules.calendar = calendar
    return rules
  }

  private mutating func recompute(_ id: CaseID) throws(DeskRefusal) {
    let file = try desk.file(id)
    let rules = try rules(for: file)
    let moved = file.movedDates(under: rules, instead: earlier)
    var after = file
    if !moved.isEmpty {
      after.evolve(event(moved), Stamp(clerk: Founding.founder, at: desk.now))
      if let row = CaseRow(file, sheet: rules.sheet) {
        impact.cases.append(.init(row: row, moved: moved))
      }
    }
    files.append((file, after))
  }

  private func event(_ moved: [MovedDate]) -> CaseEvent {
    .deadlinesRecomputed(
      .init(year: impact.year.year, notice: impact.year.notice, moved: moved))
  }

  func batch(by seat: Seat) throws(DeskRefusal) -> Batch {
    let stamp = Stamp(clerk: seat.clerk.id, counter: seat.counter, at: desk.now)
    let published = ReferenceEvent.calendarPublished(impact.year)
    let version = try asking { () throws(StoreError) in
      try desk.store.lastVersion(of: .hall)
    }
    var batch = Batch(
      stamp: stamp,
      appends: [
        StreamAppend(stream: .hall, expecting: version, events: [.reference(published)])
      ], changes: [.putReference(published)])
    let moved = Dictionary(
      impact.cases.map { ($0.row.id, $0.moved) }, uniquingKeysWith: { first, _ in first })
    for (before, after) in files {
      let rules = try rules(for: before)
      if let dates = moved[before.id] {
        batch.appends.append(
          StreamAppend(
            stream: .file(before.id), expecting: before.version,
            events: [.file(event(dates))]))
        batch.changes += CaseProjection.changes(
          from: before, to: after, under: rules, initials: desk.surroundings.initials)
      }
      // What is watched depends on the calendar, whether or not a date of the case has moved.
      batch.changes.append(.replaceWatches(before.id, after.watches(under: rules)))
    }
    return batch
  }
}

package import WorkCalendar

/// The limits of a case on one line: where they began, what stopped them, today, and their ends.
package struct DeadlineRuler: Hashable, Sendable {
  /// Something that happened to a case.
  package enum Station: Hashable, Sendable {
    case received
    /// The corrections came in, and the days of the notice began anew.
    case supplied
    case accepted
    /// The notice was missed: accepted from the day of receipt (Law 32).
    case deemedAccepted
    case decided(Verdict)
    case declined, withdrawn, terminated, served
    /// A count of a kind began, or of none that is known.
    case began(TimerKind?)
    case settled
  }

  package enum Mark: Hashable, Sendable {
    case start(Station)
    case today
    case reached(Station)
    /// The end of a limit; of a plain count if it is of no kind.
    case due(TimerKind?, isProvisional: Bool, Certainty)
  }

  package struct Point: Hashable, Sendable {
    package var mark: Mark
    package var on: LocalDate
    /// Working days that today, or what was reached, lies past the limit.
    package var daysLate = 0
  }

  /// A time that is not counted.
  package struct Stretch: Hashable, Sendable {
    package var kind: CaseFile.Stop.Kind?
    package var from: LocalDate
    package var to: LocalDate
    /// What the applicant was told; nil if nothing was.
    package var plannedEnd: LocalDate?
    package var isOpen: Bool
  }

  package var points: [Point]
  package var stretches: [Stretch]
  package var calendar: WorkCalendar
}

extension DeadlineRuler {
  /// A plain count, as on the command line.
  package init(
    limit: TimeLimit, from start: LocalDate, beginning station: Station = .began(nil),
    stops: [ClockStop] = [], extendedBy days: Int = 0, today: LocalDate? = nil,
    calendar: WorkCalendar
  ) throws(CalendarRefusal) {
    // Asked of the calendar first, which refuses what cannot be.
    _ = try calendar.dueDate(of: limit, from: start, stops: stops)
    var timer = CaseTimer(.committed, limit, from: start, due: nil, state: .running)
    timer.stops = stops.map {
      CaseFile.Stop(kind: .suspension, reason: "", from: $0.from, to: $0.to, plannedEnd: nil)
    }
    timer.extensionDays = days
    timer.due = timer.recomputed(in: calendar)
    if let open = timer.stops.first(where: { $0.to == nil }) { timer.state = .stopped(open) }
    self.init(
      timers: [timer], start: station, reached: nil, today: today ?? timer.latestKnown,
      calendar: calendar)
    if today == nil { points.removeAll { $0.mark == .today } }
    for index in points.indices {
      if case .due(_, let isProvisional, let certainty) = points[index].mark {
        points[index].mark = .due(nil, isProvisional: isProvisional, certainty)
      }
    }
    for index in stretches.indices { stretches[index].kind = nil }
  }

  /// One limit by itself.
  package init(_ timer: CaseTimer, on today: LocalDate, calendar: WorkCalendar) {
    self.init(
      timers: [timer], start: .began(timer.kind), reached: timer.settledOn == nil ? nil : .settled,
      today: today, calendar: calendar)
  }

  /// Limits that began on the same day; the first is the one that is late or not.
  init(
    timers: [CaseTimer], start: Station, reached: Station?, today: LocalDate,
    calendar: WorkCalendar
  ) {
    self.calendar = calendar
    guard let first = timers.first else {
      (points, stretches) = ([], [])
      return
    }
    points = [Point(mark: .start(start), on: first.start)]
    let settledOn = reached == nil ? nil : first.settledOn
    let now = settledOn ?? today
    let late = first.isLate(on: today) ? -(first.workingDaysLeft(on: today, in: calendar) ?? 0) : 0
    points.append(
      Point(
        mark: reached.map(Mark.reached) ?? .today, on: now,
        daysLate: first.isLate(on: today) ? max(1, late) : 0))
    var ends: Set<LocalDate> = []
    for timer in timers {
      guard let (due, certainty) = timer.foreseen(on: today, in: calendar),
        ends.insert(due.on).inserted
      else { continue }
      points.append(
        Point(
          mark: .due(timer.kind, isProvisional: due.isProvisional, certainty), on: due.on))
    }
    stretches = first.stops.map { stop in
      let end = stop.to ?? settledOn ?? max(stop.plannedEnd ?? now, now, stop.from)
      return Stretch(
        kind: stop.kind, from: stop.from, to: end, plannedEnd: stop.plannedEnd,
        isOpen: stop.to == nil && settledOn == nil)
    }
  }
}

extension CaseTimer {
  /// The last day this limit says anything about, where no day is today.
  fileprivate var latestKnown: LocalDate {
    stops.map { $0.to ?? $0.from }.max() ?? start
  }
}

extension CaseFile {
  /// The line for where the case stands: the counter, the decision, the service, or how it ended.
  package func ruler(
    on today: LocalDate, calendar: WorkCalendar, sheet: ImplementationSheet? = nil
  ) -> DeadlineRuler? {
    let timers = timers(on: today, calendar: calendar, sheet: sheet)
    func pick(_ kinds: TimerKind...) -> [CaseTimer] {
      kinds.compactMap { kind in timers.last { $0.kind == kind } }
    }
    if decision != nil, stage?.isEnded == false {
      let service = pick(.service)
      return DeadlineRuler(
        timers: service, start: decidedStation, reached: nil, today: today, calendar: calendar)
    }
    let toDecision = pick(.committed, .statutory)
    if !toDecision.isEmpty {
      let isDeemed = acceptance == nil
      return DeadlineRuler(
        timers: toDecision, start: isDeemed ? .deemedAccepted : .accepted,
        reached: decision == nil ? endStation : decidedStation, today: today, calendar: calendar)
    }
    return counterRuler(pick(.notice), pick(.correction), today, calendar)
  }

  private var decidedStation: DeadlineRuler.Station { .decided(decision?.verdict ?? .granted) }

  private var endStation: DeadlineRuler.Station? {
    switch stage {
    case .declined: .declined
    case .withdrawn: .withdrawn
    case .terminated: .terminated
    case nil, .received, .awaitingCorrection, .underExamination, .inSpecialProcedure, .suspended,
      .awaitingExaminationCorrection, .referredUpward, .inProduction, .awaitingRelease, .posted,
      .concluded:
      nil
    }
  }

  /// Before acceptance: the five days, or the days the applicant has for the corrections.
  private func counterRuler(
    _ notice: [CaseTimer], _ correction: [CaseTimer], _ today: LocalDate, _ calendar: WorkCalendar
  ) -> DeadlineRuler? {
    guard let first = notice.first else { return nil }
    let start: DeadlineRuler.Station = first.start == receivedOn ? .received : .supplied
    guard correctBy != nil, let asked = correction.first, let due = asked.due else {
      return DeadlineRuler(
        timers: notice, start: start, reached: endStation, today: today, calendar: calendar)
    }
    var ruler = DeadlineRuler(
      timers: [asked], start: start, reached: endStation, today: today, calendar: calendar)
    ruler.points[0].on = first.start
    ruler.stretches = [
      .init(
        kind: .correction, from: asked.start, to: max(due.on, today), plannedEnd: due.on,
        isOpen: asked.settledOn == nil)
    ]
    return ruler
  }
}

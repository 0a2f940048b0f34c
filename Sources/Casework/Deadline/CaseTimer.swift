package import WorkCalendar

/// One of the limits that run together for a case, with the date that stands in its file.
package struct CaseTimer: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case running
    /// Stands still since the stop began, till its planned end if one was told.
    case stopped(CaseFile.Stop)
    case settled(LocalDate)
  }

  package var kind: TimerKind
  /// The step of the route, for the limits of a step and of its parties.
  package var step: Int?
  package var department: DepartmentID?
  package var procedure: SpecialProcedureKind?
  /// Nil where a day was named and not counted, as with the planned end of a procedure.
  package var limit: TimeLimit?
  package var start: LocalDate
  package var stops: [CaseFile.Stop]
  /// Working days granted once by the authority's leader (Law 42).
  package var extensionDays: Int
  /// As it stands in the file; nil for a suspension, which ends when it ends.
  package var due: DueDate?
  package var state: State

  init(
    _ kind: TimerKind, _ limit: TimeLimit?, from start: LocalDate, due: DueDate?, state: State
  ) {
    self.kind = kind
    self.limit = limit
    self.start = start
    self.due = due
    self.state = state
    stops = []
    extensionDays = 0
  }
}

/// How sure a date is while a clock stands still.
package enum Certainty: Hashable, Sendable {
  case fixed
  /// If the stop ends on the day the applicant was told.
  case asPlanned
  /// If the stop ended today.
  case atEarliest
}

extension CaseTimer: Identifiable {
  /// The same limit as the case goes on.
  package struct ID: Hashable, Sendable {
    var kind: TimerKind
    var department: DepartmentID?
    var start: LocalDate
  }

  package var id: ID { ID(kind: kind, department: department, start: start) }
}

extension CaseTimer {
  /// The date counted anew from limit, stops and extension; nil where nothing is counted.
  ///
  /// A stop that still lasts is left out, as in the date that stands in the file.
  package func recomputed(in calendar: WorkCalendar) -> DueDate? {
    isInHours ? nil : clock(stops.filter { $0.to != nil }, calendar)
  }

  /// The date as it will be, with a stop that still lasts ended as planned or at the earliest.
  package func foreseen(
    on today: LocalDate, in calendar: WorkCalendar
  ) -> (due: DueDate, certainty: Certainty)? {
    guard case .stopped(let stop) = state else { return due.map { ($0, .fixed) } }
    let certainty = certainty(of: stop, on: today)
    return clock(ended(stops, on: today), calendar).map { ($0, certainty) }
  }

  func certainty(of stop: CaseFile.Stop, on today: LocalDate) -> Certainty {
    stop.plannedEnd.map { $0 >= today } ?? false ? .asPlanned : .atEarliest
  }

  /// The stops with the one that still lasts ended as planned, or today.
  func ended(_ stops: [CaseFile.Stop], on today: LocalDate) -> [CaseFile.Stop] {
    stops.map { stop in
      var stop = stop
      stop.to = stop.to ?? max(stop.plannedEnd ?? today, today, stop.from)
      return stop
    }
  }

  /// Hours of the hall's opening are no days that one could count.
  var isInHours: Bool { limit?.unit == .openHours && stops.isEmpty && extensionDays == 0 }

  private func clock(_ stops: [CaseFile.Stop], _ calendar: WorkCalendar) -> DueDate? {
    limit.flatMap {
      Deadline(from: start, stops: stops, extensionDays: extensionDays, calendar: calendar).due($0)
    }
  }

  package var settledOn: LocalDate? {
    if case .settled(let day) = state { return day }
    return nil
  }

  package var isStopped: Bool {
    if case .stopped = state { return true }
    return false
  }

  /// Whether its day has passed, or had passed when it was settled.
  package func isLate(on today: LocalDate) -> Bool {
    guard let due, !isStopped else { return false }
    return (settledOn ?? today) > due.on
  }

  /// Working days to its day, 0 on the day itself, negative after it; nil when nothing is due.
  package func workingDaysLeft(on today: LocalDate, in calendar: WorkCalendar) -> Int? {
    due.map { calendar.workingDays(after: settledOn ?? today, through: $0.on) }
  }
}

extension WorkCalendar {
  /// The n-th working day after a day, which itself is not counted; the day itself for none.
  package func workingDay(_ n: Int, after start: LocalDate) -> DueDate {
    dueDate(reaching: n, .working, from: start)
  }

  /// The day a limit ends; a negative amount ends at once.
  package func dueDate(of limit: TimeLimit, from start: LocalDate) -> DueDate {
    let measure = Measure(limit, from: start)
    return dueDate(reaching: measure.amount, measure.kind, from: start)
  }

  /// The day a limit ends when the clock stood still at times; nil while it still stands.
  package func dueDate(
    of limit: TimeLimit, from start: LocalDate, stops: [ClockStop]
  ) throws(CalendarRefusal) -> DueDate? {
    guard limit.amount >= 0 else { throw .negativeAmount(limit.amount) }
    let measure = Measure(limit, from: start)
    var remaining = measure.amount
    var counted = start
    for stop in try ordered(stops, from: start) {
      let used = days(measure.kind, after: counted, through: stop.from)
      if used >= remaining { break }
      guard let end = stop.to else { return nil }
      (remaining, counted) = (remaining - used, end)
    }
    let due = dueDate(reaching: remaining, measure.kind, from: counted)
    return DueDate(on: due.on, isProvisional: isProvisional(after: start, through: due.on))
  }

  /// The same for a plain number of working days.
  package func dueDate(
    workingDays amount: Int, from start: LocalDate, stops: [ClockStop]
  ) throws(CalendarRefusal) -> DueDate? {
    try dueDate(of: .workingDays(amount), from: start, stops: stops)
  }

  /// Stops in the order of time, each checked against the one before.
  func ordered(_ stops: [ClockStop], from start: LocalDate) throws(CalendarRefusal) -> [ClockStop] {
    let sorted = stops.sorted {
      ($0.from, $0.to ?? .distantFuture) < ($1.from, $1.to ?? .distantFuture)
    }
    var previous: ClockStop?
    for stop in sorted {
      if stop.from < start { throw .stopBeforeStart(stop) }
      if let end = stop.to, end < stop.from { throw .stopEndsBeforeItBegins(stop) }
      if let previous, stop.from < previous.to ?? .distantFuture {
        throw .stopsOverlap(previous, stop)
      }
      previous = stop
    }
    return sorted
  }

  private func dueDate(reaching amount: Int, _ kind: Measure.Kind, from start: LocalDate) -> DueDate
  {
    let due =
      switch kind {
      case .working: workingDate(amount, after: start)
      case .calendar: workingDay(onOrAfter: start.advanced(by: max(0, amount)))
      case .none: start
      }
    return DueDate(on: due, isProvisional: isProvisional(after: start, through: due))
  }

  private func workingDate(_ amount: Int, after start: LocalDate) -> LocalDate {
    var day = start
    var remaining = amount
    while remaining > 0, day < .distantFuture {
      day = day.advanced(by: 1)
      if isWorkingDay(day) { remaining -= 1 }
    }
    return day
  }

  private func days(_ kind: Measure.Kind, after a: LocalDate, through b: LocalDate) -> Int {
    switch kind {
    case .working: workingDays(after: a, through: b)
    case .calendar: a.days(until: b)
    case .none: 0
    }
  }
}

/// A limit turned into a number of days of one kind.
struct Measure {
  enum Kind { case working, calendar, none }

  /// A working day of a hall, for limits in hours where the hall's own hours are not at hand.
  static let hoursOfWorkingDay = 8

  let amount: Int
  let kind: Kind

  init(_ limit: TimeLimit, from start: LocalDate) {
    let amount = max(0, limit.amount)
    switch limit.unit {
    case .workingDays, .unspecified: (self.amount, kind) = (amount, .working)
    case .halfDays: (self.amount, kind) = (Self.quotient(amount, 2), .working)
    case .openHours: (self.amount, kind) = (Self.quotient(amount, Self.hoursOfWorkingDay), .working)
    case .calendarDays: (self.amount, kind) = (amount, .calendar)
    case .months: (self.amount, kind) = (start.days(until: start.addingMonths(amount)), .calendar)
    case .onTheSpot: (self.amount, kind) = (0, .none)
    }
  }

  private static func quotient(_ amount: Int, _ divisor: Int) -> Int {
    amount / divisor + (amount % divisor == 0 ? 0 : 1)
  }
}

/// One line of the explanation of a due date.
package struct CountedDay: Hashable, Sendable {
  package var date: LocalDate
  /// Which day of the limit it is; nil if the day is not counted.
  package var ordinal: Int?
  package var reason: CountReason

  package init(date: LocalDate, ordinal: Int?, reason: CountReason) {
    self.date = date
    self.ordinal = ordinal
    self.reason = reason
  }
}

/// Why a day counts or does not.
package enum CountReason: Hashable, Sendable {
  /// The day of the event itself is not counted (Civil Code 201).
  case startDay
  /// A day in a limit of working days; it counts if it is worked.
  case day(DayStatus)
  /// A day in a limit of calendar days or months; it counts whatever it is.
  case calendarDay(DayStatus)
  /// The limit is used up, but its last day was not worked (Civil Code 203).
  case movedOn(DayStatus)
  case clockStopped
  /// The day the clock starts again.
  case clockResumed
}

extension WorkCalendar {
  /// Every day from the start to the due date, or to the stop that still lasts.
  package func count(
    limit: TimeLimit, from start: LocalDate, stops: [ClockStop] = []
  ) throws(CalendarRefusal) -> [CountedDay] {
    guard limit.amount >= 0 else { throw .negativeAmount(limit.amount) }
    var ruler = Ruler(calendar: self, measure: Measure(limit, from: start), start: start)
    for stop in try ordered(stops, from: start) {
      while ruler.day < stop.from, !ruler.isFull { ruler.countNextDay() }
      if ruler.isFull { break }
      guard let end = stop.to else { return ruler.days }
      ruler.skip(through: end)
    }
    while !ruler.isFull { ruler.countNextDay() }
    while !ruler.isSettled { ruler.moveOn() }
    return ruler.days
  }
}

/// Counts day by day, as one would with a finger on the wall calendar.
private struct Ruler {
  let calendar: WorkCalendar
  let measure: Measure
  var days: [CountedDay]
  var day: LocalDate
  var counted = 0

  init(calendar: WorkCalendar, measure: Measure, start: LocalDate) {
    self.calendar = calendar
    self.measure = measure
    day = start
    days = [CountedDay(date: start, ordinal: nil, reason: .startDay)]
  }

  var isFull: Bool { counted >= measure.amount || day == .distantFuture }

  var isSettled: Bool {
    measure.kind != .calendar || calendar.isWorkingDay(day) || day == .distantFuture
  }

  mutating func countNextDay() {
    day = day.advanced(by: 1)
    let status = calendar.status(of: day)
    let counts = measure.kind == .calendar || status.isWorking
    if counts { counted += 1 }
    let reason: CountReason = measure.kind == .calendar ? .calendarDay(status) : .day(status)
    days.append(CountedDay(date: day, ordinal: counts ? counted : nil, reason: reason))
  }

  mutating func moveOn() {
    day = day.advanced(by: 1)
    let status = calendar.status(of: day)
    days.append(CountedDay(date: day, ordinal: nil, reason: .movedOn(status)))
  }

  mutating func skip(through end: LocalDate) {
    while day < end {
      day = day.advanced(by: 1)
      let reason: CountReason = day == end ? .clockResumed : .clockStopped
      days.append(CountedDay(date: day, ordinal: nil, reason: reason))
    }
  }
}

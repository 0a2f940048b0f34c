import WorkCalendar

/// What is measured at a case, for the thresholds of a rule to be held against.
struct Measurement {
  let calendar: WorkCalendar
  /// The day it began; no card shows before.
  var start: LocalDate
  var due: DueDate?
  /// What the law itself allows; the gravest level counts from it.
  var statutoryDue: DueDate?
  /// Working days of the limit.
  var length = 0
  /// The days on which it happened, for rules that count.
  var times: [LocalDate] = []
  /// From when to when, for rules that measure minutes.
  var span: (from: Moment, to: Moment)?
  var hours: OpeningHours?
  /// The day it was recorded, where it is over and nothing runs any more.
  var recordedOn: LocalDate?

  init(_ calendar: WorkCalendar, from start: LocalDate, due: DueDate? = nil) {
    self.calendar = calendar
    self.start = start
    self.due = due
  }

  /// The first day of a level; nil if it never shows.
  func day(_ level: SupervisionLevel, _ threshold: Threshold) -> LocalDate? {
    let amount = max(0, threshold.amount ?? 0)
    switch threshold.when {
    case .always: return recordedOn ?? start
    case .count: return times.indices.contains(amount - 1) ? times[amount - 1] : nil
    case .openMinutes: return isMoreThan(openMinutes: amount) ? recordedOn ?? start : nil
    case .withinMinutes: return isLessThan(minutes: amount) ? recordedOn ?? start : nil
    case .workingDaysSince:
      let last = calendar.workingDay(amount, after: start).on
      guard let recordedOn else { return last.advanced(by: 1) }
      return recordedOn > last ? recordedOn : nil
    case .calendarDaysSince: return start.advanced(by: amount)
    case .workingDaysLeft: return dueDate(level).map { day(left: amount, before: $0) }
    case .percentLeft:
      return dueDate(level).map { day(left: max(1, part(amount)), before: $0) }
    case .percentUsed:
      return dueDate(level).map { day(left: length - part(min(amount, 100)), before: $0) }
    case .workingDaysOver: return dueDate(level).map { day(over: amount, after: $0) }
    case .percentOver: return dueDate(level).map { day(over: part(amount), after: $0) }
    }
  }

  private func dueDate(_ level: SupervisionLevel) -> LocalDate? {
    level == .grave ? statutoryDue?.on : due?.on
  }

  /// So much of the limit, in whole working days.
  private func part(_ percent: Int) -> Int {
    let (product, overflow) = length.multipliedReportingOverflow(by: percent)
    return overflow ? length : (product + 99) / 100
  }

  private func day(over amount: Int, after due: LocalDate) -> LocalDate {
    amount == 0 ? due.advanced(by: 1) : calendar.workingDay(amount, after: due).on
  }

  /// The first day, not before the start, with no more than so many working days left.
  private func day(left amount: Int, before due: LocalDate) -> LocalDate {
    var day = due
    var left = 0
    while day > start {
      if calendar.isWorkingDay(day) { left += 1 }
      if left > amount { break }
      day = day.advanced(by: -1)
    }
    return max(day, start)
  }

  private func isMoreThan(openMinutes amount: Int) -> Bool {
    guard let span else { return false }
    let end =
      hours?.moment(afterOpenMinutes: amount, from: span.from, in: calendar)
      ?? span.from.adding(seconds: Int64(amount) * 60)
    return span.to > end
  }

  private func isLessThan(minutes amount: Int) -> Bool {
    guard let span else { return false }
    return span.to < span.from.adding(seconds: Int64(amount) * 60)
  }
}

package import WorkCalendar

/// A limit of a case counted from its acceptance, around the times that do not count.
package struct Deadline: Hashable, Sendable {
  package var from: LocalDate
  package var stops: [CaseFile.Stop]
  /// Working days granted once by the authority's leader (Law 42).
  package var extensionDays: Int
  package var calendar: WorkCalendar
  /// For limits in hours of the hall's opening, which run from a moment.
  package var hours: OpeningHours?
  package var startedAt: Moment?

  package init(
    from: LocalDate, stops: [CaseFile.Stop], extensionDays: Int = 0, calendar: WorkCalendar,
    hours: OpeningHours? = nil, startedAt: Moment? = nil
  ) {
    self.from = from
    self.stops = stops
    self.extensionDays = extensionDays
    self.calendar = calendar
    self.hours = hours
    self.startedAt = startedAt
  }

  /// The last day of the limit; nil if the law names none or the clock stands still for good.
  package func due(_ limit: TimeLimit) -> DueDate? {
    guard limit.unit != .unspecified else { return nil }
    if limit.unit == .openHours, stops.isEmpty, extensionDays == 0, let moment = moment(limit) {
      let isProvisional = calendar.dueDate(of: limit, from: from).isProvisional
      return DueDate(on: moment.date, isProvisional: isProvisional)
    }
    let clockStops = stops.map { ClockStop(from: $0.from, to: $0.to) }
    var whole = limit
    if limit.unit == .workingDays { whole.amount += extensionDays }
    guard let base = try? calendar.dueDate(of: whole, from: from, stops: clockStops) else {
      return nil
    }
    guard limit.unit != .workingDays, extensionDays > 0 else { return base }
    // An extension is in working days, whatever the limit was counted in.
    let later = clockStops.filter { $0.from >= base.on }
    guard
      let extended = try? calendar.dueDate(
        workingDays: extensionDays, from: base.on, stops: later)
    else { return nil }
    return DueDate(
      on: extended.on, isProvisional: base.isProvisional || extended.isProvisional)
  }
}

extension Deadline {
  /// For materials that may come later: a working day before the promised date, and no later than
  /// ten working days after acceptance.
  static func deferredMaterials(
    from day: LocalDate, before committed: DueDate, in calendar: WorkCalendar
  ) -> DueDate {
    let longest = calendar.workingDay(StatutoryLimits.deferredMaterials, after: day)
    var last = committed.on.advanced(by: -1)
    while !calendar.isWorkingDay(last), last > day { last = last.advanced(by: -1) }
    return min(longest, DueDate(on: max(last, day), isProvisional: committed.isProvisional))
  }

  /// When a limit in opening hours runs out; nil without the hours or the moment it started.
  private func moment(_ limit: TimeLimit) -> Moment? {
    guard let hours, let startedAt, startedAt.date == from else { return nil }
    return hours.moment(afterOpenMinutes: limit.amount * 60, from: startedAt, in: calendar)
  }

  /// Working days from the start to a day: without the time that does not count, and with it.
  package func days(through day: LocalDate) -> (net: Int, gross: Int) {
    let gross = max(0, calendar.workingDays(after: from, through: day))
    let stopped = stops.reduce(0) { sum, stop in
      let end = min(stop.to ?? day, day)
      let start = max(stop.from, from)
      return start < end ? sum + calendar.workingDays(after: start, through: end) : sum
    }
    return (max(0, gross - stopped), gross)
  }
}

/// The limits that the law sets for every hall.
package enum StatutoryLimits {
  /// To say on the spot or within five days what is missing (Law 32).
  package static let notice = TimeLimit.workingDays(5)
  /// To serve a decision (Law 44).
  package static let service = TimeLimit.workingDays(10)
  /// The longest extension, and the longest for joint handling (Law 42).
  package static let longestExtension = 10
  package static let longestJointExtension = 15
  /// The longest time for deferred materials, by custom of the halls.
  package static let deferredMaterials = 10
  /// To check a commitment after the decision, where the sheet names no limit of its own.
  package static let commitmentCheck = 20
  /// Between the notice of a hearing and the hearing (Law 48).
  package static let hearingNotice = 7
  // By custom of the halls, in working days.
  package static let payment = 10
  package static let ratingCallBack = 1
  package static let ratingRectification = 5
  package static let followUpReply = 3
}

package import WorkCalendar

/// A limit of a case counted from its acceptance, around the times that do not count.
package struct Deadline: Hashable, Sendable {
  package var from: LocalDate
  package var stops: [CaseFile.Stop]
  /// Working days granted once by the authority's leader (Law 42).
  package var extensionDays: Int
  package var calendar: WorkCalendar

  package init(
    from: LocalDate, stops: [CaseFile.Stop], extensionDays: Int = 0, calendar: WorkCalendar
  ) {
    self.from = from
    self.stops = stops
    self.extensionDays = extensionDays
    self.calendar = calendar
  }

  /// The last day of the limit; nil if the law names none or the clock stands still for good.
  package func due(_ limit: TimeLimit) -> DueDate? {
    guard limit.unit != .unspecified else { return nil }
    let clockStops = stops.map { ClockStop(from: $0.from, to: $0.to) }
    var whole = limit
    if limit.unit == .workingDays { whole.amount += extensionDays }
    guard let base = try? calendar.dueDate(of: whole, from: from, stops: clockStops) else {
      return nil
    }
    guard limit.unit != .workingDays, extensionDays > 0 else { return base }
    let extended = calendar.workingDay(extensionDays, after: base.on)
    return DueDate(
      on: extended.on, isProvisional: base.isProvisional || extended.isProvisional)
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
}

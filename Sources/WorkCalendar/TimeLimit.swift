/// A length of time a law, a promise or a notice gives.
package struct TimeLimit: Hashable, Sendable, Codable {
  package enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
    case workingDays, calendarDays, halfDays, openHours, months, onTheSpot
    /// No unit is named: the law then means working days (Administrative Licensing Law 82).
    case unspecified
  }

  package var amount: Int
  package var unit: Unit

  package init(amount: Int, unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// False where nobody has set a limit; such a limit has no end to ask for.
  package var isSpecified: Bool { unit != .unspecified || amount > 0 }

  package static let onTheSpot = TimeLimit(amount: 0, unit: .onTheSpot)
  package static func workingDays(_ amount: Int) -> TimeLimit {
    TimeLimit(amount: amount, unit: .workingDays)
  }
}

/// The last day on which something may still be done.
package struct DueDate: Hashable, Comparable, Sendable, Codable {
  package var on: LocalDate
  /// The count passed through a year whose holidays are not published: it may still move.
  package var isProvisional: Bool

  package init(on: LocalDate, isProvisional: Bool) {
    self.on = on
    self.isProvisional = isProvisional
  }

  /// Earlier first; on the same day the certain one.
  package static func < (left: DueDate, right: DueDate) -> Bool {
    left.on != right.on ? left.on < right.on : !left.isProvisional && right.isProvisional
  }
}

/// A time that is not counted, such as an expert review (Administrative Licensing Law 45).
package struct ClockStop: Hashable, Sendable, Codable {
  /// The last day that still counts.
  package var from: LocalDate
  /// The day the clock starts again, itself not counted; nil while it stands still.
  package var to: LocalDate?

  package init(from: LocalDate, to: LocalDate?) {
    self.from = from
    self.to = to
  }
}

/// Why a count cannot be made.
package enum CalendarRefusal: Error, Hashable, Sendable {
  case stopEndsBeforeItBegins(ClockStop)
  case stopsOverlap(ClockStop, ClockStop)
  case stopBeforeStart(ClockStop)
  case negativeAmount(Int)
}

package import WorkCalendar

/// What supervision watches at one case: from which day on a card of which level shows.
///
/// A card is a watch whose day has come. It is worked out from the case, the rules and the calendar
/// whenever one of them changes, and is never a record of its own.
package struct Watch: Hashable, Sendable, Codable {
  package var card: CardKey
  /// Who answers for it: a department, or nobody for the counters of the hall.
  package var department: DepartmentID?
  /// The day that is watched, if the rule watches a day.
  package var due: DueDate?
  package var warningFrom: LocalDate?
  package var yellowFrom: LocalDate?
  package var redFrom: LocalDate?
  package var graveFrom: LocalDate?

  package init(
    card: CardKey, department: DepartmentID?, due: DueDate? = nil, warningFrom: LocalDate? = nil,
    yellowFrom: LocalDate? = nil, redFrom: LocalDate? = nil, graveFrom: LocalDate? = nil
  ) {
    self.card = card
    self.department = department
    self.due = due
    self.warningFrom = warningFrom
    self.yellowFrom = yellowFrom
    self.redFrom = redFrom
    self.graveFrom = graveFrom
  }

  /// The level that shows on a day; nil while nothing does.
  package func level(on day: LocalDate) -> SupervisionLevel? {
    SupervisionLevel.shown { from($0).map { $0 <= day } ?? false }
  }

  /// The first day of a level.
  package func from(_ level: SupervisionLevel) -> LocalDate? {
    switch level {
    case .warning: warningFrom
    case .yellow: yellowFrom
    case .red: redFrom
    case .grave: graveFrom
    }
  }

  /// The first day on which anything shows.
  package var from: LocalDate? {
    var first = warningFrom
    if let day = yellowFrom { first = min(day, first ?? day) }
    if let day = redFrom { first = min(day, first ?? day) }
    if let day = graveFrom { first = min(day, first ?? day) }
    return first
  }
}

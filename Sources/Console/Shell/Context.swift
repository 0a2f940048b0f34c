package import Casework
package import Deskwork
package import WorkCalendar

/// What every pane may know besides its own state; a value, so that a frame can be drawn in a test.
package struct Context: Hashable, Sendable {
  package var language: Language
  package var seat: Seat
  package var now: Moment
  package var isDemo: Bool
  package var hall: Hall
  package var calendar: WorkCalendar
  package var departments: [DepartmentID: Department]
  package var counters: [CounterID: Counter]
  package var clerks: [ClerkID: Clerk]
  package var counts: [CountKey: Int]
  /// What supervision watches; nil where none is published.
  package var rulebook: Rulebook?
  /// Set while the next act is to be recorded as one that happened earlier.
  package var late: LateEntry?

  package var today: LocalDate { now.date }
  package var occasion: Occasion {
    Occasion(clerk: seat.clerk, counter: seat.counter, at: now, late: late)
  }

  /// One of two wordings.
  package func say(_ zh: String, _ en: String) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  package func say(_ words: Words) -> String { words[language] }

  /// The department as lists name it.
  package func name(_ id: DepartmentID?) -> String {
    guard let id else { return "" }
    return departments[id]?.shortName[language] ?? id.rawValue
  }

  package func name(_ id: ClerkID?) -> String {
    guard let id else { return "" }
    return clerks[id]?.name[language] ?? id.rawValue
  }

  package func name(_ id: CounterID?) -> String {
    guard let id else { return "" }
    return counters[id]?.name[language] ?? id.rawValue
  }

  /// The names a sentence may need; of materials and fields only with the sheet at hand.
  package func names(
    _ sheet: ImplementationSheet? = nil, route: [RouteStep] = []
  ) -> SpokenNames {
    SpokenNames(
      clerks: clerks.mapValues(\.name), departments: departments.mapValues(\.shortName),
      sheet: sheet, route: route.isEmpty ? sheet?.route ?? [] : route)
  }

  func rules(under sheet: ImplementationSheet) -> CaseRules {
    var rules = CaseRules(
      sheet: sheet, calendar: calendar, openingHours: hall.openingHours, rulebook: rulebook)
    rules.lapses = lapses
    return rules
  }

  var lapses: LapseTimes { hall.lapses ?? .standard }

  /// Whether whoever has claimed a task has left it alone for so long that a colleague may take it.
  func hasLapsed(_ task: TaskRow) -> Bool {
    guard let active = task.activeAt else { return false }
    let lapse = hall.openingHours.moment(
      afterOpenMinutes: lapses.claim, from: active, in: calendar)
    return lapse.map { now.epochSeconds >= $0.epochSeconds } ?? false
  }

  func hasLapsed(_ row: TicketRow) -> Bool {
    row.ticket.lapse(under: lapses).map { now.epochSeconds >= $0.epochSeconds } ?? false
  }

  /// Why the clerk who sits here could not do it now; nil if it would be carried out.
  package func refusal(
    of command: CaseCommand, on file: CaseFile, under sheet: ImplementationSheet
  ) -> Refusal? {
    file.refusal(of: command, occasion, under: rules(under: sheet))
  }
}

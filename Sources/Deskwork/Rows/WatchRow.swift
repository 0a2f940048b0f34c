package import Casework
import WorkCalendar

/// A watch of supervision with the case it belongs to; on a day its card shows or not yet.
package struct WatchRow: Hashable, Sendable {
  package var watch: Watch
  package var row: CaseRow

  package init(watch: Watch, row: CaseRow) {
    self.watch = watch
    self.row = row
  }

  package var id: WatchID { WatchID(id: row.id, card: watch.card) }
}

package struct WatchID: Hashable, Sendable {
  package var id: CaseID
  package var card: CardKey

  package init(id: CaseID, card: CardKey) {
    self.id = id
    self.card = card
  }
}

extension Watch {
  /// Those that are or will be red first, by their day; then what can only become yellow or remind.
  package var urgency: Int {
    if let red = redFrom ?? graveFrom { return red.dayNumber }
    if let yellow = yellowFrom { return yellow.dayNumber + Self.yellowUrgency }
    return (warningFrom?.dayNumber ?? 0) + 2 * Self.yellowUrgency
  }

  private static var yellowUrgency: Int { 10_000_000 }
}

/// Which cards are asked for.
package struct WatchFilter: Hashable, Sendable {
  /// Only what a department answers for.
  package var department: DepartmentID?
  package var rule: SupervisionRuleCode?
  /// Only cards at least this serious.
  package var level: SupervisionLevel
  /// Only on cases within it.
  package var reach: Reach

  package init(
    department: DepartmentID? = nil, rule: SupervisionRuleCode? = nil,
    level: SupervisionLevel = .warning, reach: Reach = .hall
  ) {
    self.department = department
    self.rule = rule
    self.level = level
    self.reach = reach
  }
}

/// How many cards of one kind show on a day.
package struct WatchCount: Hashable, Sendable {
  package var rule: SupervisionRuleCode
  package var department: DepartmentID?
  package var level: SupervisionLevel
  package var count: Int

  package init(
    rule: SupervisionRuleCode, department: DepartmentID?, level: SupervisionLevel, count: Int
  ) {
    self.rule = rule
    self.department = department
    self.level = level
    self.count = count
  }
}

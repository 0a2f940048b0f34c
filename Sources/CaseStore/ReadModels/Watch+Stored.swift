import Casework
import Deskwork
import SQLite
import WorkCalendar

extension WatchRow {
  /// Behind the columns of its case.
  static let columns = """
    watch.card, watch.department, watch.due_on, watch.due_is_provisional, watch.warning_from,
    watch.yellow_from, watch.red_from, watch.grave_from
    """

  init(_ row: borrowing Row) throws(SQLiteError) {
    self.init(watch: try Watch(row, from: CaseRow.columnCount), row: try CaseRow(row))
  }
}

extension Watch {
  init(_ row: borrowing Row, from first: Int = 0) throws(SQLiteError) {
    let text = try row.text(first)
    guard let card = CardKey(text) else {
      throw SQLiteError(kind: .corrupt, message: "unknown card \(text)")
    }
    self.init(
      card: card, department: try row.nameIfAny(first + 1), due: try row.dueIfAny(first + 2),
      warningFrom: try row.dateIfAny(first + 4), yellowFrom: try row.dateIfAny(first + 5),
      redFrom: try row.dateIfAny(first + 6), graveFrom: try row.dateIfAny(first + 7))
  }
}

extension Watch {
  func values(of id: CaseID) -> [SQLiteValue] {
    [
      SQLiteValue(urgency), SQLiteValue(id), .text(card.text), SQLiteValue(card.rule),
      SQLiteValue(department), due.day, due.provision, SQLiteValue(warningFrom),
      SQLiteValue(yellowFrom), SQLiteValue(redFrom), SQLiteValue(graveFrom), SQLiteValue(from),
    ]
  }
}

/// A day from which on there is one card more of a kind at a level or a graver one.
struct CardStep: Sendable {
  let rule: SupervisionRuleCode
  let department: DepartmentID?
  let level: SupervisionLevel
  let day: LocalDate
  /// The rule by the letters of its code, as they are put in order.
  private let order: UInt64

  private static let gravestFirst = Array(SupervisionLevel.allCases.reversed())

  /// What a watch adds one to.
  static func forEachStep(of watch: Watch, _ body: (CardStep) -> Void) {
    let rule = watch.card.rule
    let order = rule.rawValue.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    var first: LocalDate?
    for level in gravestFirst {
      if let day = watch.from(level) { first = min(day, first ?? day) }
      guard let first else { continue }
      body(
        CardStep(
          rule: rule, department: watch.department, level: level, day: first, order: order))
    }
  }

  /// The columns its row is known by, and its value.
  func values(with value: Int) -> [SQLiteValue] {
    [
      SQLiteValue(rule), .text(department?.rawValue ?? ""), SQLiteValue(level.rawValue),
      SQLiteValue(day), SQLiteValue(value),
    ]
  }
}

extension CardStep: Hashable {
  static func == (one: Self, other: Self) -> Bool {
    one.day == other.day && one.order == other.order && one.level == other.level
      && one.department == other.department
  }

  /// Departments are few, and left to be compared.
  func hash(into hasher: inout Hasher) {
    hasher.combine(Int(order) << 36 ^ level.rawValue << 32 ^ day.dayNumber)
  }
}

extension CardStep: Comparable {
  /// As their rows lie.
  static func < (one: Self, other: Self) -> Bool {
    if one.order != other.order { return one.order < other.order }
    if one.department != other.department {
      return (one.department?.rawValue ?? "") < (other.department?.rawValue ?? "")
    }
    if one.level != other.level { return one.level < other.level }
    return one.day < other.day
  }
}

extension CaseReaches {
  /// The values of a row for each.
  var rows: [[SQLiteValue]] {
    reaches.map {
      [
        SQLiteValue(id), .text($0.text), SQLiteValue(urgency), SQLiteValue(stage),
        SQLiteValue(item),
      ]
    }
  }
}

extension ReadModelWriter {
  func replace(_ id: CaseID, _ watches: [Watch]) throws(SQLiteError) {
    let earlier = ListQuery.watches(of: id)
    let old = try connection.query(earlier.sql, earlier.values) { row throws(SQLiteError) in
      try Watch(row)
    }
    let gone = old.filter { !watches.contains($0) }
    let come = watches.filter { !old.contains($0) }
    for watch in come { CardStep.forEachStep(of: watch) { sums.add(1, to: $0) } }
    for watch in gone { CardStep.forEachStep(of: watch) { sums.add(-1, to: $0) } }
    for watch in gone where !come.contains(where: { $0.card == watch.card }) {
      try connection.run(
        "DELETE FROM watch WHERE case_id = ? AND card = ?",
        [SQLiteValue(id), .text(watch.card.text)])
    }
    for watch in come {
      try connection.run(
        """
        INSERT OR REPLACE INTO watch(
          urgency, case_id, card, rule, department, due_on, due_is_provisional, warning_from,
          yellow_from, red_from, grave_from, shows_from)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, watch.values(of: id))
    }
  }

  func replace(_ it: CaseReaches) throws(SQLiteError) {
    try connection.run("DELETE FROM case_reach WHERE case_id = ?", [SQLiteValue(it.id)])
    for values in it.rows {
      try connection.run(
        "INSERT INTO case_reach(case_id, reach, urgency, stage, item) VALUES (?, ?, ?, ?, ?)",
        values)
    }
  }

  /// Two looks of one person within a second are one.
  func put(_ look: Look) throws(SQLiteError) {
    try connection.run(
      "INSERT OR IGNORE INTO look(case_id, at_second, clerk, counter, at) VALUES (?, ?, ?, ?, ?)",
      [
        SQLiteValue(look.id), SQLiteValue(look.at.epochSeconds), SQLiteValue(look.clerk),
        SQLiteValue(look.counter), SQLiteValue(look.at),
      ])
  }
}

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
    let first = CaseRow.columnCount
    let text = try row.text(first)
    guard let card = CardKey(text) else {
      throw SQLiteError(kind: .corrupt, message: "unknown card \(text)")
    }
    self.init(
      watch: Watch(
        card: card, department: try row.nameIfAny(first + 1), due: try row.dueIfAny(first + 2),
        warningFrom: try row.dateIfAny(first + 4), yellowFrom: try row.dateIfAny(first + 5),
        redFrom: try row.dateIfAny(first + 6), graveFrom: try row.dateIfAny(first + 7)),
      row: try CaseRow(row))
  }
}

extension ReadModelWriter {
  func replace(_ id: CaseID, _ watches: [Watch]) throws(SQLiteError) {
    try connection.run("DELETE FROM watch WHERE case_id = ?", [SQLiteValue(id)])
    for watch in watches {
      try connection.run(
        """
        INSERT INTO watch(
          urgency, case_id, card, rule, department, due_on, due_is_provisional, warning_from,
          yellow_from, red_from, grave_from)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          SQLiteValue(watch.urgency), SQLiteValue(id), .text(watch.card.text),
          SQLiteValue(watch.card.rule), SQLiteValue(watch.department),
        ] + watch.due.values + [
          SQLiteValue(watch.warningFrom), SQLiteValue(watch.yellowFrom),
          SQLiteValue(watch.redFrom), SQLiteValue(watch.graveFrom),
        ])
    }
  }

  func replace(_ it: CaseReaches) throws(SQLiteError) {
    try connection.run("DELETE FROM case_reach WHERE case_id = ?", [SQLiteValue(it.id)])
    for reach in it.reaches {
      try connection.run(
        "INSERT INTO case_reach(case_id, reach, urgency, stage) VALUES (?, ?, ?, ?)",
        [
          SQLiteValue(it.id), .text(reach.text), SQLiteValue(it.urgency), SQLiteValue(it.stage),
        ])
    }
  }

  func tally(_ key: TallyKey, by difference: Int) throws(SQLiteError) {
    if let township = key.township { return try tally(key, of: township, by: difference) }
    try connection.run(
      """
      INSERT INTO tally(month, department, item, measure, value) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (month, department, item, measure) DO UPDATE SET value = value + excluded.value
      """,
      [
        .text(key.month.description), SQLiteValue(key.department), SQLiteValue(key.item),
        SQLiteValue(key.measure), SQLiteValue(difference),
      ])
  }

  private func tally(
    _ key: TallyKey, of township: String, by difference: Int
  ) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO township_tally(township, month, department, item, measure, value)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (township, month, department, item, measure)
      DO UPDATE SET value = value + excluded.value
      """,
      [
        .text(township), .text(key.month.description), SQLiteValue(key.department),
        SQLiteValue(key.item), SQLiteValue(key.measure), SQLiteValue(difference),
      ])
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

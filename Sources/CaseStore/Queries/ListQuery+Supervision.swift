package import Casework
package import Deskwork
import SQLite
package import WorkCalendar

extension ListQuery {
  /// The cards that show on a day: those of the filter whose first day has come.
  package static func watches(
    _ filter: WatchFilter, on day: LocalDate, after cursor: Cursor?, limit: Int
  ) -> ListQuery {
    let place = cursor.map { $0.id.split(separator: " ", maxSplits: 1).map(String.init) } ?? []
    let conditions =
      filter.conditions(on: day) + [
        (
          "(watch.urgency, watch.case_id, watch.card) > (?, ?, ?)",
          [
            SQLiteValue(cursor?.urgency ?? Int.min), .text(place.first ?? ""),
            .text(place.count == 2 ? place[1] : ""),
          ]
        )
      ]
    // A department's and a rule's cards are found by their day, and then put in order: those that
    // show are few beside those of which the day has not come.
    return ListQuery(
      """
      SELECT \(CaseRow.columns), \(WatchRow.columns)
      FROM (
          SELECT urgency, case_id, card FROM watch INDEXED BY \(filter.index)
          WHERE \(conditions.map(\.0).joined(separator: " AND "))
          ORDER BY urgency, case_id, card LIMIT ?
        ) AS shown
        CROSS JOIN watch ON watch.case_id = shown.case_id AND watch.card = shown.card
        CROSS JOIN case_row ON case_row.id = shown.case_id
      ORDER BY shown.urgency, shown.case_id, shown.card
      """, conditions.flatMap(\.1) + [SQLiteValue(limit)])
  }

  package static func watches(of id: CaseID) -> ListQuery {
    ListQuery(
      "SELECT \(WatchRow.columns) FROM watch WHERE case_id = ? ORDER BY card", [SQLiteValue(id)])
  }

  /// How many cards show on a day in the hall at each level or a graver one, by the sums kept with
  /// each act.
  package static func watchCounts(on day: LocalDate) -> ListQuery {
    ListQuery(
      """
      SELECT rule, department, level, SUM(value) AS cards FROM watch_sum WHERE day <= ?
      GROUP BY rule, department, level HAVING cards > 0 ORDER BY rule, department, level
      """, [SQLiteValue(day)])
  }

  /// What is counted of the cards of a case, if it is within a reach.
  package static func cards(of id: CaseID, within reach: Reach) -> ListQuery {
    ListQuery(
      "SELECT \(counted) FROM watch WHERE case_id = ? AND \(within("watch.case_id"))",
      [SQLiteValue(id), .text(reach.text)])
  }

  /// The same of every card within a reach that shows on a day. What a department answers for is
  /// within its reach, and found without a look at the others.
  package static func allCards(within reach: Reach, on day: LocalDate) -> ListQuery {
    let others = shownCards(within: reach, on: day)
    guard case .department(let id) = reach else { return others }
    return ListQuery(
      """
      SELECT \(counted) FROM watch INDEXED BY watch_by_department
      WHERE watch.department = ? AND watch.shows_from <= ?
      UNION ALL
      \(others.sql) AND watch.department IS NOT ?
      """, [SQLiteValue(id), SQLiteValue(day)] + others.values + [SQLiteValue(id)])
  }

  /// An index tells those that show, and whether a case is within the reach is asked before its card is
  /// read.
  private static func shownCards(within reach: Reach, on day: LocalDate) -> ListQuery {
    let rules = SupervisionRuleCode.allCases.map { SQLiteValue($0) }
    return ListQuery(
      """
      SELECT \(counted) FROM watch AS shown INDEXED BY watch_by_rule
        CROSS JOIN watch ON watch.case_id = shown.case_id AND watch.card = shown.card
      WHERE shown.rule IN (\(rules.map { _ in "?" }.joined(separator: ", ")))
        AND shown.shows_from <= ? AND \(within("shown.case_id"))
      """, rules + [SQLiteValue(day), .text(reach.text)])
  }

  private static var counted: String {
    let levels = SupervisionLevel.allCases.map { "watch.\($0.column)" }.joined(separator: ", ")
    return "watch.case_id, watch.rule, watch.department, \(levels)"
  }

  /// A department's are looked up in each month there is, so that no other's are read.
  package static func tallies(
    from first: YearMonth, through last: YearMonth, within reach: Reach = .hall
  ) -> ListQuery {
    let columns = "month, department, item, measure, value"
    let months: [SQLiteValue] = [.text(first.description), .text(last.description)]
    switch reach {
    case .hall:
      return ListQuery(
        """
        SELECT \(columns) FROM tally
        WHERE month >= ? AND month <= ? AND value <> 0 ORDER BY month, department, item, measure
        """, months)
    case .department(let id):
      return ListQuery(
        """
        SELECT \(columns) FROM tally
        WHERE month IN (
            WITH RECURSIVE counted(month) AS (
              SELECT min(month) FROM tally WHERE month >= ?1
              UNION ALL
              SELECT (SELECT min(month) FROM tally WHERE month > counted.month)
              FROM counted WHERE month < ?2
            )
            SELECT month FROM counted
          ) AND month <= ?2 AND department = ?3 AND value <> 0
        ORDER BY month, department, item, measure
        """, months + [SQLiteValue(id)])
    case .township(let name):
      return ListQuery(
        """
        SELECT \(columns) FROM township_tally
        WHERE township = ? AND month >= ? AND month <= ? AND value <> 0
        ORDER BY month, department, item, measure
        """, [.text(name)] + months)
    }
  }

  package static func looks(of id: CaseID, limit: Int) -> ListQuery {
    ListQuery(
      """
      SELECT case_id, clerk, counter, at FROM look WHERE case_id = ?
      ORDER BY at_second DESC, clerk DESC LIMIT ?
      """, [SQLiteValue(id), SQLiteValue(limit)])
  }

  package static func earlierInQuota(of item: ItemID, before place: Int) -> ListQuery {
    ListQuery(
      """
      SELECT id FROM case_row INDEXED BY case_by_quota
      WHERE item = ? AND quota_place IS NOT NULL AND quota_place < ? ORDER BY quota_place
      """, [SQLiteValue(item), SQLiteValue(place)])
  }

  package static let casesUnderway = ListQuery(
    """
    SELECT id FROM case_row INDEXED BY case_by_urgency WHERE urgency < \(CaseRow.endedUrgency)
    UNION SELECT case_id FROM watch ORDER BY 1
    """, [])
}

extension WatchFilter {
  fileprivate var index: String {
    if department != nil { return "watch_by_department" }
    return rule == nil ? "watch_by_urgency" : "watch_by_rule"
  }

  /// Of a watch, each with its values.
  fileprivate func conditions(on day: LocalDate) -> [(String, [SQLiteValue])] {
    var conditions: [(String, [SQLiteValue])] = [("watch.shows_from <= ?", [SQLiteValue(day)])]
    if let department { conditions.append(("watch.department = ?", [SQLiteValue(department)])) }
    if let rule { conditions.append(("watch.rule = ?", [SQLiteValue(rule)])) }
    if level > .warning {
      let levels = SupervisionLevel.allCases.filter { $0 >= level }.map(\.column)
      conditions.append(
        (
          "(\(levels.map { "watch.\($0) <= ?" }.joined(separator: " OR ")))",
          levels.map { _ in SQLiteValue(day) }
        ))
    }
    // What a department answers for is within its reach.
    if reach != .hall, department.map({ reach != .department($0) }) ?? true {
      conditions.append((ListQuery.within("watch.case_id"), [.text(reach.text)]))
    }
    return conditions
  }
}

extension SupervisionLevel {
  /// The column of its first day.
  var column: String {
    switch self {
    case .warning: "warning_from"
    case .yellow: "yellow_from"
    case .red: "red_from"
    case .grave: "grave_from"
    }
  }
}

package import Casework
package import Deskwork
import SQLite
package import WorkCalendar

extension ListQuery {
  /// The cards that show on a day: those of the filter whose first day has come.
  package static func watches(
    _ filter: WatchFilter, on day: LocalDate, after cursor: Cursor?, limit: Int
  ) -> ListQuery {
    var conditions: [String] = []
    var values: [SQLiteValue] = []
    if let department = filter.department {
      conditions.append("watch.department = ?")
      values.append(SQLiteValue(department))
    }
    if let rule = filter.rule {
      conditions.append("watch.rule = ?")
      values.append(SQLiteValue(rule))
    }
    if filter.reach != .hall {
      conditions.append(within("watch.case_id"))
      values.append(.text(filter.reach.text))
    }
    let levels = SupervisionLevel.allCases.filter { $0 >= filter.level }.map(\.column)
    conditions.append("(\(levels.map { "watch.\($0) <= ?" }.joined(separator: " OR ")))")
    values += levels.map { _ in SQLiteValue(day) }
    let place = cursor.map { $0.id.split(separator: " ", maxSplits: 1).map(String.init) } ?? []
    return ListQuery(
      """
      SELECT \(CaseRow.columns), \(WatchRow.columns)
      FROM watch INDEXED BY \(filter.index) CROSS JOIN case_row ON case_row.id = watch.case_id
      WHERE \(conditions.joined(separator: " AND "))
        AND (watch.urgency, watch.case_id, watch.card) > (?, ?, ?)
      ORDER BY watch.urgency, watch.case_id, watch.card LIMIT ?
      """,
      values + [
        SQLiteValue(cursor?.urgency ?? Int.min), .text(place.first ?? ""),
        .text(place.count == 2 ? place[1] : ""), SQLiteValue(limit),
      ])
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
      "\(cardsCounted) WHERE case_id = ? AND \(within("watch.case_id"))",
      [SQLiteValue(id), .text(reach.text)])
  }

  /// The same of every case within a reach. Both tables are in the order of cases, so that no page of
  /// either is read twice.
  package static func allCards(within reach: Reach) -> ListQuery {
    ListQuery("\(cardsCounted) WHERE \(within("watch.case_id"))", [.text(reach.text)])
  }

  private static var cardsCounted: String {
    let levels = SupervisionLevel.allCases.map(\.column).joined(separator: ", ")
    return "SELECT case_id, rule, department, \(levels) FROM watch NOT INDEXED"
  }

  /// Of a department the sums of the hall, from which its own are to be taken.
  package static func tallies(
    from first: YearMonth, through last: YearMonth, within reach: Reach = .hall
  ) -> ListQuery {
    let columns = "month, department, item, measure, value"
    let months: [SQLiteValue] = [.text(first.description), .text(last.description)]
    switch reach {
    case .hall, .department:
      return ListQuery(
        """
        SELECT \(columns) FROM tally
        WHERE month >= ? AND month <= ? AND value <> 0 ORDER BY month, department, item, measure
        """, months)
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
    if rule != nil { return "watch_by_rule" }
    return department == nil ? "watch_by_urgency" : "watch_by_department"
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

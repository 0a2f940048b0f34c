package import Casework
package import Deskwork
package import SQLite
package import WorkCalendar

/// A question of the desk in SQL; each walks an index from where the last page ended.
package struct ListQuery: Hashable {
  package var sql: String
  package var values: [SQLiteValue]

  init(_ sql: String, _ values: [SQLiteValue]) {
    self.sql = sql
    self.values = values
  }
}

extension ListQuery {
  package static func cases(_ filter: CaseFilter, after cursor: Cursor?, limit: Int) -> ListQuery {
    if filter.walksReach { return casesWithin(filter, after: cursor, limit: limit) }
    var conditions: [String] = []
    var values: [SQLiteValue] = []
    for (condition, value) in filter.conditions {
      conditions.append(condition)
      values.append(value)
    }
    if !filter.isWithinReach {
      conditions.append(within("case_row.id"))
      values.append(.text(filter.reach.text))
    }
    conditions.append("(urgency, id) > (?, ?)")
    conditions += filter.bounds(of: "case_row")
    return ListQuery(
      """
      SELECT \(CaseRow.columns) FROM case_row INDEXED BY \(filter.index)
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY urgency, id LIMIT ?
      """, values + from(filter.start(cursor)) + [SQLiteValue(limit)])
  }

  /// Walks what is within a reach, by its own index.
  private static func casesWithin(
    _ filter: CaseFilter, after cursor: Cursor?, limit: Int
  ) -> ListQuery {
    var conditions = ["case_reach.reach = ?"]
    var values: [SQLiteValue] = [.text(filter.reach.text)]
    if let stage = filter.stage {
      conditions.append("case_reach.stage = ?")
      values.append(SQLiteValue(stage))
    }
    if let item = filter.item {
      conditions.append("case_reach.item = ?")
      values.append(SQLiteValue(item))
    }
    if let department = filter.department {
      conditions.append("case_row.department = ?")
      values.append(SQLiteValue(department))
    }
    conditions.append("(case_reach.urgency, case_reach.case_id) > (?, ?)")
    conditions += filter.bounds(of: "case_reach")
    let index = filter.hasStageOfIndex ? "case_reach_by_stage" : "case_reach_by_urgency"
    return ListQuery(
      """
      SELECT \(CaseRow.columns)
      FROM case_reach INDEXED BY \(index)
        CROSS JOIN case_row ON case_row.id = case_reach.case_id
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY case_reach.urgency, case_reach.case_id LIMIT ?
      """, values + from(filter.start(cursor)) + [SQLiteValue(limit)])
  }

  /// That a case is within a reach, which the next value names.
  static func within(_ id: String) -> String {
    "EXISTS (SELECT 1 FROM case_reach WHERE case_reach.case_id = \(id) AND case_reach.reach = ?)"
  }

  package static func isWithin(_ reach: Reach, _ id: CaseID) -> ListQuery {
    ListQuery(
      "SELECT 1 FROM case_reach WHERE case_id = ? AND reach = ?",
      [SQLiteValue(id), .text(reach.text)])
  }

  package static func caseRow(_ id: CaseID) -> ListQuery {
    ListQuery("SELECT \(CaseRow.columns) FROM case_row WHERE id = ?", [SQLiteValue(id)])
  }

  /// Where a case lies, and what orders it in the lists.
  package static func standing(of id: CaseID) -> ListQuery {
    ListQuery(standing, [SQLiteValue(id)])
  }

  private static let standing =
    "SELECT place, \(CaseRow.Standing.columns) FROM case_row WHERE id = ?"

  package static func caseRow(at place: Int64) -> ListQuery {
    ListQuery("SELECT \(CaseRow.columns) FROM case_row WHERE place = ?", [SQLiteValue(place)])
  }

  package static func tasks(_ filter: TaskFilter, after cursor: Cursor?, limit: Int) -> ListQuery {
    var (index, condition, holder): (String, String, [SQLiteValue]) =
      switch filter.holder {
      case .anybody: ("task_by_urgency", "", [])
      case .nobody: ("task_by_holder", "AND task.claimed_by IS NULL", [])
      case .clerk(let clerk): ("task_by_holder", "AND task.claimed_by = ?", [SQLiteValue(clerk)])
      }
    // A department's own inbox is its matter altogether.
    if filter.reach != .hall, filter.reach != .department(filter.department) {
      condition += " AND " + within("task.case_id")
      holder.append(.text(filter.reach.text))
    }
    return ListQuery(
      """
      SELECT \(CaseRow.columns), \(TaskRow.columns)
      FROM task INDEXED BY \(index) CROSS JOIN case_row ON case_row.id = task.case_id
      WHERE task.department = ? \(condition) AND (task.urgency, task.case_id) > (?, ?)
      ORDER BY task.urgency, task.case_id LIMIT ?
      """, [SQLiteValue(filter.department)] + holder + from(cursor) + [SQLiteValue(limit)])
  }

  package static func task(_ id: TaskID) -> ListQuery {
    ListQuery(
      """
      SELECT \(CaseRow.columns), \(TaskRow.columns)
      FROM task CROSS JOIN case_row ON case_row.id = task.case_id
      WHERE task.case_id = ? AND task.department = ?
      """, [SQLiteValue(id.id), SQLiteValue(id.department)])
  }

  static func from(_ cursor: Cursor?) -> [SQLiteValue] {
    [SQLiteValue(cursor?.urgency ?? Int.min), .text(cursor?.id ?? "")]
  }
}

extension ListQuery {
  package static func results(
    within reach: Reach = .hall, after cursor: Cursor?, limit: Int
  ) -> ListQuery {
    let day = cursor.map { LocalDate(dayNumber: $0.urgency).description } ?? ""
    let isWithin = reach == .hall ? "" : " AND " + within("result.case_id")
    return results(
      "(result.ready_on, result.case_id) > (?, ?)" + isWithin,
      [.text(day), .text(cursor?.id ?? "")] + (reach == .hall ? [] : [.text(reach.text)]), limit)
  }

  package static func result(_ id: CaseID) -> ListQuery {
    results("result.case_id = ?", [SQLiteValue(id)], 1)
  }

  package static func results(pickUpCode: String) -> ListQuery {
    results("result.pick_up_code = ?", [.text(pickUpCode)], -1)
  }

  package static func results(of identity: Identity) -> ListQuery {
    results(
      """
      result.identity_number = ? AND result.identity_kind = ?
      AND case_row.stage = '\(CaseStage.awaitingRelease.rawValue)'
      """, [.text(identity.number), SQLiteValue(identity.kind)], -1)
  }

  private static func results(
    _ condition: String, _ values: [SQLiteValue], _ limit: Int
  ) -> ListQuery {
    ListQuery(
      """
      SELECT \(CaseRow.columns), \(ResultRow.columns)
      FROM result CROSS JOIN case_row ON case_row.id = result.case_id
      WHERE \(condition)
      ORDER BY result.ready_on, result.case_id LIMIT ?
      """, values + [SQLiteValue(limit)])
  }

  package static func applicant(_ identity: Identity) -> ListQuery {
    ListQuery(
      "SELECT body FROM applicant WHERE identity_number = ? AND identity_kind = ?",
      [.text(identity.number), SQLiteValue(identity.kind)])
  }

  package static func tickets(on day: LocalDate, in state: Ticket.State, limit: Int) -> ListQuery {
    ListQuery(
      """
      SELECT \(TicketRow.columns) FROM ticket
      WHERE day = ? AND state = ? ORDER BY issued_second, id LIMIT ?
      """, [SQLiteValue(day), SQLiteValue(state), SQLiteValue(limit)])
  }

  package static func ticket(_ id: TicketID, on day: LocalDate) -> ListQuery {
    ListQuery(
      "SELECT \(TicketRow.columns) FROM ticket WHERE day = ? AND id = ?",
      [SQLiteValue(day), SQLiteValue(id)])
  }

  package static func sheet(_ id: ItemID, version: Int) -> ListQuery {
    ListQuery(
      "SELECT body FROM sheet WHERE item = ? AND version = ?",
      [SQLiteValue(id), SQLiteValue(version)])
  }

  package static func drafts(of clerk: ClerkID) -> ListQuery {
    ListQuery(
      """
      SELECT id, clerk, counter, form, title, body, saved_at FROM draft
      WHERE clerk = ? ORDER BY saved_second DESC, id
      """, [SQLiteValue(clerk)])
  }
}

import Deskwork
import SQLite

/// A list with rows of each case that belong to no other case. Such lists are long, and compared by
/// what their rows add up to: only if that differs they are gone through row by row.
enum SummedList: Int, CaseIterable {
  case caseRow, task, result, watch, caseReach, searchText, searchWord, outgoing

  var name: String {
    switch self {
    case .caseRow: "case_row"
    case .task: "task"
    case .result: "result"
    case .watch: "watch"
    case .caseReach: "case_reach"
    case .searchText: "search_text"
    case .searchWord: "search_word"
    case .outgoing: "outgoing"
    }
  }

  /// In the order of the values a case is told by. SQLite counts no words within a case, as the index
  /// keeps no places of them.
  var columns: String {
    switch self {
    case .caseRow: "place, urgency, \(CaseRow.columns)"
    case .task:
      """
      department, case_id, urgency, part, role, kind, step, step_due_on,
      step_due_is_provisional, claimed_by, claimed_at, active_at
      """
    case .result:
      """
      case_id, ready_on, verdict, name, certificate_number, pick_up_code, delivery_method,
      delivery_address, waybill, identity_kind, identity_number
      """
    case .watch:
      """
      urgency, case_id, card, rule, department, due_on, due_is_provisional, warning_from,
      yellow_from, red_from, grave_from, shows_from
      """
    case .caseReach: "case_id, reach, urgency, stage, item"
    case .searchText: "place, \(SearchIndex.columns)"
    case .searchWord: "term"
    case .outgoing: "kind, case_id, due_on, recorded_at"
    }
  }

  /// Each row with how many times it counts.
  var sql: String {
    switch self {
    case .caseRow, .task, .result, .watch, .caseReach, .searchText:
      "SELECT \(columns), 1 FROM \(name)"
    case .searchWord: "SELECT \(columns), doc FROM \(name)"
    case .outgoing: "SELECT \(columns), 1 FROM \(name) \(ReadModelTable.outgoing.condition)"
    }
  }
}

extension ReadModelTable {
  /// What is left to be compared row by row.
  static let notSummed = compared.filter { table in
    !SummedList.allCases.contains { $0.name == table.name }
  }
}

import Casework
import Deskwork
import SQLite

/// How a list of cases is walked.
extension CaseFilter {
  /// What a department is in charge of is its matter altogether.
  var isWithinReach: Bool {
    reach == .hall || department.map { reach == .department($0) } ?? false
  }

  /// A town's or a department's list, unless another index leaves fewer rows to skip.
  var walksReach: Bool { !isWithinReach && receivedBy == nil }

  /// The indexes by stage leave out what is concluded.
  var hasStageOfIndex: Bool { stage != nil && stage != .concluded }

  /// The index that leaves the fewest rows to skip.
  var index: String {
    let byStage = hasStageOfIndex ? "_and_stage" : ""
    if receivedBy != nil { return "case_by_receiver" + byStage }
    if item != nil { return "case_by_item" + byStage }
    if department != nil { return "case_by_department" + byStage }
    return hasStageOfIndex ? "case_by_stage" : "case_by_urgency"
  }

  var conditions: [(String, SQLiteValue)] {
    var conditions: [(String, SQLiteValue)] = []
    if let item { conditions.append(("item = ?", SQLiteValue(item))) }
    if let receivedBy { conditions.append(("received_by = ?", SQLiteValue(receivedBy))) }
    if let department { conditions.append(("department = ?", SQLiteValue(department))) }
    if let stage { conditions.append(("stage = ?", SQLiteValue(stage))) }
    return conditions
  }

  /// What SQLite has to be told of a table to keep to the open ones, and to take the index by stage.
  func bounds(of table: String) -> [String] {
    let isOpen = openOnly || stage.map { !$0.isEnded } ?? false
    return (isOpen ? ["\(table).urgency < \(CaseRow.endedUrgency)"] : [])
      + (hasStageOfIndex ? ["\(table).stage <> '\(CaseStage.concluded.rawValue)'"] : [])
  }

  /// Ended cases come after the open ones, which none of them has to be looked for among.
  func start(_ cursor: Cursor?) -> Cursor? {
    guard let stage, stage.isEnded else { return cursor }
    let first = Cursor(urgency: CaseRow.endedUrgency, id: "")
    guard let cursor else { return first }
    return cursor.urgency < first.urgency ? first : cursor
  }
}

import Casework
import Deskwork
import WorkCalendar

extension DemoAftermath {
  /// Orders that are answered and closed, answered, escalated or still in time; appeals ruled on
  /// and open.
  mutating func supervise(_ daysBefore: Int, at desk: Desk) throws(DeskRefusal) {
    switch daysBefore {
    case 9, 8, 2, 1: try order(at: desk)
    case 7:
      try order(at: desk)
      try answer(0, "已约谈承办人，本周内办结。", at: desk)
    case 6: try close(0, at: desk)
    case 5: try appeal("申请人多次补充材料，承办人外出核查，请予核减。", at: desk)
    case 4: try escalate(1, at: desk)
    case 3:
      try rule(0, at: desk)
      try answer(2, "人手不足，已增派一名承办人。", at: desk)
    case 0: try appeal("等待上级业务系统恢复，非本部门原因。", at: desk)
    default: break
    }
  }

  /// A case with a red card that a department answers for.
  private mutating func overdue(
    at desk: Desk
  ) throws(DeskRefusal) -> (file: CaseFile, card: CardKey, department: DepartmentID)? {
    let today = desk.today
    func red(_ file: CaseFile, _ rules: CaseRules) -> Watch? {
      file.watches(under: rules).first { watch in
        (watch.card.rule == .overdue || watch.card.rule == .stepOverdue)
          && watch.department != nil && watch.level(on: today) ?? .warning >= .red
      }
    }
    guard let file = try take(at: desk, where: { red($0, $1) != nil }),
      let watch = red(file, try desk.rules(for: file)), let department = watch.department
    else { return nil }
    return (file, watch.card, department)
  }

  private mutating func order(at desk: Desk) throws(DeskRefusal) {
    guard let (file, card, department) = try overdue(at: desk) else { return }
    let command = CaseCommand.supervise(
      .orderFollowUp(card, department, text: "请说明超期原因，并于三个工作日内答复。"))
    if try act(command, on: file.id, by: staff.supervisor, at: desk) {
      orders.append(Ordered(id: file.id, number: 1, department: department))
    }
  }

  private func answer(_ index: Int, _ text: String, at desk: Desk) throws(DeskRefusal) {
    guard orders.indices.contains(index) else { return }
    let order = orders[index]
    try act(
      .supervise(.answerFollowUp(order: order.number, text: text)), on: order.id,
      by: staff.examiner(in: order.department, 0), at: desk)
  }

  private func close(_ index: Int, at desk: Desk) throws(DeskRefusal) {
    guard orders.indices.contains(index) else { return }
    let order = orders[index]
    try act(
      .supervise(.closeFollowUp(order: order.number, .rectificationOrdered, text: "限本周内办结，逾期通报。")),
      on: order.id, by: staff.supervisor, at: desk)
  }

  private func escalate(_ index: Int, at desk: Desk) throws(DeskRefusal) {
    guard orders.indices.contains(index) else { return }
    let order = orders[index]
    try act(
      .supervise(.escalateFollowUp(order: order.number, text: "逾期未答复，转二级督办。")),
      on: order.id, by: staff.supervisor, at: desk)
  }

  private mutating func appeal(_ ground: String, at desk: Desk) throws(DeskRefusal) {
    guard let (file, card, department) = try overdue(at: desk) else { return }
    let clerk = staff.examiner(in: department, 0)
    if try act(.supervise(.appealCard(card, ground: ground)), on: file.id, by: clerk, at: desk) {
      appeals.append((file.id, card))
    }
  }

  private func rule(_ index: Int, at desk: Desk) throws(DeskRefusal) {
    guard appeals.indices.contains(index) else { return }
    let (id, card) = appeals[index]
    try act(
      .supervise(.settleCard(card, .excused, text: "情况属实，不计入部门。")), on: id,
      by: staff.supervisor, at: desk)
  }
}

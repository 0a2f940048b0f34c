import Casework
import TestSupport
import WorkCalendar

private let card = CardKey(.overdue)
private func order(_ text: String = "请说明原因") -> CaseCommand {
  .supervise(.orderFollowUp(card, "SJ", text: text))
}
private func answer(_ text: String) -> CaseCommand {
  .supervise(.answerFollowUp(order: 1, text: text))
}
private func escalate(_ text: String) -> CaseCommand {
  .supervise(.escalateFollowUp(order: 1, text: text))
}
private func close(_ text: String) -> CaseCommand {
  .supervise(.closeFollowUp(order: 1, .rectified, text: text))
}
private func appeal(_ ground: String) -> CaseCommand {
  .supervise(.appealCard(card, ground: ground))
}
private func settle(_ ruling: CardRuling) -> CaseCommand {
  .supervise(.settleCard(card, ruling, text: "已核实"))
}

@Sendable private func overdue(_ scenario: inout Scenario) throws {
  scenario.rulebook = .model
  try scenario.accept()
  scenario.today = on(2026, 3, 17)
}

@Sendable private func ordered(_ scenario: inout Scenario) throws {
  try overdue(&scenario)
  try scenario.act(order(), as: .supervisor)
}

extension Provocation {
  static let supervision: [Provocation] = [
    .init(.cardNotShown(card), .supervisor, order()) {
      try overdue(&$0)
      $0.today = on(2026, 3, 11)
    },
    .init(
      .departmentNotConcerned("XX"), .supervisor,
      .supervise(.orderFollowUp(card, "XX", text: "请说明原因")), overdue),
    .init(.cardAlreadySettled(card), .supervisor, settle(.confirmed)) {
      try overdue(&$0)
      try $0.act(settle(.excused), as: .supervisor)
    },
    .init(.cardAlreadyAppealed(card), .secondExaminer, appeal("系统故障")) {
      try overdue(&$0)
      try $0.act(appeal("等待申请人"), as: .examiner)
    },
    .init(.orderAlreadyOpen(1), .supervisor, order("另一件事"), ordered),
    .init(.noSuchOrder(1), .examiner, answer("已办"), overdue),
    .init(.hallManagerAnswers, .examiner, answer("已办")) {
      try overdue(&$0)
      try $0.act(.supervise(.orderFollowUp(card, nil, text: "请说明")), as: .supervisor)
    },
    .init(.orderClosed(1), .examiner, answer("已办")) {
      try ordered(&$0)
      try $0.act(close("已整改"), as: .supervisor)
    },
    .init(.orderAnswered(1), .examiner, answer("再答一次")) {
      try ordered(&$0)
      try $0.act(answer("已办"), as: .examiner)
    },
    .init(.orderAlreadyEscalated(1), .supervisor, escalate("再升级")) {
      try ordered(&$0)
      $0.today = on(2026, 3, 23)
      try $0.act(escalate("逾期未答复"), as: .supervisor)
    },
  ]
}

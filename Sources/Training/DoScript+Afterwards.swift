import Casework
import Deskwork
import WorkCalendar

/// What is done beside the course of the script's cases: each act of supervision, of ratings, of
/// fees and of reports once.
extension DoScript {
  mutating func doAfterwards() throws(DeskRefusal) {
    try chargeAndReport()
    try rateServices()
    try checkCommitments()
    try superviseOverdue()
  }

  private mutating func chargeAndReport() throws(DeskRefusal) {
    if let life = told({ $1.fee.amountInFen != nil && $0.acceptance != nil }) {
      let fen = life.sheet.fee.amountInFen ?? 2_000
      try add(.fee(.demand(fen: fen, reduction: "")), on: life, by: staff.counters.first)
      try add(
        .fee(.recordPayment(fen: fen, receipt: "非税00001234")), on: life, by: staff.counters.first)
    }
    if let life = told({ $1.reportsTo != nil && $0.acceptance != nil }) {
      for (number, report) in life.file.unconfirmedReports().enumerated() {
        try add(
          .confirmReport(report.act, receipt: "市回执" + padded(number + 1, 4)), on: life,
          by: staff.examiner(in: life.file.department, 0))
      }
    }
  }

  private mutating func rateServices() throws(DeskRefusal) {
    let clerk = staff.release.first
    if let life = told({ file, _ in file.stage == .concluded }) {
      try add(.rate(.give(.verySatisfied, detail: "", .evaluator)), on: life, by: clerk)
    }
    if let life = told({ file, _ in file.stage == .concluded && file.rating == nil }) {
      try add(.rate(.give(.dissatisfied, detail: "等候时间太长", .code)), on: life, by: clerk)
      try add(.rate(.callBack(text: "已电话回访并致歉")), on: life, by: staff.hallManager)
      try add(.rate(.rectify(text: "已增开一个窗口")), on: life, by: staff.hallManager)
    }
  }

  private mutating func checkCommitments() throws(DeskRefusal) {
    guard let life = told({ file, _ in file.awaitsCommitmentCheck }) else { return }
    try add(
      .checkCommitment(
        isFulfilled: true, text: "经现场核查，与承诺一致",
        officers: staff.officers(in: life.file.department, 2)), on: life,
      by: staff.examiner(in: life.file.department, 0))
  }

  /// A case nobody took up: an order answered and closed, one escalated, an appeal ruled on.
  private mutating func superviseOverdue() throws(DeskRefusal) {
    guard let life = told({ file, _ in file.stage == .underExamination }),
      let due = life.file.committedDue?.on
    else { return }
    moveOn(to: max(due.advanced(by: 30), desk.today))
    let today = desk.today
    let watches = life.file.watches(under: try desk.rules(for: life.file)).filter {
      $0.level(on: today) != nil && $0.department != nil
    }
    guard watches.count > 1, let department = watches[0].department else { return }
    let (first, second) = (watches[0].card, watches[1].card)
    let (supervisor, examiner) = (staff.supervisor, staff.examiner(in: department, 0))
    try add(
      .supervise(.orderFollowUp(first, department, text: "请说明超期原因")), on: life, by: supervisor)
    moveOn(to: today.advanced(by: 7))
    try add(
      .supervise(.escalateFollowUp(order: 1, text: "逾期未答复")), on: life, by: supervisor)
    try add(
      .supervise(.answerFollowUp(order: 1, text: "已增派承办人，本周内办结")), on: life, by: examiner)
    try add(
      .supervise(.closeFollowUp(order: 1, .rectified, text: "已督促办理")), on: life, by: supervisor)
    try add(
      .supervise(.appealCard(second, ground: "等待申请人补充材料")), on: life, by: examiner)
    try add(
      .supervise(.settleCard(second, .excused, text: "情况属实")), on: life, by: supervisor)
  }
}

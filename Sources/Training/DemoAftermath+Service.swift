import Casework
import Deskwork
import WorkCalendar

extension DemoAftermath {
  mutating func serve(_ daysBefore: Int, at desk: Desk) throws(DeskRefusal) {
    try confirmReports(daysBefore, at: desk)
    try rate(at: desk)
    switch daysBefore {
    case 8: try charge(at: desk)
    case 7: try complain("等候时间太长，来回跑了两趟。", at: desk)
    case 6: try callBack(at: desk)
    case 5: try check(isFulfilled: false, at: desk)
    case 4: try putRight(at: desk)
    case 3: try complain("同一材料要求重复提交。", at: desk)
    case 2: try chargeWrongly(at: desk)
    case 1:
      try enterLate(at: desk)
      try check(isFulfilled: true, at: desk)
    case 0: try complain("窗口人员解释不清。", at: desk)
    default: break
    }
  }

  private mutating func confirmReports(
    _ daysBefore: Int, at desk: Desk
  ) throws(DeskRefusal) {
    for id in halted {
      let file = try desk.file(id)
      guard try desk.rules(for: file).sheet.reportsTo != nil else { continue }
      let reports = file.unconfirmedReports()
      if unreported == nil, !reports.isEmpty { unreported = id }
      guard id != unreported else { continue }
      for report in reports {
        try act(
          .confirmReport(report.act, receipt: "市回〔\(report.on.year)〕\(100 + chance.below(900))号"),
          on: id, by: staff.examiner(in: file.department, 0), at: desk)
      }
    }
  }

  /// Most are content.
  private mutating func rate(at desk: Desk) throws(DeskRefusal) {
    for _ in 0..<2 {
      guard let file = try concluded(at: desk) else { return }
      let grade = chance.pick(among: RatingGrade.allCases.filter { !$0.isBad }) ?? .satisfied
      try act(.rate(.give(grade, detail: "", .evaluator)), on: file.id, by: releaser, at: desk)
    }
  }

  private mutating func complain(_ detail: String, at desk: Desk) throws(DeskRefusal) {
    guard let file = try concluded(at: desk) else { return }
    let command = CaseCommand.rate(.give(.dissatisfied, detail: detail, .code))
    if try act(command, on: file.id, by: releaser, at: desk) { badRatings.append(file.id) }
  }

  private mutating func concluded(at desk: Desk) throws(DeskRefusal) -> CaseFile? {
    try take(at: desk) { file, _ in file.stage == .concluded && file.rating == nil }
  }

  private func callBack(at desk: Desk) throws(DeskRefusal) {
    guard let id = badRatings.first else { return }
    try act(
      .rate(.callBack(text: "已电话回访并致歉，说明了办理进度。")), on: id, by: staff.hallManager, at: desk)
  }

  private func putRight(at desk: Desk) throws(DeskRefusal) {
    guard let id = badRatings.first else { return }
    try act(
      .rate(.rectify(text: "已增开一个窗口，材料清单贴在窗口旁。")), on: id, by: staff.hallManager, at: desk)
  }

  /// The fee of an item with one standard, asked for and paid.
  private mutating func charge(at desk: Desk) throws(DeskRefusal) {
    let charged = try take(at: desk) { file, rules in
      rules.sheet.fee.amountInFen != nil && file.acceptance != nil && file.stage?.isEnded == false
    }
    guard let file = charged, let fen = try desk.rules(for: file).sheet.fee.amountInFen else {
      return
    }
    try act(.fee(.demand(fen: fen, reduction: "")), on: file.id, by: counter, at: desk)
    try act(
      .fee(.recordPayment(fen: fen, receipt: "非税\(padded(chance.below(1_000_000), 8))")),
      on: file.id, by: counter, at: desk)
  }

  /// A mistake for supervision to find.
  private mutating func chargeWrongly(at desk: Desk) throws(DeskRefusal) {
    let free = try take(at: desk) { file, rules in
      !rules.sheet.fee.isCharged && file.stage == .underExamination
    }
    guard let file = free else { return }
    try act(
      .fee(.recordPayment(fen: 2_000, receipt: "收据\(padded(chance.below(1_000_000), 8))")),
      on: file.id, by: counter, at: desk)
  }

  private mutating func check(isFulfilled: Bool, at desk: Desk) throws(DeskRefusal) {
    guard let file = try take(at: desk, where: { file, _ in file.awaitsCommitmentCheck }) else {
      return
    }
    let officers = staff.officers(in: file.department, 2)
    try act(
      .checkCommitment(
        isFulfilled: isFulfilled, text: isFulfilled ? "经现场核查，与承诺一致" : "经核查，承诺的场所尚未具备条件",
        officers: officers), on: file.id, by: staff.examiner(in: file.department, 0), at: desk)
  }

  /// An opinion that was given on paper while the line was down, and entered the day after.
  private mutating func enterLate(at desk: Desk) throws(DeskRefusal) {
    guard let witness = staff.hallManager else { return }
    let happenedAt = desk.now.adding(seconds: -25 * 3600)
    let claimed = try take(at: desk) { file, _ in
      file.stage == .underExamination && file.step?.kind == .examination
        && file.awaited.count == 1 && !(file.stepRecord?.claims.isEmpty ?? true)
        && file.lastStamp.map { $0.acted < happenedAt } ?? false
    }
    guard let file = claimed, let step = file.currentStep, let claim = file.stepRecord?.claims.first
    else { return }
    let late = LateEntry(
      happenedAt: happenedAt, reason: "网络中断，先在纸质登记簿上签署意见", documentNumber: "登记簿2026-07",
      witness: witness)
    try act(
      .recordOpinion(
        step: step, .agree, text: "经审查，符合规定。",
        officers: staff.officers(in: claim.department, file.step?.officers ?? 0)),
      on: file.id, by: staff.holder(claim.clerk, in: claim.department), at: desk, late: late)
  }

  private var counter: Clerk? { staff.counter(0) }
  private var releaser: Clerk? { staff.release(0) }
}

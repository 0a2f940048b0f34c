import Casework
import TestSupport

extension CaseCommand {
  /// One of each, in order: a new command does not build until it has its place here.
  static var oneOfEach: [CaseCommand] {
    var all: [CaseCommand] = []
    while let next = following(all.last) { all.append(next) }
    return all
  }

  private static func following(_ last: CaseCommand?) -> CaseCommand? {
    switch last {
    case nil: .receive(Scenario.numbers, Scenario().completeIntake)
    case .receive: .accept(deferring: [], underCommitment: false)
    case .accept: .requestCorrection(Scenario.defects, workingDays: 10)
    case .requestCorrection:
      .decline(.noPermitNeeded, reason: "不需要", basis: "办法", competentOrgan: "")
    case .decline: .decideOnTheSpot(text: "准予", certificateNumber: "证1")
    case .decideOnTheSpot: .supplyMaterials(Scenario.corrections)
    case .supplyMaterials: .lapse
    case .lapse: .supplyDeferredMaterial(MaterialReceived(number: 5, status: .received))
    case .supplyDeferredMaterial: .claim
    case .claim: .giveBack(reason: "轮换")
    case .giveBack: .freeClaim("SJ", reason: "请假")
    case .freeClaim: .recordOpinion(step: 0, .agree, text: "", officers: ["甲", "乙"])
    case .recordOpinion: .returnToStep(0, reason: "需要重做")
    case .returnToStep:
      .startSpecialProcedure(.inspection, plannedEnd: on(2026, 4, 1), reason: "需要")
    case .startSpecialProcedure: .endSpecialProcedure(outcome: "合格")
    case .endSpecialProcedure: .suspend(cause: "等待判决")
    case .suspend: .resume
    case .resume: .requestExaminationCorrection(Scenario.defects, workingDays: 5)
    case .requestExaminationCorrection: .supplyExaminationCorrection(Scenario.corrections)
    case .supplyExaminationCorrection: .referUpward(organ: "市局", opinion: "同意")
    case .referUpward: .answerReferral(.granted, text: "批复", documentNumber: "市〔2026〕1号")
    case .answerReferral: .extend(workingDays: 5, reason: "复杂")
    case .extend: .decide(.granted, text: "准予", basis: "")
    case .decide: .produceCertificate(number: "证1")
    case .produceCertificate: .handOver(.legalRepresentative, witness: "")
    case .handOver: .post(carrier: "邮政", waybill: "1", address: "人民路1号")
    case .post: .takePostBack(reason: "查无此人")
    case .takePostBack: .confirmDelivery(signedBy: "李明示")
    case .confirmDelivery: .withdraw(reason: "改变计划")
    case .withdraw: .terminate(cause: "主体注销")
    case .terminate: .reprint(.acceptanceNotice, number: "1")
    case .reprint: .noteDefects(Scenario.defects)
    case .noteDefects: .checkCommitment(isFulfilled: true, text: "", officers: ["甲", "乙"])
    case .checkCommitment: .confirmReport(.accepted, receipt: "回执1")
    case .confirmReport, .supervise, .rate, .fee: besideTheRoute(after: last)
    }
  }

  private static func besideTheRoute(after last: CaseCommand?) -> CaseCommand? {
    let acts: [CaseCommand] = [
      .supervise(.orderFollowUp(CardKey(.overdue), "SJ", text: "请说明")),
      .supervise(.answerFollowUp(order: 1, text: "已办")),
      .supervise(.escalateFollowUp(order: 1, text: "逾期未答")),
      .supervise(.closeFollowUp(order: 1, .rectified, text: "已整改")),
      .supervise(.appealCard(CardKey(.overdue), ground: "等待申请人")),
      .supervise(.settleCard(CardKey(.overdue), .confirmed, text: "已核实")),
      .rate(.give(.satisfied, detail: "", .evaluator)), .rate(.callBack(text: "已致歉")),
      .rate(.rectify(text: "已增设窗口")), .fee(.demand(fen: 100, reduction: "")),
      .fee(.recordPayment(fen: 100, receipt: "票1")),
    ]
    guard let last, let index = acts.firstIndex(of: last) else { return acts.first }
    return acts.dropFirst(index + 1).first
  }
}

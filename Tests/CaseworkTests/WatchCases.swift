import Casework
import TestSupport
import Testing
import WorkCalendar

/// A card with the first day of each of its levels, and what puts an end to it.
struct WatchCase: Sendable, CustomTestStringConvertible {
  var card: String
  var department: DepartmentID?
  var days: [SupervisionLevel: LocalDate]
  var sheet: ImplementationSheet
  var prepare: @Sendable (inout Scenario) throws -> Void
  var clear: @Sendable (inout Scenario) throws -> Void

  init(
    _ card: String, _ department: DepartmentID?, _ days: [SupervisionLevel: LocalDate],
    under sheet: ImplementationSheet = .foodLicence,
    _ prepare: @escaping @Sendable (inout Scenario) throws -> Void,
    clear: @escaping @Sendable (inout Scenario) throws -> Void
  ) {
    (self.card, self.department, self.days, self.sheet) = (card, department, days, sheet)
    (self.prepare, self.clear) = (prepare, clear)
  }

  var testDescription: String { card }

  static let all = limits + promises + record
}

private func march(_ day: Int) -> LocalDate { on(2026, 3, day) }
private let defective = MaterialReceived(number: 5, status: .electronic)
private let handOver = CaseCommand.handOver(.legalRepresentative, witness: "")

private func reported(_ sheet: ImplementationSheet) -> ImplementationSheet {
  var sheet = sheet
  sheet.reportsTo = Words("市局", "City bureau")
  return sheet
}

extension WatchCase {
  static let limits: [WatchCase] = [
    .init(
      "J01", "SJ", [.warning: march(12), .yellow: march(16), .red: march(17), .grave: march(24)]
    ) {
      try $0.accept()
    } clear: {
      try $0.act(.withdraw(reason: "改变计划"), as: .counterClerk)
    },
    .init("J02", nil, [.warning: march(6), .yellow: march(9), .red: march(10)]) {
      try $0.receive()
    } clear: {
      try $0.act(.accept(deferring: [], underCommitment: false), as: .counterClerk)
    },
    .init("J03:step/1/SJ", "SJ", [.warning: march(6), .yellow: march(10), .red: march(16)]) {
      try $0.accept()
    } clear: {
      try $0.agree()
    },
    .init(
      "J03:step/1/XF", "XF", [.warning: march(12), .yellow: march(17), .red: march(30)],
      under: .jointApproval
    ) {
      try $0.accept()
    } clear: {
      try $0.act(.recordOpinion(step: 0, .agree, text: "", officers: []), as: .fireExaminer)
    },
    .init(
      "J03:referral", "SJ", [.warning: march(12), .yellow: march(17), .red: march(30)],
      under: .referral
    ) {
      try $0.examine()
      try $0.act(.referUpward(organ: "市局", opinion: "同意"), as: .examiner)
    } clear: {
      try $0.act(
        .answerReferral(.granted, text: "同意", documentNumber: "市文〔2026〕8号"), as: .examiner)
    },
    .init("J05:stop/1", "SJ", [.yellow: march(13), .red: march(19)]) {
      try $0.accept()
      try $0.act(
        .startSpecialProcedure(.inspection, plannedEnd: march(12), reason: "需要检验"),
        as: .examiner)
    } clear: {
      try $0.act(.endSpecialProcedure(outcome: "合格"), as: .examiner)
    },
    .init("J08", nil, [.warning: march(12), .yellow: march(16), .red: march(17)]) {
      try $0.produce()
    } clear: {
      try $0.act(handOver, as: .release)
    },
    .init("J16", nil, [.warning: on(2026, 4, 1), .yellow: on(2026, 5, 1)]) {
      try $0.produce()
    } clear: {
      try $0.act(handOver, as: .release)
    },
  ]

  static let promises: [WatchCase] = [
    .init(
      "J10:report/accepted", "SJ", [.yellow: march(4), .red: march(6)],
      under: reported(.referral)
    ) {
      try $0.accept()
    } clear: {
      try $0.act(.confirmReport(.accepted, receipt: "市回〔2026〕1号"), as: .examiner)
    },
    .init("J10:claim/1/SJ", "SJ", [.yellow: march(16)]) {
      try $0.accept()
    } clear: {
      try $0.act(.claim, as: .examiner)
    },
    .init("J13:call-back", "SJ", [.warning: march(3), .yellow: march(4), .red: march(10)]) {
      try $0.produce()
      try $0.act(.rate(.give(.dissatisfied, detail: "等候太久", .evaluator)), as: .release)
    } clear: {
      try $0.act(.rate(.callBack(text: "已回访")), as: .hallManager)
    },
    .init("J13:rectify", "SJ", [.warning: march(6), .yellow: march(10), .red: march(16)]) {
      try $0.produce()
      try $0.act(.rate(.give(.veryDissatisfied, detail: "等候太久", .code)), as: .release)
    } clear: {
      try $0.act(.rate(.rectify(text: "已增开窗口")), as: .examiner)
    },
    .init("J14:deferred", nil, [.warning: march(11), .yellow: march(14), .red: march(20)]) {
      try $0.accept(deferring: [5]) { $0.materials[4].status = .missing }
    } clear: {
      try $0.act(.supplyDeferredMaterial(defective), as: .counterClerk)
    },
    .init(
      "J14:check", "SJ", [.warning: march(26), .yellow: march(31), .red: on(2026, 4, 7)]
    ) {
      try $0.grantUnderCommitment()
    } clear: {
      try $0.act(
        .checkCommitment(isFulfilled: true, text: "属实", officers: ["石审", "宋审"]), as: .examiner)
    },
  ]

  /// What stays until somebody has judged it.
  static let record: [WatchCase] = [
    .init("J04:notice", nil, [.yellow: march(4), .red: march(6)]) {
      try $0.requestCorrection()
      for day in [4, 6] {
        $0.today = march(day)
        try $0.act(.supplyMaterials(Scenario.corrections), as: .counterClerk)
        try $0.act(.requestCorrection(Scenario.defects, workingDays: day), as: .counterClerk)
      }
    } clear: {
      try $0.settle("J04:notice")
    },
    .init("J06:late", "SJ", [.red: march(17)]) {
      try $0.accept()
      $0.today = march(17)
      let then = Moment(date: march(16), hour: 16, minute: 0)
      try $0.act(
        .extend(workingDays: 5, reason: "案情复杂"), as: .approver, late: .noted(at: then))
    } clear: {
      try $0.settle("J06:late")
    },
    .init("J06:again", "SJ", [.red: march(3)]) {
      try $0.accept()
      let first = try $0.act(.extend(workingDays: 5, reason: "案情复杂"), as: .approver)
      $0.today = march(3)
      $0.record(first, $0.occasion(of: .approver).stamp)
    } clear: {
      try $0.settle("J06:again")
    },
    .init("J07:declined", nil, [.red: march(2)]) {
      try $0.receive()
      try $0.act(
        .decline(.other, reason: "不符合", basis: "办法第三条", competentOrgan: ""),
        as: .counterClerk)
    } clear: {
      $0.issue(.declineDecision, number: "市监不受〔2026〕1号")
    },
    .init("J07:refused", "SJ", [.red: march(2)]) {
      try $0.examine()
      try $0.refuse()
    } clear: {
      $0.issue(.refusalDecision, number: "市监不准〔2026〕1号")
    },
    .init("J09:paid", nil, [.red: march(2)]) {
      try $0.accept()
      try $0.act(.fee(.recordPayment(fen: 500, receipt: "票1")), as: .counterClerk)
    } clear: {
      try $0.settle("J09:paid")
    },
    .init("J10:fields", nil, [.yellow: march(12), .red: march(14)]) {
      try $0.receive { $0.fields = [] }
      $0.today = march(10)
      try $0.act(.accept(deferring: [], underCommitment: false), as: .counterClerk)
      try $0.agree()
    } clear: {
      $0.today = march(12)
      try $0.settle("J10:fields")
    },
    .init("J11:haste", "SJ", [.red: march(2)]) {
      try $0.examine()
      try $0.grant()
    } clear: {
      try $0.settle("J11:haste")
    },
    .init("J11:commitment", "SJ", [.red: march(2)]) {
      try $0.grantUnderCommitment()
      try $0.act(
        .checkCommitment(isFulfilled: false, text: "场所不存在", officers: ["石审", "宋审"]),
        as: .examiner)
    } clear: {
      try $0.settle("J11:commitment")
    },
    .init("J12:late/1", nil, [.yellow: march(4), .red: march(4)]) {
      try $0.receive()
      $0.today = march(4)
      let then = Moment(date: march(2), hour: 15, minute: 0)
      try $0.act(
        .accept(deferring: [], underCommitment: false), as: .counterClerk, late: .noted(at: then))
    } clear: {
      try $0.settle("J12:late/1")
    },
    .init("J15", "SJ", [.red: march(3)]) {
      try $0.examine()
      $0.today = march(3)
      var rules = $0.rules
      rules.earlierInQuota = ["YC202602270003"]
      let occasion = $0.occasion(of: .approver)
      $0.record(
        try $0.file.decide(
          .decide(.granted, text: "准予", basis: ""), occasion, under: rules), occasion.stamp)
    } clear: {
      try $0.settle("J15")
    },
  ]
}

extension Scenario {
  /// A supervisor finds that a card stands.
  mutating func settle(_ text: String) throws {
    guard let card = CardKey(text) else { return }
    try act(
      .supervise(.settleCard(card, .confirmed, text: "情况属实")), as: .supervisor)
  }
}

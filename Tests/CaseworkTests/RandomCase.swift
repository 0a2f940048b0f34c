import Casework
import TestSupport
import WorkCalendar

/// A case that people do all kinds of things to, sensible or not, as a seed has it.
struct RandomCase {
  struct Step {
    var command: CaseCommand
    var clerk: Clerk
    var events: [CaseEvent]
  }

  var scenario: Scenario
  private var random: SplitMix

  static let sheets: [ImplementationSheet] = [
    .foodLicence, .businessRecord, .jointApproval, .coolingOff, .referral, .charged,
  ]
  static let clerks: [Clerk] = [
    .counterClerk, .secondCounter, .township, .examiner, .secondExaminer, .approver,
    .fireExaminer, .fireApprover, .landExaminer, .release, .supervisor, .hallManager,
  ]

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    let sheet = Self.sheets.randomElement(using: &random) ?? .foodLicence
    scenario = Scenario(
      sheet, on: on(2025, 1, 6).advanced(by: .random(in: 0...360, using: &random)))
  }

  /// Tries something; nil if nobody in the hall may do it now.
  mutating func go() -> Step? {
    if Bool.random(using: &random) {
      scenario.today = scenario.today.advanced(by: .random(in: 0...6, using: &random))
    }
    let command = command()
    let late = lateEntry()
    for clerk in Self.clerks.shuffled(using: &random) {
      if let events = try? scenario.act(command, as: clerk, late: late), !events.isEmpty {
        return Step(command: command, clerk: clerk, events: events)
      }
    }
    return nil
  }

  /// Now and then an act is only written down after it happened.
  private mutating func lateEntry() -> LateEntry? {
    guard Int.random(in: 0..<10, using: &random) == 0 else { return nil }
    let last =
      scenario.file.lastActedAt ?? Moment(date: scenario.today, hour: 8, minute: 0)
    return .noted(at: last.adding(seconds: .random(in: 0...7200, using: &random)))
  }

  private mutating func command() -> CaseCommand {
    let endings = Int.random(in: 0..<12, using: &random) == 0 ? Self.endings : []
    let beside = Int.random(in: 0..<6, using: &random) == 0 ? Self.besideTheRoute : []
    return (commands() + endings + beside).randomElement(using: &random) ?? .claim
  }

  private static let endings: [CaseCommand] = [
    .withdraw(reason: "改变计划"), .terminate(cause: "主体注销"),
    .decline(.noPermitNeeded, reason: "不需要", basis: "办法", competentOrgan: ""),
  ]

  private static let besideTheRoute: [CaseCommand] = [
    .fee(.demand(fen: 12_000, reduction: "")), .fee(.recordPayment(fen: 12_000, receipt: "票1")),
    .rate(.give(.dissatisfied, detail: "等了很久", .evaluator)), .rate(.callBack(text: "已致歉")),
    .rate(.rectify(text: "已增设窗口")), .confirmReport(.accepted, receipt: "回执1"),
    .confirmReport(.decided, receipt: "回执2"),
    .checkCommitment(isFulfilled: true, text: "", officers: ["甲", "乙"]),
    .noteDefects([Defect(material: 1, kind: .incorrect, remark: "缺盖章")]),
  ]

  private mutating func commands() -> [CaseCommand] {
    switch scenario.file.stage {
    case nil: return [receipt()]
    case .received, .awaitingCorrection, .declined: return atTheCounter
    case .underExamination, .inSpecialProcedure, .suspended, .awaitingExaminationCorrection,
      .referredUpward:
      return inTheDepartment() + clock() + decision
    case .inProduction, .awaitingRelease, .posted, .concluded, .withdrawn, .terminated:
      return decision + atRelease
    }
  }

  private mutating func receipt() -> CaseCommand {
    var intake = scenario.completeIntake
    if Bool.random(using: &random), let last = intake.materials.indices.last {
      let index = Int.random(in: 0...last, using: &random)
      intake.materials[index].status =
        MaterialReceived.Status.allCases.randomElement(using: &random) ?? .missing
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      let deferrable = scenario.sheet.materials.filter(\.isDeferrable).map(\.number)
      intake.materials.removeAll { deferrable.contains($0.number) }
    }
    return .receive(Scenario.numbers, intake)
  }

  private var defects: [Defect] {
    scenario.sheet.materials.map {
      Defect(material: $0.number, kind: .incorrect, remark: "请重新提交")
    }
  }

  private var corrections: [MaterialReceived] {
    Scenario(scenario.sheet).completeIntake.materials
  }

  private var atTheCounter: [CaseCommand] {
    let deferrable = scenario.sheet.materials.filter(\.isDeferrable).map(\.number)
    return [
      .accept(deferring: [], underCommitment: false),
      .accept(deferring: [], underCommitment: true),
      .accept(deferring: deferrable, underCommitment: false),
      .requestCorrection(defects, workingDays: 8), .supplyMaterials(corrections),
      .decideOnTheSpot(text: "准予", certificateNumber: "证1"), .lapse, .claim,
    ]
  }

  private mutating func inTheDepartment() -> [CaseCommand] {
    let step = scenario.file.currentStep ?? 0
    let verdict = OpinionVerdict.allCases.randomElement(using: &random) ?? .agree
    let opinion = CaseCommand.recordOpinion(
      step: step, verdict, text: "意见", officers: ["甲", "乙"])
    return [
      opinion, opinion, opinion, .claim, .giveBack(reason: "轮换"),
      .returnToStep(.random(in: -1...2, using: &random), reason: "需要重做"),
      .referUpward(organ: "市局", opinion: "同意"),
      .answerReferral(
        Verdict.allCases.randomElement(using: &random) ?? .granted, text: "批复",
        documentNumber: "市〔2026〕1号"),
    ]
  }

  private mutating func clock() -> [CaseCommand] {
    let kind: SpecialProcedureKind = Bool.random(using: &random) ? .inspection : .expertReview
    let end = scenario.today.advanced(by: .random(in: -1...40, using: &random))
    return [
      .startSpecialProcedure(kind, plannedEnd: end, reason: "需要"),
      .endSpecialProcedure(outcome: "通过"), .suspend(cause: "等待"), .resume,
      .requestExaminationCorrection(defects, workingDays: 5),
      .supplyExaminationCorrection(corrections),
      .extend(workingDays: .random(in: 0...16, using: &random), reason: "复杂"),
    ]
  }

  private var decision: [CaseCommand] {
    let late = scenario.sheet.materials.filter(\.isDeferrable).map {
      CaseCommand.supplyDeferredMaterial(
        MaterialReceived(number: $0.number, status: .electronic))
    }
    return late + [
      .decide(.granted, text: "准予", basis: ""), .decide(.refused, text: "不符合", basis: "办法"),
      .produceCertificate(number: "证1"),
    ]
  }

  private var atRelease: [CaseCommand] {
    [
      .handOver(.legalRepresentative, witness: ""), .handOver(.applicant, witness: ""),
      .post(carrier: "邮政", waybill: "EX1", address: "城关镇"), .confirmDelivery(signedBy: "李明示"),
      .takePostBack(reason: "无人签收"),
      .reprint(.receipt, number: "收1号"),
    ]
  }
}

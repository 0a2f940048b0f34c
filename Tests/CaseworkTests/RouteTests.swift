import Casework
import TestSupport
import Testing
import WorkCalendar

/// The published route: no step is skipped, no department forgotten.
@Suite struct RouteTests {
  private func agree(_ step: Int, officers: [String] = []) -> CaseCommand {
    .recordOpinion(step: step, .agree, text: "", officers: officers)
  }

  @Test func `the steps come one after the other`() throws {
    var scenario = Scenario()
    try scenario.accept()
    #expect(scenario.file.currentStep == 0)
    #expect(
      scenario.refusal(of: agree(1), as: .examiner) == .wrongStep(.examination))
    let events = try scenario.act(agree(0, officers: ["石审", "宋审"]), as: .examiner)
    #expect(Scenario.names(events) == ["opinionRecorded", "stepStarted"])
    #expect(scenario.file.currentStep == 1)
    let decide = CaseCommand.decide(.granted, text: "", basis: "")
    #expect(scenario.refusal(of: decide, as: .approver) == .opinionsAwaited(["SJ"]))
  }

  @Test func `each step has its own date`() throws {
    var scenario = Scenario()
    try scenario.accept()
    #expect(scenario.file.stepRecord?.due?.on == on(2026, 3, 9))
    scenario.today = on(2026, 3, 5)
    try scenario.agree()
    #expect(scenario.file.stepRecord?.due?.on == on(2026, 3, 10))
    #expect(scenario.file.steps[0].completedOn == on(2026, 3, 5))
  }

  @Test func `two officers go to look`() throws {
    var scenario = Scenario()
    try scenario.accept()
    for officers in [[], ["石审"], ["石审", "  "], ["石审", "石审"]] {
      #expect(
        scenario.refusal(of: agree(0, officers: officers), as: .examiner) == .officersMissing(2))
    }
  }

  @Test func `a decision waits for every department consulted`() throws {
    var scenario = Scenario(.jointApproval)
    try scenario.accept()
    #expect(scenario.file.awaited == ["SJ", "XF", "ZR"])
    try scenario.act(agree(0), as: .landExaminer)
    try scenario.act(agree(0), as: .examiner)
    let decide = CaseCommand.decide(.granted, text: "", basis: "")
    #expect(scenario.refusal(of: decide, as: .approver) == .opinionsAwaited(["XF"]))
    let last = try scenario.act(agree(0), as: .fireExaminer)
    #expect(Scenario.names(last) == ["opinionRecorded", "stepStarted"])
    #expect(scenario.refusal(of: decide, as: .approver) == nil)
  }

  @Test func `a department consulted has its own limit where the route gives one`() throws {
    var scenario = Scenario(.jointApproval)
    try scenario.accept()
    #expect(scenario.file.stepRecord?.due(of: "XF")?.on == on(2026, 3, 16))
    #expect(scenario.file.stepRecord?.due(of: "ZR")?.on == on(2026, 3, 30))
  }

  @Test func `a department that is not on the step has no say`() throws {
    var scenario = Scenario()
    try scenario.accept()
    for command in [agree(0), .claim, .suspend(cause: "x"), .returnToStep(0, reason: "x")] {
      #expect(scenario.refusal(of: command, as: .fireApprover) == .notYourDepartment("SJ"))
    }
  }

  @Test func `a department speaks once`() throws {
    var scenario = Scenario(.jointApproval)
    try scenario.accept()
    try scenario.act(agree(0), as: .examiner)
    let other = CaseCommand.recordOpinion(step: 0, .disagree, text: "不同意", officers: [])
    #expect(scenario.refusal(of: other, as: .examiner) == .opinionAlreadyRecorded("SJ"))
    #expect(scenario.refusal(of: agree(0), as: .secondExaminer) == .opinionAlreadyRecorded("SJ"))
    #expect(scenario.refusal(of: .claim, as: .secondExaminer) == .opinionAlreadyRecorded("SJ"))
  }

  @Test(arguments: [OpinionVerdict.disagree, .agreeWithConditions])
  func `who does not simply agree says why`(verdict: OpinionVerdict) throws {
    var scenario = Scenario(.jointApproval)
    try scenario.accept()
    let command = CaseCommand.recordOpinion(step: 0, verdict, text: " ", officers: [])
    #expect(scenario.refusal(of: command, as: .fireExaminer) == .reasonMissing)
  }

  @Test func `a task that a colleague holds is not taken over`() throws {
    var scenario = Scenario()
    try scenario.accept()
    try scenario.act(.claim, as: .examiner)
    let claim = try #require(scenario.file.stepRecord?.claim(of: "SJ"))
    for command in [.claim, agree(0, officers: ["甲", "乙"]), .giveBack(reason: "")] {
      #expect(
        scenario.refusal(of: command, as: .secondExaminer) == .claimedBy("SJ1", at: claim.at))
    }
    try scenario.act(.giveBack(reason: ""), as: .examiner)
    #expect(scenario.refusal(of: .claim, as: .secondExaminer) == nil)
    #expect(scenario.refusal(of: .giveBack(reason: ""), as: .examiner) == .notClaimed)
  }

  @Test func `a supervisor frees a task with a reason`() throws {
    var scenario = Scenario()
    try scenario.accept()
    try scenario.act(.claim, as: .examiner)
    let free = CaseCommand.freeClaim("SJ", reason: "石审请假")
    #expect(scenario.refusal(of: .freeClaim("SJ", reason: ""), as: .supervisor) == .reasonMissing)
    try scenario.act(free, as: .supervisor)
    #expect(scenario.file.stepRecord?.claims.isEmpty == true)
  }

  @Test func `a period of waiting is waited for, and does not count`() throws {
    var scenario = Scenario(.coolingOff, on: on(2026, 1, 20))
    try scenario.accept()
    #expect(scenario.file.due?.on == on(2026, 2, 24))
    scenario.today = on(2026, 2, 24)
    #expect(
      scenario.refusal(of: agree(0), as: .examiner)
        == .waitingPeriodRuns(until: on(2026, 2, 24)))
    scenario.today = on(2026, 2, 25)
    let events = try scenario.act(agree(0), as: .examiner)
    #expect(Scenario.names(events) == ["opinionRecorded", "resumed", "stepStarted"])
    #expect(scenario.file.committedDue?.on == on(2026, 3, 10))
    #expect(scenario.file.openStop == nil)
  }

  @Test func `no procedure is started inside a time that does not count`() throws {
    var scenario = Scenario(.coolingOff)
    try scenario.accept()
    let review = CaseCommand.startSpecialProcedure(
      .expertReview, plannedEnd: on(2026, 4, 8), reason: "x")
    #expect(scenario.refusal(of: review, as: .examiner) == .wrongStep(.waitingPeriod))
    #expect(scenario.refusal(of: .suspend(cause: "x"), as: .approver) == .wrongStep(.waitingPeriod))
  }

  @Test func `the higher authority decides, the county answers as it says`() throws {
    var scenario = Scenario(.referral)
    try scenario.accept()
    try scenario.agree()
    let refer = CaseCommand.referUpward(organ: "示范市文化和旅游局", opinion: "初审同意")
    try scenario.act(refer, as: .examiner)
    #expect(scenario.file.stage == .referredUpward)
    #expect(scenario.file.due?.on == on(2026, 3, 16))
    let answer = CaseCommand.answerReferral(.refused, text: "场地不合格", documentNumber: "市文〔2026〕8号")
    let events = try scenario.act(answer, as: .examiner)
    #expect(Scenario.names(events) == ["referralAnswered", "stepStarted"])
    let grant = CaseCommand.decide(.granted, text: "", basis: "")
    #expect(scenario.refusal(of: grant, as: .approver) == .upperLevelDecidedOtherwise(.refused))
    try scenario.refuse()
    #expect(scenario.file.decision?.verdict == .refused)
  }

  @Test func `a referral names whom it goes to, its answer the document it came in`() throws {
    var scenario = Scenario(.referral)
    try scenario.accept()
    try scenario.agree()
    let refusal = { (command: CaseCommand) in scenario.refusal(of: command, as: .examiner) }
    #expect(refusal(.referUpward(organ: " ", opinion: "同意")) == .organMissing)
    #expect(refusal(.referUpward(organ: "市局", opinion: "")) == .reasonMissing)
    #expect(
      refusal(.answerReferral(.granted, text: "", documentNumber: "1"))
        == .notAwaited(.underExamination))
    try scenario.act(.referUpward(organ: "市局", opinion: "同意"), as: .examiner)
    let later = { (command: CaseCommand) in scenario.refusal(of: command, as: .examiner) }
    #expect(
      later(.answerReferral(.granted, text: "", documentNumber: "")) == .documentNumberMissing)
    #expect(later(.answerReferral(.refused, text: "", documentNumber: "1")) == .reasonMissing)
  }

  @Test func `a referral that is sent back loses its answer`() throws {
    var scenario = Scenario(.referral)
    try scenario.accept()
    try scenario.agree()
    let answer = CaseCommand.answerReferral(.granted, text: "", documentNumber: "市文〔2026〕8号")
    try scenario.act(.referUpward(organ: "市局", opinion: "同意"), as: .examiner)
    try scenario.act(answer, as: .examiner)
    try scenario.act(.returnToStep(0, reason: "方案有重大变更"), as: .approver)
    #expect(scenario.file.referralAnswer == nil)
    try scenario.agree()
    try scenario.act(.referUpward(organ: "市局", opinion: "同意"), as: .examiner)
    #expect(Scenario.names(try scenario.act(answer, as: .examiner)).first == "referralAnswered")
  }

  @Test func `a step goes back to an earlier one with a reason, and is done again`() throws {
    var scenario = Scenario()
    try scenario.examine()
    #expect(scenario.refusal(of: .returnToStep(0, reason: ""), as: .approver) == .reasonMissing)
    for target in [-1, 2, 7] {
      #expect(
        scenario.refusal(of: .returnToStep(target, reason: "x"), as: .approver)
          == .cannotReturnTo(target))
    }
    try scenario.act(.returnToStep(1, reason: "审查意见不完整"), as: .approver)
    #expect(scenario.file.currentStep == 1)
    #expect(scenario.file.awaited == ["SJ"])
    #expect(scenario.file.steps[0].opinions.count == 1)
    try scenario.agree()
    #expect(scenario.file.step?.kind == .decision)
  }

  @Test func `only the lead sends a step back`() throws {
    var scenario = Scenario(.jointApproval)
    scenario.sheet.route.insert(ImplementationSheet.foodLicence.route[1], at: 0)
    try scenario.accept()
    try scenario.agree()
    let back = CaseCommand.returnToStep(0, reason: "需要重新审查")
    #expect(scenario.refusal(of: back, as: .fireExaminer) == .notYourDepartment("SJ"))
    #expect(scenario.refusal(of: back, as: .examiner) == nil)
  }

  @Test func `the clock runs again when a period of waiting is sent back`() throws {
    var scenario = Scenario(.coolingOff)
    scenario.sheet.route.insert(ImplementationSheet.foodLicence.route[1], at: 0)
    try scenario.accept()
    try scenario.agree()
    #expect(scenario.file.openStop?.kind == .step)
    try scenario.act(.returnToStep(0, reason: "申请书有误"), as: .examiner)
    #expect(scenario.file.openStop == nil)
    #expect(scenario.file.currentStep == 0)
  }
}

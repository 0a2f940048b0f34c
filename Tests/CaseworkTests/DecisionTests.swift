import Casework
import TestSupport
import Testing
import WorkCalendar

@Suite struct DecisionTests {
  static let grant = CaseCommand.decide(.granted, text: "准予经营", basis: "")

  @Test func `a grant goes to production, its certificate to release`() throws {
    var scenario = Scenario()
    try scenario.examine()
    #expect(
      Scenario.names(try scenario.act(Self.grant, as: .approver)) == ["decided", "stepStarted"])
    #expect(scenario.file.stage == .inProduction)
    #expect(scenario.file.decision?.basis == scenario.sheet.basis)
    #expect(scenario.file.due?.on == on(2026, 3, 16))
    try scenario.act(.produceCertificate(number: "JY1"), as: .examiner)
    #expect(scenario.file.stage == .awaitingRelease)
    #expect(scenario.file.certificate?.validity == "5年")
  }

  @Test func `a decision is served within ten working days`() throws {
    var scenario = Scenario(on: on(2025, 12, 25))
    try scenario.examine()
    try scenario.grant()
    #expect(scenario.file.due?.on == on(2026, 1, 9))
  }

  @Test func `a refusal has reasons and a basis, and goes to release too`() throws {
    var scenario = Scenario()
    try scenario.examine()
    let refusal = { (command: CaseCommand) in scenario.refusal(of: command, as: .approver) }
    #expect(refusal(.decide(.refused, text: "", basis: "办法第一条")) == .reasonMissing)
    #expect(refusal(.decide(.refused, text: "不符合", basis: "")) == .basisMissing)
    try scenario.refuse()
    #expect(scenario.file.stage == .awaitingRelease)
    #expect(scenario.file.certificate == nil)
  }

  @Test func `an examiner does not decide`() throws {
    var scenario = Scenario()
    try scenario.examine()
    #expect(scenario.refusal(of: Self.grant, as: .examiner) == .roleMayNot(.examiner))
  }

  @Test func `another department does not decide`() throws {
    var scenario = Scenario()
    try scenario.examine()
    #expect(scenario.refusal(of: Self.grant, as: .fireApprover) == .notYourDepartment("SJ"))
  }

  @Test func `who took the case in does not decide it`() throws {
    var scenario = Scenario()
    try scenario.examine()
    var clerk = Clerk.approver
    clerk.id = Clerk.counterClerk.id
    #expect(scenario.refusal(of: Self.grant, as: clerk) == .tookTheCaseIn(clerk.id))
  }

  @Test func `a decision stands`() throws {
    var scenario = Scenario()
    try scenario.examine()
    try scenario.grant()
    let refuse = CaseCommand.decide(.refused, text: "不符合", basis: "办法")
    #expect(scenario.refusal(of: refuse, as: .approver) == .alreadyDecided(.granted))
    #expect(
      scenario.refusal(of: .withdraw(reason: "x"), as: .counterClerk) == .alreadyDecided(.granted))
    #expect(
      scenario.refusal(of: .terminate(cause: "x"), as: .approver) == .alreadyDecided(.granted))
    #expect(
      scenario.refusal(of: .extend(workingDays: 1, reason: "x"), as: .approver)
        == .alreadyDecided(.granted))
  }

  @Test func `a certificate has a number and is produced after the grant`() throws {
    var scenario = Scenario()
    try scenario.examine()
    let produce = CaseCommand.produceCertificate(number: "JY1")
    #expect(scenario.refusal(of: produce, as: .examiner) == .notAwaited(.underExamination))
    try scenario.grant()
    #expect(
      scenario.refusal(of: .produceCertificate(number: " "), as: .examiner)
        == .certificateNumberMissing)
  }
}

/// How a case ends without a decision.
@Suite struct EndingTests {
  @Test func `an applicant withdraws before the decision, in the middle of anything`() throws {
    var scenario = Scenario()
    try scenario.accept()
    try scenario.act(
      .startSpecialProcedure(.inspection, plannedEnd: on(2026, 3, 9), reason: "需要检验"),
      as: .examiner)
    #expect(scenario.refusal(of: .withdraw(reason: ""), as: .counterClerk) == .reasonMissing)
    try scenario.act(.withdraw(reason: "改变经营计划"), as: .counterClerk)
    #expect(scenario.file.stage == .withdrawn)
    #expect(scenario.refusal(of: .claim, as: .examiner) == .caseEnded(.withdrawn))
  }

  @Test func `the department that decides terminates, for a cause, after acceptance`() throws {
    var scenario = Scenario()
    try scenario.receive()
    let terminate = CaseCommand.terminate(cause: "申请人已经注销")
    #expect(scenario.refusal(of: terminate, as: .approver) == .notYetAccepted)
    try scenario.act(IntakeTests.accept, as: .counterClerk)
    #expect(scenario.refusal(of: terminate, as: .fireApprover) == .notYourDepartment("SJ"))
    #expect(scenario.refusal(of: terminate, as: .examiner) == .roleMayNot(.examiner))
    #expect(scenario.refusal(of: .terminate(cause: " "), as: .approver) == .reasonMissing)
    try scenario.act(terminate, as: .approver)
    #expect(scenario.file.ending == .terminated(on(2026, 3, 2), cause: "申请人已经注销"))
  }

  @Test(arguments: [
    CaseCommand.receive(Scenario.numbers, Scenario(.businessRecord).completeIntake),
    IntakeTests.accept, .supplyMaterials([]), .claim, .resume, .lapse,
    .terminate(cause: "x"), .withdraw(reason: "x"), .post(carrier: "", waybill: "1", address: "x"),
  ])
  func `what was declined stays declined`(command: CaseCommand) throws {
    var scenario = Scenario()
    try scenario.receive()
    try scenario.act(
      .decline(.noPermitNeeded, reason: "不需要许可", basis: "办法第三条", competentOrgan: ""),
      as: .counterClerk)
    let before = scenario.file
    for clerk in [Clerk.counterClerk, .approver, .release] {
      #expect(scenario.refusal(of: command, as: clerk) != nil)
    }
    #expect(scenario.file == before && scenario.file.due == nil)
  }
}

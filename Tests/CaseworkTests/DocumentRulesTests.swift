import Casework
import TestSupport
import Testing
import WorkCalendar

/// Which paper an act leaves behind.
@Suite struct DocumentRulesTests {
  private func kinds(
    after command: CaseCommand, by clerk: Clerk, in scenario: inout Scenario
  ) throws -> [DocumentKind] {
    let events = try scenario.act(command, as: clerk)
    return DocumentRules.documents(after: events, file: scenario.file)
  }

  @Test(arguments: [
    (
      CaseCommand.requestCorrection(Scenario.defects, workingDays: 5),
      [DocumentKind.correctionNotice]
    ),
    (.decline(.other, reason: "不符合", basis: "办法", competentOrgan: ""), [.declineDecision]),
    (IntakeTests.accept, [.acceptanceNotice, .counterHandover]),
    (.withdraw(reason: "改变计划"), [.terminationNotice]),
  ])
  func `each end of an intake prints its document`(
    command: CaseCommand, printed: [DocumentKind]
  ) throws {
    var scenario = Scenario()
    #expect(
      try kinds(
        after: .receive(Scenario.numbers, scenario.completeIntake), by: .counterClerk,
        in: &scenario) == [.receipt])
    #expect(try kinds(after: command, by: .counterClerk, in: &scenario) == printed)
  }

  @Test func `an intake that is accepted in the same act prints no receipt`() throws {
    var scenario = Scenario()
    try scenario.accept()
    let events = scenario.history.map(\.0)
    #expect(
      DocumentRules.documents(after: events, file: scenario.file)
        == [.acceptanceNotice, .counterHandover])
  }

  @Test func `what was granted at the counter prints the decision and goes to release`() throws {
    var scenario = Scenario(.businessRecord)
    try scenario.receive()
    #expect(
      try kinds(
        after: .decideOnTheSpot(text: "准", certificateNumber: "1"), by: .counterClerk,
        in: &scenario) == [.grantDecision, .certificateHandover])
  }

  @Test func `promises are printed with the acceptance`() throws {
    var scenario = Scenario()
    try scenario.receive {
      $0.materials[4].status = .missing
      $0.materials[5].status = .committed
    }
    #expect(
      try kinds(
        after: .accept(deferring: [5], underCommitment: true), by: .counterClerk, in: &scenario)
        == [
          .acceptanceNotice, .deferredMaterialUndertaking, .notifiedCommitment, .counterHandover,
        ])
    let late = MaterialReceived(number: 5, status: .electronic)
    #expect(
      try kinds(after: .supplyDeferredMaterial(late), by: .counterClerk, in: &scenario)
        == [.correctionReceipt])
  }

  @Test func `whatever stops or lengthens the clock is told in writing`() throws {
    var scenario = Scenario()
    try scenario.accept()
    let acts: [(CaseCommand, Clerk, [DocumentKind])] = [
      (
        .startSpecialProcedure(.inspection, plannedEnd: on(2026, 3, 9), reason: "检验"), .examiner,
        [.specialProcedureNotice]
      ),
      (.endSpecialProcedure(outcome: "合格"), .examiner, []),
      (.suspend(cause: "等待判决"), .approver, [.suspensionNotice]),
      (.resume, .approver, [.suspensionNotice]),
      (
        .requestExaminationCorrection(Scenario.defects, workingDays: 5), .examiner,
        [.correctionNotice]
      ),
      (.supplyExaminationCorrection(Scenario.corrections), .counterClerk, [.correctionReceipt]),
      (.extend(workingDays: 3, reason: "复杂"), .approver, [.extensionNotice]),
    ]
    for (command, clerk, printed) in acts {
      #expect(try kinds(after: command, by: clerk, in: &scenario) == printed)
    }
  }

  @Test(arguments: [
    (DocumentKind.hearingNotice, [DocumentKind.specialProcedureNotice, .hearingNotice]),
    (.feeNotice, [.feeNotice]), (.postalConfirmation, [.postalConfirmation]),
    (.jointOpinionSummary, [.jointOpinionSummary]), (.satisfactionReceipt, [.satisfactionReceipt]),
    (.followUpOrder, [.satisfactionReceipt, .followUpOrder]),
  ])
  func `what was asked, posted, said or rated is printed`(
    kind: DocumentKind, printed: [DocumentKind]
  ) throws {
    let scenario = try Cases.of(kind)
    let last = scenario.history.last { entry in
      switch entry.0 {
      case .stepStarted, .documentIssued: false
      default: true
      }
    }
    let event = try #require(last?.0)
    #expect(DocumentRules.documents(after: [event], file: scenario.file) == printed)
  }

  @Test func `several opinions are summed up once the last of them is there`() throws {
    var scenario = Scenario(.jointApproval)
    try scenario.accept()
    let step = try #require(scenario.file.currentStep)
    let departments = scenario.file.awaited
    #expect(departments.count > 1)
    for department in departments {
      let printed = try kinds(
        after: .recordOpinion(step: step, .agree, text: "", officers: ["石审", "宋审"]),
        by: Scenario.examiner(of: department), in: &scenario)
      #expect(printed == (department == departments.last ? [.jointOpinionSummary] : []))
    }
  }

  @Test func `a period of waiting that ends tells nobody`() throws {
    var scenario = Scenario(.coolingOff)
    try scenario.accept()
    scenario.today = on(2026, 4, 2)
    #expect(
      try kinds(
        after: .recordOpinion(step: 0, .agree, text: "", officers: []), by: .examiner,
        in: &scenario) == [])
  }

  @Test func `a decision is printed, the result handed on and its service recorded`() throws {
    var scenario = Scenario()
    try scenario.examine()
    let acts: [(CaseCommand, Clerk, [DocumentKind])] = [
      (DecisionTests.grant, .approver, [.grantDecision]),
      (.produceCertificate(number: "JY1"), .examiner, [.certificateHandover]),
      (ReleaseTests.post, .release, [.postalConfirmation]),
      (.confirmDelivery(signedBy: "李明示"), .release, [.serviceRecord]),
    ]
    for (command, clerk, printed) in acts {
      #expect(try kinds(after: command, by: clerk, in: &scenario) == printed)
    }
  }

  @Test func `a refusal goes to release without a certificate`() throws {
    var scenario = Scenario()
    try scenario.examine()
    let refuse = CaseCommand.decide(.refused, text: "不符合", basis: "办法")
    #expect(
      try kinds(after: refuse, by: .approver, in: &scenario)
        == [.refusalDecision, .certificateHandover])
  }
}

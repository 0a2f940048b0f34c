import Casework
import TestSupport
import WorkCalendar

private let accept = CaseCommand.accept(deferring: [], underCommitment: false)
private let agree = CaseCommand.recordOpinion(step: 0, .agree, text: "", officers: ["甲", "乙"])
private let grant = CaseCommand.decide(.granted, text: "", basis: "")
private let wrongNumber = Identity(kind: .residentID, number: "532301199003070128")
private let morning = Moment(date: on(2026, 3, 2), hour: 9, minute: 2)

private func receive(
  _ sheet: ImplementationSheet = .foodLicence, _ change: (inout Intake) -> Void = { _ in }
) -> CaseCommand {
  var intake = Scenario(sheet).completeIntake
  change(&intake)
  return .receive(Scenario.numbers, intake)
}

private func handOver(_ change: (inout Recipient) -> Void) -> CaseCommand {
  var recipient = Recipient.legalRepresentative
  change(&recipient)
  return .handOver(recipient, witness: "")
}

private func somebody(_ clerk: Clerk, isDisabled: Bool = false, called id: ClerkID) -> Clerk {
  var clerk = clerk
  (clerk.isDisabled, clerk.id) = (isDisabled, id)
  return clerk
}

@Sendable private func nothing(_ scenario: inout Scenario) {}
@Sendable private func received(_ scenario: inout Scenario) throws { try scenario.receive() }
@Sendable private func accepted(_ scenario: inout Scenario) throws { try scenario.accept() }
@Sendable private func examined(_ scenario: inout Scenario) throws { try scenario.examine() }
@Sendable private func produced(_ scenario: inout Scenario) throws { try scenario.produce() }
@Sendable private func corrected(_ scenario: inout Scenario) throws {
  try scenario.requestCorrection()
}

extension Provocation {
  static let people: [Provocation] = [
    .init(.roleMayNot(.release), .release, accept, received),
    .init(.stepIsForApprover, .examiner, .claim, examined),
    .init(.notYourDepartment("SJ"), .fireExaminer, agree, accepted),
    .init(.tookTheCaseIn("C01"), somebody(.approver, called: "C01"), grant, examined),
    .init(.examinedTheCase("SJ9"), .approver, grant) {
      try $0.accept()
      try $0.act(agree, as: .approver)
      try $0.agree()
    },
    .init(
      .tookPartInDecision("SJ9"), somebody(.release, called: "SJ9"), handOver { _ in }, produced),
    .init(
      .clerkDisabled("C01"), somebody(.counterClerk, isDisabled: true, called: "C01"), receive(),
      nothing),
    .init(.townshipMayNotTakeIn, .township, receive(), nothing),
  ]

  static let states: [Provocation] = [
    .init(.alreadyReceived, .counterClerk, receive { $0.applicant.phone = "1" }, received),
    .init(.notYetReceived, .counterClerk, accept, nothing),
    .init(.notAwaited(.received), .counterClerk, .lapse, received),
    .init(.notYetAccepted, .examiner, .claim, received),
    .init(
      .alreadyAccepted, .counterClerk, .accept(deferring: [], underCommitment: true), accepted),
    .init(.alreadyDecided(.granted), .counterClerk, .withdraw(reason: "x"), produced),
    .init(.caseEnded(.withdrawn), .examiner, .claim) {
      try $0.accept()
      try $0.act(.withdraw(reason: "改变计划"), as: .counterClerk)
    },
    .init(.caseClosed(2024), .counterClerk, .reprint(.acceptanceNotice, number: "x")) {
      try $0.accept()
      try $0.act(.withdraw(reason: "改变计划"), as: .counterClerk)
      $0.close(in: 2024)
    },
    .init(.clockStopped(.suspended), .examiner, .claim) {
      try $0.accept()
      try $0.act(.suspend(cause: "等待判决"), as: .approver)
    },
    .init(.clockRuns, .approver, .resume, accepted),
  ]

  static let intake: [Provocation] = [
    .init(.applicantNameMissing, .counterClerk, receive { $0.applicant.name = " " }, nothing),
    .init(
      .identityWrong(.checkDigit), .counterClerk, receive { $0.applicant.identity = wrongNumber },
      nothing),
    .init(
      .agentNameMissing, .counterClerk,
      receive { $0.agent = Agent(name: "", identity: Agent.helper.identity) }, nothing),
    .init(
      .agentIdentityWrong(.checkDigit), .counterClerk,
      receive { $0.agent = Agent(name: "张代办", identity: wrongNumber) }, nothing),
    .init(
      .wrongAudience(.persons), .counterClerk, receive(), under: .coolingOff, nothing),
    .init(.fieldsMissing(["premises"]), .counterClerk, accept) {
      try $0.receive { $0.fields = [] }
    },
    .init(
      .fieldWrong("opening"), .counterClerk,
      receive { $0.fields.append(FieldValue(key: "opening", value: "2026-02-30")) }, nothing),
    .init(
      .unknownField("colour"), .counterClerk,
      receive { $0.fields.append(FieldValue(key: "colour", value: "红")) }, nothing),
    .init(
      .unknownMaterial(9), .counterClerk,
      receive { $0.materials.append(MaterialReceived(number: 9, status: .received)) }, nothing),
    .init(.materialsMissing([2]), .counterClerk, accept) {
      try $0.receive { $0.materials[1].status = .missing }
    },
    .init(.materialsDefective([2]), .counterClerk, accept) {
      try $0.receive { $0.materials[1].status = .defective }
    },
    .init(.originalsNotChecked([4]), .counterClerk, accept) {
      try $0.receive { $0.materials[3].isCheckedAgainstOriginal = false }
    },
    .init(
      .notDeferrable([1]), .counterClerk, .accept(deferring: [1], underCommitment: false),
      received),
    .init(
      .commitmentNotOffered, .counterClerk, .accept(deferring: [], underCommitment: true)
    ) {
      $0.sheet.allowsNotifiedCommitment = false
      try $0.receive()
    },
    .init(
      .notReplaceableByCommitment([1]), .counterClerk,
      .accept(deferring: [], underCommitment: true)
    ) { try $0.receive { $0.materials[0].status = .committed } },
    .init(
      .notDecidedOnTheSpot, .counterClerk, .decideOnTheSpot(text: "", certificateNumber: "1"),
      received),
    .init(.defectsMissing, .counterClerk, .requestCorrection([], workingDays: 5), received),
    .init(
      .defectsLeftOut([1]), .counterClerk,
      .requestCorrection(Scenario.defects, workingDays: 5)
    ) { try $0.receive { $0.materials[0].status = .defective } },
    .init(
      .deemedAccepted(since: on(2026, 3, 2)), .counterClerk,
      .requestCorrection(Scenario.defects, workingDays: 5)
    ) {
      try $0.receive()
      $0.today = on(2026, 3, 10)
    },
    .init(.stillInTime(until: on(2026, 3, 16)), .counterClerk, .lapse, corrected),
    .init(
      .notDeferred(1), .counterClerk,
      .supplyDeferredMaterial(MaterialReceived(number: 1, status: .electronic)), accepted),
    .init(.deferredMaterialsOutstanding([5]), .approver, grant) {
      try $0.accept(deferring: [5]) { $0.materials[4].status = .missing }
      try $0.agree()
      try $0.agree()
    },
    .init(.reasonMissing, .counterClerk, .withdraw(reason: " "), received),
    .init(
      .textUnfit(.reason, .unseen), .counterClerk, .withdraw(reason: "\u{1B}[2J"), received),
    .init(
      .basisMissing, .counterClerk,
      .decline(.other, reason: "不符合", basis: "", competentOrgan: ""), received),
    .init(
      .competentOrganMissing, .counterClerk,
      .decline(.notThisOrgan, reason: "不属于", basis: "办法", competentOrgan: ""), received),
  ]

  static let route: [Provocation] = [
    .init(.claimedBy("SJ1", at: morning), .secondExaminer, .claim) {
      try $0.accept()
      try $0.act(.claim, as: .examiner)
    },
    .init(.notClaimed, .examiner, .giveBack(reason: ""), accepted),
    .init(
      .opinionAlreadyRecorded("SJ"), .examiner,
      .recordOpinion(step: 0, .disagree, text: "不同意", officers: []), under: .jointApproval
    ) {
      try $0.accept()
      try $0.act(.recordOpinion(step: 0, .agree, text: "", officers: []), as: .examiner)
    },
    .init(.opinionsAwaited(["SJ"]), .approver, grant, accepted),
    .init(
      .wrongStep(.decision), .approver, .referUpward(organ: "市局", opinion: "同意"), examined),
    .init(.cannotReturnTo(0), .examiner, .returnToStep(0, reason: "x"), accepted),
    .init(
      .officersMissing(2), .examiner, .recordOpinion(step: 0, .agree, text: "", officers: []),
      accepted),
    .init(
      .waitingPeriodRuns(until: on(2026, 4, 1)), .examiner, agree, under: .coolingOff, accepted),
    .init(
      .specialProcedureNotListed(.auction), .examiner,
      .startSpecialProcedure(.auction, plannedEnd: on(2026, 4, 1), reason: "x"), accepted),
    .init(
      .examinationCorrectionNotAllowed, .examiner,
      .requestExaminationCorrection(Scenario.defects, workingDays: 5)
    ) {
      $0.sheet.allowsExaminationCorrection = false
      try $0.accept()
    },
    .init(
      .dateNotAfter(on(2026, 3, 2)), .examiner,
      .startSpecialProcedure(.inspection, plannedEnd: on(2026, 3, 2), reason: "x"), accepted),
    .init(
      .dateTooFar(on(2036, 3, 2)), .examiner,
      .startSpecialProcedure(.inspection, plannedEnd: on(2036, 3, 2), reason: "x"), accepted),
    .init(
      .organMissing, .examiner, .referUpward(organ: "", opinion: "同意"), under: .referral, examined),
    .init(
      .documentNumberMissing, .examiner,
      .answerReferral(.granted, text: "", documentNumber: " "), under: .referral, referred),
    .init(.alreadyExtended, .approver, .extend(workingDays: 2, reason: "复杂")) {
      try $0.accept()
      try $0.act(.extend(workingDays: 1, reason: "复杂"), as: .approver)
    },
    .init(.extensionTooLong(10), .approver, .extend(workingDays: 11, reason: "复杂"), accepted),
    .init(.pastDue(on(2026, 3, 16)), .approver, .extend(workingDays: 1, reason: "复杂")) {
      try $0.accept()
      $0.today = on(2026, 3, 17)
    },
    .init(.upperLevelDecidedOtherwise(.refused), .approver, grant, under: .referral) {
      try referred(&$0)
      try $0.act(
        .answerReferral(.refused, text: "不同意", documentNumber: "市文〔2026〕8号"), as: .examiner)
    },
    .init(.certificateNumberMissing, .examiner, .produceCertificate(number: "")) {
      try $0.examine()
      try $0.grant()
    },
  ]

  @Sendable private static func referred(_ scenario: inout Scenario) throws {
    try scenario.examine()
    try scenario.act(.referUpward(organ: "市局", opinion: "同意"), as: .examiner)
  }

  static let release: [Provocation] = [
    .init(.recipientNotApplicant, .release, handOver { $0.name = "别人" }, produced),
    .init(
      .recipientIdentityWrong(.checkDigit), .release, handOver { $0.identity = wrongNumber },
      produced),
    .init(.deliveryByPostNotOffered, .release, .post(carrier: "", waybill: "1", address: "x")) {
      $0.sheet.deliveryMethods = [.counter]
      try $0.produce()
    },
    .init(.waybillMissing, .release, .post(carrier: "", waybill: "", address: "x"), produced),
    .init(.addressMissing, .release, .post(carrier: "", waybill: "1", address: ""), produced),
    .init(.signatureMissing, .release, handOver { $0.name = "" }, produced),
    .init(.noSuchDocument("受1号"), .counterClerk, .reprint(.receipt, number: "受1号"), accepted),
  ]
}

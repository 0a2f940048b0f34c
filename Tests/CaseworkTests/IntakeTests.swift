import Casework
import TestSupport
import Testing
import WorkCalendar

@Suite struct IntakeTests {
  static let accept = CaseCommand.accept(deferring: [], underCommitment: false)

  @Test func `taking in starts the five days of the notice and no limit`() throws {
    var scenario = Scenario()
    try scenario.receive()
    #expect(scenario.file.stage == .received)
    #expect(scenario.file.due?.on == on(2026, 3, 9))
    #expect(scenario.file.committedDue == nil && scenario.file.statutoryDue == nil)
  }

  static let ends: [(ImplementationSheet, CaseCommand, [String], CaseStage)] = [
    (.foodLicence, accept, ["accepted", "stepStarted"], .underExamination),
    (
      .foodLicence, .requestCorrection(Scenario.defects, workingDays: 10), ["correctionRequested"],
      .awaitingCorrection
    ),
    (
      .foodLicence, .decline(.noPermitNeeded, reason: "不需要许可", basis: "办法第三条", competentOrgan: ""),
      ["declined"], .declined
    ),
    (
      .businessRecord, .decideOnTheSpot(text: "准予登记", certificateNumber: "XC001"),
      ["accepted", "decided", "certificateProduced"], .awaitingRelease
    ),
  ]

  @Test(arguments: ends)
  func `an intake ends in one of four ways`(
    sheet: ImplementationSheet, end: CaseCommand, events: [String], stage: CaseStage
  ) throws {
    var scenario = Scenario(sheet)
    try scenario.receive()
    #expect(Scenario.names(try scenario.act(end, as: .counterClerk)) == events)
    #expect(scenario.file.stage == stage)
  }

  @Test(arguments: ends)
  func `only a counter ends an intake`(
    sheet: ImplementationSheet, end: CaseCommand, events: [String], stage: CaseStage
  ) throws {
    var scenario = Scenario(sheet)
    try scenario.receive()
    for clerk in [Clerk.examiner, .approver, .release, .supervisor] {
      #expect(scenario.refusal(of: end, as: clerk) == .roleMayNot(clerk.role))
    }
  }

  @Test func `both limits start on the day of acceptance`() throws {
    var scenario = Scenario()
    try scenario.receive()
    scenario.today = on(2026, 3, 4)
    try scenario.act(Self.accept, as: .counterClerk)
    #expect(scenario.file.acceptance?.acceptedOn == on(2026, 3, 4))
    #expect(scenario.file.committedDue?.on == on(2026, 3, 18))
    #expect(scenario.file.statutoryDue?.on == on(2026, 3, 25))
    #expect(scenario.file.acceptance?.route == scenario.sheet.route)
  }

  @Test func `an accepted case keeps the route it was accepted with`() throws {
    var scenario = Scenario()
    try scenario.accept()
    scenario.sheet.route = ImplementationSheet.jointApproval.route
    #expect(scenario.file.route == ImplementationSheet.foodLicence.route)
  }

  @Test func `what is not decided at the counter by its sheet is not decided there`() throws {
    var scenario = Scenario()
    try scenario.receive()
    let end = CaseCommand.decideOnTheSpot(text: "准", certificateNumber: "1")
    #expect(scenario.refusal(of: end, as: .counterClerk) == .notDecidedOnTheSpot)
  }

  @Test(arguments: [
    (MaterialReceived(number: 1, status: .missing), Refusal.materialsMissing([1])),
    (MaterialReceived(number: 1, status: .received), .materialsMissing([1])),
    (MaterialReceived(number: 1, status: .notNeeded), .materialsMissing([1])),
    (MaterialReceived(number: 1, status: .defective), .materialsDefective([1])),
    (MaterialReceived(number: 2, status: .electronic), .materialsMissing([2])),
    (
      MaterialReceived(number: 4, status: .received, originals: 1, copies: 1),
      .originalsNotChecked([4])
    ),
    (MaterialReceived(number: 5, status: .deferred), .materialsMissing([5])),
    (MaterialReceived(number: 6, status: .committed), .commitmentNotOffered),
  ])
  func `an application is accepted only with all its materials in order`(
    material: MaterialReceived, refusal: Refusal
  ) throws {
    var scenario = Scenario()
    try scenario.receive { $0.materials[material.number - 1] = material }
    #expect(scenario.refusal(of: Self.accept, as: .counterClerk) == refusal)
  }

  @Test(arguments: [
    (MaterialReceived(number: 1, status: .electronic), true),
    (MaterialReceived(number: 3, status: .shared), true),
    (MaterialReceived(number: 7, status: .missing), true),
    (MaterialReceived(number: 7, status: .defective), false),
  ])
  func `what another authority holds, or nobody needs, is not asked for`(
    material: MaterialReceived, isAccepted: Bool
  ) throws {
    var scenario = Scenario()
    try scenario.receive { $0.materials[material.number - 1] = material }
    #expect((scenario.refusal(of: Self.accept, as: .counterClerk) == nil) == isAccepted)
  }

  @Test func `a township takes in only what the sheet leaves to it`() throws {
    var scenario = Scenario()
    let receive = CaseCommand.receive(Scenario.numbers, scenario.completeIntake)
    #expect(scenario.refusal(of: receive, as: .township) == .townshipMayNotTakeIn)
    scenario.sheet.allowsTownshipIntake = true
    #expect(Scenario.names(try scenario.act(receive, as: .township)) == ["received"])
  }

  @Test func `a decision at the counter goes out at the release counter`() throws {
    var scenario = Scenario(.businessRecord)
    try scenario.receive()
    try scenario.act(
      .decideOnTheSpot(text: "准予登记", certificateNumber: "XC001"), as: .counterClerk)
    #expect(scenario.file.decision?.isOnTheSpot == true)
    #expect(scenario.file.certificate?.number == "XC001")
    #expect(scenario.file.due?.on == on(2026, 3, 16))
    let handOver = CaseCommand.handOver(.legalRepresentative, witness: "")
    #expect(scenario.refusal(of: handOver, as: .release) == nil)
  }
}

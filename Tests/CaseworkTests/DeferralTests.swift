import Casework
import TestSupport
import Testing
import WorkCalendar

/// Acceptance with deferred materials, and under notification-commitment.
@Suite struct DeferralTests {
  private func withoutHealthPaper() throws -> Scenario {
    var scenario = Scenario()
    try scenario.receive { $0.materials[4] = MaterialReceived(number: 5, status: .missing) }
    return scenario
  }

  @Test func `a deferrable material may come later, and by a date before the decision`() throws {
    var scenario = try withoutHealthPaper()
    try scenario.act(.accept(deferring: [5], underCommitment: false), as: .counterClerk)
    #expect(scenario.file.deferredOutstanding == [5])
    #expect(scenario.file.acceptance?.deferredDue?.on == on(2026, 3, 13))
    #expect(scenario.file.committedDue?.on == on(2026, 3, 16))
  }

  @Test func `deferred materials come within ten working days`() throws {
    var scenario = try withoutHealthPaper()
    scenario.sheet.committedLimit = .workingDays(15)
    try scenario.act(.accept(deferring: [5], underCommitment: false), as: .counterClerk)
    #expect(scenario.file.acceptance?.deferredDue?.on == on(2026, 3, 16))
  }

  @Test(arguments: [[2], [1, 5], [9], [3]])
  func `only what the sheet calls deferrable and is not there may be deferred`(
    numbers: [Int]
  ) throws {
    let scenario = try withoutHealthPaper()
    let wrong = numbers.filter { $0 != 5 }
    #expect(
      scenario.refusal(
        of: .accept(deferring: numbers, underCommitment: false), as: .counterClerk)
        == .notDeferrable(wrong))
  }

  @Test func `nothing is granted before the deferred materials are in`() throws {
    var scenario = try withoutHealthPaper()
    try scenario.act(.accept(deferring: [5], underCommitment: false), as: .counterClerk)
    try scenario.agree()
    try scenario.agree()
    let grant = CaseCommand.decide(.granted, text: "准予", basis: "")
    #expect(scenario.refusal(of: grant, as: .approver) == .deferredMaterialsOutstanding([5]))
    let paper = MaterialReceived(number: 5, status: .received, copies: 1)
    #expect(
      Scenario.names(try scenario.act(.supplyDeferredMaterial(paper), as: .counterClerk))
        == ["deferredMaterialSupplied"])
    #expect(scenario.refusal(of: grant, as: .approver) == nil)
  }

  @Test func `an application may be refused while a deferred material is out`() throws {
    var scenario = try withoutHealthPaper()
    try scenario.act(.accept(deferring: [5], underCommitment: false), as: .counterClerk)
    try scenario.agree()
    try scenario.agree()
    try scenario.refuse()
    #expect(scenario.file.decision?.verdict == .refused)
  }

  @Test(arguments: [
    (MaterialReceived(number: 5, status: .missing), Refusal.materialsMissing([5])),
    (MaterialReceived(number: 5, status: .received), .materialsMissing([5])),
    (MaterialReceived(number: 1, status: .received, originals: 2), .notDeferred(1)),
  ])
  func `what is supplied later is what was deferred, and complete`(
    material: MaterialReceived, refusal: Refusal
  ) throws {
    var scenario = try withoutHealthPaper()
    try scenario.act(.accept(deferring: [5], underCommitment: false), as: .counterClerk)
    #expect(
      scenario.refusal(of: .supplyDeferredMaterial(material), as: .counterClerk) == refusal)
  }

  @Test func `a commitment stands for the materials the sheet says it may`() throws {
    var scenario = Scenario()
    try scenario.receive { $0.materials[5] = MaterialReceived(number: 6, status: .committed) }
    try scenario.act(.accept(deferring: [], underCommitment: true), as: .counterClerk)
    #expect(scenario.file.isUnderCommitment)
  }

  @Test func `a commitment stands for nothing else`() throws {
    var scenario = Scenario()
    try scenario.receive { $0.materials[0] = MaterialReceived(number: 1, status: .committed) }
    let accept = CaseCommand.accept(deferring: [], underCommitment: true)
    #expect(scenario.refusal(of: accept, as: .counterClerk) == .notReplaceableByCommitment([1]))
  }

  @Test func `a commitment is accepted only where the sheet offers it`() throws {
    var scenario = Scenario()
    scenario.sheet.allowsNotifiedCommitment = false
    try scenario.receive()
    let accept = CaseCommand.accept(deferring: [], underCommitment: true)
    #expect(scenario.refusal(of: accept, as: .counterClerk) == .commitmentNotOffered)
  }

  @Test func `under a commitment the decision need not wait for what was deferred`() throws {
    var scenario = try withoutHealthPaper()
    try scenario.act(.accept(deferring: [5], underCommitment: true), as: .counterClerk)
    try scenario.agree()
    try scenario.agree()
    try scenario.grant()
    #expect(scenario.file.decision?.verdict == .granted)
    #expect(scenario.file.deferredOutstanding == [5])
  }
}

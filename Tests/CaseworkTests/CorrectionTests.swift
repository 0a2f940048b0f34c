import Casework
import TestSupport
import Testing
import WorkCalendar

/// Law 32: everything at once, within five days, or the application counts as accepted.
@Suite struct CorrectionTests {
  static let accept = CaseCommand.accept(deferring: [], underCommitment: false)

  @Test func `one notice names everything that is known to be wrong`() throws {
    var scenario = Scenario()
    try scenario.receive {
      $0.materials[0].status = .missing
      $0.materials[3].status = .defective
      $0.materials[4].status = .missing
    }
    let half = CaseCommand.requestCorrection(
      [Defect(material: 2, kind: .incorrect, remark: "布局图不清楚")], workingDays: 10)
    #expect(scenario.refusal(of: half, as: .counterClerk) == .defectsLeftOut([1, 4]))
    let whole = CaseCommand.requestCorrection(
      [
        Defect(material: 4, kind: .expired, remark: "已过期"),
        Defect(material: 1, kind: .missing, remark: "请提交申请书"),
      ], workingDays: 10)
    try scenario.act(whole, as: .counterClerk)
    #expect(scenario.file.corrections.last?.defects.map(\.material) == [1, 4])
    #expect(scenario.file.corrections.last?.round == 1)
    #expect(scenario.file.due?.on == on(2026, 3, 16))
  }

  @Test(arguments: [
    ([], 5, Refusal.defectsMissing),
    ([Defect(material: 9, kind: .missing, remark: "x")], 5, .unknownMaterial(9)),
    ([Defect(material: 1, kind: .missing, remark: "　 ")], 5, .reasonMissing),
    (Scenario.defects, 0, .dateNotAfter(on(2026, 3, 2))),
    (Scenario.defects, .max, .dateTooFar(on(2027, 3, 5))),
  ])
  func `a notice says what to do, and by a day that can be kept`(
    defects: [Defect], workingDays: Int, refusal: Refusal
  ) throws {
    var scenario = Scenario()
    try scenario.receive()
    let command = CaseCommand.requestCorrection(defects, workingDays: workingDays)
    #expect(scenario.refusal(of: command, as: .counterClerk) == refusal)
  }

  @Test func `who was not told within five working days is accepted from receipt`() throws {
    var scenario = Scenario(on: on(2026, 4, 30))
    try scenario.receive { $0.materials[0].status = .missing }
    let notice = CaseCommand.requestCorrection(Scenario.defects, workingDays: 10)
    let decline = CaseCommand.decline(.other, reason: "x", basis: "y", competentOrgan: "")
    scenario.today = on(2026, 5, 11)
    #expect(scenario.refusal(of: notice, as: .counterClerk) == .defectsLeftOut([1]))
    #expect(scenario.refusal(of: decline, as: .counterClerk) == nil)
    scenario.today = on(2026, 5, 12)
    for late in [notice, decline] {
      #expect(
        scenario.refusal(of: late, as: .counterClerk) == .deemedAccepted(since: on(2026, 4, 30)))
    }
    scenario.sheet.committedLimit = .workingDays(20)
    try scenario.act(Self.accept, as: .counterClerk)
    #expect(scenario.file.acceptance?.acceptedOn == on(2026, 4, 30))
    #expect(scenario.file.committedDue?.on == on(2026, 6, 1))
  }

  @Test func `corrections start the five days anew, and acceptance the whole limit`() throws {
    var scenario = Scenario(on: on(2025, 6, 2))
    scenario.sheet.committedLimit = .workingDays(20)
    try scenario.requestCorrection(workingDays: 15)
    scenario.today = on(2025, 6, 11)
    try scenario.act(.supplyMaterials(Scenario.corrections), as: .counterClerk)
    #expect(scenario.file.stage == .received)
    #expect(scenario.file.due?.on == on(2025, 6, 18))
    try scenario.act(Self.accept, as: .counterClerk)
    #expect(scenario.file.committedDue?.on == on(2025, 7, 9))
  }

  @Test func `who is not answered after correcting is accepted from the day of correction`() throws
  {
    var scenario = Scenario(on: on(2026, 3, 2))
    try scenario.requestCorrection()
    scenario.today = on(2026, 3, 10)
    try scenario.act(.supplyMaterials(Scenario.corrections), as: .counterClerk)
    scenario.today = on(2026, 3, 18)
    try scenario.act(Self.accept, as: .counterClerk)
    #expect(scenario.file.acceptance?.acceptedOn == on(2026, 3, 10))
  }

  @Test(arguments: [
    ([], Refusal.materialsMissing([2, 4])),
    ([Scenario.corrections[0]], .materialsMissing([4])),
    (
      [Scenario.corrections[0], MaterialReceived(number: 4, status: .missing)],
      .materialsMissing([4])
    ),
    (
      [Scenario.corrections[0], MaterialReceived(number: 4, status: .defective)],
      .materialsDefective([4])
    ),
    (Scenario.corrections + [MaterialReceived(number: 9, status: .received)], .unknownMaterial(9)),
  ])
  func `half of what was asked for does not start the five days`(
    materials: [MaterialReceived], refusal: Refusal
  ) throws {
    var scenario = Scenario()
    try scenario.requestCorrection()
    #expect(scenario.refusal(of: .supplyMaterials(materials), as: .counterClerk) == refusal)
  }

  @Test func `a material found wrong stays so until another comes in`() throws {
    var scenario = Scenario()
    try scenario.requestCorrection()
    #expect(scenario.file.intake?.material(4)?.status == .defective)
    #expect(scenario.file.intake?.material(2)?.status == .missing)
    #expect(
      scenario.refusal(of: Self.accept, as: .counterClerk) == .notAwaited(.awaitingCorrection))
  }

  @Test func `what is brought before any notice counts, and the five days go on`() throws {
    var scenario = Scenario()
    try scenario.receive {
      $0.materials[1].status = .missing
      $0.fields = []
    }
    scenario.today = on(2026, 3, 4)
    let premises = FieldValue(key: "premises", value: "人民路1号")
    try scenario.act(
      .supplyMaterials([Scenario.corrections[0]], fields: [premises]), as: .counterClerk)
    #expect(scenario.file.due?.on == on(2026, 3, 9))
    #expect(scenario.file.noticeFrom == on(2026, 3, 2))
    #expect(scenario.refusal(of: Self.accept, as: .counterClerk) == nil)
  }

  @Test func `a form is completed with the corrections`() throws {
    var scenario = Scenario()
    try scenario.receive { $0.fields = [] }
    try scenario.act(.requestCorrection(Scenario.defects, workingDays: 5), as: .counterClerk)
    let colour = CaseCommand.supplyMaterials(
      Scenario.corrections, fields: [FieldValue(key: "colour", value: "红")])
    #expect(scenario.refusal(of: colour, as: .counterClerk) == .unknownField("colour"))
    let premises = FieldValue(key: "premises", value: "人民路1号")
    try scenario.act(
      .supplyMaterials(Scenario.corrections, fields: [premises]), as: .counterClerk)
    #expect(scenario.file.intake?.fields == [premises])
    #expect(scenario.refusal(of: Self.accept, as: .counterClerk) == nil)
  }

  @Test func `a second notice is counted`() throws {
    var scenario = Scenario()
    try scenario.requestCorrection()
    try scenario.act(.supplyMaterials(Scenario.corrections), as: .counterClerk)
    try scenario.act(
      .requestCorrection(
        [Defect(material: 1, kind: .incorrect, remark: "签名缺失")], workingDays: 5),
      as: .counterClerk)
    #expect(scenario.file.corrections.map(\.round) == [1, 2])
  }

  @Test func `an application lapses only when the time for corrections is over`() throws {
    var scenario = Scenario()
    try scenario.requestCorrection()
    scenario.today = on(2026, 3, 16)
    #expect(
      scenario.refusal(of: .lapse, as: .counterClerk) == .stillInTime(until: on(2026, 3, 16)))
    scenario.today = on(2026, 3, 17)
    #expect(Scenario.names(try scenario.act(.lapse, as: .supervisor)) == ["withdrawn"])
    #expect(
      scenario.file.ending == .withdrawn(on(2026, 3, 17), reason: "", isLapsed: true))
  }
}

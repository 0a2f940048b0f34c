import Casework
import TestSupport
import Testing
import WorkCalendar

@Suite struct ReleaseTests {
  static let handOver = CaseCommand.handOver(.legalRepresentative, witness: "")
  static let post = CaseCommand.post(carrier: "邮政", waybill: "EX001", address: "城关镇1号")

  @Test func `a result handed over concludes the case`() throws {
    var scenario = Scenario()
    try scenario.produce()
    #expect(
      Scenario.names(try scenario.act(Self.handOver, as: .release)) == ["handedOver", "concluded"])
    #expect(scenario.file.ending == .concluded(on(2026, 3, 2)))
    #expect(scenario.file.stage == .concluded)
  }

  @Test func `a result that is posted concludes when it has arrived`() throws {
    var scenario = Scenario()
    try scenario.produce()
    try scenario.act(Self.post, as: .release)
    #expect(scenario.file.stage == .posted)
    #expect(scenario.file.due?.on == on(2026, 3, 16))
    scenario.today = on(2026, 3, 5)
    let confirm = CaseCommand.confirmDelivery(signedBy: "李明示")
    #expect(Scenario.names(try scenario.act(confirm, as: .release)) == ["delivered", "concluded"])
    #expect(scenario.file.delivered?.signedBy == "李明示")
  }

  @Test func `a parcel that came back can be handed over`() throws {
    var scenario = Scenario()
    try scenario.produce()
    try scenario.act(Self.post, as: .release)
    try scenario.act(.takePostBack(reason: "地址不详"), as: .release)
    #expect(scenario.file.stage == .awaitingRelease)
    try scenario.act(Self.handOver, as: .release)
    #expect(scenario.file.stage == .concluded)
  }

  @Test func `nothing is released before it is there`() throws {
    var scenario = Scenario()
    try scenario.examine()
    try scenario.grant()
    #expect(scenario.refusal(of: Self.handOver, as: .release) == .notAwaited(.inProduction))
  }

  @Test func `who decided or examined does not release`() throws {
    var scenario = Scenario()
    try scenario.produce()
    for clerk in [Clerk.approver, .examiner] {
      var same = Clerk.release
      same.id = clerk.id
      for command in [Self.handOver, Self.post] {
        #expect(scenario.refusal(of: command, as: same) == .tookPartInDecision(clerk.id))
      }
    }
    #expect(scenario.refusal(of: Self.handOver, as: .counterClerk) == .roleMayNot(.generalCounter))
  }

  @Test func `who releases changes nothing`() throws {
    var scenario = Scenario()
    try scenario.produce()
    let acts: [CaseCommand] = [
      .supplyDeferredMaterial(MaterialReceived(number: 5, status: .received)),
      .withdraw(reason: "x"), .terminate(cause: "x"), .claim, .produceCertificate(number: "x"),
      .suspend(cause: "x"), .lapse,
    ]
    for act in acts {
      #expect(scenario.refusal(of: act, as: .release) != nil)
    }
  }

  @Test(arguments: [
    (Recipient(name: "李明示", relation: .legalRepresentative, identity: Agent.helper.identity), true),
    (Recipient(name: "别人", relation: .legalRepresentative, identity: Agent.helper.identity), false),
    (Recipient(name: "李明示", relation: .applicant, identity: Agent.helper.identity), false),
    (Recipient(name: "张代办", relation: .agent, identity: Agent.helper.identity), true),
    (Recipient(name: "张代办", relation: .agent, identity: Applicant.person.identity), false),
  ])
  func `an organisation's result goes to its representative or its agent`(
    recipient: Recipient, isEntitled: Bool
  ) throws {
    var scenario = Scenario(.businessRecord)
    try scenario.receive { $0.agent = .helper }
    try scenario.act(.decideOnTheSpot(text: "准", certificateNumber: "1"), as: .counterClerk)
    let refusal = scenario.refusal(of: .handOver(recipient, witness: ""), as: .release)
    #expect(refusal == (isEntitled ? nil : .recipientNotApplicant))
  }

  @Test func `a person's result goes to the person with that number`() throws {
    var scenario = Scenario(.businessRecord)
    try scenario.receive { $0.applicant = .person }
    try scenario.act(.decideOnTheSpot(text: "准", certificateNumber: "1"), as: .counterClerk)
    var other = Recipient.applicant
    other.identity = Agent.helper.identity
    #expect(
      scenario.refusal(of: .handOver(other, witness: ""), as: .release) == .recipientNotApplicant)
    #expect(scenario.refusal(of: .handOver(.applicant, witness: ""), as: .release) == nil)
  }

  @Test func `a parcel has a number and an address, and leaves only where post is offered`() throws
  {
    var scenario = Scenario()
    try scenario.produce()
    let post = { CaseCommand.post(carrier: "邮政", waybill: $0, address: $1) }
    #expect(scenario.refusal(of: post("", "城关镇1号"), as: .release) == .waybillMissing)
    #expect(scenario.refusal(of: post("EX001", " "), as: .release) == .addressMissing)
    scenario.sheet.deliveryMethods = [.counter]
    #expect(scenario.refusal(of: Self.post, as: .release) == .deliveryByPostNotOffered)
  }

  @Test func `a document is printed again under its own number`() throws {
    var scenario = Scenario()
    try scenario.accept()
    scenario.issue(.acceptanceNotice, number: "市监受〔2026〕11号")
    let issued = scenario.file.documents
    try scenario.act(.reprint(.acceptanceNotice, number: "市监受〔2026〕11号"), as: .counterClerk)
    #expect(scenario.file.documents == issued)
    #expect(
      scenario.refusal(of: .reprint(.receipt, number: "市监受〔2026〕11号"), as: .counterClerk)
        == .noSuchDocument("市监受〔2026〕11号"))
  }
}

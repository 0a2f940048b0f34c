import Casework
import TestSupport
import Testing

struct SuppliedTextTests {
  private func refusal(
    _ sheet: ImplementationSheet = .foodLicence, _ change: (inout Intake) -> Void
  ) -> Refusal? {
    var intake = Scenario(sheet).completeIntake
    change(&intake)
    return Scenario(sheet).refusal(of: .receive(Scenario.numbers, intake), as: .counterClerk)
  }

  @Test(arguments: HostileText.unseen)
  func `what nobody sees is refused, and the blank is named`(text: String) {
    #expect(
      refusal { $0.applicant.name = text } == .textUnfit(.applicantName, .unseen))
    #expect(
      refusal { $0.applicant.address = text } == .textUnfit(.applicantAddress, .unseen))
    #expect(
      refusal { $0.materials[0].remark = text } == .textUnfit(.materialRemark(1), .unseen))
  }

  @Test(arguments: HostileText.odd)
  func `odd words are taken up exactly as they are`(text: String) throws {
    var scenario = Scenario()
    try scenario.receive { $0.applicant.name = text }
    let name = try #require(scenario.file.intake?.applicant.name)
    #expect(Array(name.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func `piles and lengths are refused with what would fit`() throws {
    for pile in HostileText.piles {
      let fault = refusal { $0.applicant.name = pile }
      #expect(fault == .textUnfit(.applicantName, .piled))
    }
    for kind in TextKind.allCases {
      let most = String(repeating: "长", count: kind.most)
      #expect(kind.fault(in: most) == nil)
      #expect(kind.fault(in: most + "长") == .tooLong(most: kind.most))
    }
    #expect(
      refusal { $0.applicant.name = HostileText.long }
        == .textUnfit(.applicantName, .tooLong(most: 200)))
  }

  @Test func `an old name that was longer or stranger is still read`() throws {
    for text in HostileText.unseen + HostileText.piles + [HostileText.long] {
      var scenario = Scenario()
      try scenario.receivePastRules { $0.applicant.name = text }
      #expect(scenario.file.intake?.applicant.name == text)
      #expect(scenario.refusal(of: .withdraw(reason: "不办了"), as: .counterClerk) == nil)
    }
  }

  @Test func `every blank of every act is looked at`() {
    let bad = "\u{1B}[2J"
    let identity = Identity(kind: .other, number: bad)
    let recipient = Recipient(name: bad, relation: .applicant, identity: identity)
    let card = CardKey(.overdue)
    let acts: [CaseCommand] = [
      .requestCorrection([Defect(material: 1, kind: .other, remark: bad)], workingDays: 5),
      .decline(.other, reason: bad, basis: "", competentOrgan: ""),
      .decline(.other, reason: "", basis: bad, competentOrgan: ""),
      .decline(.other, reason: "", basis: "", competentOrgan: bad),
      .decideOnTheSpot(text: bad, certificateNumber: ""),
      .decideOnTheSpot(text: "", certificateNumber: bad),
      .supplyMaterials([MaterialReceived(number: 1, status: .received, remark: bad)]),
      .supplyMaterials([], fields: [FieldValue(key: "x", value: bad)]),
      .giveBack(reason: bad), .returnToStep(0, reason: bad),
      .recordOpinion(step: 0, .agree, text: bad, officers: []),
      .recordOpinion(step: 0, .agree, text: "", officers: [bad]),
      .startSpecialProcedure(.hearing, plannedEnd: on(2026, 4, 1), reason: bad),
      .endSpecialProcedure(outcome: bad), .suspend(cause: bad),
      .referUpward(organ: bad, opinion: ""), .referUpward(organ: "", opinion: bad),
      .answerReferral(.granted, text: bad, documentNumber: ""),
      .answerReferral(.granted, text: "", documentNumber: bad),
      .extend(workingDays: 1, reason: bad),
      .decide(.granted, text: bad, basis: ""), .decide(.granted, text: "", basis: bad),
      .produceCertificate(number: bad), .handOver(recipient, witness: ""),
      .post(carrier: bad, waybill: "", address: ""), .post(carrier: "", waybill: bad, address: ""),
      .post(carrier: "", waybill: "", address: bad), .takePostBack(reason: bad),
      .confirmDelivery(signedBy: bad), .withdraw(reason: bad), .terminate(cause: bad),
      .reprint(.receipt, number: bad),
      .noteDefects([Defect(material: 1, kind: .other, remark: bad)]),
      .checkCommitment(isFulfilled: true, text: bad, officers: []),
      .confirmReport(.accepted, receipt: bad), .supervise(.orderFollowUp(card, nil, text: bad)),
      .supervise(.answerFollowUp(order: 1, text: bad)), .supervise(.appealCard(card, ground: bad)),
      .supervise(.settleCard(card, .excused, text: bad)),
      .rate(.give(.satisfied, detail: bad, .code)), .rate(.callBack(text: bad)),
      .fee(.demand(fen: 1, reduction: bad)), .fee(.recordPayment(fen: 1, receipt: bad)),
    ]
    let scenario = Scenario()
    for act in acts {
      let clerk = RandomCase.clerks.first { $0.may(act.power) } ?? .counterClerk
      let code = scenario.refusal(of: act, as: clerk)?.code
      #expect(code == "text-unfit", "\(act.name)")
    }
    let late = LateEntry(
      happenedAt: scenario.occasion(of: .counterClerk).at, reason: bad, documentNumber: "",
      witness: .hallManager)
    #expect(scenario.refusal(of: .claim, as: .examiner, late: late)?.code == "text-unfit")
    let ticket = Ticket(id: "A001", day: on(2026, 3, 2))
    #expect(throws: TicketRefusal.textUnfit(.purpose, .unseen)) {
      try ticket.decide(
        .issue(queue: "A", purpose: bad), scenario.occasion(of: .counterClerk))
    }
  }

  @Test func `what a paste is cleaned of is just what an act would refuse`() {
    for text in HostileText.unseen {
      let seen = withoutUnseen(text)
      #expect(seen.contains("\n") || TextKind.passage.fault(in: seen) == nil)
      #expect(seen != text || text.contains("\n"))
    }
    for text in HostileText.odd { #expect(withoutUnseen(text) == text) }
  }
}

struct HostileDocumentTests {
  private func render(_ template: String, name: String) throws -> String {
    var scenario = Scenario()
    try scenario.receivePastRules {
      ($0.applicant.name, $0.applicant.address) = (name, "THE ADDRESS")
    }
    return try DocumentTemplate(parsing: template, named: "D99.txt")
      .render(scenario.facts(.receipt, number: "", by: .counterClerk)).string
  }

  @Test(arguments: HostileText.unseen + HostileText.odd + HostileText.piles)
  func `no name reaches the template as a mark or the paper as a command`(name: String) throws {
    let text = try render("申请人：{{applicant}}\n{{applicant}}\n完\n", name: name)
    #expect(!text.contains("THE ADDRESS"))
    for scalar in text.unicodeScalars where scalar.value < 0x20 || scalar.value > 0x7E {
      #expect(scalar == "\n" || !scalar.isUnseen, "\(scalar.value)")
    }
    let lines = text.lines
    #expect(lines.first?.hasPrefix("申请人：") == true && text.hasSuffix("完\n"))
    #expect(!lines.contains { $0.count == 80 && $0.allSatisfy { $0 == "-" } })
  }

  @Test func `a name that no printer has leaves its place on the paper`() throws {
    #expect(try render("{{applicant}}", name: "\u{E863}大\u{E000}") == "〓大〓\n")
    #expect(try render("{{applicant}}", name: "张\u{200D}三\u{202E}四") == "张三四\n")
    #expect(try render("名{{applicant}}", name: "\u{301}\u{20DD}三") == "名三\n")
  }
}

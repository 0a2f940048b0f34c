import Casework
import TestSupport
import Testing
import WorkCalendar

/// Fees, commitments, reports and ratings: what stands beside the route.
struct AfterwardsTests {
  @Test func `a fee is asked for at its standard, and paid in parts`() throws {
    var it = Scenario(.charged)
    try it.accept()
    let demand = CaseCommand.fee(.demand(fen: 12_000, reduction: ""))
    #expect(Scenario.names(try it.act(demand, as: .counterClerk)) == ["fee"])
    #expect(it.file.fees.demanded?.payBy.on == on(2026, 3, 16))
    #expect(try it.act(demand, as: .counterClerk) == [])
    for (fen, receipt) in [(8_000, "票1"), (4_000, "票2"), (4_000, "票2")] {
      try it.act(.fee(.recordPayment(fen: fen, receipt: receipt)), as: .release)
    }
    #expect(it.file.fees.paidFen == 12_000 && it.file.fees.payments.count == 2)
  }

  @Test func `less than the standard is asked only with a reason`() throws {
    var it = Scenario(.charged)
    try it.accept()
    let silent = CaseCommand.fee(.demand(fen: 6_000, reduction: " "))
    #expect(it.refusal(of: silent, as: .counterClerk) == .reasonMissing)
    try it.act(.fee(.demand(fen: 6_000, reduction: "小微企业减半")), as: .counterClerk)
    #expect(it.file.fees.demanded?.fen == 6_000)
  }

  @Test func `a fee waits for acceptance`() throws {
    var it = Scenario(.charged)
    try it.receive()
    let demand = CaseCommand.fee(.demand(fen: 12_000, reduction: ""))
    #expect(it.refusal(of: demand, as: .counterClerk) == .notYetAccepted)
  }

  @Test func `a commitment is checked within twenty working days of the decision, once`() throws {
    var it = Scenario()
    try it.grantUnderCommitment()
    let checkBy = try #require(it.file.decision?.checkBy)
    #expect(it.calendar.workingDays(after: on(2026, 3, 2), through: checkBy.on) == 20)
    #expect(it.file.awaitsCommitmentCheck)
    let alone = CaseCommand.checkCommitment(isFulfilled: false, text: "", officers: ["石审"])
    #expect(it.refusal(of: alone, as: .examiner) == .reasonMissing)
    #expect(it.refusal(of: alone, as: .fireExaminer) == .notYourDepartment("SJ"))
    let check = CaseCommand.checkCommitment(isFulfilled: true, text: "", officers: ["石审"])
    try it.act(check, as: .examiner)
    #expect(!it.file.awaitsCommitmentCheck)
    #expect(try it.act(check, as: .examiner) == [])
  }

  @Test func `what is reported upward is confirmed act by act`() throws {
    var it = Scenario()
    it.sheet.reportsTo = Words("省市场监管平台", "Provincial platform")
    try it.accept()
    let decided = CaseCommand.confirmReport(.decided, receipt: "回执2")
    #expect(it.refusal(of: decided, as: .examiner) == .notAwaited(.underExamination))
    #expect(it.file.unconfirmedReports().map(\.act) == [.accepted])
    let accepted = CaseCommand.confirmReport(.accepted, receipt: "回执1")
    try it.act(accepted, as: .counterClerk)
    #expect(try it.act(accepted, as: .counterClerk) == [])
    #expect(it.file.unconfirmedReports().isEmpty)
    while it.file.step?.kind == .examination { try it.agree() }
    try it.grant()
    #expect(it.refusal(of: decided, as: .fireExaminer) == .notYourDepartment("SJ"))
    try it.act(decided, as: .examiner)
    #expect(it.file.reports.map(\.receipt) == ["回执1", "回执2"])
  }

  @Test func `a bad rating says why, is called back about and put right`() throws {
    var it = Scenario()
    try it.examine()
    let bad = CaseCommand.rate(.give(.veryDissatisfied, detail: "", .hotline))
    #expect(it.refusal(of: bad, as: .release) == .notAwaited(.underExamination))
    try it.grant()
    #expect(it.refusal(of: bad, as: .release) == .reasonMissing)
    try it.act(.rate(.give(.veryDissatisfied, detail: "等了三次", .hotline)), as: .release)
    #expect(it.file.rating?.given.callBackBy?.on == on(2026, 3, 3))
    #expect(it.file.rating?.given.rectifyBy?.on == on(2026, 3, 9))
    let callBack = CaseCommand.rate(.callBack(text: "已致歉"))
    #expect(it.refusal(of: callBack, as: .release) == .roleMayNot(.release))
    #expect(it.refusal(of: callBack, as: .fireExaminer) == .notYourDepartment("SJ"))
    try it.act(callBack, as: .examiner)
    #expect(try it.act(callBack, as: .hallManager) == [])
    try it.act(.rate(.rectify(text: "已增设窗口")), as: .hallManager)
    #expect(it.file.rating?.calledBack?.text == "已致歉")
    #expect(it.file.rating?.rectified?.text == "已增设窗口")
  }

  @Test func `the defects each department finds are kept until the one notice`() throws {
    var it = Scenario(.jointApproval)
    try it.accept()
    let defect = Defect(material: 1, kind: .incorrect, remark: "缺盖章")
    for clerk in [Clerk.examiner, .fireExaminer] {
      try it.act(.noteDefects([defect]), as: clerk)
      #expect(try it.act(.noteDefects([defect]), as: clerk) == [])
    }
    #expect(it.file.notedDefects.map(\.department) == ["SJ", "XF"])
    let unknown = CaseCommand.noteDefects([Defect(material: 8, kind: .missing, remark: "缺")])
    #expect(it.refusal(of: unknown, as: .landExaminer) == .unknownMaterial(8))
    try it.act(.noteDefects([]), as: .fireExaminer)
    #expect(it.file.notedDefects.filter { !$0.defects.isEmpty }.map(\.department) == ["SJ"])
  }

  @Test func `a decision says its days with and without the time that stopped`() throws {
    var it = Scenario()
    try it.accept()
    it.today = on(2026, 3, 4)
    try it.act(
      .startSpecialProcedure(.inspection, plannedEnd: on(2026, 3, 20), reason: "送检"), as: .examiner)
    it.today = on(2026, 3, 11)
    try it.act(.endSpecialProcedure(outcome: "合格"), as: .examiner)
    while it.file.step?.kind == .examination { try it.agree() }
    it.today = on(2026, 3, 12)
    try it.grant()
    #expect(it.file.decision?.grossDays == 8 && it.file.decision?.netDays == 3)
  }
}

import Casework
import TestSupport
import Testing
import WorkCalendar

struct LateEntryTests {
  private static let accept = CaseCommand.accept(deferring: [], underCommitment: false)
  private static let afternoon = Moment(date: on(2026, 3, 2), hour: 15, minute: 0)

  private func received() throws -> Scenario {
    var it = Scenario()
    try it.receive()
    it.today = on(2026, 3, 4)
    return it
  }

  @Test func `what is entered late counts from the day it happened and carries both times`() throws
  {
    var it = try received()
    let events = try it.act(
      Self.accept, as: .counterClerk, late: .noted(at: Self.afternoon))
    #expect(Scenario.names(events) == ["enteredLate", "accepted", "stepStarted"])
    #expect(it.file.acceptance?.acceptedOn == on(2026, 3, 2))
    #expect(it.file.committedDue?.on == on(2026, 3, 16))
    let stamp = try #require(it.history.last?.1)
    #expect(stamp.happenedAt == Self.afternoon && stamp.at.date == on(2026, 3, 4))
    let late = try #require(it.file.lateActs.first)
    #expect(late.entry.act == "accept" && late.entry.witness == Clerk.hallManager.id)
    #expect(late.recordedAt == stamp.at && late.recordedBy == Clerk.counterClerk.id)
  }

  private static let lacks: [(Refusal, @Sendable (inout LateEntry) -> Void)] = [
    (.reasonMissing, { $0.reason = " " }), (.documentNumberMissing, { $0.documentNumber = "" }),
    (.clerkDisabled("M01"), { $0.witness.isDisabled = true }),
  ]

  @Test func `a late entry needs its reason, its paper and a person who may answer for it`() throws
  {
    let it = try received()
    for (refusal, change) in Self.lacks {
      var late = LateEntry.noted(at: Self.afternoon)
      change(&late)
      #expect(it.refusal(of: Self.accept, as: .counterClerk, late: late) == refusal)
    }
  }

  @Test func `an act that says nothing new is not entered late either`() throws {
    var it = try received()
    try it.act(Self.accept, as: .counterClerk)
    let late = LateEntry.noted(at: Self.afternoon)
    #expect(try it.act(Self.accept, as: .counterClerk, late: late) == [])
    #expect(it.file.lateActs == [])
  }

  @Test func `what came from the calendar or from supervision does not bar an earlier act`() throws
  {
    var it = try received()
    try it.act(Self.accept, as: .counterClerk)
    let accepted = try #require(it.history.last?.1.at)
    it.today = on(2026, 3, 9)
    it.issue(.receipt, number: "受1号")
    try it.act(.reprint(.receipt, number: "受1号"), as: .counterClerk)
    it.today = on(2026, 3, 10)
    let opinion = CaseCommand.recordOpinion(
      step: 0, .agree, text: "符合要求", officers: ["石审", "宋审"])
    let before = LateEntry.noted(at: accepted.adding(seconds: -60))
    #expect(
      it.refusal(of: opinion, as: .examiner, late: before) == .lateEntryBeforeLastAct(accepted))
    let after = LateEntry.noted(at: Moment(date: on(2026, 3, 6), hour: 10, minute: 0))
    #expect(it.refusal(of: opinion, as: .examiner, late: after) == nil)
  }

  @Test func `no order is answered or closed before it was given`() throws {
    var it = Scenario()
    it.rulebook = .model
    try it.accept()
    it.today = on(2026, 3, 17)
    let order = CaseCommand.supervise(.orderFollowUp(CardKey(.overdue), "SJ", text: "请说明原因"))
    try it.act(order, as: .supervisor)
    let ordered = try #require(it.file.supervision.orders.first?.orderedBy.acted)
    it.today = on(2026, 3, 18)
    let early = LateEntry.noted(at: ordered.adding(seconds: -60))
    let close = CaseCommand.supervise(.closeFollowUp(order: 1, .rectified, text: "已整改"))
    #expect(
      it.refusal(of: close, as: .supervisor, late: early) == .lateEntryBeforeLastAct(ordered))
    let answer = CaseCommand.supervise(.answerFollowUp(order: 1, text: "已办"))
    #expect(it.refusal(of: answer, as: .examiner, late: early) == .lateEntryBeforeLastAct(ordered))
    let after = LateEntry.noted(at: ordered.adding(seconds: 60))
    #expect(it.refusal(of: answer, as: .examiner, late: after) == nil)
  }

  @Test func `nobody is called back before the rating, nor rates before the decision`() throws {
    var it = Scenario()
    try it.examine()
    it.today = on(2026, 3, 6)
    try it.grant()
    let decided = try #require(it.file.decidedAt)
    it.today = on(2026, 3, 9)
    let bad = CaseCommand.rate(.give(.veryDissatisfied, detail: "等了三次", .hotline))
    let early = LateEntry.noted(at: decided.adding(seconds: -60))
    #expect(it.refusal(of: bad, as: .release, late: early) == .lateEntryBeforeLastAct(decided))
    try it.act(bad, as: .release)
    it.today = on(2026, 3, 10)
    let before = LateEntry.noted(at: Moment(date: on(2026, 3, 8), hour: 16, minute: 0))
    let callBack = CaseCommand.rate(.callBack(text: "已致歉"))
    #expect(
      it.refusal(of: callBack, as: .hallManager, late: before)
        == .lateEntryBeforeLastAct(Moment(date: on(2026, 3, 9), hour: 0, minute: 0)))
  }

  @Test func `a payment found later may be older than the last act of the route`() throws {
    var it = Scenario(.charged)
    try it.accept()
    try it.act(.fee(.demand(fen: 12_000, reduction: "")), as: .counterClerk)
    it.today = on(2026, 3, 5)
    try it.act(.claim, as: .examiner)
    it.today = on(2026, 3, 6)
    let pay = CaseCommand.fee(.recordPayment(fen: 12_000, receipt: "票0001"))
    let bank = Moment(date: on(2026, 3, 3), hour: 11, minute: 0)
    try it.act(pay, as: .counterClerk, late: .noted(at: bank))
    #expect(it.file.fees.payments.first?.paidOn == on(2026, 3, 3))
    let early = LateEntry.noted(at: Moment(date: on(2026, 3, 1), hour: 11, minute: 0))
    let another = CaseCommand.fee(.recordPayment(fen: 1, receipt: "票0002"))
    #expect(
      it.refusal(of: another, as: .counterClerk, late: early)
        == .lateEntryBeforeLastAct(Moment(date: on(2026, 3, 2), hour: 9, minute: 0)))
  }
}

import Casework
import TestSupport
import Testing
import WorkCalendar

struct CardTests {
  private func day(_ day: Int) -> LocalDate { on(2026, 3, day) }

  private func cards(_ it: Scenario) -> [Card] {
    it.file.cards(on: it.today, history: it.history, under: it.rules)
  }

  private func overdue() throws -> Scenario {
    var it = Scenario.watched()
    try it.accept()
    try it.act(.claim, as: .examiner)
    it.today = day(17)
    return it
  }

  @Test func `a card says who held the case when it crossed the line`() throws {
    var it = try overdue()
    try it.agree()
    let card = try #require(cards(it).first)
    #expect(card.key == CardKey(.overdue) && card.level == .red)
    #expect(card.since == day(17) && card.raisedOn == day(12))
    #expect(card.heldBy.map(\.holder) == [.department("SJ")])
    #expect(card.heldBy.map(\.clerk) == ["SJ1"])
    #expect(card.daysHeld.map(\.days) == [0, 11] && card.state == .open)
  }

  @Test func `the most serious comes first`() throws {
    var it = try overdue()
    it.today = on(2026, 3, 24)
    #expect(cards(it).map(\.level) == [.grave, .red])
    #expect(cards(it).map(\.key.text) == ["J01", "J03:step/1/SJ"])
  }

  @Test func `an order, its answer, its escalation and an appeal show on the card`() throws {
    var it = try overdue()
    let card = CardKey(.overdue)
    func state(_ it: Scenario) -> Card.State? { cards(it).first { $0.key == card }?.state }
    try it.act(.supervise(.orderFollowUp(card, "SJ", text: "请说明原因")), as: .supervisor)
    #expect(state(it) == .ordered)
    it.today = day(23)
    #expect(state(it) == .orderOverdue)
    try it.act(.supervise(.escalateFollowUp(order: 1, text: "逾期未答")), as: .supervisor)
    #expect(state(it) == .escalated)
    try it.act(.supervise(.answerFollowUp(order: 1, text: "已加派人手")), as: .examiner)
    #expect(state(it) == .answered)
    try it.act(.supervise(.appealCard(card, ground: "申请人失联")), as: .examiner)
    #expect(state(it) == .appealed)
    try it.act(.supervise(.settleCard(card, .excused, text: "情况属实")), as: .supervisor)
    #expect(state(it) == nil)
  }

  @Test func `a case that is over still tells which cards it had, and how each ended`() throws {
    var it = try overdue()
    try it.act(
      .supervise(.settleCard(CardKey("J03:step/1/SJ") ?? CardKey(.overdue), .excused, text: "外勤")),
      as: .supervisor)
    it.today = day(18)
    try it.agree()
    try it.agree()
    try it.grant()
    let past = CaseFile.cardHistory(
      of: it.file.id, it.history, through: day(18), under: it.rules)
    let told = past.map { card in
      "\(card.key.text) " + card.raised.map { "\($0.level) \($0.on.day)" }.joined(separator: " ")
        + " \(card.clearedOn.map { "\($0.day)" } ?? "-") "
        + (card.clearing.map { "\($0)" } ?? "-")
    }
    #expect(
      told == [
        "J03:step/1/SJ warning 6 yellow 10 red 16 17 ruled(Casework.CardRuling.excused)",
        "J01 warning 12 yellow 16 red 17 18 causeEnded",
      ])
  }

  @Test func `a late entry raises its card on the day it was recorded`() throws {
    var it = Scenario.watched()
    try it.receive()
    it.today = day(6)
    try it.act(
      .accept(deferring: [], underCommitment: false), as: .counterClerk,
      late: .noted(at: Moment(date: day(2), hour: 15, minute: 0)))
    let past = CaseFile.cardHistory(of: it.file.id, it.history, through: day(6), under: it.rules)
    #expect(past.last?.key == CardKey(.enteredAfterwards, subject: "late/1"))
    #expect(past.last?.raised.map(\.level) == [.red] && past.last?.raised.first?.on == day(6))
  }
}

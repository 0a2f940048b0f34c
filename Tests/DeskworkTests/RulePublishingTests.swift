import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

struct RulePublishingTests {
  private func rules(overdueInForce: Bool) -> Rulebook {
    Rulebook(
      version: 1,
      rules: [
        SupervisionRule(
          code: .overdue, name: Words("办件超期", "Case overdue"),
          meaning: Words("超过承诺期限", "past the promised date"), isInForce: overdueInForce,
          levels: [LevelThresholds(red: Threshold(.workingDaysOver, 0))])
      ], followUpReplyDays: 3)
  }

  @Test func `an open order stays in sight when its rule is set out of force`() throws {
    let hall = try DeskHall()
    let supervisor = Seat(clerk: .supervisor)
    #expect(try hall.desk.publish(rules(overdueInForce: true), by: supervisor).replaced == nil)
    let id = try hall.takeIn().id
    hall.clock.move(days: 90)
    let card = CardKey(.overdue)
    try hall.act(
      .supervise(.orderFollowUp(card, "SJ", text: "请说明原因")), on: id, as: .supervisor)
    let impact = try hall.desk.publish(rules(overdueInForce: false), by: supervisor)
    #expect(impact.before == [.red: 1] && impact.after == [:])
    let listed = try hall.store.watches(
      WatchFilter(), on: hall.desk.today, after: nil, limit: 10
    ).rows
    #expect(listed.map(\.watch.card) == [card])
  }
}

import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

struct CardWordsTests {
  private func words(_ it: Scenario) -> CardWords {
    CardWords(
      names: SpokenNames(
        clerks: ["SJ1": Words("石审", "Shi Shen")],
        departments: ["SJ": Words("市监局", "Market"), "XF": Words("消防大队", "Fire")],
        sheet: it.sheet, route: it.file.route), rulebook: it.rulebook, calendar: it.calendar,
      today: it.today)
  }

  private func overdue(on today: LocalDate) throws -> Scenario {
    var it = Scenario.watched()
    try it.accept()
    try it.act(.claim, as: .examiner)
    it.today = today
    return it
  }

  private func card(_ text: String, _ it: Scenario) throws -> Card {
    let cards = it.file.cards(on: it.today, history: it.history, under: it.rules)
    return try #require(cards.first { $0.key.text == text })
  }

  @Test func `a card in a line counts from the day to keep and says who held the case`() throws {
    let it = try overdue(on: on(2026, 3, 18))
    let line = words(it).line(try card("J01", it))
    #expect(line.zh == "红牌 J01 规则J01，承诺 3/16，今日 3/18，超 2 个工作日，当时在市监局(石审)")
    #expect(
      line.en
        == "Red card J01 Rule J01, due 16 Mar, today 18 Mar, 2 working days over, then with Market (Shi Shen)"
    )
  }

  @Test func `the days of a step stand with the step and the department`() throws {
    let it = try overdue(on: on(2026, 3, 9))
    let line = words(it).line(try card("J03:step/1/SJ", it).watch)
    #expect(line.zh == "预警 J03 规则J03(第1步「现场核查」 市监局)，环节 3/9，今日 3/9，今日到期")
    #expect(line.en.hasSuffix("step 9 Mar, today 9 Mar, the last day"))
  }

  @Test func `the paragraph explains the rule, the count, the holders and what was done`() throws {
    var it = try overdue(on: on(2026, 3, 18))
    try it.act(
      .supervise(.orderFollowUp(CardKey(.overdue), "SJ", text: "请说明")), as: .supervisor)
    let paragraph = words(it).paragraph(try card("J01", it))
    #expect(
      paragraph.zh
        == "四类违规行为之一。规则说明。承诺 3/16，今日 3/18，超 2 个工作日。3/17 起为红牌。"
        + "越线时办件在市监局(石审)。各方历时：综合窗口 0 个工作日，市监局 12 个工作日。已督办(第 1 号)，3/23 前答复。")
    #expect(
      paragraph.en
        == "One of the four violations the halls were founded to stop. What it says. "
        + "Due 16 Mar, today 18 Mar, 2 working days over. Red card since 17 Mar. "
        + "It lay with Market (Shi Shen) when it crossed the line. "
        + "Held so far: the counter 0 working days, Market 12 working days. "
        + "Follow-up order 1: an answer is due by 23 Mar.")
  }

  @Test func `a card that is over says when it was raised and why it was cleared`() throws {
    var it = try overdue(on: on(2026, 3, 18))
    try it.act(.withdraw(reason: "改变计划"), as: .counterClerk)
    let past = CaseFile.cardHistory(of: it.file.id, it.history, through: it.today, under: it.rules)
    let lines = past.map { words(it).line($0) }
    #expect(lines.map(\.zh).contains("J01 规则J01：3/12 预警，3/16 黄牌，3/17 红牌，3/18 解除(原因已消除)"))
    #expect(
      lines.map(\.en).contains(
        "J01 Rule J01: Warning 12 Mar, Yellow card 16 Mar, Red card 17 Mar, "
          + "cleared 18 Mar (its cause ended)"))
  }

  @Test func `no level is told by colour alone`() {
    #expect(SupervisionLevel.allCases.map(\.mark) == ["-", "!", "!!", "!!!"])
    #expect(Set(SupervisionLevel.allCases.map(\.glyph)).count == 4)
    #expect(Set(SupervisionLevel.allCases.map(\.label.zh)).count == 4)
  }

  @Test(arguments: [
    "J03:referral", "J04:notice", "J04:examination", "J06:late", "J06:again", "J07:declined",
    "J07:refused", "J09:demanded", "J09:paid", "J10:fields", "J10:report/accepted",
    "J10:report/decided", "J10:claim/1/SJ", "J11:order", "J11:haste", "J11:commitment",
    "J12:late/1", "J12:intake", "J13:call-back", "J13:rectify", "J14:check", "J14:deferred",
  ])
  func `what a card concerns has a name in both languages`(_ text: String) throws {
    let card = try #require(CardKey(text))
    let subject = words(Scenario.watched()).subject(card)
    #expect(subject.map { !$0.zh.isEmpty && !$0.en.isEmpty } ?? false)
  }
}

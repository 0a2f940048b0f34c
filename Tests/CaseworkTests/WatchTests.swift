import Casework
import TestSupport
import Testing
import WorkCalendar

struct WatchTests {
  @Test(arguments: WatchCase.all)
  func `a card shows from the first day of each level, and not a day before`(
    _ it: WatchCase
  ) throws {
    var scenario = Scenario.watched(it.sheet)
    try it.prepare(&scenario)
    let watch = try #require(scenario.watch(it.card))
    #expect(watch.department == it.department)
    for level in SupervisionLevel.allCases {
      #expect(watch.from(level) == it.days[level], "\(level)")
      guard let day = it.days[level] else { continue }
      #expect(watch.level(on: day) ?? .warning >= level)
      #expect(watch.level(on: day.advanced(by: -1)).map { $0 < level } ?? true)
    }
  }

  @Test(arguments: WatchCase.all)
  func `a card is gone once its cause has ended or a person has judged it`(
    _ it: WatchCase
  ) throws {
    var scenario = Scenario.watched(it.sheet)
    try it.prepare(&scenario)
    try it.clear(&scenario)
    #expect(scenario.watch(it.card) == nil)
  }

  @Test(arguments: WatchCase.all)
  func `where no rules are published, or a rule is not in force, nothing shows`(
    _ it: WatchCase
  ) throws {
    var scenario = Scenario.watched(it.sheet)
    try it.prepare(&scenario)
    let rule = try #require(CardKey(it.card)?.rule)
    let index = try #require(scenario.rulebook?.rules.firstIndex { $0.code == rule })
    scenario.rulebook?.rules[index].isInForce = false
    #expect(scenario.watch(it.card) == nil)
    scenario.rulebook = nil
    #expect(scenario.file.watches(under: scenario.rules) == [])
  }

  @Test func `of two rules with one code the first holds, in force or not`() throws {
    var scenario = Scenario.watched()
    try scenario.accept()
    let rule = try #require(scenario.rulebook?.rules.first)
    scenario.rulebook?.rules.append(rule)
    #expect(scenario.watch("J01") != nil)
    scenario.rulebook?.rules[0].isInForce = false
    #expect(scenario.watch("J01") == nil)
  }

  @Test func `every rule has a card here`() {
    let shown = Set(WatchCase.all.compactMap { CardKey($0.card)?.rule })
    #expect(shown == Set(SupervisionRuleCode.allCases))
  }

  @Test func `the four violations of the founding documents are marked`() {
    let named = SupervisionRuleCode.allCases.filter(\.isFoundingViolation).map(\.rawValue)
    #expect(named == ["J01", "J10", "J11", "J12"])
  }

  @Test(
    arguments: [
      (Threshold(.workingDaysOver, 2), 18), (Threshold(.workingDaysLeft, 3), 11),
      (Threshold(.percentLeft, 50), 9), (Threshold(.percentUsed, 50), 9),
      (Threshold(.percentOver, 50), 23), (Threshold(.workingDaysOver, 0), 17),
    ])
  func `a threshold that a hall changes moves the day`(_ threshold: Threshold, day: Int) throws {
    var it = Scenario.watched()
    try it.accept()
    it.rulebook?.rules[0].levels[0].red = threshold
    #expect(it.watch("J01")?.redFrom == on(2026, 3, day))
    it.rulebook?.rules[0].levels[0].red = nil
    #expect(it.level("J01", on: on(2026, 3, 20)) == .yellow)
  }

  @Test func `while the clock stands still only the special procedure is watched`() throws {
    var it = Scenario.watched()
    try it.accept()
    try it.act(
      .startSpecialProcedure(.inspection, plannedEnd: on(2026, 3, 12), reason: "需要检验"),
      as: .examiner)
    #expect(it.file.watches(under: it.rules).map(\.card.rule) == [.specialProcedureOverrun])
    it.today = on(2026, 3, 12)
    try it.act(.endSpecialProcedure(outcome: "合格"), as: .examiner)
    #expect(it.watch("J01")?.due == it.file.committedDue)
  }

  @Test func `once the notice has been missed the promise runs from receipt`() throws {
    var it = Scenario.watched()
    try it.receive()
    let watch = try #require(it.watch("J01"))
    #expect(watch.due?.on == on(2026, 3, 16) && watch.from == on(2026, 3, 12))
    it.today = on(2026, 3, 11)
    try it.act(.accept(deferring: [], underCommitment: false), as: .counterClerk)
    #expect(it.watch("J01")?.due == watch.due)
  }

  @Test func `nobody is late before a waiting period can be left`() throws {
    var it = Scenario.watched(.coolingOff)
    try it.accept()
    // Thirty days from 2 March end on 1 April.
    let watch = try #require(it.watch("J03:step/1/SJ"))
    #expect(watch.due?.on == on(2026, 4, 2) && watch.yellowFrom == on(2026, 4, 3))
    #expect(it.watch("J01") == nil && it.watch("J10:claim/1/SJ") == nil)
  }

  @Test func `a closed order ends what only a person can end, and not what still lasts`() throws {
    var it = Scenario.watched()
    try it.accept()
    try it.act(.fee(.recordPayment(fen: 500, receipt: "票1")), as: .counterClerk)
    it.today = on(2026, 3, 17)
    for (number, text) in ["J01", "J09:paid"].enumerated() {
      let card = try #require(CardKey(text))
      try it.act(
        .supervise(.orderFollowUp(card, card.rule == .overdue ? "SJ" : nil, text: "请说明")),
        as: .supervisor)
      try it.act(
        .supervise(.closeFollowUp(order: number + 1, .rectified, text: "已退款")), as: .supervisor)
    }
    #expect(it.watch("J01") != nil && it.watch("J09:paid") == nil)
  }

  @Test func `a late entry of the next morning is yellow and no more`() throws {
    var it = Scenario.watched()
    try it.receive()
    it.today = on(2026, 3, 3)
    try it.act(
      .accept(deferring: [], underCommitment: false), as: .counterClerk,
      late: .noted(at: Moment(date: on(2026, 3, 2), hour: 17, minute: 0)))
    #expect(it.level("J12:late/1", on: on(2026, 6, 1)) == .yellow)
  }

  @Test(arguments: [(9, 59, nil), (10, 0, nil), (10, 1, SupervisionLevel.yellow)])
  func `an application is taken in while its number is served, or within an hour of opening`(
    hour: Int, minute: Int, level: SupervisionLevel?
  ) throws {
    var it = Scenario.watched()
    var rules = it.rules
    rules.ticketEndedAt = Moment(date: on(2026, 3, 2), hour: 9, minute: 0)
    var occasion = it.occasion(of: .counterClerk)
    occasion.at = Moment(date: on(2026, 3, 2), hour: hour, minute: minute)
    it.record(
      try it.file.decide(
        .receive(Scenario.numbers, it.completeIntake), occasion, under: rules), occasion.stamp)
    #expect(it.level("J12:intake", on: on(2026, 3, 2)) == level)
  }

  @Test func `money that comes to the standard in the end is no wrongful fee`() throws {
    var it = Scenario.watched(.charged)
    try it.accept()
    try it.act(.fee(.recordPayment(fen: 11_000, receipt: "票1")), as: .counterClerk)
    #expect(it.level("J09:paid", on: it.today) == .red)
    try it.act(.fee(.recordPayment(fen: 1_000, receipt: "票2")), as: .counterClerk)
    #expect(it.watch("J09:paid") == nil)
  }

  @Test func `a check on site takes half an hour at least`() throws {
    var it = Scenario.watched()
    try it.examine()
    it.today = on(2026, 3, 3)
    try it.grant()
    #expect(it.watch("J11:haste") == nil)
  }
}

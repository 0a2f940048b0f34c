import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// The limits of a case on one line.
@Suite struct DeadlineRulerTests {
  private static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }

  private static func line(
    _ scenario: Scenario, _ language: Language = .zh, columns: Int = 68
  ) -> String {
    let ruler = scenario.file.ruler(
      on: scenario.today, calendar: scenario.calendar, sheet: scenario.sheet)
    return ruler?.text(
      in: columns, RulerWords(language, year: scenario.today.year),
      width: Self.columns) ?? "-"
  }

  private static func review(until end: LocalDate) -> CaseCommand {
    .startSpecialProcedure(.expertReview, plannedEnd: end, reason: "需要专家评审")
  }

  /// Cases as they stand on a day, each under the words that say how.
  private static func situations() throws -> [(String, Scenario)] {
    var all: [(String, Scenario)] = []
    var it = Scenario()
    try it.receive()
    all.append(("received today", it))
    it.today = on(2026, 3, 6)
    all.append(("received, a day before the notice is due", it))
    it.today = on(2026, 3, 9)
    all.append(("received, the notice due today", it))
    it.today = on(2026, 3, 11)
    all.append(("deemed accepted", it))
    it = Scenario()
    try it.requestCorrection()
    it.today = on(2026, 3, 6)
    all.append(("awaiting correction", it))
    it.today = on(2026, 3, 19)
    all.append(("correction late", it))
    it = Scenario()
    try it.accept()
    all.append(("accepted today", it))
    it.today = on(2026, 3, 12)
    all.append(("running", it))
    var extended = it
    try extended.act(.extend(workingDays: 10, reason: "情况复杂"), as: .approver)
    all.append(("extended", extended))
    it.today = on(2026, 3, 16)
    all.append(("due today", it))
    it.today = on(2026, 3, 18)
    all.append(("late by promise", it))
    it.today = on(2026, 3, 27)
    all.append(("late by law", it))
    it = Scenario()
    try it.accept()
    it.today = on(2026, 3, 4)
    var suspended = it
    try it.act(review(until: on(2026, 4, 8)), as: .examiner)
    it.today = on(2026, 3, 12)
    all.append(("in a special procedure", it))
    it.today = on(2026, 4, 10)
    all.append(("in a special procedure longer than told", it))
    try it.act(.endSpecialProcedure(outcome: "通过"), as: .examiner)
    it.today = on(2026, 4, 14)
    all.append(("after a special procedure", it))
    try it.act(.suspend(cause: "等待判决"), as: .approver)
    it.today = on(2026, 4, 24)
    try it.act(.resume, as: .approver)
    it.today = on(2026, 4, 27)
    all.append(("stopped twice", it))
    try suspended.act(.suspend(cause: "等待判决"), as: .approver)
    suspended.today = on(2026, 3, 20)
    all.append(("suspended without an end", suspended))
    it = Scenario(on: on(2026, 12, 21))
    try it.accept()
    it.today = on(2026, 12, 24)
    all.append(("provisional", it))
    it = Scenario(.businessRecord)
    try it.accept()
    all.append(("on the spot", it))
    it = Scenario()
    try it.produce()
    it.today = on(2026, 3, 6)
    all.append(("granted, to be served", it))
    it = Scenario()
    try it.accept()
    it.today = on(2026, 3, 19)
    try it.act(.withdraw(reason: "改变计划"), as: .counterClerk)
    it.today = on(2026, 4, 1)
    all.append(("withdrawn late", it))
    it = Scenario(.coolingOff)
    try it.accept()
    it.today = on(2026, 3, 12)
    all.append(("in a step that does not count", it))
    return all
  }

  @Test func `rulers of every kind of case`() throws {
    var text = ""
    for (name, scenario) in try Self.situations() {
      text += "\(name)\n"
      text += "  \(Self.line(scenario))\n"
      text += "  \(Self.line(scenario, columns: 40))\n"
      text += "  \(Self.line(scenario, .en))\n"
    }
    expectGolden(text, named: "rulers")
  }

  @Test(arguments: [0, 1, 7, 12, 20, 33, 46, 60, 68, 78, 110, 200])
  func `a ruler is as wide as it is asked to be, its marks in the order of the days`(
    columns: Int
  ) throws {
    for (name, scenario) in try Self.situations() {
      let ruler = scenario.file.ruler(
        on: scenario.today, calendar: scenario.calendar, sheet: scenario.sheet)
      let line = try #require(ruler).laid(
        in: columns, width: Self.columns,
        label: RulerWords(.zh, year: 2026).label
      ).segments
      #expect(line.reduce(0) { $0 + $1.columns } == columns, "\(name)")
      let marks = line.compactMap { segment in
        if case .mark(let mark) = segment.part { mark } else { nil }
      }
      let days = marks.compactMap { mark in ruler?.points.first { $0.mark == mark }?.on }
      #expect(days == days.sorted(), "\(name)")
      #expect(marks.isEmpty || marks.count == ruler?.points.count, "\(name)")
    }
  }

  @Test func `a plain count refuses stops that cannot be`() {
    #expect(throws: CalendarRefusal.self) {
      try DeadlineRuler(
        limit: .workingDays(5), from: on(2026, 3, 2),
        stops: [ClockStop(from: on(2026, 3, 10), to: on(2026, 3, 4))],
        calendar: .published2024To2026)
    }
  }
}

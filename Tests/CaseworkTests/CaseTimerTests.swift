import Casework
import TestSupport
import Testing
import WorkCalendar

/// All the limits of a case together.
@Suite struct CaseTimerTests {
  private func timers(_ scenario: Scenario, knowing sheet: Bool = false) -> [CaseTimer] {
    scenario.file.timers(
      on: scenario.today, calendar: scenario.calendar, sheet: sheet ? scenario.sheet : nil)
  }

  /// The timers as a clerk reads them, for example `committed 2026-03-02 2026-03-16 running`.
  private func told(_ scenario: Scenario, knowing sheet: Bool = false) -> [String] {
    timers(scenario, knowing: sheet).map { timer in
      let state =
        switch timer.state {
        case .running: "running"
        case .stopped(let stop): "stopped since \(stop.from)"
        case .settled(let day): "settled \(day)"
        }
      let due = timer.due.map { $0.on.description } ?? "-"
      return "\(timer.kind) \(timer.start) \(due) \(state)"
    }
  }

  @Test func `an accepted case runs by promise, by law and by step`() throws {
    var scenario = Scenario()
    try scenario.accept(deferring: [5]) { $0.materials.removeAll { $0.number == 5 } }
    scenario.today = on(2026, 3, 4)
    #expect(
      told(scenario) == [
        "notice 2026-03-02 2026-03-09 settled 2026-03-02",
        "committed 2026-03-02 2026-03-16 running",
        "statutory 2026-03-02 2026-03-23 running",
        "step 2026-03-02 2026-03-09 running",
        "deferredMaterials 2026-03-02 2026-03-13 running",
      ])
  }

  @Test func `a missed notice lets the limits run from receipt before anybody accepts`() throws {
    var scenario = Scenario(on: on(2026, 4, 30))
    scenario.sheet.statutoryLimit = .workingDays(20)
    try scenario.receive { $0.materials.removeAll() }
    scenario.today = on(2026, 5, 11)
    #expect(told(scenario, knowing: true) == ["notice 2026-04-30 2026-05-11 running"])
    scenario.today = on(2026, 5, 12)
    #expect(
      told(scenario, knowing: true) == [
        "notice 2026-04-30 2026-05-11 running",
        "committed 2026-04-30 2026-05-18 running",
        "statutory 2026-04-30 2026-06-01 running",
      ])
    let law = timers(scenario, knowing: true)[2]
    #expect(law.workingDaysLeft(on: scenario.today, in: scenario.calendar) == 14)
    let read = told(scenario, knowing: true)
    try scenario.act(.accept(deferring: [], underCommitment: false), as: .counterClerk)
    #expect(told(scenario).dropFirst().prefix(2) == read.dropFirst().prefix(2))
  }

  @Test func `a correction settles the notice and starts it anew when it comes`() throws {
    var scenario = Scenario()
    try scenario.receive()
    scenario.today = on(2026, 3, 4)
    try scenario.act(.requestCorrection(Scenario.defects, workingDays: 10), as: .counterClerk)
    #expect(
      told(scenario) == [
        "notice 2026-03-02 2026-03-09 settled 2026-03-04",
        "correction 2026-03-04 2026-03-18 running",
      ])
    scenario.today = on(2026, 3, 11)
    try scenario.act(.supplyMaterials(Scenario.corrections), as: .counterClerk)
    #expect(
      told(scenario) == [
        "notice 2026-03-11 2026-03-18 running",
        "correction 2026-03-04 2026-03-18 settled 2026-03-11",
      ])
  }

  @Test func `a special procedure stops every limit and has its own day`() throws {
    var scenario = Scenario(on: on(2025, 3, 3))
    scenario.sheet.committedLimit = .workingDays(20)
    try scenario.accept()
    scenario.today = on(2025, 3, 12)
    try scenario.act(
      .startSpecialProcedure(.expertReview, plannedEnd: on(2025, 4, 8), reason: "需要"),
      as: .examiner)
    #expect(
      told(scenario).dropFirst() == [
        "committed 2025-03-03 2025-03-31 stopped since 2025-03-12",
        "statutory 2025-03-03 2025-03-24 stopped since 2025-03-12",
        "step 2025-03-03 2025-03-10 stopped since 2025-03-12",
        "specialProcedure 2025-03-12 2025-04-08 running",
      ])
    let committed = timers(scenario)[1]
    let planned = committed.foreseen(on: scenario.today, in: scenario.calendar)
    #expect(planned?.due.on == on(2025, 4, 25) && planned?.certainty == .asPlanned)
    let later = committed.foreseen(on: on(2025, 4, 9), in: scenario.calendar)
    #expect(later?.due.on == on(2025, 4, 27) && later?.certainty == .atEarliest)
  }

  @Test func `after the decision only its service runs`() throws {
    var scenario = Scenario()
    try scenario.produce()
    scenario.today = on(2026, 3, 18)
    #expect(
      told(scenario).dropFirst() == [
        "committed 2026-03-02 2026-03-16 settled 2026-03-02",
        "statutory 2026-03-02 2026-03-23 settled 2026-03-02",
        "service 2026-03-02 2026-03-16 running",
      ])
    #expect(timers(scenario).map { $0.isLate(on: scenario.today) }.suffix(1) == [true])
  }

  @Test func `a department consulted has its own limit in the step`() throws {
    var scenario = Scenario(.jointApproval)
    try scenario.accept()
    let party = try #require(timers(scenario).first { $0.kind == .party })
    #expect(party.department == "XF" && party.due?.on == on(2026, 3, 16))
  }

  @Test func `a withdrawn case has no limit that runs`() throws {
    var scenario = Scenario()
    try scenario.accept()
    try scenario.act(.suspend(cause: "等待判决"), as: .approver)
    scenario.today = on(2026, 3, 5)
    try scenario.act(.withdraw(reason: "改变计划"), as: .counterClerk)
    for timer in timers(scenario) { #expect(timer.settledOn ?? .distantFuture <= on(2026, 3, 5)) }
  }
}

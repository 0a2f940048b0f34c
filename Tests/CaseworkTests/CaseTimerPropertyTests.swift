import Casework
import TestSupport
import Testing
import WorkCalendar

/// What holds of the limits whatever people do, in whatever order.
@Suite struct CaseTimerPropertyTests {
  static let seeds: Range<UInt64> = 0..<96

  /// Calls `look` after every act that somebody carried out.
  private func live(_ seed: UInt64, _ look: (Scenario) throws -> Void) rethrows {
    var it = RandomCase(seed: seed)
    for _ in 0..<60 where it.go() != nil { try look(it.scenario) }
  }

  private func timers(_ scenario: Scenario) -> [CaseTimer] {
    scenario.file.timers(
      on: scenario.today, calendar: scenario.calendar, sheet: scenario.sheet)
  }

  @Test(arguments: seeds)
  func `counting anew gives the date that stands in the file`(seed: UInt64) {
    live(seed) { scenario in
      for timer in timers(scenario) {
        guard let anew = timer.recomputed(in: scenario.calendar) else { continue }
        if anew.on != timer.due?.on { Issue.record("\(timer) counts to \(anew.on)") }
      }
    }
  }

  @Test(arguments: seeds)
  func `a suspension never moves a date earlier`(seed: UInt64) {
    live(seed) { scenario in
      for timer in timers(scenario) where timer.isStopped {
        let stands = timer.due?.on ?? .distantPast
        let foreseen = timer.foreseen(on: scenario.today, in: scenario.calendar)
        if let foreseen, foreseen.due.on < stands {
          Issue.record("\(timer) is foreseen for \(foreseen.due.on)")
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `deemed acceptance counts from receipt`(seed: UInt64) {
    live(seed) { scenario in
      let (file, today) = (scenario.file, scenario.today)
      guard file.isDeemedAccepted(on: today), let from = file.noticeFrom else { return }
      let limits = timers(scenario).filter { [.committed, .statutory].contains($0.kind) }
      #expect(limits.count == 2 && limits.allSatisfy { $0.start == from })
    }
  }

  @Test(arguments: seeds)
  func `a case that has ended has no limit that runs`(seed: UInt64) {
    live(seed) { scenario in
      guard let stage = scenario.file.stage, stage.isEnded else { return }
      // A commitment is checked after the case has ended.
      for timer in timers(scenario)
      where timer.settledOn == nil && timer.kind != .commitmentCheck {
        Issue.record("\(timer) runs on in \(stage)")
      }
    }
  }

  @Test(arguments: seeds)
  func `the date that matters now is the date of a limit that runs`(seed: UInt64) {
    live(seed) { scenario in
      guard let due = scenario.file.due else { return }
      let running = timers(scenario).filter { $0.settledOn == nil }
      if !running.contains(where: { $0.due?.on == due.on }) {
        Issue.record("\(due.on) is no limit of \(running.map(\.kind))")
      }
    }
  }

  @Test(arguments: seeds)
  func `the ruler of a case ends on the dates that stand in its file`(seed: UInt64) {
    live(seed) { scenario in
      let file = scenario.file
      guard
        let ruler = file.ruler(
          on: scenario.today, calendar: scenario.calendar, sheet: scenario.sheet)
      else { return }
      guard file.stage?.isBeforeDecision ?? false, file.openStop == nil else { return }
      let ends = ruler.points.compactMap { point in
        if case .due = point.mark { point.on } else { nil }
      }
      let dates = Set([file.committedDue?.on, file.statutoryDue?.on].compactMap { $0 })
      if Set(ends) != dates { Issue.record("\(ends) is not \(dates)") }
    }
  }

  @Test func `the seeds reach every kind of limit`() {
    var reached: Set<TimerKind> = []
    for seed in Self.seeds { live(seed) { reached.formUnion(timers($0).map(\.kind)) } }
    #expect(Set(TimerKind.allCases).subtracting(reached).isEmpty)
  }
}

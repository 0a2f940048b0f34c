import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// How a date is shown to be right, day by day.
@Suite struct DeadlineProofTests {
  private static func proof(
    of kind: TimerKind, _ scenario: Scenario
  ) throws -> DeadlineProof {
    let timers = scenario.file.timers(
      on: scenario.today, calendar: scenario.calendar, sheet: scenario.sheet)
    let timer = try #require(timers.first { $0.kind == kind })
    return DeadlineProof(timer, on: scenario.today, calendar: scenario.calendar)
  }

  private static func page(
    _ proof: DeadlineProof, _ scenario: Scenario, _ language: Language = .zh, folding: Bool = true
  ) -> String {
    let words = ProofWords(language, today: scenario.today, closing: TimeOfDay("17:30"))
    let rows = words.rows(proof, folding: folding).map { row in
      [row.date, row.weekday, row.ordinal, row.reason].joined(separator: " | ")
    }
    return ([words.headline(proof)] + rows).joined(separator: "\n") + "\n\n"
  }

  @Test func `the worked examples of the law are proved day by day`() throws {
    var text = ""
    var it = Scenario(on: on(2026, 2, 12))
    try it.accept()
    it.today = on(2026, 2, 25)
    text += Self.page(try Self.proof(of: .committed, it), it)
    text += Self.page(try Self.proof(of: .committed, it), it, .en)

    it = Scenario(on: on(2025, 3, 3))
    it.sheet.committedLimit = .workingDays(20)
    try it.accept()
    it.today = on(2025, 3, 12)
    try it.act(
      .startSpecialProcedure(.expertReview, plannedEnd: on(2025, 4, 3), reason: "需要"),
      as: .examiner)
    it.today = on(2025, 3, 20)
    text += Self.page(try Self.proof(of: .committed, it), it)
    it.today = on(2025, 4, 8)
    text += Self.page(try Self.proof(of: .committed, it), it, .en)
    try it.act(.endSpecialProcedure(outcome: "通过"), as: .examiner)
    text += Self.page(try Self.proof(of: .committed, it), it, folding: false)

    it = Scenario(on: on(2026, 12, 21))
    try it.accept()
    try it.act(.extend(workingDays: 3, reason: "复杂"), as: .approver)
    text += Self.page(try Self.proof(of: .committed, it), it)
    expectGolden(text, named: "proofs")
  }

  @Test(arguments: 0..<48 as Range<UInt64>)
  func `the last day of the proof is the date of the ruler`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var scenario = Scenario(
      on: on(2025, 1, 6).advanced(by: .random(in: 0...300, using: &random)))
    scenario.sheet.committedLimit = TimeLimit(
      amount: .random(in: 1...60, using: &random),
      unit: [.workingDays, .calendarDays, .months].randomElement(using: &random) ?? .workingDays)
    if scenario.sheet.committedLimit.unit == .months { scenario.sheet.committedLimit.amount %= 4 }
    try scenario.accept()
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      scenario.today = scenario.today.advanced(by: .random(in: 0...5, using: &random))
      let end = scenario.today.advanced(by: .random(in: 1...30, using: &random))
      try scenario.act(
        .startSpecialProcedure(.expertReview, plannedEnd: end, reason: "需要"), as: .examiner)
      scenario.today = scenario.today.advanced(by: .random(in: 0...30, using: &random))
      if Bool.random(using: &random) { break }
      try scenario.act(.endSpecialProcedure(outcome: "通过\(scenario.today)"), as: .examiner)
    }
    for kind in [TimerKind.committed, .statutory] {
      let proof = try Self.proof(of: kind, scenario)
      let ruler = DeadlineRuler(proof.timer, on: scenario.today, calendar: scenario.calendar)
      #expect(proof.lines.last?.day.date == proof.due?.on)
      #expect(ruler.points.last { $0.mark != .today }?.on == proof.due?.on)
      if proof.certainty == .fixed { #expect(proof.due?.on == proof.timer.due?.on) }
    }
  }
}

import Casework
import TestSupport
import Testing
import WorkCalendar

/// The dates as they would be.
@Suite struct WhatIfTests {
  private func supposing(_ supposition: Supposition, _ scenario: Scenario) throws -> [String] {
    try scenario.file.supposing(
      supposition, at: scenario.occasion(of: .examiner).at, under: scenario.rules
    ).map { date in
      let (was, would) = (date.was?.on.description ?? "-", date.would?.on.description ?? "-")
      return "\(date.timer) \(was) \(would)"
    }
  }

  private func refusal(_ supposition: Supposition, _ scenario: Scenario) -> Refusal? {
    do throws(Refusal) {
      _ = try scenario.file.supposing(
        supposition, at: scenario.occasion(of: .examiner).at, under: scenario.rules)
      return nil
    } catch {
      return error
    }
  }

  private func accepted() throws -> Scenario {
    var scenario = Scenario()
    try scenario.accept()
    scenario.today = on(2026, 3, 4)
    return scenario
  }

  @Test func `a correction starts notice and limits on the day it comes`() throws {
    var scenario = Scenario()
    try scenario.requestCorrection()
    #expect(
      try supposing(.correctionArrives(on: on(2026, 3, 11)), scenario) == [
        "notice - 2026-03-18", "committed - 2026-03-25", "statutory - 2026-04-01",
      ])
  }

  @Test func `an extension moves both dates by its days`() throws {
    #expect(
      try supposing(.extended(by: 10), accepted()) == [
        "committed 2026-03-16 2026-03-30", "statutory 2026-03-23 2026-04-07",
      ])
  }

  @Test func `a stop moves both dates by the working days it takes`() throws {
    let would = try supposing(.stopped(until: on(2026, 3, 11)), accepted())
    #expect(would == ["committed 2026-03-16 2026-03-23", "statutory 2026-03-23 2026-03-30"])
  }

  @Test func `what is foreseen is what comes`() throws {
    var scenario = try accepted()
    let would = try supposing(.stopped(until: on(2026, 3, 20)), scenario)
    try scenario.act(.suspend(cause: "等待判决"), as: .approver)
    #expect(try supposing(.stopped(until: on(2026, 3, 20)), scenario) == would)
    scenario.today = on(2026, 3, 20)
    try scenario.act(.resume, as: .approver)
    let dates = [scenario.file.committedDue, scenario.file.statutoryDue]
      .compactMap { $0?.on.description }
    #expect(would.map { String($0.suffix(10)) } == dates)
  }

  @Test func `what cannot be is refused by the rule itself`() throws {
    let running = try accepted()
    let table: [(Supposition, Refusal)] = [
      (.extended(by: 0), .extensionTooLong(10)), (.extended(by: 11), .extensionTooLong(10)),
      (.stopped(until: on(2026, 3, 4)), .dateNotAfter(on(2026, 3, 4))),
      (.stopped(until: on(2027, 4, 1)), .dateTooFar(on(2027, 4, 1))),
      (.correctionArrives(on: on(2026, 3, 9)), .notAwaited(.underExamination)),
      (.accepted(on: on(2026, 3, 9)), .alreadyAccepted),
      (.decided(on: on(2026, 3, 3)), .dateNotAfter(on(2026, 3, 3))),
    ]
    for (supposition, expected) in table {
      #expect(refusal(supposition, running) == expected, "\(supposition)")
    }
    var extended = running
    try extended.act(.extend(workingDays: 5, reason: "复杂"), as: .approver)
    #expect(refusal(.extended(by: 5), extended) == .alreadyExtended)
    var late = running
    late.today = on(2026, 3, 17)
    #expect(refusal(.extended(by: 5), late) == .pastDue(on(2026, 3, 16)))
    #expect(refusal(.decided(on: on(2026, 3, 18)), Scenario()) == .notYetReceived)
  }
}

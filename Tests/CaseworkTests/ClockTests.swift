import Casework
import TestSupport
import Testing
import WorkCalendar

/// What stops the limits, and what lengthens them.
@Suite struct ClockTests {
  private func review(until end: LocalDate) -> CaseCommand {
    .startSpecialProcedure(.expertReview, plannedEnd: end, reason: "需要专家评审")
  }

  @Test func `a special procedure does not count, and the rest goes on after it`() throws {
    var scenario = Scenario(on: on(2025, 3, 3))
    scenario.sheet.committedLimit = .workingDays(20)
    try scenario.accept()
    #expect(scenario.file.committedDue?.on == on(2025, 3, 31))
    scenario.today = on(2025, 3, 12)
    try scenario.act(review(until: on(2025, 4, 8)), as: .examiner)
    #expect(scenario.file.stage == .inSpecialProcedure)
    #expect(scenario.file.specialProcedure?.estimatedDue.on == on(2025, 4, 25))
    #expect(scenario.file.due?.on == on(2025, 4, 8))
    scenario.today = on(2025, 4, 8)
    try scenario.act(.endSpecialProcedure(outcome: "评审通过"), as: .examiner)
    #expect(scenario.file.committedDue?.on == on(2025, 4, 25))
    #expect(scenario.file.due?.on == on(2025, 4, 25))
  }

  @Test func `the clock may stop several times`() throws {
    var scenario = Scenario(on: on(2024, 9, 2))
    scenario.sheet.committedLimit = .workingDays(20)
    try scenario.accept()
    scenario.today = on(2024, 9, 6)
    try scenario.act(review(until: on(2024, 9, 12)), as: .examiner)
    scenario.today = on(2024, 9, 12)
    try scenario.act(.endSpecialProcedure(outcome: "通过"), as: .examiner)
    scenario.today = on(2024, 9, 19)
    try scenario.act(.suspend(cause: "等待判决"), as: .approver)
    #expect(scenario.file.due == nil)
    scenario.today = on(2024, 10, 10)
    try scenario.act(.resume, as: .approver)
    #expect(scenario.file.committedDue?.on == on(2024, 10, 25))
    #expect(scenario.file.stops.map(\.to) == [on(2024, 9, 12), on(2024, 10, 10)])
  }

  @Test func `only the procedures of the sheet stop the clock`() throws {
    var scenario = Scenario()
    try scenario.accept()
    let auction = CaseCommand.startSpecialProcedure(
      .auction, plannedEnd: on(2026, 4, 8), reason: "x")
    #expect(scenario.refusal(of: auction, as: .examiner) == .specialProcedureNotListed(.auction))
  }

  @Test(arguments: [
    (on(2026, 3, 2), Refusal.dateNotAfter(on(2026, 3, 2))),
    (on(2026, 3, 1), .dateNotAfter(on(2026, 3, 2))),
    (on(2027, 3, 4), .dateTooFar(on(2027, 3, 4))),
  ])
  func `the applicant is told a day that can be meant`(end: LocalDate, refusal: Refusal) throws {
    var scenario = Scenario()
    try scenario.accept()
    #expect(scenario.refusal(of: review(until: end), as: .examiner) == refusal)
  }

  @Test func `while the clock stands still the case does not move`() throws {
    var scenario = Scenario()
    try scenario.accept()
    try scenario.act(review(until: on(2026, 4, 8)), as: .examiner)
    let opinion = CaseCommand.recordOpinion(step: 0, .agree, text: "", officers: ["甲", "乙"])
    for command in [opinion, .claim, .extend(workingDays: 5, reason: "x"), .suspend(cause: "x")] {
      #expect(scenario.refusal(of: command, as: .approver) == .clockStopped(.inSpecialProcedure))
    }
    #expect(scenario.refusal(of: .resume, as: .approver) == .notAwaited(.inSpecialProcedure))
  }

  @Test func `a clock that runs cannot be started`() throws {
    var scenario = Scenario()
    try scenario.accept()
    #expect(scenario.refusal(of: .resume, as: .approver) == .clockRuns)
    #expect(scenario.refusal(of: .endSpecialProcedure(outcome: "x"), as: .examiner) == .clockRuns)
    #expect(
      scenario.refusal(of: .supplyExaminationCorrection([]), as: .counterClerk) == .clockRuns)
  }

  @Test func `an approver suspends, an examiner does not`() throws {
    var scenario = Scenario()
    try scenario.accept()
    #expect(scenario.refusal(of: .suspend(cause: "x"), as: .examiner) == .roleMayNot(.examiner))
    try scenario.act(.suspend(cause: "等待判决"), as: .approver)
    #expect(scenario.refusal(of: .resume, as: .examiner) == .roleMayNot(.examiner))
  }

  @Test func `a correction after acceptance stops the clock until everything is in`() throws {
    var scenario = Scenario()
    try scenario.accept()
    scenario.today = on(2026, 3, 4)
    try scenario.act(
      .requestExaminationCorrection(Scenario.defects, workingDays: 5), as: .examiner)
    #expect(scenario.file.stage == .awaitingExaminationCorrection)
    #expect(scenario.file.due?.on == on(2026, 3, 11))
    scenario.today = on(2026, 3, 10)
    #expect(
      scenario.refusal(
        of: .supplyExaminationCorrection([Scenario.corrections[0]]), as: .counterClerk)
        == .materialsMissing([4]))
    try scenario.act(.supplyExaminationCorrection(Scenario.corrections), as: .counterClerk)
    #expect(scenario.file.stage == .underExamination)
    #expect(scenario.file.committedDue?.on == on(2026, 3, 20))
  }

  @Test func `a department asks for a correction only where the sheet lets it`() throws {
    var scenario = Scenario()
    scenario.sheet.allowsExaminationCorrection = false
    try scenario.accept()
    let command = CaseCommand.requestExaminationCorrection(Scenario.defects, workingDays: 5)
    #expect(scenario.refusal(of: command, as: .examiner) == .examinationCorrectionNotAllowed)
  }

  @Test func `the dates of the step move with the clock`() throws {
    var scenario = Scenario(.jointApproval)
    try scenario.accept()
    scenario.today = on(2026, 3, 4)
    try scenario.act(review(until: on(2026, 3, 20)), as: .examiner)
    scenario.today = on(2026, 3, 11)
    try scenario.act(.endSpecialProcedure(outcome: "通过"), as: .examiner)
    #expect(scenario.file.stepRecord?.due?.on == on(2026, 4, 7))
    #expect(scenario.file.stepRecord?.due(of: "XF")?.on == on(2026, 3, 23))
  }

  @Test func `an extension is added to the old date`() throws {
    var scenario = Scenario(on: on(2024, 4, 22))
    scenario.sheet.committedLimit = .workingDays(20)
    try scenario.accept()
    #expect(scenario.file.committedDue?.on == on(2024, 5, 21))
    scenario.today = on(2024, 5, 21)
    try scenario.act(.extend(workingDays: 10, reason: "案情复杂"), as: .approver)
    #expect(scenario.file.committedDue?.on == on(2024, 6, 4))
    #expect(scenario.file.extended?.previousDue.on == on(2024, 5, 21))
  }

  @Test func `a limit is extended once`() throws {
    var scenario = Scenario()
    try scenario.accept()
    try scenario.act(.extend(workingDays: 5, reason: "案情复杂"), as: .approver)
    let again = CaseCommand.extend(workingDays: 6, reason: "案情复杂")
    #expect(scenario.refusal(of: again, as: .approver) == .alreadyExtended)
  }

  @Test func `a limit is extended before it has passed, not after`() throws {
    var scenario = Scenario()
    try scenario.accept()
    scenario.today = on(2026, 3, 17)
    let extend = CaseCommand.extend(workingDays: 5, reason: "案情复杂")
    #expect(scenario.refusal(of: extend, as: .approver) == .pastDue(on(2026, 3, 16)))
  }

  @Test(arguments: [
    (ImplementationSheet.foodLicence, 10, 10), (.jointApproval, 15, 15),
  ])
  func `an extension has its longest`(sheet: ImplementationSheet, days: Int, longest: Int) throws {
    var scenario = Scenario(sheet)
    try scenario.accept()
    let refusal = { scenario.refusal(of: .extend(workingDays: $0, reason: "x"), as: .approver) }
    #expect(refusal(days) == nil)
    #expect(refusal(days + 1) == .extensionTooLong(longest))
    #expect(refusal(0) == .extensionTooLong(longest))
    #expect(refusal(-3) == .extensionTooLong(longest))
  }

  @Test func `the joint limit of 45 days may become 60`() throws {
    var scenario = Scenario(.jointApproval, on: on(2026, 1, 5))
    scenario.sheet.committedLimit = .workingDays(45)
    try scenario.accept()
    #expect(scenario.file.committedDue?.on == on(2026, 3, 13))
    try scenario.act(.extend(workingDays: 15, reason: "经县政府负责人批准"), as: .approver)
    #expect(scenario.file.committedDue?.on == on(2026, 4, 3))
  }

  @Test func `a date beyond the last published year is provisional`() throws {
    var scenario = Scenario(on: on(2026, 12, 21))
    scenario.sheet.committedLimit = .workingDays(20)
    try scenario.accept()
    #expect(scenario.file.committedDue == DueDate(on: on(2027, 1, 19), isProvisional: true))
  }
}

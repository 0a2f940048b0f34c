import CaseStore
import Casework
import Deskwork
import Synchronization
import TestSupport
import Testing
import WorkCalendar

/// A December of chance, and then the notice for the next year.
struct PublishingPropertyTests {
  private static let year2026 = CalendarYear(
    year: 2026, off: [OffDay(date: on(2026, 1, 1), name: "元旦")], makeUp: [])

  private static let also: [CaseCommand] = [
    .startSpecialProcedure(.inspection, plannedEnd: on(2027, 1, 12), reason: "送检"),
    .endSpecialProcedure(outcome: "合格"), .extend(workingDays: 5, reason: "情况复杂"),
    .requestExaminationCorrection([Scenario.defects[0]], workingDays: 12),
    .supplyExaminationCorrection([Scenario.corrections[0]]),
    .referUpward(organ: "市局", opinion: "同意"),
  ]

  private final class MovingClock: Sendable {
    private let moment = Mutex(Moment(date: on(2026, 12, 7), hour: 9, minute: 0))
    var now: Moment { moment.withLock { $0 } }
    func goOn() {
      moment.withLock { moment in
        if moment.date < on(2026, 12, 30) { moment = moment.adding(seconds: 86_400) }
      }
    }
  }

  /// Blocks of days off anywhere, and some rest days that are worked for them.
  private static func year2027(_ random: inout SplitMix) -> CalendarYear {
    let first = on(2027, 1, 1)
    var off: Set<LocalDate> = [first]
    for _ in 0..<8 {
      let start = first.advanced(by: .random(in: 0...80, using: &random))
      for day in 0..<Int.random(in: 1...7, using: &random) { off.insert(start.advanced(by: day)) }
    }
    let plain = WorkCalendar(years: [])
    let worked = (0..<90).map { first.advanced(by: $0) }.filter {
      !off.contains($0) && !plain.isWorkingDay($0) && Int.random(in: 0..<3, using: &random) == 0
    }
    return CalendarYear(
      year: 2027, notice: "测试发〔2026〕9号",
      off: off.sorted().map { OffDay(date: $0, name: "假日") },
      makeUp: worked.map { MakeUpDay(date: $0, for: "假日") })
  }

  /// Every date of a case that is still to be kept and that a calendar gives.
  private struct Dates: Hashable {
    var dues: [DueDate?]
    var step: [DueDate?]

    init(_ file: CaseFile) {
      let isUndecided = file.stage?.isBeforeDecision ?? false
      dues = [
        file.stage == .received ? file.noticeDue : nil, file.correctBy,
        file.decision?.serveBy, file.decision?.checkBy,
      ]
      if isUndecided {
        dues += [
          file.committedDue, file.statutoryDue, file.acceptance?.deferredDue,
          file.referral?.answerDue,
        ]
      }
      step = [file.stepRecord?.due] + (file.stepRecord?.partyDue.map { $0.due } ?? [])
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a year published late gives the dates that it gives when it is there from the start`(
    seed: UInt64
  ) throws {
    var random = SplitMix(seed: seed)
    let year = Self.year2027(&random)
    let clock = MovingClock()
    let hall = try TestHall(.file, years: [Self.year2026]) { clock.now }
    let early = try TestHall(.memory, years: [Self.year2026, year]) { clock.now }
    var day = Workday(seed: seed, also: Self.also)
    for _ in 0..<140 {
      if Int.random(in: 0..<6, using: &random) == 0 { clock.goOn() }
      _ = day.act(at: [hall.desk, early.desk])
    }
    let before = try day.ids.map { try hall.desk.file($0) }
    let impact = try hall.desk.publish([year], by: Seat(clerk: .hallManager))
    #expect(impact.cases.contains { !$0.isOnlyConfirmed })
    for old in before {
      let file = try hall.desk.file(old.id)
      let expected = try early.desk.file(old.id)
      guard !(file.stage?.isEnded ?? true) else {
        #expect(file == old)
        continue
      }
      if file.stage != expected.stage || Dates(file) != Dates(expected) {
        Issue.record(
          "\(old.id), \(String(describing: file.stage)): \(Dates(file)) \(Dates(expected))")
      }
      #expect(file.specialProcedure == old.specialProcedure)
      if case .specialProcedure = file.openStop?.kind { #expect(file.openStop == old.openStop) }
    }
    let report = try SQLiteStore.openReadOnly(at: hall.path).verify(
      readings: TestReadings.of)
    #expect(report.faults == [] && report.hasComparedLists)
  }
}

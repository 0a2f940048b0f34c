import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

struct ReportTests {
  @Test(arguments: [
    (9957, 10_000, "99.57"), (1, 3, "33.33"), (2, 3, "66.67"), (1, 8, "12.50"), (1, 1, "100.00"),
    (0, 7, "0.00"), (99_995, 100_000, "100.00"), (99_994, 100_000, "99.99"),
    (1, 20_000, "0.01"), (1, 20_001, "0.00"), (20_001, 20_000, "100.01"),
  ])
  func `a percentage is rounded half up from its two numbers`(
    numerator: Int, denominator: Int, percent: String
  ) {
    #expect(Ratio(numerator, of: denominator).percent == percent)
  }

  @Test func `of nothing there is no rate`() {
    #expect(Ratio(0, of: 0).percent == nil && Ratio(0, of: 0).mean == nil)
    #expect(Ratio(Int.max, of: 2).percent == nil)
  }

  @Test(arguments: [1, 2, 3]) func `rounding is never further than half a hundredth away`(
    seed: UInt64
  ) throws {
    var chance = SplitMix(seed: seed)
    for _ in 0..<2_000 {
      let denominator = Int.random(in: 1...1_000_000, using: &chance)
      let numerator = Int.random(in: 0...denominator, using: &chance)
      let text = try #require(Ratio(numerator, of: denominator).percent)
      let hundredths = try #require(Int(String(text.filter { $0 != "." })))
      let off = 2 * hundredths * denominator - 20_000 * numerator
      #expect(off <= denominator && off > -denominator, "\(numerator)/\(denominator) \(text)")
    }
  }

  private static func sum(
    _ month: String, _ department: DepartmentID, _ item: ItemID, _ measure: TallyMeasure,
    _ value: Int
  ) throws -> TallySum {
    let month = try #require(YearMonth(month))
    return TallySum(
      key: TallyKey(month: month, department: department, item: item, measure: measure),
      value: value)
  }

  private func sums() throws -> [TallySum] {
    try [
      Self.sum("2026-01", "SJ", "SJ01", .received, 10),
      Self.sum("2026-01", "SJ", "SJ01", .decided, 8),
      Self.sum("2026-01", "SJ", "SJ01", .onTime, 7),
      Self.sum("2026-02", "SJ", "SJ02", .decided, 2),
      Self.sum("2026-02", "SJ", "SJ02", .onTime, 2),
      Self.sum("2026-02", "GA", "GA01", .decided, 3),
      Self.sum("2026-02", "GA", "GA01", .netDays, 10),
      Self.sum("2026-02", "GA", "GA01", .concluded, 4),
      Self.sum("2026-02", "GA", "GA01", .declined, 1),
    ]
  }

  @Test(arguments: [
    (ReportGrouping.department, ["GA 0/3", "SJ 9/10"]),
    (.item, ["GA01 0/3", "SJ01 7/8", "SJ02 2/2"]),
    (.month, ["2026-01 7/8", "2026-02 2/5"]),
  ])
  func `lines add up what belongs to them`(by grouping: ReportGrouping, lines: [String]) throws {
    let report = Report(try sums(), by: grouping)
    #expect(
      report.lines.map { "\($0.subject.id) \($0.figures.onTimeRate.fraction)" } == lines)
    #expect(report.whole.onTimeRate == Ratio(9, of: 13))
  }

  @Test func `days are a mean over decisions`() throws {
    let report = Report(try sums(), by: .department)
    #expect(report.lines.first?.figures.netDays.mean == "3.33")
  }

  @Test func `what came in and what ended lead from the opening to the closing`() throws {
    let earlier = try [
      Self.sum("2025-12", "SJ", "SJ01", .received, 20),
      Self.sum("2025-12", "SJ", "SJ01", .withdrawn, 2),
      Self.sum("2025-12", "SJ", "SJ01", .terminated, 1),
    ]
    let balance = Balance(earlier: earlier, within: Report(try sums(), by: .month).whole)
    #expect(
      [balance.opening, balance.received, balance.ended, balance.closing] == [17, 10, 5, 22])
  }
}

import TestSupport
import Testing
import WorkCalendar

struct WorkCalendarTests {
  let calendar = Published.calendar

  @Test(
    arguments: [
      ("2026-11-23", .working), ("2026-11-22", .weekend(.sunday)),
      ("2026-02-14", .makeUpWorkday("春节")),
      ("2026-09-20", .makeUpWorkday("国庆节")), ("2026-02-19", .holiday("春节")),
      ("2015-09-03", .holiday("抗战胜利纪念日")), ("2024-02-09", .working),
      ("2027-01-01", .presumedHoliday("元旦")), ("2027-02-05", .presumedHoliday("春节")),
      ("2027-02-08", .presumedHoliday("春节")), ("2027-02-10", .presumedHoliday("春节")),
      ("2027-02-11", .working), ("2027-05-04", .presumedHoliday("劳动节")), ("2027-05-05", .working),
      ("2027-04-05", .presumedHoliday("清明节")), ("2028-04-04", .presumedHoliday("清明节")),
      ("2027-05-02", .presumedHoliday("劳动节")), ("2027-06-09", .presumedHoliday("端午节")),
      ("2027-09-15", .presumedHoliday("中秋节")), ("2027-10-03", .presumedHoliday("国庆节")),
      ("2027-10-09", .weekend(.saturday)), ("2003-10-01", .presumedHoliday("国庆节")),
      ("2003-04-04", .working),
    ] as [(String, DayStatus)])
  func `each day knows what it is and why`(text: String, status: DayStatus) throws {
    #expect(calendar.status(of: try day(text)) == status)
  }

  @Test func `only years with a notice are published`() {
    #expect((2002...2028).filter(calendar.isPublished(year:)) == Array(2004...2026))
  }

  @Test(arguments: [
    ("2026-11-20", "2026-11-23", 1), ("2026-11-23", "2026-11-23", 0),
    ("2026-11-23", "2026-11-20", -1),
    ("2026-11-21", "2026-11-22", 0), ("2026-09-19", "2026-09-20", 1),
    ("2026-02-28", "2026-02-13", -6),
  ])
  func `days left exclude today, and days over are negative`(a: String, b: String, expected: Int)
    throws
  {
    #expect(calendar.workingDays(after: try day(a), through: try day(b)) == expected)
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func `adding working days and counting back gives the same number`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<20 {
      let start = LocalDate(dayNumber: .random(in: 16_000...22_000, using: &random))
      let amount = Int.random(in: 0...90, using: &random)
      let due = calendar.workingDay(amount, after: start).on
      let back = calendar.workingDays(after: start, through: due)
      let isRight = back == amount && (amount == 0 || calendar.isWorkingDay(due))
      if !isRight { Issue.record("\(start) + \(amount) gave \(due), which counts \(back)") }
    }
  }

  @Test(arguments: [
    ("2026-12-30", 1, false), ("2026-12-30", 2, true), ("2026-12-31", 0, false),
    ("2003-12-31", 3, false),
    ("2003-12-30", 3, true), ("2027-03-01", 1, true),
  ])
  func `a date is provisional as soon as a counted day lies in an unpublished year`(
    start: String, amount: Int, expected: Bool
  ) throws {
    #expect(calendar.workingDay(amount, after: try day(start)).isProvisional == expected)
  }

  @Test func `an absurd number of days ends with the calendar`() throws {
    let start = try day("9990-01-01")
    #expect(calendar.workingDay(.max, after: start).on == .distantFuture)
    #expect(calendar.workingDay(.min, after: start).on == start)
    let months = calendar.dueDate(of: TimeLimit(amount: .max, unit: .months), from: start)
    #expect(months.on == .distantFuture)
  }
}

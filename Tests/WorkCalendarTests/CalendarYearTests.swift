import FoundationEssentials
import Testing
import WorkCalendar

struct CalendarYearTests {
  @Test func `the years 2004 to 2026 are published without a mistake`() {
    #expect(Published.years.map(\.year) == Array(2004...2026))
    #expect(Published.years.flatMap(\.mistakes) == [])
    #expect(Published.years.filter { $0.year >= 2015 }.allSatisfy { !$0.notice.isEmpty })
  }

  @Test(
    arguments: zip(
      2004...2026,
      [
        252, 251, 251, 249, 251, 250, 250, 250, 249, 250, 250,
        249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248,
      ]))
  func `a year has as many working days as its notice leaves`(year: Int, expected: Int) throws {
    let first = try day("\(year)-01-01")
    let last = try day("\(year)-12-31")
    let calendar = Published.calendar
    #expect(calendar.workingDays(after: first.advanced(by: -1), through: last) == expected)
  }

  @Test func `the months of 2026 have their working days`() throws {
    let counts = try (1...12).map { month in
      let before = try day("2025-12-31").addingMonths(month - 1)
      let end = try day("2025-12-31").addingMonths(month)
      return Published.calendar.workingDays(after: before, through: end)
    }
    #expect(counts == [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23])
  }

  @Test func `a table that cannot be true names its mistakes`() throws {
    let newYear = try day("2026-01-01")
    let table = CalendarYear(
      year: 2026,
      off: [OffDay(date: newYear, name: "元旦"), OffDay(date: try day("2027-01-01"), name: "元旦")],
      makeUp: [
        MakeUpDay(date: newYear, for: "元旦"), MakeUpDay(date: try day("2026-01-04"), for: "元旦"),
      ])
    #expect(
      table.mistakes == [
        .outsideTheYear(try day("2027-01-01")), .listedTwice(newYear), .makeUpOnWeekday(newYear),
      ])
    #expect(CalendarYear(year: 2026, off: [], makeUp: []).mistakes == [.noHolidayAtAll])
  }

  @Test func `a year is written with the keys of its file`() throws {
    let table = CalendarYear(
      year: 2026, notice: "号", off: [OffDay(date: try day("2026-01-01"), name: "元旦")],
      makeUp: [MakeUpDay(date: try day("2026-01-04"), for: "元旦")])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(table), as: UTF8.self)
    #expect(
      text == #"{"makeUp":[{"date":"2026-01-04","for":"元旦"}],"notice":"号","#
        + #""off":[{"date":"2026-01-01","name":"元旦"}],"year":2026}"#)
  }
}

import FoundationEssentials
import TestSupport
import Testing
import WorkCalendar

struct LocalDateTests {
  @Test func `every day from 1600 to 2400 follows the one before`() throws {
    var date = try day("1600-01-01")
    var weekday = 5  // A Saturday.
    var wrong: [LocalDate] = []
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for year in 1600...2400 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for (month, length) in lengths.enumerated() {
        for number in 1...(month == 1 && isLeap ? 29 : length) {
          let isRight =
            (date.year, date.month, date.day) == (year, month + 1, number)
            && date == LocalDate(year: year, month: month + 1, day: number)
            && date.weekday == Weekday.allCases[weekday % 7]
          if !isRight { wrong.append(date) }
          date = date.advanced(by: 1)
          weekday += 1
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-11-00",
    "0000-01-01",
    "2026-1-01", "2026-11-3", "26-11-23", "2026/11/23", " 2026-11-23", "2026-11-23 ", "",
    "-026-11-23",
    "２０２６-11-23", "2026-11-23T", "+026-11-23",
  ])
  func `a text that is not a day is no date`(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a date is read back from what it writes`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<500 {
      let date = LocalDate(dayNumber: .random(in: -719_162...2_932_896, using: &random))
      let again = try day(date.description)
      if again != date { Issue.record("\(date) came back as \(again)") }
    }
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-11-30", 3, "2027-02-28"),
    ("2026-03-15", 12, "2027-03-15"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-10", -1, "2025-12-10"),
    ("2026-06-30", 0, "2026-06-30"), ("9999-06-30", 7, "9999-12-31"),
    ("0001-02-03", -9, "0001-01-01"),
  ])
  func `months keep the day number or end with the month`(from: String, months: Int, to: String)
    throws
  {
    let date = try day(from)
    #expect(date.addingMonths(months) == (try day(to)))
  }

  @Test func `sums beyond the calendar stay at its end`() throws {
    let date = try day("2026-11-23")
    #expect(date.advanced(by: .max) == .distantFuture)
    #expect(date.advanced(by: .min) == .distantPast)
    #expect(date.addingMonths(.max) == .distantFuture)
    #expect(LocalDate(dayNumber: .min).description == "0001-01-01")
    #expect(LocalDate(dayNumber: .max).description == "9999-12-31")
  }

  @Test func `a date in a file is its text, and another text says what was expected`() throws {
    let dates = [try day("2026-11-23")]
    let bytes = try JSONEncoder().encode(dates)
    #expect(String(decoding: bytes, as: UTF8.self) == #"["2026-11-23"]"#)
    #expect(try JSONDecoder().decode([LocalDate].self, from: bytes) == dates)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([LocalDate].self, from: Data(#"["2026-02-30"]"#.utf8))
    }
  }
}

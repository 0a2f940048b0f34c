import Testing
import WorkCalendar

struct CountedDayTests {
  let calendar = Published.calendar

  @Test(arguments: [
    ("2024-09-12", 5, "09-13 09-14 09-18 09-19 09-20"),
    ("2025-09-29", 3, "09-30 10-09 10-10"),
    ("2026-02-12", 10, "02-13 02-14 02-24 02-25 02-26 02-27 02-28 03-02 03-03 03-04"),
    ("2026-04-30", 5, "05-06 05-07 05-08 05-09 05-11"),
    ("2025-12-25", 10, "12-26 12-29 12-30 12-31 01-04 01-05 01-06 01-07 01-08 01-09"),
    ("2024-02-08", 5, "02-09 02-18 02-19 02-20 02-21"),
    ("2026-09-24", 7, "09-28 09-29 09-30 10-08 10-09 10-10 10-12"),
    ("2026-09-18", 5, "09-20 09-21 09-22 09-23 09-24"), ("2024-05-11", 1, "05-13"),
    // A working day of 2005 by the notice for 2006.
    ("2005-12-30", 2, "12-31 01-04"),
  ])
  func `exactly the worked days count`(start: String, amount: Int, expected: String) throws {
    let ruler = try calendar.count(limit: .workingDays(amount), from: day(start))
    let counted = ruler.filter { $0.ordinal != nil }.map { $0.date.description.dropFirst(5) }
    #expect(counted.joined(separator: " ") == expected)
  }

  @Test func `every day that does not count says why`() throws {
    let stops = [ClockStop(from: try day("2026-09-21"), to: try day("2026-09-23"))]
    let ruler = try calendar.count(limit: .workingDays(4), from: day("2026-09-18"), stops: stops)
    #expect(
      ruler.map(\.reason) == [
        .startDay, .day(.weekend(.saturday)), .day(.makeUpWorkday("国庆节")), .day(.working),
        .clockStopped, .clockResumed, .day(.working), .day(.holiday("中秋节")),
        .day(.holiday("中秋节")), .day(.holiday("中秋节")), .day(.working),
      ])
    #expect(ruler.map(\.ordinal) == [nil, nil, 1, 2, nil, nil, 3, nil, nil, nil, 4])
  }

  @Test func `calendar days count on through holidays, then move on`() throws {
    let limit = TimeLimit(amount: 2, unit: .calendarDays)
    let ruler = try calendar.count(limit: limit, from: day("2026-09-24"))
    #expect(
      ruler.map(\.reason) == [
        .startDay, .calendarDay(.holiday("中秋节")), .calendarDay(.holiday("中秋节")),
        .movedOn(.holiday("中秋节")), .movedOn(.working),
      ])
    #expect(ruler.last?.date == (try day("2026-09-28")))
  }

  @Test func `a clock that still stands ends the ruler at its stop`() throws {
    let stops = [ClockStop(from: try day("2026-11-25"), to: nil)]
    let ruler = try calendar.count(limit: .workingDays(9), from: day("2026-11-23"), stops: stops)
    #expect(
      ruler.last == CountedDay(date: try day("2026-11-25"), ordinal: 2, reason: .day(.working)))
  }

  @Test(arguments: [
    ("2025-03-03", "2025-03-12", "2025-04-08", 7, 18),
    ("2024-09-02", "2024-09-06", "2024-09-12", 4, 4),
    ("2026-04-30", "2026-05-11", "2026-05-11", 5, 0),
  ])
  func `a stop leaves the days used as they are, and the days lost uncounted`(
    start: String, from: String, to: String, used: Int, lost: Int
  ) throws {
    let stop = ClockStop(from: try day(from), to: try day(to))
    let ruler = try calendar.count(limit: .workingDays(20), from: day(start), stops: [stop])
    let uncounted = ruler.filter { [.clockStopped, .clockResumed].contains($0.reason) }
    #expect(uncounted.filter { calendar.isWorkingDay($0.date) }.count == lost)
    #expect(ruler.first { $0.ordinal == used }?.date == stop.from)
    #expect(ruler.last?.ordinal == 20)
  }
}

package import WorkCalendar

/// A day that exists; a slip in a test stops it.
package func on(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
  guard let date = LocalDate(year: year, month: month, day: day) else {
    preconditionFailure("there is no day \(year)-\(month)-\(day)")
  }
  return date
}

extension WorkCalendar {
  /// The years 2024 to 2026 as published; from 2027 on dates are provisional.
  package static let published2024To2026 = WorkCalendar(years: [
    year(
      2024,
      off: [
        (1, 1, 1), (2, 10, 17), (4, 4, 6), (5, 1, 5), (6, 8, 10), (9, 15, 17), (10, 1, 7),
      ],
      makeUp: [(2, 4), (2, 18), (4, 7), (4, 28), (5, 11), (9, 14), (9, 29), (10, 12)]),
    year(
      2025,
      off: [
        (1, 1, 1), (1, 28, 31), (2, 1, 4), (4, 4, 6), (5, 1, 5), (5, 31, 31), (6, 1, 2),
        (10, 1, 8),
      ],
      makeUp: [(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)]),
    year(
      2026,
      off: [
        (1, 1, 3), (2, 15, 23), (4, 4, 6), (5, 1, 5), (6, 19, 21), (9, 25, 27), (10, 1, 7),
      ],
      makeUp: [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)]),
  ])

  /// Months with the first and the last day of each rest.
  private static func year(
    _ year: Int, off: [(Int, Int, Int)], makeUp: [(Int, Int)]
  ) -> CalendarYear {
    CalendarYear(
      year: year,
      off: off.flatMap { month, first, last in
        (first...last).map { OffDay(date: on(year, month, $0), name: "holiday") }
      },
      makeUp: makeUp.map { MakeUpDay(date: on(year, $0.0, $0.1), for: "holiday") })
  }
}

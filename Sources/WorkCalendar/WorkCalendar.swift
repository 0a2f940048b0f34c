/// Which days are worked, from the published years; what is not published is presumed.
package struct WorkCalendar: Hashable, Sendable {
  package let publishedYears: Set<Int>
  private let holidays: [LocalDate: String]
  private let makeUpWorkdays: [LocalDate: String]

  /// A year given twice counts as its last table says.
  package init(years: [CalendarYear]) {
    var tables: [Int: CalendarYear] = [:]
    for year in years { tables[year.year] = year }
    var holidays: [LocalDate: String] = [:]
    var makeUpWorkdays: [LocalDate: String] = [:]
    for table in tables.values {
      for day in table.off { holidays[day.date] = day.name }
      for day in table.makeUp { makeUpWorkdays[day.date] = day.holiday }
    }
    publishedYears = Set(tables.keys)
    self.holidays = holidays
    self.makeUpWorkdays = makeUpWorkdays
  }

  package func isPublished(year: Int) -> Bool { publishedYears.contains(year) }

  package func status(of date: LocalDate) -> DayStatus {
    if let holiday = makeUpWorkdays[date] { return .makeUpWorkday(holiday) }
    if let name = holidays[date] { return .holiday(name) }
    if !isPublished(year: date.year), let name = StatutoryHolidays.name(of: date) {
      return .presumedHoliday(name)
    }
    let weekday = date.weekday
    return weekday.isWeekend ? .weekend(weekday) : .working
  }

  package func isWorkingDay(_ date: LocalDate) -> Bool { status(of: date).isWorking }

  /// The first working day on or after a day (Civil Code 203).
  package func workingDay(onOrAfter date: LocalDate) -> LocalDate {
    var day = date
    while !isWorkingDay(day), day < .distantFuture { day = day.advanced(by: 1) }
    return day
  }

  /// Working days in (a, b]; the negative of those in (b, a] when b lies before a.
  package func workingDays(after a: LocalDate, through b: LocalDate) -> Int {
    guard a <= b else { return -workingDays(after: b, through: a) }
    var count = 0
    var day = a
    while day < b {
      day = day.advanced(by: 1)
      if isWorkingDay(day) { count += 1 }
    }
    return count
  }

  /// Whether the days in (start, end] need a year that is not published.
  package func isProvisional(after start: LocalDate, through end: LocalDate) -> Bool {
    guard start < end else { return false }
    return (start.advanced(by: 1).year...end.year).contains { !isPublished(year: $0) }
  }
}

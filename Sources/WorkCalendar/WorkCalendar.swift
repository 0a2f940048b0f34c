/// Which days are worked, from the published years; what is not published is presumed.
package struct WorkCalendar: Hashable, Sendable {
  package let publishedYears: Set<Int>
  private let holidays: [LocalDate: String]
  private let makeUpWorkdays: [LocalDate: String]
  private let table: WorkdayTable

  /// A year given twice counts as its last table says.
  package init(years: [CalendarYear]) {
    var tables: [Int: CalendarYear] = [:]
    for year in years { tables[year.year] = year }
    var holidays: [LocalDate: String] = [:]
    var makeUpWorkdays: [LocalDate: String] = [:]
    holidays.reserveCapacity(tables.values.reduce(0) { $0 + $1.off.count })
    makeUpWorkdays.reserveCapacity(tables.values.reduce(0) { $0 + $1.makeUp.count })
    for table in tables.values {
      for day in table.off { holidays[day.date] = day.name }
      for day in table.makeUp { makeUpWorkdays[day.date] = day.holiday }
    }
    publishedYears = Set(tables.keys)
    self.holidays = holidays
    self.makeUpWorkdays = makeUpWorkdays
    table = WorkdayTable(publishedYears, rest: holidays.keys, work: makeUpWorkdays.keys)
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

  package func isWorkingDay(_ date: LocalDate) -> Bool {
    table.isWorked(date) ?? status(of: date).isWorking
  }

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

/// Which days of the published years are worked: what every limit counts, a day at a time.
private struct WorkdayTable: Hashable, Sendable {
  private var first = 0
  private var isWorked: [Bool] = []
  /// Tables of years so far apart are no calendar to count in.
  private static let mostYears = 64

  /// Nothing is known of a year between them that is not published, and of any other.
  init(
    _ years: Set<Int>, rest: some Sequence<LocalDate>, work: some Sequence<LocalDate>
  ) {
    guard let from = years.min(), let through = years.max(), through - from < Self.mostYears,
      (from...through).allSatisfy(years.contains),
      let start = LocalDate(year: from, month: 1, day: 1),
      let end = LocalDate(year: through, month: 12, day: 31)
    else { return }
    first = start.dayNumber
    isWorked = (start.dayNumber...end.dayNumber).map {
      !LocalDate(dayNumber: $0).weekday.isWeekend
    }
    for day in rest { mark(day, false) }
    // A day in both lists is worked.
    for day in work { mark(day, true) }
  }

  func isWorked(_ day: LocalDate) -> Bool? {
    let place = day.dayNumber - first
    return isWorked.indices.contains(place) ? isWorked[place] : nil
  }

  private mutating func mark(_ day: LocalDate, _ truth: Bool) {
    let place = day.dayNumber - first
    if isWorked.indices.contains(place) { isWorked[place] = truth }
  }
}

import WorkCalendar

extension CalendarYear {
  /// The days off by law that the table leaves worked, with the holiday they belong to. Since 2025
  /// New Year's Eve and 2 May are among them; earlier years had fewer and are not looked at.
  var workedStatutoryDays: [(date: LocalDate, name: String)] {
    guard year >= 2025, let start = LocalDate(year: year, month: 1, day: 1) else { return [] }
    let (law, published) = (WorkCalendar(years: []), WorkCalendar(years: [self]))
    return (0..<366).map { start.advanced(by: $0) }.compactMap { date in
      guard case .presumedHoliday(let name) = law.status(of: date), date.year == year,
        published.isWorkingDay(date)
      else { return nil }
      return (date, name)
    }
  }
}

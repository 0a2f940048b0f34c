import WorkCalendar

extension CalendarYear {
  /// The days off by law that the table leaves worked. Since 2025 New Year's Eve and 2 May are among
  /// them; earlier years had fewer and are not looked at.
  var workedStatutoryDays: [OffDay] {
    guard year >= 2025 else { return [] }
    let published = WorkCalendar(years: [self])
    return StatutoryHolidays.days(of: year).filter { published.isWorkingDay($0.date) }
  }
}

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

extension HolidayNotice {
  /// What is possible and yet hardly meant: as many weekdays are given off beyond those of the law
  /// as weekend days are worked for them, or a line of the notice is missing.
  package var doubts: [NoticeProblem] {
    guard year >= 2025, case .wholeYear(let holidays) = content else { return [] }
    return holidays.compactMap { holiday in
      let lawful = NoticeWords.lawfulDays.filter { holiday.name.contains($0.key) }
        .reduce(0) { $0 + $1.value }
      let swapped = holiday.off.count { !$0.weekday.isWeekend } - lawful
      guard swapped != holiday.makeUp.count else { return nil }
      return NoticeProblem(
        line: holiday.line,
        .unbalanced(holiday.name, swapped: swapped, worked: holiday.makeUp.count))
    }
  }
}

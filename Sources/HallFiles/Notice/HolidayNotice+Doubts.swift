import WorkCalendar

extension HolidayNotice {
  /// What is possible and yet hardly meant.
  package var doubts: [NoticeProblem] {
    guard case .wholeYear(let holidays) = content else { return [] }
    return holidays.flatMap { far($0) + (year >= 2025 ? unbalanced($0) : []) }
  }

  /// As many weekdays are given off beyond those of the law as weekend days are worked for them,
  /// or something is missing from the notice.
  private func unbalanced(_ holiday: NoticeHoliday) -> [NoticeProblem] {
    let lawful = NoticeWords.lawfulDays.filter { holiday.name.contains($0.key) }
      .reduce(0) { $0 + $1.value }
    let swapped = holiday.off.count { !$0.weekday.isWeekend } - lawful
    guard swapped != holiday.makeUp.count else { return [] }
    return [
      NoticeProblem(
        line: holiday.line,
        .unbalanced(holiday.name, swapped: swapped, worked: holiday.makeUp.count))
    ]
  }

  private func far(_ holiday: NoticeHoliday) -> [NoticeProblem] {
    guard let first = holiday.off.first, let last = holiday.off.last else { return [] }
    let near = first.advanced(by: -14)...last.advanced(by: 14)
    return holiday.makeUp.filter { !near.contains($0) }.map {
      NoticeProblem(line: holiday.line, .farFromHoliday($0, holiday.name))
    }
  }
}

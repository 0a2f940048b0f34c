package import WorkCalendar

/// A holiday notice that was read and found right in itself.
package struct HolidayNotice: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// The table of a year, as our own files have it.
    case table(CalendarYear)
    /// The yearly notice; its New Year may begin in December of the year before.
    case wholeYear([NoticeHoliday])
    /// A notice that changes or adds single holidays of a year that is published.
    case amendment([NoticeHoliday])
  }

  package var year: Int
  /// Empty if the text does not tell it.
  package var number: String
  package var content: Content
}

/// One holiday of a notice.
package struct NoticeHoliday: Hashable, Sendable {
  package var name: String
  package var off: [LocalDate] = []
  package var makeUp: [LocalDate] = []
  /// The holiday goes on until this day, from wherever it was published to begin.
  package var lastsUntil: LocalDate?
  package var line: Int
}

extension HolidayNotice {
  /// The tables to publish, given those published so far: that of the year, and that of the year
  /// before if its last days change.
  package func tables(over published: [CalendarYear]) throws(NoticeRefusal) -> [CalendarYear] {
    switch content {
    case .table(let table): return [table]
    case .wholeYear(let holidays):
      let before = published.last { $0.year == year - 1 }
      let earlier = try earlierTable(holidays, before)
      let own = published.last { $0.year == year }
      return [earlier, table(holidays, keeping: own)].compactMap { $0 }
    case .amendment(let holidays):
      guard let table = published.last(where: { $0.year == year }) else {
        throw NoticeRefusal(line: nil, .noTableToAmend(year))
      }
      return [try amended(table, holidays)]
    }
  }

  /// New Year's days in December stand in the notice of the year that begins.
  private func table(_ holidays: [NoticeHoliday], keeping own: CalendarYear?) -> CalendarYear {
    var table = CalendarYear(year: year, notice: number, off: [], makeUp: [])
    table.off = own?.off.filter { isOfNextYear($0.date, $0.name) } ?? []
    table.makeUp = own?.makeUp.filter { isOfNextYear($0.date, $0.holiday) } ?? []
    table.add(holidays)
    return table
  }

  private func earlierTable(
    _ holidays: [NoticeHoliday], _ published: CalendarYear?
  ) throws(NoticeRefusal) -> CalendarYear? {
    let reaching = holidays.first { ($0.off + $0.makeUp).contains { $0.year < year } }
    guard var table = published else {
      guard let reaching else { return nil }
      throw NoticeRefusal(line: reaching.line, .noTableToAmend(year - 1))
    }
    table.off.removeAll { isOfNextYear($0.date, $0.name) }
    table.makeUp.removeAll { isOfNextYear($0.date, $0.holiday) }
    table.add(holidays)
    return table == published ? nil : table
  }

  private func isOfNextYear(_ date: LocalDate, _ name: String) -> Bool {
    date.month == 12 && name.contains(NoticeWords.newYear)
  }

  private func amended(
    _ published: CalendarYear, _ holidays: [NoticeHoliday]
  ) throws(NoticeRefusal) -> CalendarYear {
    var table = published
    for holiday in holidays {
      if let end = holiday.lastsUntil {
        try table.extend(holiday, until: end)
      } else {
        table.off.removeAll { $0.name.contains(holiday.name) }
        table.makeUp.removeAll { $0.holiday.contains(holiday.name) }
      }
    }
    table.add(holidays)
    let numbers = [published.notice, number].filter { !$0.isEmpty }
    let isKnown = published.notice.contains(number)
    table.notice = isKnown ? published.notice : numbers.joined(separator: "、")
    if let mistake = table.mistakes.first {
      throw NoticeRefusal(line: holidays.first?.line, .table(mistake))
    }
    return table
  }
}

extension CalendarYear {
  /// The days of this year, in their order.
  fileprivate mutating func add(_ holidays: [NoticeHoliday]) {
    for holiday in holidays {
      off += holiday.off.filter { $0.year == year }.map { OffDay(date: $0, name: holiday.name) }
      makeUp += holiday.makeUp.filter { $0.year == year }
        .map { MakeUpDay(date: $0, for: holiday.name) }
    }
    off.sort { $0.date < $1.date }
    makeUp.sort { $0.date < $1.date }
  }

  fileprivate mutating func extend(
    _ holiday: NoticeHoliday, until end: LocalDate
  ) throws(NoticeRefusal) {
    let days = off.filter { $0.name.contains(holiday.name) }
    guard let last = days.last, last.date < end, last.date.days(until: end) <= 31 else {
      throw NoticeRefusal(line: holiday.line, .nothingToExtend(holiday.name, end))
    }
    for step in 1...last.date.days(until: end) {
      off.append(OffDay(date: last.date.advanced(by: step), name: last.name))
    }
    makeUp.removeAll { last.date < $0.date && $0.date <= end }
  }
}

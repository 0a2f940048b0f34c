/// One year of the State Council's holiday notice, as it is published.
package struct CalendarYear: Hashable, Sendable, Codable {
  package var year: Int
  /// The number of the notice; empty if it is not known.
  package var notice: String
  /// Rest days, weekends inside a holiday included.
  package var off: [OffDay]
  /// Saturdays and Sundays that are worked.
  package var makeUp: [MakeUpDay]

  package init(year: Int, notice: String = "", off: [OffDay], makeUp: [MakeUpDay]) {
    self.year = year
    self.notice = notice
    self.off = off
    self.makeUp = makeUp
  }
}

/// A published rest day.
package struct OffDay: Hashable, Sendable, Codable {
  package var date: LocalDate
  /// The holiday it belongs to, such as 春节.
  package var name: String

  package init(date: LocalDate, name: String) {
    self.date = date
    self.name = name
  }
}

/// A Saturday or Sunday that is worked to make up for a holiday.
package struct MakeUpDay: Hashable, Sendable, Codable {
  package var date: LocalDate
  package var holiday: String

  package init(date: LocalDate, for holiday: String) {
    self.date = date
    self.holiday = holiday
  }

  private enum CodingKeys: String, CodingKey {
    case date
    case holiday = "for"
  }
}

/// What cannot be true of a published year.
package enum CalendarMistake: Hashable, Sendable {
  case outsideTheYear(LocalDate)
  case listedTwice(LocalDate)
  case makeUpOnWeekday(LocalDate)
  case noHolidayAtAll
}

extension CalendarYear {
  /// What is wrong with the table, in the order of its lines; empty if it can be used.
  package var mistakes: [CalendarMistake] {
    var found: [CalendarMistake] = off.isEmpty ? [.noHolidayAtAll] : []
    var seen: Set<LocalDate> = []
    for date in off.map(\.date) + makeUp.map(\.date) {
      if date.year != year { found.append(.outsideTheYear(date)) }
      if !seen.insert(date).inserted { found.append(.listedTwice(date)) }
    }
    for day in makeUp where !day.date.weekday.isWeekend {
      found.append(.makeUpOnWeekday(day.date))
    }
    return found
  }
}

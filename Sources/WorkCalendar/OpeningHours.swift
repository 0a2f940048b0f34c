/// When a hall is open; it never decides what a working day is.
package struct OpeningHours: Hashable, Sendable, Codable {
  /// The first season that contains a day gives its hours.
  package var seasons: [Season]

  package init(seasons: [Season]) { self.seasons = seasons }

  /// Part of the year with the same hours every week; it may run over New Year.
  package struct Season: Hashable, Sendable, Codable {
    package var from: DayOfYear
    package var to: DayOfYear
    /// The hours of each weekday, in order; a weekday that is absent is closed.
    package var week: [Weekday: [OpenSpan]]

    package init(from: DayOfYear, to: DayOfYear, week: [Weekday: [OpenSpan]]) {
      self.from = from
      self.to = to
      self.week = week
    }

    func contains(_ date: LocalDate) -> Bool {
      guard let day = DayOfYear(month: date.month, day: date.day) else { return false }
      return from <= to ? (from...to).contains(day) : day >= from || day <= to
    }
  }
}

extension OpeningHours {
  /// The hours on one day: none on a holiday, Monday's on a make-up workday without its own.
  package func hours(on date: LocalDate, in calendar: WorkCalendar) -> [OpenSpan] {
    guard let week = seasons.first(where: { $0.contains(date) })?.week else { return [] }
    let own = week[date.weekday] ?? []
    switch calendar.status(of: date) {
    case .holiday, .presumedHoliday: return []
    case .makeUpWorkday: return own.isEmpty ? week[.monday] ?? [] : own
    case .working, .weekend: return own
    }
  }

  package func closingTime(on date: LocalDate, in calendar: WorkCalendar) -> TimeOfDay? {
    hours(on: date, in: calendar).map(\.closes).max()
  }

  package func isOpen(at moment: Moment, in calendar: WorkCalendar) -> Bool {
    let minute = moment.hour * 60 + moment.minute
    return hours(on: moment.date, in: calendar).contains {
      $0.opens.minutes <= minute && minute < $0.closes.minutes
    }
  }

  /// The day of receipt of what came in online: after closing or on a day off, the next working day.
  package func receivedOn(online moment: Moment, in calendar: WorkCalendar) -> LocalDate {
    let date = moment.date
    let minute = moment.hour * 60 + moment.minute
    let isLate = closingTime(on: date, in: calendar).map { minute >= $0.minutes } ?? false
    return calendar.workingDay(onOrAfter: isLate ? date.advanced(by: 1) : date)
  }

  /// The moment at which so many open minutes have passed; nil if the hall does not open for a year.
  package func moment(
    afterOpenMinutes amount: Int, from start: Moment, in calendar: WorkCalendar
  ) -> Moment? {
    var remaining = max(0, amount)
    guard remaining > 0 else { return start }
    var date = start.date
    var earliest = start.hour * 60 + start.minute
    var daysClosed = 0
    while daysClosed < 366, date < .distantFuture {
      let hours = hours(on: date, in: calendar).sorted { $0.opens < $1.opens }
      for span in hours where span.closes.minutes > earliest {
        let opens = max(span.opens.minutes, earliest)
        let length = span.closes.minutes - opens
        guard remaining > length else {
          return start.at(minute: opens + remaining, of: date)
        }
        remaining -= length
        earliest = span.closes.minutes
      }
      daysClosed = hours.isEmpty ? daysClosed + 1 : 0
      (date, earliest) = (date.advanced(by: 1), 0)
    }
    return nil
  }
}

extension Moment {
  /// The same wall clock at another minute of another day.
  fileprivate func at(minute: Int, of date: LocalDate) -> Moment {
    Moment(date: date, hour: minute / 60, minute: minute % 60, offsetMinutes: offsetMinutes)
  }
}

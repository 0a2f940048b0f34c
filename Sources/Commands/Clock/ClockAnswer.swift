import Casework
import Deskwork
import WorkCalendar

/// The day a limit ends, and the count that proves it.
struct DayAnswer {
  var question: DayQuestion
  /// Nil while the clock stands still.
  var due: DueDate?
  var days: [CountedDay]

  init(_ question: DayQuestion, _ calendar: WorkCalendar) throws(Malformed) {
    self.question = question
    do throws(CalendarRefusal) {
      (due, days) = try question.counted(calendar)
    } catch {
      throw Malformed(error.words.zh, error.words.en)
    }
    if let due, due.on == .distantFuture {
      throw Malformed(
        "日期超出了 9999 年；请改小期限。", "The date lies beyond the year 9999; shorten the limit.")
    }
  }

  /// Days of the limit that are still to be counted; nil if it has an end.
  var daysLeft: Int? {
    guard due == nil else { return nil }
    let whole = question.limit.unit == .halfDays ? (question.limit.amount + 1) / 2 : nil
    let counted = days.compactMap(\.ordinal).max() ?? 0
    return max(0, (whole ?? question.limit.amount) - counted)
  }

  var json: JSONValue {
    guard let due else {
      return [
        "dueOn": .null, "isProvisional": false, "stopped": true,
        "stoppedOn": JSONValue(days.last?.date),
      ]
    }
    return ["dueOn": .text(due.on.description), "isProvisional": .bool(due.isProvisional)]
  }
}

extension DayQuestion {
  /// An extension goes on from the old date, in working days whatever the limit was counted in.
  fileprivate func counted(
    _ calendar: WorkCalendar
  ) throws(CalendarRefusal) -> (DueDate?, [CountedDay]) {
    var whole = limit
    if limit.unit == .workingDays { whole.amount += extendedBy }
    let base = try calendar.dueDate(of: whole, from: on, stops: stops)
    let days = try calendar.count(limit: whole, from: on, stops: stops)
    guard let base, limit.unit != .workingDays, extendedBy > 0 else { return (base, days) }
    let more = TimeLimit.workingDays(extendedBy)
    let later = stops.filter { $0.from >= base.on }
    let added = try calendar.count(limit: more, from: base.on, stops: later).dropFirst()
    guard var due = try calendar.dueDate(of: more, from: base.on, stops: later) else {
      return (nil, days + added)
    }
    due.isProvisional = due.isProvisional || base.isProvisional
    return (due, days + added)
  }
}

/// The moment at which so many hours of opening have passed.
struct HourAnswer {
  var hours: Int
  var acceptedAt: Moment
  var dueAt: Moment
  var isProvisional: Bool

  init(
    _ hours: Int, from moment: Moment, _ opening: OpeningHours, _ calendar: WorkCalendar
  ) throws(Malformed) {
    guard let due = opening.moment(afterOpenMinutes: hours * 60, from: moment, in: calendar)
    else {
      throw Malformed(
        "大厅一年内都不开放，算不出来；请核对开放时间。",
        "The hall does not open for a year; check its opening hours.")
    }
    (self.hours, acceptedAt, dueAt) = (hours, moment, due)
    isProvisional = calendar.isProvisional(after: moment.date.advanced(by: -1), through: due.date)
  }

  var json: JSONValue {
    [
      "dueAt": .text(dueAt.description), "dueOn": .text(dueAt.date.description),
      "isProvisional": .bool(isProvisional),
    ]
  }
}

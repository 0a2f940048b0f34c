import Casework
import WorkCalendar

extension ClockQuestion {
  /// From one line of JSON.
  init(_ value: JSONValue) throws(Malformed) {
    var members = try Members(value)
    var draft = ClockDraft { $0.rawValue }
    for key in [ClockDraft.Key.acceptedOn, .receivedOn] {
      draft.dates[key] = try members.date(key.rawValue)
    }
    for key in ClockDraft.Key.allCases where key.most > 0 {
      draft.numbers[key] = try members.numberIfAny(key.rawValue)
    }
    draft.acceptedAt = try members.moment(ClockDraft.Key.acceptedAt.rawValue)
    for var stop in try members.objects(ClockDraft.Key.stops.rawValue) {
      guard let from = try stop.date("from") else {
        throw stop.missing("from", Words("日期", "a date"))
      }
      draft.stops.append(ClockStop(from: from, to: try stop.date("to")))
      try stop.finish()
    }
    try members.finish()
    self = try draft.question()
  }

  /// From the options of the command line; nil if none of them was given.
  init?(_ arguments: Arguments) throws(Malformed) {
    guard CommandName.clock.options.contains(where: arguments.has) else { return nil }
    var draft = ClockDraft { $0.option.flag }
    for key in ClockDraft.Key.allCases {
      guard let text = arguments[key.option], key != .stops else { continue }
      try draft.take(text, for: key)
    }
    for text in arguments.every(.stop) { draft.stops.append(try ClockStop(typed: text)) }
    self = try draft.question()
  }
}

extension ClockDraft {
  fileprivate mutating func take(_ text: String, for key: Key) throws(Malformed) {
    switch key {
    case .acceptedOn, .receivedOn:
      guard let date = LocalDate(text) else {
        throw wrong(key, Words("如 2026-03-11 的日期", "a date such as 2026-03-11"))
      }
      dates[key] = date
    case .acceptedAt:
      guard let moment = Moment(text) else {
        throw wrong(key, Words("如 2026-03-11T10:24 的时刻", "a moment such as 2026-03-11T10:24"))
      }
      acceptedAt = moment
    case .workingDays, .calendarDays, .halfDays, .months, .extendedBy, .noticeWithin, .openHours:
      guard let number = Int(text) else { throw wrong(key, Words("一个整数", "a whole number")) }
      numbers[key] = number
    case .stops: break
    }
  }

  private func wrong(_ key: Key, _ expected: Words) -> Malformed {
    Malformed(key: name(key), expected: expected)
  }
}

extension ClockDraft.Key {
  var option: Option {
    switch self {
    case .acceptedOn: .acceptedOn
    case .workingDays: .workingDays
    case .calendarDays: .calendarDays
    case .halfDays: .halfDays
    case .months: .months
    case .extendedBy: .extendedBy
    case .stops: .stop
    case .receivedOn: .receivedOn
    case .noticeWithin: .noticeWithin
    case .acceptedAt: .acceptedAt
    case .openHours: .openHours
    }
  }
}

extension ClockStop {
  /// Two days and two dots between them; nothing behind the dots while the stop lasts.
  init(typed text: String) throws(Malformed) {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = LocalDate(ends[0]),
      ends[1].isEmpty || LocalDate(ends[1]) != nil
    else {
      throw Malformed(
        key: Option.stop.flag,
        expected: Words("如 2026-03-02..2026-03-20 的起止日", "two days such as 2026-03-02..2026-03-20"))
    }
    self.init(from: from, to: LocalDate(ends[1]))
  }
}

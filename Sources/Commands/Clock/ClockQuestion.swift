import Casework
import WorkCalendar

/// When is something due?
enum ClockQuestion {
  case days(DayQuestion)
  /// So many hours of the hall's opening.
  case hours(Int, from: Moment)
}

/// A limit that ends with a day.
struct DayQuestion {
  enum Event { case accepted, received }

  var event: Event
  var on: LocalDate
  var limit: TimeLimit
  /// Working days granted by the authority's leader.
  var extendedBy = 0
  var stops: [ClockStop] = []
}

/// What somebody wrote of a question; it makes sense only as a whole.
struct ClockDraft {
  enum Key: String, CaseIterable {
    case acceptedOn, workingDays, calendarDays, halfDays, months, extendedBy, stops
    case receivedOn, noticeWithin, acceptedAt, openHours

    /// In the order of the keys that say how long.
    static let lengths: [Key] = [.workingDays, .calendarDays, .halfDays, .months, .openHours]

    /// A hundred years of each; more is a slip of the finger.
    var most: Int {
      switch self {
      case .halfDays: 73_000
      case .months: 1_200
      case .openHours: 100_000
      case .workingDays, .calendarDays, .extendedBy, .noticeWithin: 36_500
      case .acceptedOn, .stops, .receivedOn, .acceptedAt: 0
      }
    }
  }

  /// How a key is called where the question was asked.
  let name: (Key) -> String
  var dates: [Key: LocalDate] = [:]
  var numbers: [Key: Int] = [:]
  var stops: [ClockStop] = []
  var acceptedAt: Moment?

  init(name: @escaping (Key) -> String) { self.name = name }

  func question() throws(Malformed) -> ClockQuestion {
    for (key, number) in numbers where !(0...key.most).contains(number) {
      throw Malformed(
        key: name(key),
        expected: Words("0 到 \(key.most) 的整数", "a whole number from 0 to \(key.most)"))
    }
    if let acceptedAt { return try hours(from: acceptedAt) }
    if numbers[.openHours] != nil { throw missing(.acceptedAt, beside: .openHours) }
    return .days(try dates[.receivedOn] == nil ? acceptance() : receipt())
  }

  private func acceptance() throws(Malformed) -> DayQuestion {
    try refuse([.noticeWithin], beside: .acceptedOn)
    guard let on = dates[.acceptedOn] else { throw missing(.acceptedOn) }
    let given = Key.lengths.filter { numbers[$0] != nil }
    guard let key = given.first, let amount = numbers[key] else {
      let known = [Key.workingDays, .calendarDays, .halfDays, .months].map(name)
        .joined(separator: ", ")
      throw Malformed("缺少期限：\(known) 之一。", "The limit is missing: one of \(known).")
    }
    if given.count > 1 {
      throw Malformed(
        "「\(name(given[0]))」和「\(name(given[1]))」只能写一个。",
        "Give either \"\(name(given[0]))\" or \"\(name(given[1]))\", not both.")
    }
    return DayQuestion(
      event: .accepted, on: on, limit: TimeLimit(amount: amount, unit: Self.unit(key)),
      extendedBy: numbers[.extendedBy] ?? 0, stops: stops)
  }

  /// The days before acceptance are never stopped or extended: a correction begins them anew.
  private func receipt() throws(Malformed) -> DayQuestion {
    try refuse(Key.lengths + [.acceptedOn, .extendedBy, .stops], beside: .receivedOn)
    guard let on = dates[.receivedOn] else { throw missing(.receivedOn) }
    guard let amount = numbers[.noticeWithin] else {
      throw missing(.noticeWithin, beside: .receivedOn)
    }
    return DayQuestion(event: .received, on: on, limit: .workingDays(amount))
  }

  private func hours(from moment: Moment) throws(Malformed) -> ClockQuestion {
    let others = Key.allCases.filter { ![.acceptedAt, .openHours].contains($0) }
    try refuse(others, beside: .acceptedAt)
    guard let hours = numbers[.openHours] else { throw missing(.openHours, beside: .acceptedAt) }
    return .hours(hours, from: moment)
  }

  private static func unit(_ key: Key) -> TimeLimit.Unit {
    switch key {
    case .calendarDays: .calendarDays
    case .halfDays: .halfDays
    case .months: .months
    case .openHours: .openHours
    case .workingDays, .acceptedOn, .extendedBy, .stops, .receivedOn, .noticeWithin, .acceptedAt:
      .workingDays
    }
  }

  private func has(_ key: Key) -> Bool {
    dates[key] != nil || numbers[key] != nil || key == .stops && !stops.isEmpty
  }

  private func refuse(_ keys: [Key], beside other: Key) throws(Malformed) {
    guard let key = keys.first(where: has) else { return }
    throw Malformed(
      "「\(name(key))」不能和「\(name(other))」一起用。",
      "\"\(name(key))\" does not go with \"\(name(other))\".")
  }

  private func missing(_ key: Key, beside other: Key? = nil) -> Malformed {
    guard let other else {
      return Malformed("缺少「\(name(key))」。", "\"\(name(key))\" is missing.")
    }
    return Malformed(
      "有「\(name(other))」就要有「\(name(key))」。",
      "\"\(name(other))\" needs \"\(name(key))\" beside it.")
  }
}

/// Hours and minutes on the wall, from 00:00 to 24:00.
package struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since midnight.
  package let minutes: Int

  package init?(hour: Int, minute: Int) {
    guard (0...24).contains(hour), (0..<60).contains(minute), hour < 24 || minute == 0 else {
      return nil
    }
    minutes = hour * 60 + minute
  }

  package init?(_ text: some StringProtocol) {
    let text = String(text)
    let bytes = text.utf8.span
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
      let hour = pair(bytes, at: 0), let minute = pair(bytes, at: 3)
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  package var hour: Int { minutes / 60 }
  package var minute: Int { minutes % 60 }

  package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.minutes < right.minutes
  }
}

extension TimeOfDay: CustomStringConvertible {
  package var description: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
}

/// A stretch of one day during which the hall is open; written "08:30-12:00".
package struct OpenSpan: Hashable, Sendable {
  package let opens: TimeOfDay
  package let closes: TimeOfDay

  /// Nil unless it closes after it opens.
  package init?(opens: TimeOfDay, closes: TimeOfDay) {
    guard opens < closes else { return nil }
    (self.opens, self.closes) = (opens, closes)
  }

  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let opens = TimeOfDay(parts[0]), let closes = TimeOfDay(parts[1])
    else { return nil }
    self.init(opens: opens, closes: closes)
  }
}

extension OpenSpan: CustomStringConvertible {
  package var description: String { "\(opens)-\(closes)" }
}

extension OpenSpan: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let span = OpenSpan(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected hours such as 08:30-12:00, found \(text)")
    }
    self = span
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A day that comes every year; written "07-01".
package struct DayOfYear: Hashable, Comparable, Sendable {
  package let month: Int
  package let day: Int

  /// Nil for a day no year has; 29 February is one.
  package init?(month: Int, day: Int) {
    guard LocalDate(year: 2000, month: month, day: day) != nil else { return nil }
    (self.month, self.day) = (month, day)
  }

  package init?(_ text: some StringProtocol) {
    guard let date = LocalDate("2000-" + String(text)) else { return nil }
    self.init(month: date.month, day: date.day)
  }

  package static func < (left: DayOfYear, right: DayOfYear) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}

extension DayOfYear: CustomStringConvertible {
  package var description: String { "\(padded(month, 2))-\(padded(day, 2))" }
}

extension DayOfYear: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = DayOfYear(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a day such as 07-01, found \(text)")
    }
    self = day
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

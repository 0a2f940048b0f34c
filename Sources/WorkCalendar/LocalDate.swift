/// A day of the Gregorian calendar without time or place, from 0001-01-01 to 9999-12-31.
package struct LocalDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let dayNumber: Int

  private static let firstDayNumber = -719_162
  private static let lastDayNumber = 2_932_896

  /// The earliest and the latest day; sums that would leave this range stay at its end.
  package static let distantPast = LocalDate(dayNumber: firstDayNumber)
  package static let distantFuture = LocalDate(dayNumber: lastDayNumber)

  package init(dayNumber: Int) {
    self.dayNumber = min(max(dayNumber, Self.firstDayNumber), Self.lastDayNumber)
  }

  /// Nil for a day that does not exist.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(existing: year, month, day)
  }

  /// Reads exactly "YYYY-MM-DD"; anything else is nil.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    self.init(utf8: text.utf8.span)
  }

  /// The same of its bytes.
  package init?(utf8 text: Span<UInt8>) {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let century = pair(text, at: 0), let rest = pair(text, at: 2),
      let month = pair(text, at: 5), let day = pair(text, at: 8)
    else { return nil }
    self.init(year: century * 100 + rest, month: month, day: day)
  }

  /// Counts the days to a date known to exist; the year begins in March so that 29 February is last.
  private init(existing year: Int, _ month: Int, _ day: Int) {
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(dayNumber: era * 146_097 + dayOfEra - 719_468)
  }

  package static func < (left: LocalDate, right: LocalDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

extension LocalDate {
  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = (dayNumber + 3) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  package func advanced(by days: Int) -> LocalDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    guard overflow else { return LocalDate(dayNumber: sum) }
    return days < 0 ? .distantPast : .distantFuture
  }

  package func days(until other: LocalDate) -> Int { other.dayNumber - dayNumber }

  /// The same day number so many months on, or the last day of a shorter month (Civil Code 202).
  package func addingMonths(_ months: Int) -> LocalDate {
    let here = civil
    let bounded = min(max(months, -120_000), 120_000)
    let index = here.year * 12 + here.month - 1 + bounded
    guard index >= 12 else { return .distantPast }
    guard index < 120_000 else { return .distantFuture }
    let (year, month) = (index / 12, index % 12 + 1)
    let day = min(here.day, Self.length(ofMonth: month, year: year))
    return LocalDate(existing: year, month, day)
  }

  private var civil: (year: Int, month: Int, day: Int) {
    // The first day there is comes after the one that is counted from here.
    let shifted = UInt32(truncatingIfNeeded: dayNumber + 719_468)
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let marchMonth = (5 &* dayOfYear &+ 2) / 153
    let day = dayOfYear &- (153 &* marchMonth &+ 2) / 5 &+ 1
    let month = marchMonth < 10 ? marchMonth &+ 3 : marchMonth &- 9
    let year = yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(day))
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension LocalDate: CustomStringConvertible {
  package var description: String {
    var text = DateText()
    add(to: &text)
    return text.text
  }

  func add(to text: inout DateText) {
    let here = civil
    text.add(pair: here.year / 100)
    text.add(pair: here.year % 100)
    text.add("-")
    text.add(pair: here.month)
    text.add("-")
    text.add(pair: here.day)
  }
}

extension LocalDate {
  /// As official documents say it: 2026年7月5日.
  package var chinese: String {
    var text = DateText()
    addChinese(to: &text)
    return text.text
  }

  func addChinese(to text: inout DateText) {
    let here = civil
    text.add(number: here.year)
    text.add("年")
    text.add(number: here.month)
    text.add("月")
    text.add(number: here.day)
    text.add("日")
  }
}

extension LocalDate: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = LocalDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a date such as 2026-11-23, found \(text)")
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// Two ASCII digits of a text that has so many.
func pair(_ text: Span<UInt8>, at place: Int) -> Int? {
  let (high, low) = (text[place] &- UInt8(ascii: "0"), text[place + 1] &- UInt8(ascii: "0"))
  return high < 10 && low < 10 ? Int(high) * 10 + Int(low) : nil
}

/// A number with leading zeros.
package func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

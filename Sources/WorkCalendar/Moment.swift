/// A second in time, with the offset of the clock on the wall where it was read.
package struct Moment: Hashable, Sendable {
  package let epochSeconds: Int64
  /// Minutes east of Greenwich; China is 480.
  package let offsetMinutes: Int

  package static let chinaOffsetMinutes = 480
  /// One day inside the range of `LocalDate`, so that every offset still finds a date.
  private static let range: ClosedRange<Int64> = -62_135_510_400...253_402_214_399

  package init(epochSeconds: Int64, offsetMinutes: Int = Moment.chinaOffsetMinutes) {
    self.epochSeconds = min(max(epochSeconds, Self.range.lowerBound), Self.range.upperBound)
    self.offsetMinutes = min(max(offsetMinutes, -18 * 60), 18 * 60)
  }

  package init(
    date: LocalDate, hour: Int, minute: Int, second: Int = 0,
    offsetMinutes: Int = Moment.chinaOffsetMinutes
  ) {
    let seconds = hour * 3600 + minute * 60 + second - offsetMinutes * 60
    self.init(
      epochSeconds: Int64(date.dayNumber) * 86_400 + Int64(seconds), offsetMinutes: offsetMinutes)
  }

  package func adding(seconds: Int64) -> Moment {
    let (sum, overflow) = epochSeconds.addingReportingOverflow(seconds)
    let end = seconds < 0 ? Self.range.lowerBound : Self.range.upperBound
    return Moment(epochSeconds: overflow ? end : sum, offsetMinutes: offsetMinutes)
  }
}

extension Moment {
  package var date: LocalDate { LocalDate(dayNumber: Int(wall.day)) }
  package var hour: Int { wall.second / 3600 }
  package var minute: Int { wall.second / 60 % 60 }
  package var second: Int { wall.second % 60 }

  /// Day number and second of the day on the wall.
  private var wall: (day: Int64, second: Int) {
    let local = epochSeconds + Int64(offsetMinutes) * 60
    let second = local % 86_400
    let day = local / 86_400
    return second < 0 ? (day - 1, Int(second + 86_400)) : (day, Int(second))
  }
}

extension Moment: Comparable {
  /// Earlier first; the same instant on two clocks in the order of their offsets.
  package static func < (left: Moment, right: Moment) -> Bool {
    (left.epochSeconds, left.offsetMinutes) < (right.epochSeconds, right.offsetMinutes)
  }
}

extension Moment: CustomStringConvertible {
  /// ISO 8601, for example 2026-11-23T09:00:00+08:00.
  package var description: String {
    let (wall, offset) = (wall, Int(offsetMinutes.magnitude))
    var text = DateText()
    LocalDate(dayNumber: Int(wall.day)).add(to: &text)
    text.add("T")
    text.add(pair: wall.second / 3600)
    text.add(":")
    text.add(pair: wall.second / 60 % 60)
    text.add(":")
    text.add(pair: wall.second % 60)
    text.add(offsetMinutes < 0 ? "-" : "+")
    text.add(pair: offset / 60)
    text.add(":")
    text.add(pair: offset % 60)
    return text.text
  }

  /// Reads "2026-11-23T09:00", with seconds and offset ("+08:00" or "Z") if given; China's otherwise.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    self.init(utf8: text.utf8.span)
  }

  /// The same of its bytes.
  package init?(utf8 text: Span<UInt8>) {
    guard text.count >= 16, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
      let date = LocalDate(utf8: text.extracting(first: 10)),
      let hour = pair(text, at: 11), let minute = pair(text, at: 14)
    else { return nil }
    let hasSeconds = text.count >= 19 && text[16] == UInt8(ascii: ":")
    guard let second = hasSeconds ? pair(text, at: 17) : 0,
      hour < 24, minute < 60, second < 60,
      let offset = Self.offset(text, from: hasSeconds ? 19 : 16)
    else { return nil }
    self.init(date: date, hour: hour, minute: minute, second: second, offsetMinutes: offset)
  }

  private static func offset(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard start < text.count else { return chinaOffsetMinutes }
    let sign = text[start]
    if sign == UInt8(ascii: "Z") { return text.count == start + 1 ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), text.count == start + 6,
      text[start + 3] == UInt8(ascii: ":"),
      let hours = pair(text, at: start + 1), let minutes = pair(text, at: start + 4),
      minutes < 60, hours * 60 + minutes <= 18 * 60
    else { return nil }
    let total = hours * 60 + minutes
    return sign == UInt8(ascii: "-") ? -total : total
  }
}

extension Moment {
  /// As official documents say it: 2026年7月5日9时30分.
  package var chinese: String {
    let wall = wall
    var text = DateText()
    LocalDate(dayNumber: Int(wall.day)).addChinese(to: &text)
    text.add(number: wall.second / 3600)
    text.add("时")
    text.add(number: wall.second / 60 % 60)
    text.add("分")
    return text.text
  }
}

extension Moment: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Moment(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "expected a time such as 2026-11-23T09:00:00+08:00, found \(text)")
    }
    self = moment
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

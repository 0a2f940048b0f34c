import Deskwork
import Digests
package import WorkCalendar

/// A head as it is printed on one line and kept on paper:
/// `2026-11-21 e56789 s1234 3f2a 9c01 bb27 0011 2233 4455 6677 8899 /c0de`.
///
/// The day, how many events and streams, 128 bits of the head, and four digits by which a line that
/// was misread is told from a record that was changed.
package struct HeadLine: Hashable, Sendable {
  package var day: LocalDate
  package var events: Int64
  package var streams: Int
  /// The first half of the head, hexadecimal.
  package var digits: String
  package var check: String

  package static let digitCount = 32
  private static let checkCount = 4

  package init(_ head: DayHead, on day: LocalDate) {
    self.day = day
    (events, streams) = (head.events, head.streams)
    digits = String(head.digest.prefix(Self.digitCount))
    check = Self.check(day, events, streams, digits)
  }

  package var text: String {
    "\(day) e\(events) s\(streams) \(Self.groups(of: digits).joined(separator: " ")) /\(check)"
  }

  /// Whether its parts belong together.
  package var isReadRight: Bool { check == Self.check(day, events, streams, digits) }

  static func groups(of digits: String) -> [String] {
    let all = Array(digits)
    return stride(from: 0, to: all.count, by: 4).map { String(all[$0..<min($0 + 4, all.count)]) }
  }

  private static func check(
    _ day: LocalDate, _ events: Int64, _ streams: Int, _ digits: String
  ) -> String {
    String(
      Sha256.digits(of: "yichuang.line.1 \(day) \(events) \(streams) \(digits)")
        .prefix(checkCount))
  }
}

extension HeadLine {
  package enum Problem: Error, Hashable, Sendable {
    /// So many of the digits at the end are there.
    case tooShort(found: Int)
    case noDay
    case noCounts
    /// A sign in the digits at the end that is none.
    case noDigit(String, group: Int)
  }

  /// Reads a line back from paper: blanks and capitals do not matter, nor do the letters that are
  /// taken for digits most often.
  package init(reading text: String) throws(Problem) {
    let signs = Array(text.unicodeScalars.compactMap(Self.sign))
    let tail = Self.digitCount + Self.checkCount
    // Eight digits of the day, two letters, two counts.
    guard signs.count >= tail + 12 else { throw .tooShort(found: max(0, signs.count - 12)) }
    let hexadecimal = Array(signs.suffix(tail).map(Self.digit))
    if let wrong = hexadecimal.firstIndex(where: { !$0.isHexDigit }) {
      throw .noDigit(String(signs[signs.count - tail + wrong]), group: wrong / 4 + 1)
    }
    let front = signs.dropLast(tail)
    day = try Self.day(front.prefix(8))
    (events, streams) = try Self.counts(front.dropFirst(8))
    digits = String(hexadecimal.prefix(Self.digitCount))
    check = String(hexadecimal.suffix(Self.checkCount))
  }

  private static func day(_ signs: ArraySlice<Character>) throws(Problem) -> LocalDate {
    let digits = Array(signs.map(digit))
    let text =
      String(digits.prefix(4)) + "-" + String(digits.dropFirst(4).prefix(2)) + "-"
      + String(digits.dropFirst(6))
    guard let day = LocalDate(text) else { throw .noDay }
    return day
  }

  /// e and a number, s and a number.
  private static func counts(
    _ signs: ArraySlice<Character>
  ) throws(Problem) -> (events: Int64, streams: Int) {
    guard signs.first == "e", let middle = signs.firstIndex(of: "s"),
      let events = Int64(String(signs[..<middle].dropFirst().map(digit))),
      let streams = Int(String(signs[signs.index(after: middle)...].map(digit)))
    else { throw .noCounts }
    return (events, streams)
  }

  /// Small letters and digits of plain width; nil for whatever only keeps them apart.
  private static func sign(_ scalar: Unicode.Scalar) -> Character? {
    let isWide = (0xFF01...0xFF5E).contains(scalar.value)
    guard let plain = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar else { return nil }
    switch plain {
    case "0"..."9", "a"..."z": return Character(plain)
    case "A"..."Z": return Character(Unicode.Scalar(UInt8(plain.value) + 32))
    default: return nil
    }
  }

  /// What a letter was meant for that no hexadecimal number has.
  private static func digit(_ sign: Character) -> Character {
    switch sign {
    case "o": "0"
    case "i", "l": "1"
    case "z": "2"
    case "s": "5"
    default: sign
    }
  }
}

/// What came out when a line from paper was held against the record.
package enum HeadVerdict: Hashable, Sendable {
  /// The record still holds exactly what it held then.
  case same
  /// It does, but the day or the last four digits were misread.
  case sameButMisread
  /// The line does not fit together; these groups of four, counted from 1, may have been misread.
  case misread(groups: [Int])
  /// The record ends before it.
  case tailLost(events: Int64)
  case streamsDiffer(then: Int, now: Int)
  /// As many streams, but at least one event was changed and its chain made anew.
  case changed
}

extension HeadLine {
  /// Holds it against the head of the same moment, worked out again; `last` is where the record ends.
  package func verdict(_ head: DayHead, last: Int64) -> HeadVerdict {
    let now = String(head.digest.prefix(Self.digitCount))
    if digits == now, streams == head.streams, events <= last {
      return isReadRight ? .same : .sameButMisread
    }
    guard isReadRight else {
      let differing = zip(Self.groups(of: digits), Self.groups(of: now)).enumerated()
        .filter { $0.element.0 != $0.element.1 }.map { $0.offset + 1 }
      return .misread(groups: differing.count <= 2 ? differing : [])
    }
    if events > last { return .tailLost(events: events - last) }
    if streams != head.streams { return .streamsDiffer(then: streams, now: head.streams) }
    return .changed
  }
}

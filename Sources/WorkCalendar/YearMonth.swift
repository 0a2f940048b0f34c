/// A month of a year, as statistics count by it.
package struct YearMonth: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  package var year: Int
  package var month: Int

  package init(of date: LocalDate) {
    year = date.year
    month = date.month
  }

  /// Reads 2026-11; nil if it is no month.
  package init?(_ text: some StringProtocol) {
    guard let first = LocalDate("\(text)-01") else { return nil }
    self.init(of: first)
  }

  /// So many months later, or earlier; stays within the years of the calendar.
  package func advanced(by months: Int) -> Self {
    let last = 9999 * 12 + 11
    let index = min(max(year * 12 + month - 1 + min(max(months, -last), last), 12), last)
    var moved = self
    (moved.year, moved.month) = (index / 12, index % 12 + 1)
    return moved
  }

  package var description: String {
    var text = DateText()
    text.add(pair: year / 100)
    text.add(pair: year % 100)
    text.add("-")
    text.add(pair: month)
    return text.text
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.year, one.month) < (other.year, other.month)
  }
}

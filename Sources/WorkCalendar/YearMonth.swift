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

  package var description: String { padded(year, 4) + "-" + padded(month, 2) }

  package static func < (one: Self, other: Self) -> Bool {
    (one.year, one.month) < (other.year, other.month)
  }
}

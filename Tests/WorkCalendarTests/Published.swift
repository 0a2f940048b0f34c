import FoundationEssentials
import WorkCalendar

/// The published years as they are shipped, and the table of due dates beside these tests.
enum Published {
  static let years: [CalendarYear] = (2004...2026).compactMap { year in
    let file = root + "/Data/calendars/\(year).json"
    guard let bytes = FileManager.default.contents(atPath: file) else { return nil }
    return try? JSONDecoder().decode(CalendarYear.self, from: bytes)
  }

  static let calendar = WorkCalendar(years: years)

  static func lines(ofFixture name: String) -> [Substring] {
    let path = root + "/Tests/WorkCalendarTests/Fixtures/" + name
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")
}

/// A date known to be good, for short tests.
func day(_ text: String) throws -> LocalDate {
  guard let date = LocalDate(text) else { throw NoSuchDay(text: text) }
  return date
}

struct NoSuchDay: Error {
  var text: String
}

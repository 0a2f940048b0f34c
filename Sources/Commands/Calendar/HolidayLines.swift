import Casework
import Deskwork
import WorkCalendar

/// The holidays of a table, one a line: name, days off, days worked for them.
struct HolidayLines {
  private let table: CalendarYear
  private let language: Language

  init(_ table: CalendarYear, _ language: Language) {
    self.table = table
    self.language = language
  }

  var text: String {
    let stretches = stretches
    return Commands.table(
      Words("节日 放假 天数 补班", "holiday off days worked")[language].split(separator: " ")
        .map(String.init),
      stretches.map { name, days in
        let worked = table.makeUp.filter { makeUp in
          makeUp.holiday == name && nearest(to: makeUp.date, of: name, in: stretches) == days
        }
        return [
          holidayName(name)[language], Self.stretch(days, language), String(days.count),
          Self.list(worked.map(\.date), language),
        ]
      })
  }

  /// Days that follow each other under one name.
  private var stretches: [(name: String, days: [LocalDate])] {
    var found: [(name: String, days: [LocalDate])] = []
    for day in table.off.sorted(by: { $0.date < $1.date }) {
      if let last = found.last, last.name == day.name,
        last.days.last?.advanced(by: 1) == day.date
      {
        found[found.count - 1].days.append(day.date)
      } else {
        found.append((day.name, [day.date]))
      }
    }
    return found
  }

  /// A New Year may stand at both ends of a year.
  private func nearest(
    to date: LocalDate, of name: String, in stretches: [(name: String, days: [LocalDate])]
  ) -> [LocalDate]? {
    stretches.filter { $0.name == name }.map(\.days)
      .min { distance($0, date) < distance($1, date) }
  }

  private func distance(_ days: [LocalDate], _ date: LocalDate) -> Int {
    days.map { abs($0.days(until: date)) }.min() ?? .max
  }

  static func list(_ days: [LocalDate], _ language: Language) -> String {
    days.isEmpty
      ? "-" : days.map { day($0, language) }.joined(separator: Words("、", ", ")[language])
  }

  static func stretch(_ days: [LocalDate], _ language: Language) -> String {
    guard let first = days.first, let last = days.last else { return "-" }
    if first == last { return day(first, language) }
    return day(first, language) + Words("至", " to ")[language] + day(last, language)
  }

  static func day(_ date: LocalDate, _ language: Language) -> String {
    let weekday = date.weekday.label
    let short = Words(String(weekday.zh.suffix(1)), String(weekday.en.prefix(3)))
    return Words(
      "\(date.month)月\(date.day)日(周\(short.zh))",
      "\(short.en) \(padded(date.month, 2))-\(padded(date.day, 2))")[language]
  }
}

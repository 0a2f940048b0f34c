import Casework
import Deskwork
import WorkCalendar

/// A year as it is counted, month by month.
struct YearSheet {
  let year: Int
  let calendar: WorkCalendar
  /// The table it was published with; nil if it is presumed.
  let table: CalendarYear?
  let language: Language

  var workingDays: Int { (1...12).reduce(0) { $0 + workingDays(ofMonth: $1) } }

  func workingDays(ofMonth month: Int) -> Int {
    days(of: month).count { calendar.isWorkingDay($0) }
  }

  func days(of month: Int) -> [LocalDate] {
    (1...31).compactMap { LocalDate(year: year, month: month, day: $0) }
  }

  var text: String {
    let months = stride(from: 1, through: 11, by: 2).map { beside(month($0), month($0 + 1)) }
    return ([title, legend] + months + [holidays]).filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  private var title: String {
    let sum = Words("\(year)年  \(workingDays) 个工作日", "\(year)  \(workingDays) working days")
    let source =
      table.map { Words($0.notice, $0.notice) }
      ?? Words("未公布，按周末和法定节日预估", "not published; presumed from weekends and statutory holidays")
    return [sum[language], source[language]].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private var legend: String {
    let words =
      table == nil
      ? Words("休 法定节日  - 周末", "H statutory holiday  - weekend")
      : Words("休 放假  班 补班  - 周末", "H holiday  W make-up workday  - weekend")
    return words[language]
  }

  private var holidays: String {
    guard let table else { return "" }
    return HolidayLines(table, language).text
  }
}

extension YearSheet {
  private func month(_ month: Int) -> [String] {
    let sum = workingDays(ofMonth: month)
    let title = Words("\(month)月  \(sum) 个工作日", "\(Self.names[month - 1])  \(sum) working days")
    let weekdays = Words("一 二 三 四 五 六 日", "Mo Tu We Th Fr Sa Su")[language].split(separator: " ")
    let head = weekdays.map { " " + padded(String($0), to: 4) }.joined()
    var cells = days(of: month).map(cell)
    if let first = days(of: month).first {
      let blank = String(repeating: " ", count: 5)
      cells = [String](repeating: blank, count: Self.column(of: first)) + cells
    }
    let weeks = stride(from: 0, to: cells.count, by: 7).map {
      cells[$0..<min($0 + 7, cells.count)].joined()
    }
    return [" " + title[language], head] + weeks
  }

  private func cell(_ date: LocalDate) -> String {
    let number = date.day < 10 ? " \(date.day)" : "\(date.day)"
    return padded(" " + number + mark(calendar.status(of: date)), to: 5)
  }

  private func mark(_ status: DayStatus) -> String {
    switch status {
    case .working: ""
    case .weekend: "-"
    case .holiday, .presumedHoliday: Words("休", "H")[language]
    case .makeUpWorkday: Words("班", "W")[language]
    }
  }

  private func beside(_ left: [String], _ right: [String]) -> String {
    (0..<max(left.count, right.count)).map { row in
      let one = row < left.count ? left[row] : ""
      let other = row < right.count ? right[row] : ""
      return trimmed(padded(one, to: 38) + other)
    }.joined(separator: "\n")
  }

  /// Monday stands first.
  private static func column(of date: LocalDate) -> Int {
    Weekday.allCases.firstIndex(of: date.weekday) ?? 0
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension YearSheet {
  var json: [JSONValue.Member] {
    let months = (1...12).map { month in
      JSONValue.object([
        .init("month", .number(month)), .init("workingDays", .number(workingDays(ofMonth: month))),
      ])
    }
    return [
      .init("year", .number(year)), .init("isPublished", .bool(table != nil)),
      .init("notice", JSONValue(table?.notice)), .init("workingDays", .number(workingDays)),
      .init("months", .array(months)),
      .init("off", .array((table?.off ?? []).map(\.json))),
      .init("makeUp", .array((table?.makeUp ?? []).map(\.json))),
    ]
  }
}

extension OffDay {
  fileprivate var json: JSONValue {
    .object([.init("date", JSONValue(date)), .init("name", .text(name))])
  }
}

extension MakeUpDay {
  fileprivate var json: JSONValue {
    .object([.init("date", JSONValue(date)), .init("for", .text(holiday))])
  }
}

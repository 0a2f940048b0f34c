import Casework
import Deskwork
import WorkCalendar

/// Some months, both ends included.
struct MonthSpan: Hashable, Sendable {
  var first: YearMonth
  var last: YearMonth

  init(first: YearMonth, last: YearMonth) {
    self.first = first
    self.last = last
  }

  /// Reads 2026-01..2026-03.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: true)
    guard parts.count == 2, let first = YearMonth(parts[0]), let last = YearMonth(parts[1]) else {
      return nil
    }
    self.init(first: first, last: last)
  }

  var text: String { "\(first)..\(last)" }

  /// January to the month of a day.
  static func year(of day: LocalDate) -> Self {
    let last = YearMonth(of: day)
    return Self(first: last.advanced(by: 1 - last.month), last: last)
  }

  /// So many times its own length later, or earlier.
  func moved(by step: Int) -> Self {
    let length = (last.year - first.year) * 12 + last.month - first.month + 1
    return Self(first: first.advanced(by: step * length), last: last.advanced(by: step * length))
  }

  func words(_ context: Context) -> String {
    first == last
      ? first.description : context.say("\(first) 至 \(last)", "\(first) to \(last)")
  }

  /// The spans people ask for.
  static func choice(_ context: Context) -> Choice {
    let year = year(of: context.today)
    let month = Self(first: year.last, last: year.last)
    let quarter = year.last.advanced(by: -((year.last.month - 1) % 3))
    let lastYear = year.first.advanced(by: -12)
    let spans: [(String, MonthSpan)] = [
      (context.say("本年到本月", "this year so far"), year),
      (context.say("本月", "this month"), month),
      (context.say("上月", "last month"), month.moved(by: -1)),
      (context.say("本季度", "this quarter"), Self(first: quarter, last: year.last)),
      (
        context.say("最近十二个月", "the last twelve months"),
        Self(first: year.last.advanced(by: -11), last: year.last)
      ),
      (
        context.say("上年", "last year"),
        Self(first: lastYear, last: lastYear.advanced(by: 11))
      ),
    ]
    return Choice(
      heading: context.say("看哪些月份", "Which months"),
      options: spans.map { name, span in
        .init(name, detail: span.words(context), onChosen: [.pick(span.text)])
      })
  }
}

import Casework
import TerminalUI
import WorkCalendar

extension Form {
  /// A date as people type it: 2026-03-18, 3-18, 3/18, 3月18日, or +5 for five working days on.
  static func date(_ text: String, _ context: Context) -> LocalDate? {
    let text = String(text.filter { !$0.isWhitespace }.map(\.folded))
    if let date = LocalDate(text) { return date }
    if text.hasPrefix("+") {
      guard let days = Int(text.dropFirst()), (1...250).contains(days) else { return nil }
      return context.calendar.workingDay(days, after: context.today).on
    }
    let parts = text.split { "-/.年月日".contains($0) }.compactMap { Int($0) }
    switch parts.count {
    case 3: return LocalDate(year: parts[0], month: parts[1], day: parts[2])
    case 2:
      let thisYear = LocalDate(year: context.today.year, month: parts[0], day: parts[1])
      if let thisYear, thisYear >= context.today { return thisYear }
      return LocalDate(year: context.today.year + 1, month: parts[0], day: parts[1]) ?? thisYear
    default: return nil
    }
  }

  func date(_ key: String, _ context: Context) -> LocalDate? {
    Form.date(value(key), context)
  }
}

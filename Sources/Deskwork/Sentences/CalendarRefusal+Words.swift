package import Casework
package import WorkCalendar

extension CalendarRefusal {
  /// Why the count cannot be made, in one sentence.
  package var words: Words {
    switch self {
    case .stopEndsBeforeItBegins(let stop):
      Words(
        "停止计时的结束早于开始（\(stop.spoken)）；请改正日期。",
        "A stop ends before it begins (\(stop.spoken)); mend its dates.")
    case .stopsOverlap(let first, let second):
      Words(
        "两次停止计时重叠（\(first.spoken) 与 \(second.spoken)）；请改正日期。",
        "Two stops overlap (\(first.spoken) and \(second.spoken)); mend their dates.")
    case .stopBeforeStart(let stop):
      Words(
        "停止计时早于起算日（\(stop.spoken)）；请改正日期。",
        "A stop begins before the clock does (\(stop.spoken)); mend its dates.")
    case .negativeAmount(let amount):
      Words("期限不能是负数（\(amount)）；请改正。", "A limit cannot be negative (\(amount)); mend it.")
    }
  }
}

extension ClockStop {
  /// As it is typed: 2026-03-02..2026-03-20.
  package var spoken: String { "\(from)..\(to.map(\.description) ?? "")" }
}

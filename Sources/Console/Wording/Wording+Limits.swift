import Casework
import WorkCalendar

extension Wording {
  /// A length of time as it is said: 10个工作日.
  static func limit(_ limit: TimeLimit, _ context: Context) -> String {
    let amount = limit.amount
    switch limit.unit {
    case .workingDays: return context.say("\(amount)个工作日", count(amount, "working day"))
    case .calendarDays: return context.say("\(amount)日", count(amount, "day"))
    case .halfDays: return context.say("\(amount)个半日", count(amount, "half-day"))
    case .openHours: return context.say("\(amount)个工作小时", count(amount, "open hour"))
    case .months: return context.say("\(amount)个月", count(amount, "month"))
    case .onTheSpot: return context.say("当场", "on the spot")
    case .unspecified:
      return amount == 0
        ? context.say("未定", "not set") : context.say("\(amount)个工作日", count(amount, "working day"))
    }
  }

  /// A date to keep; one that may still move says so.
  static func due(_ due: DueDate, _ context: Context) -> String {
    due.isProvisional ? "\(due.on)" + context.say(" 预估", " provisional") : "\(due.on)"
  }

  private static func count(_ amount: Int, _ unit: String) -> String {
    amount == 1 ? "1 \(unit)" : "\(amount) \(unit)s"
  }
}

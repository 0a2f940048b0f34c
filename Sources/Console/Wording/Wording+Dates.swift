import Casework
import WorkCalendar

extension Wording {
  /// 3/13, or 13 Mar; with the year if it is another.
  static func short(_ date: LocalDate, _ context: Context) -> String {
    let isThisYear = date.year == context.today.year
    return context.say(
      (isThisYear ? "" : "\(date.year)/") + "\(date.month)/\(date.day)",
      "\(date.day) \(month(date))" + (isThisYear ? "" : " \(date.year)"))
  }

  /// 3/13, or 13 Mar; of another year the year alone: a column of a list has room for no more.
  static func narrow(_ date: LocalDate, _ context: Context) -> String {
    date.year == context.today.year ? short(date, context) : "\(date.year)"
  }

  /// 3月13日 周五, or Fri 13 Mar.
  static func long(_ date: LocalDate, _ context: Context) -> String {
    let isThisYear = date.year == context.today.year
    return context.say(
      (isThisYear ? "" : "\(date.year)年") + "\(date.month)月\(date.day)日 \(weekday(date, context))",
      "\(weekday(date, context)) " + short(date, context))
  }

  /// A date to keep; a provisional one says so.
  static func short(_ due: DueDate, _ context: Context) -> String {
    short(due.on, context) + provisional(due, context)
  }

  static func long(_ due: DueDate, _ context: Context) -> String {
    long(due.on, context) + provisional(due, context)
  }

  /// 09:41 if it was today, otherwise the day.
  static func since(_ moment: Moment, _ context: Context) -> String {
    moment.date == context.today ? time(moment) : short(moment.date, context)
  }

  /// 3/5 09:41
  static func when(_ moment: Moment, _ context: Context) -> String {
    short(moment.date, context) + " " + time(moment)
  }

  static func time(_ moment: Moment) -> String {
    padded(moment.hour, 2) + ":" + padded(moment.minute, 2)
  }

  static func limit(_ limit: TimeLimit, _ context: Context) -> String {
    let amount = limit.amount
    switch limit.unit {
    case .workingDays: return context.say("\(amount)个工作日", counted(amount, "working day"))
    case .calendarDays: return context.say("\(amount)日", counted(amount, "day"))
    case .halfDays: return context.say("\(amount)个半日", counted(amount, "half day"))
    case .openHours: return context.say("\(amount)个工作小时", counted(amount, "open hour"))
    case .months: return context.say("\(amount)个月", counted(amount, "month"))
    case .onTheSpot: return context.say("当场", "on the spot")
    case .unspecified: return context.say("未规定", "not set")
    }
  }

  private static func provisional(_ due: DueDate, _ context: Context) -> String {
    due.isProvisional ? context.say("(预估)", " (est.)") : ""
  }

  private static func counted(_ amount: Int, _ noun: String) -> String {
    amount == 1 ? "1 \(noun)" : "\(amount) \(noun)s"
  }

  private static func month(_ date: LocalDate) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names.indices.contains(date.month - 1) ? names[date.month - 1] : ""
  }

}

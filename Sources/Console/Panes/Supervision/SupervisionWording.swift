import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// How cards and orders are said in lists.
enum SupervisionWording {
  /// The word with its marks: more of them are worse, and colour only repeats it.
  static func level(_ level: SupervisionLevel, _ context: Context) -> String {
    "\(level.mark) \(word(level, context))"
  }

  static func word(_ level: SupervisionLevel, _ context: Context) -> String {
    context.say(level.label.zh, short(level))
  }

  private static func short(_ level: SupervisionLevel) -> String {
    switch level {
    case .warning: "warn"
    case .yellow: "YELLOW"
    case .red: "RED"
    case .grave: "RED law"
    }
  }

  static func role(_ level: SupervisionLevel) -> Role {
    switch level {
    case .warning: .warning
    case .yellow: .yellowCard
    case .red, .grave: .redCard
    }
  }

  /// As the documents call it by which the halls were founded.
  static func violation(_ code: SupervisionRuleCode, _ context: Context) -> String {
    switch code {
    case .overdue: context.say("办件超期", "overdue")
    case .keyDataMissing: context.say("关键数据未报送", "data missing")
    case .falsification: context.say("弄虚作假", "falsified")
    case .enteredAfterwards: context.say("事后登记", "entered after")
    case .noticeMissed, .stepOverdue, .repeatedCorrection, .specialProcedureOverrun,
      .wrongfulExtension, .reasonsMissing, .serviceOverdue, .wrongfulFee, .badRatingUnanswered,
      .promiseUnchecked, .outOfTurn, .resultUncollected:
      code.rawValue
    }
  }

  /// Where an order or an appeal stands, in one short word.
  static func order(_ record: SupervisionRecord, _ card: CardKey, _ context: Context) -> Span {
    let number = record.orders.last { $0.card == card }?.order ?? 0
    switch record.state(of: card, on: context.today) {
    case .open:
      return number == 0 ? Span("") : Span(context.say("督\(number)已结", "#\(number) closed"), .hint)
    case .ordered: return Span(context.say("督\(number)待复", "#\(number) awaited"), .notice)
    case .orderOverdue: return Span(context.say("督\(number)逾期", "#\(number) OVERDUE"), .redCard)
    case .escalated: return Span(context.say("督\(number)二级", "#\(number) level 2"), .redCard)
    case .answered: return Span(context.say("督\(number)已复", "#\(number) answer"), .success)
    case .appealed: return Span(context.say("申诉中", "appealed"), .warning)
    }
  }

  /// 窗口1日  市监局9日
  static func days(_ held: [HeldDays], _ words: CardWords, _ context: Context) -> String {
    held.map { "\(context.say(words.holder($0.holder))) \($0.days)\(context.say("日", "d"))" }
      .joined(separator: "  ")
  }

  /// What was ordered, answered or appealed, the last first.
  static func handling(
    _ card: Card, _ open: OpenCase, _ words: CardWords, _ context: Context
  ) -> String {
    var parts = [words.state(card).map { context.say($0) } ?? ""]
    if let appeal = card.appeal { parts.append(appeal.ground) }
    if let order = card.order { parts.append(Self.words(of: order, context)) }
    let said = parts.filter { !$0.isEmpty }
    guard said.isEmpty else { return said.joined(separator: " ") }
    return context.say("还没有督办; F6 处理", "Nothing has been ordered yet; F6 handles it")
  }

  /// What was answered, then what was ordered.
  static func words(of order: SupervisionRecord.FollowUp, _ context: Context) -> String {
    let answer = order.answers.last.map { context.say("复: ", "answer: ") + $0.text + " " } ?? ""
    return answer + context.say("令: ", "order: ") + order.text
  }
}

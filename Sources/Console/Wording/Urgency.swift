import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// How a date to keep stands today: a word and a mark, which colour only repeats.
struct Urgency: Hashable, Sendable {
  var mark: Span
  var word: Span

  init(due: DueDate?, isStopped: Bool, _ context: Context) {
    mark = Span(" ")
    if isStopped {
      word = Span(context.say("停", "STOP"), .stopped)
      // What was planned for the meantime can be late though the limit is not.
      if let due, due.on < context.today {
        let over = Self.daysOver(due, context)
        mark = Span("!", .redCard)
        word.text += context.say(" 超\(Self.days(over))", " +\(over)d")
      }
    } else if let due {
      let left = context.calendar.workingDays(after: context.today, through: due.on)
      if due.on < context.today {
        let over = Self.daysOver(due, context)
        mark = Span("!", .redCard)
        word = Span(
          context.say("红 超\(Self.days(over))", "RED \(over)d\(over < 100 ? " over" : "")"), .redCard
        )
      } else if due.on == context.today {
        mark = Span("!", .yellowCard)
        word = Span(context.say("黄 今日", "today"), .yellowCard)
      } else if due.isProvisional {
        word = Span(context.say("预估\(left)日", "est. \(left)d"), .provisional)
      } else {
        word = Span(context.say("余\(left)日", "\(left)d left"))
      }
    } else {
      word = Span("")
    }
  }

  /// From a hundred on the number needs the room of its unit.
  private static func days(_ count: Int) -> String { count < 100 ? "\(count)日" : "\(count)" }

  private static func daysOver(_ due: DueDate, _ context: Context) -> Int {
    max(1, context.calendar.workingDays(after: due.on, through: context.today))
  }

  init(_ row: CaseRow, _ context: Context) {
    self.init(due: row.due, isStopped: row.isStopped, context)
  }

  init(_ file: CaseFile, _ context: Context) {
    let isStopped = file.openStop != nil && (file.stage?.isBeforeDecision ?? false)
    self.init(due: file.due, isStopped: isStopped, context)
  }

  /// The columns that the longest usual word takes.
  static func columns(_ language: Language) -> Int {
    switch language {
    case .zh: 9
    case .en: 11
    }
  }
}

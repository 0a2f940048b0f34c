import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension IntakeWording {
  /// What is said and handed to the applicant after an ending.
  static func receipt(_ receipt: IntakeReceipt, _ context: Context) -> [[Span]] {
    let file = receipt.outcome.file
    let applicant = file.intake?.applicant.name ?? ""
    let head: [[Span]] = [
      [
        Span(label(receipt.exit, context) + "  ", .success),
        Span(receipt.outcome.id.spoken + "  ", .heading),
        Span(context.say(receipt.item) + "  " + applicant),
      ],
      [],
      line(context.say("办件编号 ", "Number  "), file.number),
      line(context.say("查询码   ", "Query   "), file.queryCode),
    ]
    let state: [[Span]] = [
      line(context.say("现在     ", "Now     "), whereNow(file, context))
    ]
    let documents = receipt.outcome.documents.enumerated().map { index, document in
      line(
        index == 0
          ? context.say("已打印   ", "Printed ")
          : String(repeating: " ", count: context.language == .zh ? 9 : 8),
        context.say(document.kind.label) + "  " + document.number)
    }
    return head + state + documents + [[]] + next(receipt, context)
  }

  private static func line(_ label: String, _ text: String) -> [Span] {
    [Span(label, .label), Span(text)]
  }

  private static func whereNow(_ file: CaseFile, _ context: Context) -> String {
    let stage = file.stage.map { context.say($0.label) } ?? ""
    let holder = file.step.map { "  " + context.name($0.lead ?? file.department) } ?? ""
    let due = file.due.map { context.say("  到期 ", "  due ") + Wording.short($0, context) } ?? ""
    return stage + holder + due
  }

  private static func next(_ receipt: IntakeReceipt, _ context: Context) -> [[Span]] {
    let calls = !context.queues.isEmpty
    let done = receipt.ticket.map { context.say("\($0) 办完,", "finishes \($0), ") } ?? ""
    return [
      [
        Span(context.say("回车", "Enter") + "  ", .key),
        Span(
          calls
            ? done + context.say("叫下一个号", "calls the next number")
            : context.say("下一件", "the next application")),
      ],
      [
        Span("Ctrl-S  ", .key),
        Span(context.say("同一申请人再办一件", "another application of the same applicant")),
      ],
    ]
  }
}

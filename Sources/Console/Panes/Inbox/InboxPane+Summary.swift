import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension InboxPane {
  /// The selected case: below the list a line for each thing, beside it with all that is known.
  static func drawSummary(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect, isBeside: Bool
  ) {
    guard let open = state.selectedCase, let task = state.selected else {
      let hint = context.say("上下键选一件, 这里显示它的情况", "Select a case with the arrows to see it here")
      grid.put(hint, row: rect.row, column: rect.column + 1, width: rect.columns - 2, role: .hint)
      return
    }
    var page = PageText(columns: rect.columns - 2, glyphs: grid.glyphs)
    let text = CaseText(open: open, context: context)
    let acts = CaseActs(open: open, context: context)
    if isBeside {
      fill(&page, text, acts, task, context)
    } else {
      page.line(heading(task, context, columns: rect.columns - 2, grid.glyphs))
      let label = Span(padded(context.say("期限", "dates"), context), .label)
      let ruler = context.ruler(of: open, columns: page.columns - 8, grid.glyphs)
      page.line([label] + (ruler.flatMap { $0.namesDates ? $0.spans : nil } ?? text.deadlines))
      if let cards = text.cards {
        page.line([Span(padded(context.say("监察", "cards"), context), .label), cards])
      } else {
        line(&page, ("材料", "papers"), text.materials + "   " + text.origin, context)
      }
      line(&page, ("环节", "step"), text.step, context)
      line(&page, ("意见", "opinion"), text.latestOpinion, context)
      line(&page, ("下一步", "next"), "F6 " + acts.preview, context)
    }
    let inner = Rect(
      row: rect.row, column: rect.column + 1, columns: rect.columns - 2, rows: rect.rows)
    for (row, line) in page.lines.prefix(inner.rows).enumerated() {
      grid.put(line, row: inner.row + row, column: inner.column, width: inner.columns)
    }
  }

  private static func fill(
    _ page: inout PageText, _ text: CaseText, _ acts: CaseActs, _ task: TaskRow, _ context: Context
  ) {
    let width = context.language == .zh ? 8 : 10
    page.line([Span(task.row.id.spoken, .heading)])
    page.text(context.say(task.row.itemName), role: .heading)
    page.text(Wording.listedApplicant(task.row))
    page.blank()
    if let ruler = context.ruler(of: text.open, columns: page.columns, page.glyphs) {
      page.line(ruler.spans)
      if !ruler.namesDates { page.line(text.deadlines) }
    }
    page.blank()
    if let cards = text.cards {
      page.field(context.say("监察", "cards"), cards.text, width: width, role: cards.role)
    }
    page.field(context.say("材料", "papers"), text.materials, width: width)
    page.field(context.say("收件", "taken in"), text.origin, width: width)
    page.field(context.say("环节", "step"), text.step, width: width)
    page.blank()
    let opinions = text.file.steps.flatMap(\.opinions).suffix(4).reversed()
    for (index, opinion) in opinions.enumerated() {
      page.field(
        index == 0 ? context.say("意见", "opinions") : "", text.words(of: opinion), width: width)
    }
    if opinions.isEmpty {
      page.field(context.say("意见", "opinions"), text.latestOpinion, width: width)
    }
    page.blank()
    page.field(context.say("下一步", "next"), "F6 " + acts.preview, width: width)
    if let reason = acts.mainReason {
      page.field("", reason, width: width, role: .hint)
    }
  }

  private static func heading(
    _ task: TaskRow, _ context: Context, columns: Int, _ glyphs: Glyphs
  ) -> [Span] {
    let item = task.row.id.spoken + "  " + context.say(task.row.itemName)
    let name = glyphs.clipped(Wording.listedApplicant(task.row), to: columns / 2)
    let room = max(0, columns - glyphs.columns(of: name) - 1)
    let left = glyphs.clipped(item, to: room)
    let gap = String(repeating: " ", count: max(1, room + 1 - glyphs.columns(of: left)))
    return [Span(left, .heading), Span(gap), Span(name, .heading)]
  }

  private static func line(
    _ page: inout PageText, _ label: (String, String), _ text: String, _ context: Context
  ) {
    page.line([Span(padded(context.say(label.0, label.1), context), .label), Span(text)])
  }

  private static func padded(_ label: String, _ context: Context) -> String {
    let columns = label.count * (context.language == .zh ? 2 : 1)
    return label + String(repeating: " ", count: max(1, 8 - columns))
  }
}

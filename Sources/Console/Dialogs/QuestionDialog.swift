import TerminalUI

/// Yes takes a key of its own, neither the one that led here nor Enter; everything else is no.
enum QuestionDialog {
  static func press(
    _ question: Question, _ key: Key, _ context: Context
  ) -> (Question?, [Request]) {
    switch key.folded {
    case .control("y"), .character("y"), .character("Y"), .character("是"):
      return (nil, question.onYes)
    case .escape, .function(12), .character("n"), .character("N"), .character("否"):
      return (nil, [.notice(Notice(.plain, context.say("没有办理", "Nothing was done")))])
    case .control("p") where question.printsSomething:
      return (question, [.preview(question.acts)])
    case .up: return (scrolled(question, by: -1), [])
    case .down: return (scrolled(question, by: 1), [])
    case .pageUp: return (scrolled(question, by: -8), [])
    case .pageDown: return (scrolled(question, by: 8), [])
    case .character, .enter, .tab, .backTab, .backspace, .delete, .insert, .left, .right, .home,
      .end, .function, .control, .alt, .paste, .scan, .mouse:
      return (question, [])
    }
  }

  private static func scrolled(_ question: Question, by lines: Int) -> Question {
    var question = question
    // Enough for any wrapping; the drawing stops at the end by itself.
    question.scroll.scroll(by: lines, count: question.lines.count * 4, height: 1)
    return question
  }

  static func view(
    _ question: Question, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let width = max(20, min(72, rect.columns - 8))
    let text = ScrollText(
      question.lines.flatMap { grid.glyphs.wrapped($0, to: width) }.map { [Span($0)] })
    var body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: width, rows: text.lines.count + 2),
      title: question.heading, role: .warning)
    let keys = body.cutBottom(1)
    _ = body.cutBottom(1)
    text.draw(on: &grid, in: body, state: question.scroll)
    let end = grid.put("Ctrl-Y " + question.yes, row: keys.row, column: keys.column, role: .key)
    let more = text.position(state: question.scroll, height: body.rows)
    let papers = question.printsSomething ? "   Ctrl-P " + context.say("看文书", "Read papers") : ""
    let rest =
      "   Esc " + context.say("不办", "Do nothing") + papers
      + (more.isEmpty ? "" : "   " + context.say("上下看 ", "Arrows read on ") + more)
    grid.put(
      [Span(rest, .hint)], row: keys.row, column: end, width: max(0, keys.endColumn - end))
    grid.caret = keys.origin
  }
}

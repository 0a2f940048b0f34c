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
    case .character, .enter, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
      .right, .home, .end, .pageUp, .pageDown, .function, .control, .alt, .paste, .scan, .mouse:
      return (question, [])
    }
  }

  static func view(
    _ question: Question, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let width = max(20, min(72, rect.columns - 8))
    let lines = question.lines.flatMap { grid.glyphs.wrapped($0, to: width) }
    let body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: width, rows: lines.count + 2),
      title: question.heading, role: .warning)
    for (row, line) in lines.prefix(max(0, body.rows - 2)).enumerated() {
      grid.put(line, row: body.row + row, column: body.column, width: body.columns)
    }
    let row = body.endRow - 1
    let end = grid.put("Ctrl-Y " + question.yes, row: row, column: body.column, role: .key)
    grid.put("   Esc " + context.say("不办", "Do nothing"), row: row, column: end, role: .hint)
    grid.caret = Point(row: row, column: body.column)
  }
}

import TerminalUI

package enum ReadingDialog {
  package struct State: Hashable, Sendable {
    var reading: Reading
    var scroll = ScrollState()

    init(_ reading: Reading) { self.reading = reading }
  }

  static func press(
    _ state: State, _ key: Key, _ context: Context
  ) -> (State?, [Request]) {
    var state = state
    // Long enough for any text here; the drawing stops at the end by itself.
    let count = state.reading.text.count { $0.isNewline } + state.reading.text.count / 30 + 1
    switch key.folded {
    case .escape, .function(12), .enter: return (nil, [])
    case .up, .character("k"): state.scroll.scroll(by: -1, count: count, height: 1)
    case .down, .character("j"): state.scroll.scroll(by: 1, count: count, height: 1)
    case .pageUp: state.scroll.scroll(by: -15, count: count, height: 1)
    case .pageDown, .character(" "): state.scroll.scroll(by: 15, count: count, height: 1)
    case .home: state.scroll = ScrollState()
    case .end: state.scroll.scroll(by: count, count: count, height: 15)
    case .character, .tab, .backTab, .backspace, .delete, .insert, .left, .right, .function,
      .control, .alt, .paste, .scan, .mouse:
      break
    }
    return (state, [])
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let columns = min(80, rect.columns - 4)
    let text = ScrollText(state.reading.text, columns: columns, glyphs: grid.glyphs)
    let rows = min(rect.rows - 2, text.lines.count + 1)
    let body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: columns, rows: rows),
      title: state.reading.heading)
    let height = max(0, body.rows - 1)
    text.draw(
      on: &grid, in: Rect(row: body.row, column: body.column, columns: body.columns, rows: height),
      state: state.scroll)
    let hint =
      context.say("上下翻看  Esc 关闭", "Arrows scroll  Esc closes") + "  "
      + text.position(state: state.scroll, height: height)
    grid.put(hint, row: body.endRow - 1, column: body.column, width: body.columns, role: .hint)
  }
}

import TerminalUI

extension ActListDialog {
  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let columns = min(96, rect.columns - 6)
    let about = state.about.isEmpty ? [] : grid.glyphs.wrapped(state.about, to: columns) + [""]
    let shown = state.shown
    let wanted = about.count + 1 + max(8, state.acts.count) + 4
    var body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: columns, rows: wanted), title: state.heading)
    let said = body.cutTop(min(about.count, max(0, body.rows - 9)))
    for (line, text) in about.prefix(said.rows).enumerated() {
      grid.put(text, row: said.row + line, column: said.column, width: said.columns)
    }
    let top = body.cutTop(1)
    let keys = body.cutBottom(1)
    let detail = body.cutBottom(2)
    drawActs(state, shown, on: &grid, in: body)
    drawDetail(state, shown, context, on: &grid, in: detail)
    grid.put(
      context.say("打字查找  回车办理  Esc 关闭", "Type to find  Enter does it  Esc closes"),
      row: keys.row, column: keys.column, width: keys.columns, role: .hint)
    let column = grid.put(
      context.say("查找 ", "Find "), row: top.row, column: top.column, role: .label)
    let place = shown.firstIndex { $0 == state.list.selected }.map { "\($0 + 1)/\(shown.count)" }
    grid.put(
      place ?? "", row: top.row, column: top.endColumn - 7, width: 7, aligned: .right, role: .hint)
    state.filter.draw(
      on: &grid, row: top.row, column: column, width: max(0, top.endColumn - column - 8),
      isActive: true,
      placeholder: context.say("中文、拼音、键名或事项编码", "words, pinyin, a key or an item's code"))
  }

  private static func drawActs(
    _ state: State, _ shown: [Int], on grid: inout CellGrid, in rect: Rect
  ) {
    let glyphs = grid.glyphs
    let visible = shown.map { state.act($0) }
    let caps = min(14, visible.map { glyphs.columns(of: $0.caps) }.max() ?? 0)
    let labels = min(rect.columns / 3, visible.map { glyphs.columns(of: $0.label) }.max() ?? 0)
    var list = state.list
    list.fit(height: rect.rows, count: shown.count)
    for line in 0..<max(0, min(rect.rows, shown.count - list.offset)) {
      let index = shown[line + list.offset]
      let act = state.act(index)
      let isSelected = list.selected == index
      let row = rect.row + line
      let off = act.reason != nil
      grid.fill(
        Rect(row: row, column: rect.column, columns: rect.columns, rows: 1),
        isSelected: isSelected)
      grid.put(
        isSelected ? ">" : " ", row: row, column: rect.column, role: .cursorMark,
        isSelected: isSelected)
      var column = rect.column + 2
      column = grid.put(
        act.caps, row: row, column: column, width: caps, role: off ? .disabled : .key,
        isSelected: isSelected)
      column = grid.put(
        act.label, row: row, column: column + 2, width: labels, role: off ? .disabled : .text,
        isSelected: isSelected)
      grid.put(
        state.about.isEmpty ? act.reason ?? act.sentence : act.sentence, row: row,
        column: column + 2,
        width: max(0, rect.endColumn - column - 2), role: off ? .disabled : .hint,
        isSelected: isSelected)
    }
  }

  /// The selected act in full: its group, what it does, or why it cannot be done.
  private static func drawDetail(
    _ state: State, _ shown: [Int], _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    guard let index = state.list.selected, shown.contains(index) else {
      grid.put(
        context.say("没有这样的操作", "Nothing like that"), row: rect.row, column: rect.column,
        width: rect.columns, role: .hint)
      return
    }
    let act = state.act(index)
    grid.put(
      "\(act.group): \(act.sentence)", row: rect.row, column: rect.column, width: rect.columns,
      role: .label)
    guard let reason = act.reason, rect.rows > 1 else { return }
    grid.put(
      context.say("现在不可: ", "Not now: ") + reason, row: rect.row + 1, column: rect.column,
      width: rect.columns, role: .warning)
  }
}

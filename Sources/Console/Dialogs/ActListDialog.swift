import TerminalUI

/// Help and palette are one list: every act with its key, narrowed by typing, run by Enter.
package enum ActListDialog {
  package struct State: Hashable, Sendable {
    var heading: String
    var acts: [ActHelp]
    var filter = TextField("", maximumLength: 40)
    var list = ListState<Int>()

    init(acts: [ActHelp], heading: String) {
      self.acts = acts
      self.heading = heading
      list.select(0, among: Array(acts.indices))
    }

    mutating func spell(_ initials: [String: String]) {
      for index in acts.indices { acts[index].initials = initials[acts[index].label] ?? "" }
    }

    /// The acts that fit what was typed: words, key or pinyin initials.
    var shown: [Int] {
      let wanted = filter.text.lowercased()
      guard !wanted.isEmpty else { return Array(acts.indices) }
      return acts.indices.filter { index in
        let act = acts[index]
        return [act.label, act.sentence, act.caps, act.initials].contains {
          $0.lowercased().contains(wanted)
        }
      }
    }
  }

  /// The key to press in the pane, once the list is closed.
  enum Result {
    case stay(State)
    case close
    case run(Key)
    case refused(State, String)
  }

  static func press(_ state: State, _ key: Key) -> Result {
    var state = state
    let ids = state.shown
    switch key {
    case .escape, .function(12): return .close
    case .up: state.list.move(by: -1, among: ids)
    case .down, .tab: state.list.move(by: 1, among: ids)
    case .pageUp: state.list.movePages(-1, among: ids)
    case .pageDown: state.list.movePages(1, among: ids)
    case .enter:
      guard let index = state.list.selected, ids.contains(index) else { return .stay(state) }
      if let reason = state.acts[index].reason { return .refused(state, reason) }
      return .run(state.acts[index].key)
    case .function, .control("l"), .insert, .backTab, .mouse, .scan: return .stay(state)
    case .character, .backspace, .delete, .left, .right, .home, .end, .control, .alt, .paste:
      _ = state.filter.take(key)
      state.list.select(state.shown.first, among: state.shown)
    }
    return .stay(state)
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let columns = min(90, rect.columns - 6)
    let shown = state.shown
    let rows = max(3, min(rect.rows - 7, max(shown.count, 8)))
    let body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: columns, rows: rows + 3), title: state.heading)
    let prompt = context.say("查找 ", "Find ")
    let column = grid.put(prompt, row: body.row, column: body.column, role: .label)
    var list = state.list
    list.fit(height: rows, count: shown.count)
    for line in 0..<min(rows, max(0, shown.count - list.offset)) {
      let act = state.acts[shown[line + list.offset]]
      let isSelected = list.selected == shown[line + list.offset]
      let row = body.row + 1 + line
      grid.fill(
        Rect(row: row, column: body.column, columns: body.columns, rows: 1),
        isSelected: isSelected)
      grid.put(
        [
          Span(isSelected ? "> " : "  ", .cursorMark),
          Span(act.label + "  ", act.reason == nil ? .text : .disabled),
          Span(act.caps + "  ", .key),
          Span(act.reason ?? act.sentence, act.reason == nil ? .hint : .disabled),
        ], row: row, column: body.column, width: body.columns, isSelected: isSelected)
    }
    grid.put(
      context.say("回车执行  Esc 关闭", "Enter runs it  Esc closes"), row: body.endRow - 1,
      column: body.column, width: body.columns, role: .hint)
    state.filter.draw(
      on: &grid, row: body.row, column: column, width: max(10, body.endColumn - column),
      isActive: true, placeholder: context.say("中文、拼音首字母或键名", "words, initials or key"))
  }
}

import TerminalUI

package enum ChoiceDialog {
  package struct State: Hashable, Sendable {
    var choice: Choice
    var list = ListState<Int>()

    init(_ choice: Choice) {
      self.choice = choice
      list.select(choice.options.indices.first, among: Array(choice.options.indices))
    }
  }

  static func press(
    _ state: State, _ key: Key, _ context: Context
  ) -> (State?, [Request]) {
    var state = state
    let ids = Array(state.choice.options.indices)
    switch key.folded {
    case .escape, .function(12): return (nil, [])
    case .up, .character("k"): state.list.move(by: -1, among: ids)
    case .down, .tab, .character("j"): state.list.move(by: 1, among: ids)
    case .pageUp: state.list.movePages(-1, among: ids)
    case .pageDown: state.list.movePages(1, among: ids)
    case .home: state.list.moveToFirst(among: ids)
    case .end: state.list.moveToLast(among: ids)
    case .enter, .character(" "): return choose(state.list.selected, state)
    case .character(let character):
      guard let digit = character.wholeNumberValue, (1...9).contains(digit) else { break }
      return choose(digit - 1, state)
    case .backTab, .backspace, .delete, .insert, .left, .right, .function, .control, .alt,
      .paste, .scan, .mouse:
      break
    }
    return (state, [])
  }

  private static func choose(_ index: Int?, _ state: State) -> (State?, [Request]) {
    guard let index, state.choice.options.indices.contains(index) else { return (state, []) }
    let option = state.choice.options[index]
    if let reason = option.reason { return (state, [.notice(Notice(.refused, reason))]) }
    return (nil, option.onChosen)
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let options = state.choice.options
    let menu = Menu(
      options.indices.map { index in
        MenuItem(
          index, options[index].label, detail: options[index].detail,
          availability: options[index].reason.map { .unavailable($0) } ?? .available)
      })
    let widest =
      options.map {
        grid.glyphs.columns(of: $0.label) + grid.glyphs.columns(of: $0.reason ?? $0.detail) + 6
      }.max() ?? 20
    let columns = min(rect.columns - 8, max(40, widest))
    let rows = min(rect.rows - 6, options.count)
    let body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: columns, rows: rows + 2),
      title: state.choice.heading)
    var list = state.list
    list.fit(height: rows, count: options.count)
    menu.draw(
      on: &grid,
      in: Rect(
        row: body.row, column: body.column, columns: body.columns, rows: max(0, body.rows - 2)),
      state: list)
    grid.put(
      context.say("数字或回车选定  Esc 返回", "Digit or Enter chooses  Esc goes back"),
      row: body.endRow - 1, column: body.column, width: body.columns, role: .hint)
  }
}

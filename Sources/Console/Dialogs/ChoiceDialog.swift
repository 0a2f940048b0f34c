import Deskwork
import TerminalUI

/// A list to choose one of: by arrows and Enter, by digit, and a long one by typing a part of it.
package enum ChoiceDialog {
  package struct State: Hashable, Sendable {
    var choice: Choice
    var filter = TextField("", maximumLength: 40)
    var list = ListState<Int>()
    /// How what the options say is read, once that is known.
    var readings: [String: [Spelling]] = [:]

    init(_ choice: Choice) {
      self.choice = choice
      list.select(choice.options.indices.first, among: Array(choice.options.indices))
    }

    /// More than digits can name.
    var isLong: Bool { choice.options.count > 9 }

    /// What the readings are wanted of.
    var words: [String] { isLong ? choice.options.flatMap { [$0.label, $0.detail] } : [] }

    /// The options that fit what was typed; every word of it has to be found.
    var shown: [Int] {
      let wanted = filter.text.lowercased().split(separator: " ")
      return choice.options.indices.filter { index in
        let option = choice.options[index]
        let texts = [option.label, option.detail]
        let read = texts.flatMap { readings[$0] ?? [] }
        return wanted.allSatisfy { word in
          texts.contains { $0.lowercased().contains(word) }
            || read.contains { $0.suits(String(word)) }
        }
      }
    }
  }

  static func press(
    _ state: State, _ key: Key, _ context: Context
  ) -> (State?, [Request]) {
    var state = state
    let ids = state.shown
    switch key.folded {
    case .escape:
      guard !state.filter.isEmpty else { return (nil, []) }
      state.filter.replace(with: "")
    case .function(12): return (nil, [])
    case .up: state.list.move(by: -1, among: ids)
    case .down, .tab: state.list.move(by: 1, among: ids)
    case .pageUp: state.list.movePages(-1, among: ids)
    case .pageDown: state.list.movePages(1, among: ids)
    case .home: state.list.moveToFirst(among: ids)
    case .end: state.list.moveToLast(among: ids)
    case .enter: return choose(state.list.selected, state)
    case .character(" ") where !state.isLong: return choose(state.list.selected, state)
    case .character(let character):
      let digit = character.wholeNumberValue ?? 0
      if state.filter.isEmpty, (1...9).contains(digit) {
        guard ids.indices.contains(digit - 1) else { break }
        return choose(ids[digit - 1], state)
      }
      narrow(&state, key)
    case .backspace, .delete, .left, .right, .control, .paste: narrow(&state, key)
    case .backTab, .insert, .function, .alt, .scan, .mouse: break
    }
    return (state, [])
  }

  private static func narrow(_ state: inout State, _ key: Key) {
    let before = state.filter.text
    guard state.isLong, state.filter.take(key), state.filter.text != before else { return }
    state.list.select(state.shown.first, among: state.shown)
  }

  private static func choose(_ index: Int?, _ state: State) -> (State?, [Request]) {
    guard let index, state.shown.contains(index) else { return (state, []) }
    let option = state.choice.options[index]
    if let reason = option.reason { return (state, [.notice(Notice(.refused, reason))]) }
    return (nil, option.onChosen)
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let options = state.choice.options
    let shown = state.shown
    let widest =
      options.map {
        grid.glyphs.columns(of: $0.label) + grid.glyphs.columns(of: $0.reason ?? $0.detail) + 6
      }.max() ?? 20
    let columns = min(rect.columns - 8, max(46, widest))
    let head = state.isLong ? 1 : 0
    let rows = max(1, min(rect.rows - 4 - head, options.count))
    var body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: columns, rows: rows + 2 + head),
      title: state.choice.heading)
    let top = body.cutTop(head)
    let keys = body.cutBottom(1)
    _ = body.cutBottom(1)
    let menu = Menu(
      shown.map { index in
        MenuItem(
          index, options[index].label, detail: options[index].detail,
          availability: options[index].reason.map { .unavailable($0) } ?? .available)
      })
    var list = state.list
    list.fit(height: body.rows, count: shown.count)
    menu.draw(on: &grid, in: body, state: list)
    if shown.isEmpty {
      grid.put(
        context.say("没有这样的选项", "Nothing like that"), row: body.row, column: body.column,
        width: body.columns, role: .hint)
    }
    let hint =
      state.isLong
      ? context.say("打字筛选  回车选定  Esc 返回", "Type to narrow  Enter chooses  Esc goes back")
      : context.say("数字或回车选定  Esc 返回", "Digit or Enter chooses  Esc goes back")
    grid.put(hint, row: keys.row, column: keys.column, width: keys.columns, role: .hint)
    if state.isLong { drawFilter(state, context, on: &grid, in: top) }
  }

  private static func drawFilter(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let column = grid.put(
      context.say("查找 ", "Find "), row: rect.row, column: rect.column, role: .label)
    state.filter.draw(
      on: &grid, row: rect.row, column: column, width: rect.endColumn - column, isActive: true,
      placeholder: context.say("中文或拼音", "any part of it"))
  }
}

import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// A form over the pane. Esc keeps what was typed as a draft.
package enum FormDialog {
  package struct State: Hashable, Sendable {
    var form: Form

    init(_ form: Form) { self.form = form }
  }

  static func press(
    _ state: State, _ key: Key, _ context: Context
  ) -> (State?, [Request]) {
    var state = state
    switch key {
    case .escape, .function(12):
      return (nil, [.notice(Notice(.plain, context.say("已存草稿", "Kept as a draft")))])
    case .function(10): return submit(state, context)
    case .tab, .down, .enter:
      if key == .enter, state.form.focus == state.form.fields.count - 1 {
        return submit(state, context)
      }
      state.form.focus = (state.form.focus + 1) % max(1, state.form.fields.count)
      return (state, [])
    case .backTab, .up:
      let count = max(1, state.form.fields.count)
      state.form.focus = (state.form.focus + count - 1) % count
      return (state, [])
    case .character, .backspace, .delete, .insert, .left, .right, .home, .end, .pageUp,
      .pageDown, .function, .control, .alt, .paste, .scan, .mouse:
      return edit(&state, key, context)
    }
  }

  private static func edit(
    _ state: inout State, _ key: Key, _ context: Context
  ) -> (State?, [Request]) {
    guard state.form.fields.indices.contains(state.form.focus) else { return (state, []) }
    let focus = state.form.focus
    let before = state.form.fields[focus].input.text
    if case .choice(let values) = state.form.fields[focus].kind {
      step(&state.form.fields[focus], key, values)
    } else {
      _ = state.form.fields[focus].input.take(key)
    }
    guard state.form.fields[focus].input.text != before else { return (state, []) }
    state.form.problems[state.form.fields[focus].key] = nil
    return (state, [.saveDraft(state.form.draft(context))])
  }

  private static func step(
    _ field: inout Form.Field, _ key: Key, _ values: [Form.Field.ChoiceValue]
  ) {
    guard !values.isEmpty else { return }
    let index = values.firstIndex { $0.value == field.input.text } ?? 0
    switch key.folded {
    case .right, .character(" "):
      field.input.replace(with: values[(index + 1) % values.count].value)
    case .left: field.input.replace(with: values[(index + values.count - 1) % values.count].value)
    case .character(let character):
      guard let digit = character.wholeNumberValue, values.indices.contains(digit - 1) else {
        return
      }
      field.input.replace(with: values[digit - 1].value)
    case .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .home, .end,
      .pageUp, .pageDown, .function, .control, .alt, .paste, .scan, .mouse:
      break
    }
  }

  /// Looks everything over; what is wrong is listed and the first of it gets the cursor.
  private static func submit(_ state: State, _ context: Context) -> (State?, [Request]) {
    var state = state
    state.form.problems = state.form.complaints(context)
    if let first = state.form.fields.firstIndex(where: { state.form.problems[$0.key] != nil }) {
      state.form.focus = first
      return (state, [.notice(Notice(.refused, state.form.problems[state.form.fields[first].key] ?? ""))])
    }
    return (state, state.form.submission(context))
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let form = state.form
    let columns = min(100, rect.columns - 8)
    let hint = form.fields.indices.contains(form.focus) ? form.fields[form.focus].hint : ""
    let body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: columns, rows: form.fields.count * 2 + 3),
      title: form.heading)
    let labels = form.fields.map { grid.glyphs.columns(of: $0.label) }.max() ?? 0
    for (index, field) in form.fields.enumerated() {
      let row = body.row + index * 2
      let isActive = index == form.focus
      let problem = form.problems[field.key]
      grid.put(isActive ? ">" : " ", row: row, column: body.column, role: .cursorMark)
      grid.put(field.label, row: row, column: body.column + 2, width: labels, role: .label)
      let column = body.column + labels + 4
      draw(field, isActive, problem, on: &grid, row, column, body.endColumn - column)
      if let problem {
        grid.put(problem, row: row + 1, column: column, width: body.endColumn - column, role: .invalid)
      }
    }
    if form.problems.isEmpty {
      grid.put(hint, row: body.endRow - 2, column: body.column, width: body.columns, role: .hint)
    }
    grid.put(
      context.say("F10 提交  回车下一项  Esc 存草稿返回", "F10 go on  Enter next field  Esc keeps a draft"),
      row: body.endRow - 1, column: body.column, width: body.columns, role: .hint)
  }

  private static func draw(
    _ field: Form.Field, _ isActive: Bool, _ problem: String?, on grid: inout CellGrid,
    _ row: Int, _ column: Int, _ width: Int
  ) {
    guard case .choice(let values) = field.kind else {
      field.input.draw(
        on: &grid, row: row, column: column, width: width, isActive: isActive,
        isInvalid: problem != nil)
      return
    }
    var end = column
    for (index, value) in values.enumerated() {
      let isChosen = value.value == field.input.text
      let text = isChosen ? "[\(index + 1) \(value.label)]" : " \(index + 1) \(value.label) "
      if isChosen, isActive { grid.caret = Point(row: row, column: end) }
      end = grid.put(
        text, row: row, column: end, role: isChosen ? (isActive ? .fieldActive : .field) : .hint)
    }
  }
}

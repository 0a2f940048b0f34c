import TerminalUI

extension FormDialog {
  /// A form never covers the last rows: the notice stays in sight, the input method has room.
  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    var area = rect
    _ = area.cutBottom(2)
    let form = state.form
    let columns = min(100, area.columns - 4)
    let wanted = form.fields.reduce(0) { $0 + height($1) + 1 }
    var body = Dialog.draw(
      on: &grid, in: area, content: Size(columns: columns, rows: wanted + 4), title: form.heading)
    let keys = body.cutBottom(1)
    let hint = body.cutBottom(1)
    _ = body.cutBottom(1)
    if let open = form.open {
      let subject = body.cutTop(1)
      grid.put(
        open.subject(context), row: subject.row, column: subject.column, width: subject.columns,
        role: .label)
    }
    drawFields(form, context, on: &grid, in: body)
    if form.problems.isEmpty {
      grid.put(
        form.hint(context), row: hint.row, column: hint.column, width: hint.columns, role: .hint)
    }
    drawKeys(on: &grid, in: keys, context)
  }

  private static func drawKeys(on grid: inout CellGrid, in rect: Rect, _ context: Context) {
    let keys = [
      ("F10", context.say("提交", "go on")), (context.say("回车", "Enter"), context.say("下一项", "next")),
      ("Ctrl-R", context.say("重填", "start anew")),
      ("Esc", context.say("存草稿返回", "keep as a draft")),
    ]
    let spans = keys.flatMap { [Span($0.0 + " ", .key), Span($0.1 + "  ", .hint)] }
    grid.put(spans, row: rect.row, column: rect.column, width: rect.columns)
  }

  /// The fields in sight, the one at work among them.
  private static func drawFields(
    _ form: Form, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let most = max(8, rect.columns / 3)
    let labels = min(most, form.fields.map { grid.glyphs.columns(of: $0.label) }.max() ?? 0)
    let heights = form.fields.map { height($0) + 1 }
    var first = 0
    while first < form.focus, heights[first...form.focus].reduce(0, +) - 1 > rect.rows {
      first += 1
    }
    var rest = rect
    for index in form.fields.indices.dropFirst(first) {
      let field = form.fields[index]
      let row = rest.cutTop(height(field))
      guard row.rows > 0 else { return }
      let isActive = index == form.focus
      grid.put(isActive ? ">" : " ", row: row.row, column: row.column, role: .cursorMark)
      grid.put(
        field.label, row: row.row, column: row.column + 2, width: labels,
        role: isActive ? .key : .label)
      var blank = row
      _ = blank.cutLeft(labels + 4)
      let problem = form.problems[field.key]
      draw(field, isActive, problem != nil, on: &grid, in: blank)
      let below = rest.cutTop(1)
      if let problem, below.rows > 0 {
        grid.put(
          problem, row: below.row, column: blank.column, width: blank.columns, role: .invalid)
      }
    }
  }

  static func height(_ field: Form.Field) -> Int {
    switch field.kind {
    case .text, .date, .secret, .choice: 1
    case .lines: 3
    }
  }

  private static func draw(
    _ field: Form.Field, _ isActive: Bool, _ isInvalid: Bool, on grid: inout CellGrid,
    in rect: Rect
  ) {
    switch field.kind {
    case .text, .date:
      field.input.draw(
        on: &grid, row: rect.row, column: rect.column, width: rect.columns, isActive: isActive,
        isInvalid: isInvalid)
    case .secret:
      let stars = TextField(String(repeating: "*", count: min(24, field.input.text.count)))
      stars.draw(
        on: &grid, row: rect.row, column: rect.column, width: rect.columns, isActive: isActive,
        isInvalid: isInvalid)
    case .lines:
      field.input.drawLines(on: &grid, in: rect, isActive: isActive, isInvalid: isInvalid)
    case .choice(let values): draw(values, field.input.text, isActive, on: &grid, in: rect)
    }
  }

  /// All values beside one another where there is room, otherwise the chosen one with its place.
  private static func draw(
    _ values: [Form.Field.ChoiceValue], _ chosen: String, _ isActive: Bool,
    on grid: inout CellGrid, in rect: Rect
  ) {
    let texts = values.enumerated().map { index, value in
      value.value == chosen ? "[\(index + 1) \(value.label)]" : " \(index + 1) \(value.label) "
    }
    let fits = texts.reduce(0) { $0 + grid.glyphs.columns(of: $1) } <= rect.columns
    let index = values.firstIndex { $0.value == chosen } ?? 0
    var end = rect.column
    if isActive { grid.caret = rect.origin }
    for (place, text) in texts.enumerated() where fits || place == index {
      let isChosen = values[place].value == chosen
      if isChosen, isActive { grid.caret = Point(row: rect.row, column: end) }
      end = grid.put(
        fits ? text : "\(text) < \(index + 1)/\(values.count) >", row: rect.row, column: end,
        width: fits ? nil : rect.columns,
        role: isChosen ? (isActive ? .fieldActive : .field) : .hint)
    }
  }
}

import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension IntakePane {
  /// The form above; below it a line that speaks of the blank at hand, and the endings.
  struct Areas {
    var form: Rect
    var rule: Rect
    var exits: Rect

    init(_ rect: Rect, exits count: Int) {
      var rest = rect
      exits = rest.cutBottom(count)
      rule = rest.cutBottom(1)
      form = rest
    }
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    if let receipt = state.receipt {
      drawReceipt(receipt, context, on: &grid, in: rect)
      return
    }
    var areas = Areas(rect, exits: state.form.exits.count)
    if !state.isFinding, rect.columns >= 120, state.form.page == nil, let sheet = state.form.sheet {
      let form = areas.form.cutLeft(areas.form.columns - 44)
      drawGuide(sheet, context, on: &grid, in: areas.form)
      areas.form = form
    }
    drawExits(state, context, on: &grid, in: areas)
    if state.isFinding {
      drawFinder(state, context, on: &grid, in: areas.form)
    } else {
      drawForm(state, context, on: &grid, in: areas.form)
    }
  }

  private static func drawFinder(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    var rest = rect
    let top = rest.cutTop(1)
    let drafts = state.drafts.filter { $0.id != state.form.draft }
    let ticket = state.form.ticket.map { context.say("\($0) 号", "No. \($0)") }
    let person = [state.form.value(.name), state.form.text(.number)].filter { !$0.isEmpty }
      .joined(separator: "  ")
    let chosen = state.form.sheet.map { context.say("现为 ", "now ") + context.say($0.name) }
    let words = [ticket, person.isEmpty ? nil : person, chosen].compactMap { $0 }
    if let draft = drafts.first, words.isEmpty {
      let more =
        drafts.count > 1 ? context.say(" 等\(drafts.count)件", " and \(drafts.count - 1) more") : ""
      grid.put(
        context.say("上次未办完: ", "Left unfinished: ") + draft.title + more
          + context.say("  F3 继续", "  F3 resumes"),
        row: top.row, column: top.column + 1, width: top.columns - 2, role: .yellowCard)
    } else {
      grid.put(
        words.joined(separator: "   "), row: top.row, column: top.column + 1,
        width: top.columns - 2, role: .label)
    }
    state.finder.draw(
      context, on: &grid, in: rest, label: context.say("事项", "Item"), isActive: true)
  }

  private static func drawForm(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let layout = IntakeLayout(
      form: state.form, context: context, columns: rect.columns, glyphs: grid.glyphs)
    let lines = layout.lines
    let focus = layout.line(of: state.form.focus, in: lines) ?? lines.count - 1
    let offset = offset(showing: focus, count: lines.count, height: rect.rows)
    let artist = IntakeArtist(layout: layout, onFile: state.form.onFile(context))
    for line in 0..<max(0, min(rect.rows, lines.count - offset)) {
      artist.draw(
        lines[offset + line], isFocused: offset + line == focus && state.form.focus != .exits,
        on: &grid, row: rect.row + line, rect)
    }
    guard lines.count > rect.rows else { return }
    let place = " \(offset + 1)-\(min(lines.count, offset + rect.rows))/\(lines.count) "
    grid.put(
      place, row: rect.endRow, column: rect.endColumn - grid.glyphs.columns(of: place) - 1,
      role: .hint)
  }

  /// In a wide terminal: what the item demands and where it goes, beside the form.
  private static func drawGuide(
    _ sheet: ImplementationSheet, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    var rest = rect
    let rule = rest.cutLeft(1)
    _ = rest.cutLeft(1)
    grid.verticalRule(column: rule.column, row: rule.row, height: rule.rows)
    let guide = ItemGuide(
      sheet: sheet, context: context, columns: max(1, rest.columns - 1), glyphs: grid.glyphs)
    for (line, spans) in guide.besideTheForm.prefix(rest.rows).enumerated() {
      grid.put(spans, row: rest.row + line, column: rest.column, width: rest.columns - 1)
    }
  }

  /// Pages that overlap, so that the page stands still until the cursor leaves it.
  private static func offset(showing line: Int, count: Int, height: Int) -> Int {
    let last = max(0, count - height)
    let step = max(1, height - 3)
    var offset = 0
    while offset < last, line > offset + height - 2 { offset = min(last, offset + step) }
    return offset
  }

  private static func drawExits(
    _ state: State, _ context: Context, on grid: inout CellGrid, in areas: Areas
  ) {
    let form = state.form
    let rule = areas.rule
    grid.horizontalRule(row: rule.row, column: rule.column, width: rule.columns)
    let hint = IntakeWording.hint(form, context)
    let ticket = form.ticket.map { "\($0)  " } ?? ""
    let heading = " " + ticket + context.say("现在可以", "What can be done now") + " "
    let end = grid.put(heading, row: rule.row, column: rule.column + 2, role: .label)
    if !hint.isEmpty {
      grid.put(" \(hint) ", row: rule.row, column: end + 3, role: .hint)
    }
    let previews = form.previews(context)
    let labels = form.exits.map { grid.glyphs.columns(of: IntakeWording.label($0, context)) }
    let width = labels.max() ?? 8
    var said: Refusal?
    for (index, exit) in form.exits.enumerated() {
      let preview = previews.first { $0.exit == exit }
      let isSelected = form.focus == .exits && form.exit == exit
      let isSame = said != nil && preview?.refusal == said
      said = preview?.refusal ?? said
      let text =
        preview.map { IntakeWording.line($0, form, context) }
        ?? Span(index == 0 ? context.say("先选事项", "choose the item first") : "", .disabled)
      let shown = isSame ? Span(context.say("同上", "as above"), .disabled) : text
      let can = preview?.canBeChosen ?? false
      let row = areas.exits.row + index
      grid.fill(
        Rect(row: row, column: areas.exits.column, columns: areas.exits.columns, rows: 1),
        isSelected: isSelected)
      grid.put(
        [
          Span(isSelected ? ">" : " ", .cursorMark),
          Span("\(index + 1) ", can ? .key : .disabled),
        ], row: row, column: areas.exits.column, isSelected: isSelected)
      grid.put(
        IntakeWording.label(exit, context), row: row, column: areas.exits.column + 3, width: width,
        role: can ? .text : .disabled, isSelected: isSelected)
      grid.put(
        [shown], row: row, column: areas.exits.column + 5 + width,
        width: areas.exits.columns - width - 6, isSelected: isSelected)
      if isSelected { grid.caret = Point(row: row, column: areas.exits.column) }
    }
  }

  private static func drawReceipt(
    _ receipt: IntakeReceipt, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let lines = IntakeWording.receipt(receipt, context)
    for (line, spans) in lines.enumerated() where line < rect.rows - 1 {
      grid.put(spans, row: rect.row + 1 + line, column: rect.column + 3, width: rect.columns - 4)
    }
    grid.caret = Point(row: rect.row + 1, column: rect.column + 1)
  }
}

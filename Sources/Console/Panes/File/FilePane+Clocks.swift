import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// The clocks of a case: the ruler, every limit in a list, and how the selected one was counted.
extension FilePane {
  struct ClocksLayout {
    let ruler: Rect
    let list: Rect
    let proof: Rect

    init(_ rect: Rect, count: Int) {
      var rest = rect
      ruler = rest.cutTop(1)
      // The list takes what it needs, and leaves at least five rows for the proof.
      list = rest.cutTop(max(2, min(count + 1, rest.rows - 5)))
      _ = rest.cutTop(1)
      proof = rest
    }
  }

  static func timers(_ state: State, _ context: Context) -> [CaseTimer] {
    state.open.map { context.timers(of: $0) } ?? []
  }

  static func selectedTimer(_ state: State, _ context: Context) -> CaseTimer? {
    timers(state, context).first { $0.id == state.clocks.selected }
  }

  static func drawClocks(
    _ open: OpenCase, _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let timers = timers(state, context)
    let layout = ClocksLayout(rect, count: timers.count)
    if let ruler = context.ruler(of: open, columns: rect.columns, grid.glyphs) {
      grid.put(ruler.spans, row: layout.ruler.row, column: rect.column, width: rect.columns)
    }
    drawList(timers, open, state, context, on: &grid, in: layout.list)
    var page = PageText(columns: rect.columns, glyphs: grid.glyphs)
    if let timer = selectedTimer(state, context) {
      let proof = DeadlineProof(timer, on: context.today, calendar: context.calendar)
      page.text(context.words(for: proof).headline(proof), role: .accent)
    }
    CaseText(open: open, context: context).writeStops(on: &page)
    for (row, line) in page.lines.prefix(layout.proof.rows).enumerated() {
      grid.put(
        line, row: layout.proof.row + row, column: rect.column, width: rect.columns)
    }
  }

  private static func drawList(
    _ timers: [CaseTimer], _ open: OpenCase, _ state: State, _ context: Context,
    on grid: inout CellGrid, in rect: Rect
  ) {
    let table = Table([
      TableColumn(context.say("时限", "clock"), .flexible(least: 20, share: 2)),
      TableColumn(context.say("长度", "length"), .fixed(16)),
      TableColumn(context.say("起算", "from"), .fixed(7)),
      TableColumn(context.say("到期", "due"), .flexible(least: 14, share: 1)),
      TableColumn(context.say("还有", "left"), .fixed(11)),
    ])
    let wide = Rect(
      row: rect.row, column: rect.column - 1, columns: rect.columns + 2, rows: rect.rows)
    let text = TimerText(open: open, context: context)
    table.draw(on: &grid, in: wide, state: state.clocks, count: timers.count) { index in
      let timer = timers[index]
      let urgency = text.urgency(of: timer)
      return TableRow(
        timer.id, mark: urgency.mark,
        cells: [
          Span(text.name(of: timer)), Span(text.length(of: timer)),
          Span(Wording.short(timer.start, context)), text.due(of: timer), urgency.word,
        ])
    }
  }
}

extension Context {
  /// The limit one asks about first: the promise, or whatever binds now.
  func firstTimer(of open: OpenCase) -> CaseTimer? {
    let timers = timers(of: open)
    return timers.first { $0.kind == .committed && $0.settledOn == nil } ?? timers.first
  }

  /// The limits of a case, those that still run first.
  func timers(of open: OpenCase) -> [CaseTimer] {
    let timers = open.file.timers(on: today, calendar: calendar, sheet: open.sheet)
    return timers.filter { $0.settledOn == nil } + timers.filter { $0.settledOn != nil }
  }
}

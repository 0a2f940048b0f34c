import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension FilePane {
  struct Layout {
    let header: Rect
    let sections: Rect
    let content: Rect
    /// The history beside the other sections, where there is room.
    let history: Rect?

    init(_ state: State) { self.init(Rect(state.size), state.section) }

    init(_ rect: Rect, _ section: Section) {
      var rest = rect
      header = rest.cutTop(4)
      sections = rest.cutTop(1)
      _ = rest.cutTop(1)
      var left = rest
      history =
        rect.columns >= 120 && section != .history
        ? {
          left = rest.cutLeft(rest.columns * 3 / 5)
          return Layout.inner(rest)
        }() : nil
      content = Layout.inner(left)
    }

    private static func inner(_ rect: Rect) -> Rect {
      Rect(row: rect.row, column: rect.column + 1, columns: rect.columns - 2, rows: rect.rows)
    }
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let layout = Layout(rect, state.section)
    guard let open = state.open else {
      let text = context.say("没有打开的件; Esc 返回", "No case is open; Esc goes back")
      grid.put(text, row: rect.row + 1, column: rect.column + 2, role: .notice)
      return
    }
    drawHeader(open, context, on: &grid, in: layout.header)
    let free = drawSections(state, context, on: &grid, in: layout.sections)
    grid.horizontalRule(row: layout.sections.endRow)
    if let history = layout.history { drawHistory(open, context, on: &grid, in: history) }
    if state.section == .documents {
      let hint = context.say("回车读 Ctrl-R补打", "Enter reads, ^R prints")
      drawPosition(hint, on: &grid, in: layout.sections, from: free)
      drawDocuments(state, context, on: &grid, in: layout.content)
      return
    }
    if state.section == .clocks {
      let hint = context.say("回车看逐日计算 Ctrl-R打印", "Enter proves, ^R prints")
      drawPosition(hint, on: &grid, in: layout.sections, from: free)
      drawClocks(open, state, context, on: &grid, in: layout.content)
      return
    }
    let page = page(state, context, columns: layout.content.columns, grid.glyphs)
    let text = ScrollText(page.lines)
    text.draw(on: &grid, in: layout.content, state: state.scroll)
    let position = text.position(state: state.scroll, height: layout.content.rows)
    drawPosition(position, on: &grid, in: layout.sections, from: free)
  }

  private static func drawHistory(
    _ open: OpenCase, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    grid.verticalRule(column: rect.column - 1, row: rect.row, height: rect.rows)
    var page = PageText(columns: rect.columns - 1, glyphs: grid.glyphs)
    CaseText(open: open, context: context).writeHistory(on: &page)
    for (row, line) in page.lines.prefix(rect.rows).enumerated() {
      grid.put(line, row: rect.row + row, column: rect.column + 1, width: rect.columns - 1)
    }
  }

  /// What stands at the right end above the text.
  /// Only where the names of the sections leave room.
  private static func drawPosition(
    _ text: String, on grid: inout CellGrid, in rect: Rect, from free: Int
  ) {
    let column = rect.endColumn - grid.glyphs.columns(of: text) - 1
    guard column > free else { return }
    grid.put(text, row: rect.row, column: column, role: .hint)
  }

  private static func drawHeader(
    _ open: OpenCase, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let file = open.file
    let closed = file.closedYear.map { context.say("已归档 \($0) ", "closed year \($0) ") } ?? ""
    let stage = closed + (file.stage.map { context.say($0.label) } ?? "")
    let urgency = Urgency(file, context)
    let right = [Span("  " + stage + "  ", .accent), urgency.mark, urgency.word]
    let width = right.reduce(0) { $0 + grid.glyphs.columns(of: $1.text) }
    // The national number is shown whole or not at all; the overview has it always.
    let number = "  " + file.number
    let room = rect.columns - width - 2 - grid.glyphs.columns(of: file.id.spoken)
    let isShown = grid.glyphs.columns(of: number) <= room
    grid.put(
      [Span(file.id.spoken, .heading), Span(isShown ? number : "", .hint)], row: rect.row,
      column: rect.column + 1, width: rect.columns - width - 2)
    grid.put(right, row: rect.row, column: rect.endColumn - width - 1)
    let inner = rect.columns - 2
    grid.put(
      [
        Span(context.say(open.sheet.name), .heading),
        Span("  " + context.say(open.sheet.handling.label), .hint),
      ], row: rect.row + 1, column: rect.column + 1, width: inner)
    guard let intake = file.intake else { return }
    let applicant = words(intake.applicant, context)
    grid.put(
      [Span(context.say("申请人 ", "Applicant "), .label), Span(applicant)], row: rect.row + 2,
      column: rect.column + 1, width: inner)
    let agent = intake.agent.map { words($0, context) } ?? context.say("无", "none")
    grid.put(
      [Span(context.say("代办人 ", "Agent "), .label), Span(agent)], row: rect.row + 3,
      column: rect.column + 1, width: inner)
  }

  private static func words(_ applicant: Applicant, _ context: Context) -> String {
    [applicant.name, applicant.identity.number, applicant.phone].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  private static func words(_ agent: Agent, _ context: Context) -> String {
    [agent.name, agent.identity.number, agent.phone].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// Answers the column behind the last name.
  private static func drawSections(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) -> Int {
    var column = rect.column + 1
    for section in Section.allCases {
      let isOn = section == state.section
      let name = name(section, context)
      column = grid.put(
        isOn ? "[\(name)]" : " \(name) ", row: rect.row, column: column,
        role: isOn ? .tabActive : .tab)
    }
    guard let id = state.id, let index = state.neighbours.firstIndex(of: id),
      state.neighbours.count > 1
    else { return column }
    let place = context.say(
      "  列表 \(index + 1)/\(state.neighbours.count)",
      "  list \(index + 1)/\(state.neighbours.count)")
    return grid.put(place, row: rect.row, column: column, role: .hint)
  }

  static func name(_ section: Section, _ context: Context) -> String {
    switch section {
    case .overview: context.say("概况", "Overview")
    case .materials: context.say("材料", "Materials")
    case .route: context.say("流程", "Route")
    case .clocks: context.say("时限", "Clocks")
    case .documents: context.say("文书", "Papers")
    case .history: context.say("经过", "History")
    }
  }

  private static func drawDocuments(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let documents = state.open?.file.documents ?? []
    let table = Table(
      [
        TableColumn(context.say("文书", "document"), .flexible(least: 16, share: 1)),
        TableColumn(context.say("文号", "number"), .flexible(least: 20, share: 1)),
        TableColumn(context.say("出具", "issued"), .fixed(11)),
        TableColumn(context.say("联数", "copies"), .fixed(6), aligned: .right),
        TableColumn(context.say("校验值", "SHA-256"), .fixed(12)),
      ], emptyText: context.say("还没有出具文书", "No document has been issued yet"))
    let wide = Rect(
      row: rect.row, column: rect.column - 1, columns: rect.columns + 2, rows: rect.rows)
    table.draw(
      on: &grid, in: wide, state: state.documents, count: documents.count
    ) { index in
      let document = documents[index]
      return TableRow(
        document.number,
        cells: [
          Span(context.say(document.kind.label)), Span(document.number, .accent),
          Span(Wording.short(document.issuedOn, context)), Span("\(document.copies)"),
          Span(String(document.sha256?.prefix(12) ?? "-"), .hint),
        ])
    }
  }
}

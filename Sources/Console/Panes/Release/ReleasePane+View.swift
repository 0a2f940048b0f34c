import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension ReleasePane {
  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let layout = ListLayout(rect, summaryRows: summaryRows)
    var list = layout.list
    let top = list.cutTop(1)
    let shown = state.shown
    let marked = Set(state.marked.map(\.id))
    table(state, context).draw(
      on: &grid, in: list, state: shown.list, count: shown.rows.count
    ) { index in
      row(shown.rows[index], isMarked: marked.contains(shown.rows[index].id), context)
    }
    layout.drawRule(on: &grid)
    grid.putFacts(facts(state, context), in: layout.summary)
    drawField(state, context, on: &grid, in: top)
  }

  private static func drawField(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let column = grid.put(
      context.say(" 查找 ", " Find "), row: rect.row, column: rect.column, role: .label)
    let words = said(state, context) + "  " + state.shown.position
    let room = min(grid.glyphs.columns(of: words), rect.columns / 2)
    grid.put(
      words, row: rect.row, column: rect.endColumn - room - 1, width: room,
      role: state.marked.isEmpty ? .hint : .accent)
    state.field.draw(
      on: &grid, row: rect.row, column: column, width: rect.endColumn - room - 3 - column,
      isActive: true,
      placeholder: context.say("取件码、件号、姓名、证件号，或扫码", "code, number, name, ID, or scan"))
  }

  /// How many are marked or found.
  private static func said(_ state: State, _ context: Context) -> String {
    if !state.marked.isEmpty {
      return context.say("已选 \(state.marked.count) 件", "\(state.marked.count) marked")
    }
    guard state.isSearching else {
      let count = context.counts[.results] ?? 0
      return context.say("待领和在寄 \(count) 件", "\(count) ready or posted")
    }
    let count = state.found.rows.count
    if state.isByPickUpCode { return context.say("取件码相符", "pick-up code matches") }
    return context.say("找到 \(count) 件", "\(count) found")
  }

  private static func table(_ state: State, _ context: Context) -> Table {
    Table(
      [
        .init(context.say("选", ""), .fixed(3)),
        .init(context.say("已等", "Waits"), .fixed(5)),
        .init(context.say("件号", "Case"), .fixed(9)),
        .init(context.say("事项", "Item"), .flexible(least: 14, share: 3)),
        .init(context.say("申请人", "Applicant"), .flexible(least: 8, share: 2)),
        .init(
          context.say("部门", "Department"), .fixed(context.language == .zh ? 8 : 11), dropOrder: 1),
        .init(context.say("状态", "State"), .fixed(8)),
        .init(context.say("领取", "By"), .fixed(4)),
      ], naming: 2,
      emptyText: state.isSearching
        ? context.say("没有找到；取件码是 6 位数字，也可以输姓名或件号", "Nothing found; a pick-up code has 6 digits")
        : context.say("没有待领的结果", "No results are waiting"))
  }

  private static func row(
    _ row: ReleaseRow, isMarked: Bool, _ context: Context
  ) -> TableRow<CaseID> {
    let role: Role = row.result == nil ? .disabled : .text
    let isLate = row.result != nil && row.row.due.map { $0.on < context.today } ?? false
    let box = row.row.stage == .awaitingRelease ? (isMarked ? "[x]" : "[ ]") : ""
    return TableRow(
      row.id, mark: isLate ? Span("!", .redCard) : Span(" "),
      cells: [
        Span(box, isMarked ? .accent : .hint),
        Span(row.result.map { waited($0, context) } ?? "", isLate ? .redCard : role),
        Span(row.id.spoken, role), Span(context.say(row.row.itemName), role),
        Span(Wording.listedApplicant(row.row), role),
        Span(context.name(row.row.department), role), state(row, context),
        Span(row.result.map { way($0, context) } ?? "", role),
      ])
  }

  private static func waited(_ result: ResultRow, _ context: Context) -> String {
    let days = context.calendar.workingDays(after: result.readyOn, through: context.today)
    return days < 1 ? context.say("今日", "today") : context.say("\(days)日", "\(days)d")
  }

  private static func state(_ row: ReleaseRow, _ context: Context) -> Span {
    guard let result = row.result else {
      return Span(context.say(row.row.stage.label), .disabled)
    }
    if row.row.stage == .posted { return Span(context.say("已寄出", "posted"), .provisional) }
    switch result.verdict {
    case .granted: return Span(context.say("准予", "granted"), .success)
    case .refused: return Span(context.say("不予许可", "refused"), .warning)
    }
  }

  private static func way(_ result: ResultRow, _ context: Context) -> String {
    switch result.delivery.method {
    case .counter: context.say("窗口", "desk")
    case .post: context.say("邮寄", "post")
    }
  }
}

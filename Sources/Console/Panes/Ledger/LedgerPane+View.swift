import Casework
import Deskwork
import TerminalUI

extension LedgerPane {
  static func keys(_ context: Context) -> KeyTable<State, Message> {
    let group = context.say("台账", "Ledger")
    return KeyTable(
      [
        KeyBinding(
          [.enter], .opened, label: context.say("打开", "Open"),
          sentence: context.say("打开选中的办件", "Open the selected case"), group: group, priority: 10,
          availability: { state in
            state.shown.selected == nil
              ? .unavailable(context.say("请先用上下键选中一件", "Select a case with the arrows first"))
              : .available
          }),
        KeyBinding(
          [.function(4)], .filterAsked, label: context.say("筛选", "Filter"),
          sentence: context.say(
            "只看某个环节、部门、事项或自己收的件", "Show one stage, department or item, or what you took in"),
          group: group, priority: 11),
      ] + ListKeys.bindings(context) { .moved($0) })
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let layout = ListLayout(rect, summaryRows: summaryRows)
    var list = layout.list
    let top = list.cutTop(1)
    let shown = state.shown
    CaseTable.columns(context).draw(
      on: &grid, in: list, state: shown.list, count: shown.rows.count
    ) { index in
      CaseTable.row(shown.rows[index], Urgency(shown.rows[index], context), context)
    }
    layout.drawRule(on: &grid)
    if let row = shown.selected {
      grid.putFacts(CaseTable.facts(row, context), in: layout.summary)
    }
    drawSearch(state, context, on: &grid, in: top)
  }

  private static func drawSearch(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let words =
      LedgerFilter.words(state.filter, context) + "  " + state.shown.position
    let room = min(grid.glyphs.columns(of: words), rect.columns / 3)
    let label = context.say(" 查找 ", " Find ")
    let column = grid.put(label, row: rect.row, column: rect.column, role: .label)
    grid.put(
      words, row: rect.row, column: rect.endColumn - room - 1, width: room, role: .hint)
    state.field.draw(
      on: &grid, row: rect.row, column: column, width: rect.endColumn - room - 3 - column,
      isActive: true,
      placeholder: context.say("件号、姓名、证件号、事项、拼音", "number, name, ID number, item, pinyin"))
  }
}

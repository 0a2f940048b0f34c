import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension InboxPane {
  /// Where the parts stand: the selected case under the list, or beside it where there is room.
  struct Layout {
    let scope: Rect
    let list: Rect
    let summary: Rect
    let isBeside: Bool

    init(_ size: Size) { self.init(Rect(size)) }

    init(_ rect: Rect) {
      var rest = rect
      scope = rest.cutTop(1)
      isBeside = rect.columns >= 120
      if isBeside {
        list = rest.cutLeft(rest.columns * 3 / 5)
        _ = rest.cutLeft(2)
        summary = rest
      } else {
        summary = rest.cutBottom(min(7, rest.rows / 2))
        list = rest
      }
    }
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let layout = Layout(rect)
    guard state.department(context) != nil else {
      return drawWelcome(context, on: &grid, in: rect)
    }
    // With nothing selected the cursor waits at the head of the list.
    grid.caret = Point(row: layout.list.row + 1, column: layout.list.column)
    drawList(state, context, on: &grid, in: layout.list)
    if grid.showsListOnly {
      return drawScope(state, context, on: &grid, in: layout.scope)
    }
    if layout.isBeside {
      grid.verticalRule(
        column: layout.summary.column - 2, row: layout.summary.row, height: layout.summary.rows)
    } else {
      grid.horizontalRule(row: layout.summary.row)
    }
    var summary = layout.summary
    if !layout.isBeside { _ = summary.cutTop(1) }
    drawSummary(state, context, on: &grid, in: summary, isBeside: layout.isBeside)
    drawScope(state, context, on: &grid, in: layout.scope)
  }

  private static func drawWelcome(
    _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let text = context.say(
      "待办是各部门审查人、审批人的页面。\n按回车选一个部门, 看它的待办; 监察员可以把长期占着的任务退回待领。",
      "The inbox belongs to the examiners and approvers of a department.\n"
        + "Enter chooses a department to look at; a supervisor may free a task that is held too long."
    )
    for (row, line) in grid.glyphs.wrapped(text, to: rect.columns - 4).enumerated() {
      grid.put(line, row: rect.row + 2 + row, column: rect.column + 2, role: .notice)
    }
    grid.caret = Point(row: rect.row + 2, column: rect.column + 2)
  }

  /// Scope and filter; the caret stands in the filter while one types.
  private static func drawScope(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    var column = rect.column + 1
    for scope in Scope.allCases {
      let isOn = scope == state.scope
      let word = name(scope, context)
      column = grid.put(
        isOn ? "[\(word)]" : " \(word) ", row: rect.row, column: column,
        role: isOn ? .tabActive : .tab)
    }
    if context.seat.clerk.department == nil {
      column = grid.put(
        "  " + context.name(state.chosen), row: rect.row, column: column, role: .accent)
    }
    if state.isFiltering || !state.filter.isEmpty {
      let label = context.say("  筛选 ", "  filter ")
      column = grid.put(label, row: rect.row, column: column, role: .label)
      state.filter.draw(
        on: &grid, row: rect.row, column: column, width: min(24, rect.endColumn - column - 14),
        isActive: state.isFiltering)
    }
    let marks = state.marked.count
    let orders = state.department(context).flatMap { context.counts[.orders($0)] } ?? 0
    if marks > 0 {
      drawRight(context.say("已选\(marks)件 ", "\(marks) marked "), .accent, on: &grid, in: rect)
    } else if orders > 0 {
      let text = context.say("! 督办待复\(orders), 按5", "! \(orders) follow-up to answer: 5")
      drawRight(text, .warning, on: &grid, in: rect)
    }
  }

  private static func drawRight(
    _ text: String, _ role: Role, on grid: inout CellGrid, in rect: Rect
  ) {
    let width = grid.glyphs.columns(of: text)
    grid.put(text, row: rect.row, column: rect.endColumn - width - 1, role: role)
  }

  private static func name(_ scope: Scope, _ context: Context) -> String {
    switch scope {
    case .all: context.say("全部", "all")
    case .unclaimed: context.say("未领", "unclaimed")
    case .mine: context.say("我的", "mine")
    }
  }
}

import Casework
import Deskwork
package import TerminalUI
import WorkCalendar

extension ConsoleState {
  /// The frame after a step of a list's cursor, upon the one in sight: what the step does not change,
  /// or not at once, stays. Nil if it was no step within one list.
  package func view(steppingOn shown: CellGrid) -> CellGrid? {
    guard shown.size == size, cover == nil else { return nil }
    var grid = CellGrid(steppingOn: shown)
    host(pane).view(self, &grid, Frame(size: size).body)
    return grid.stepping(over: shown)
  }

  /// The frame of this state; a function and nothing else.
  package func view(glyphs: Glyphs) -> CellGrid {
    var grid = CellGrid(size, glyphs: glyphs)
    guard size.columns >= Frame.least.columns, size.rows >= Frame.least.rows else {
      drawTooSmall(&grid)
      return grid
    }
    if let cover {
      cover.view(context, on: &grid)
      return grid
    }
    let frame = Frame(size: size)
    drawTitle(&grid, frame.title)
    drawTabs(&grid, frame.tabs)
    grid.horizontalRule(row: frame.tabs.endRow)
    drawWarnings(&grid, frame.tabs.endRow)
    host(pane).view(self, &grid, frame.body)
    grid.horizontalRule(row: frame.notice.row)
    if let notice { draw(notice, &grid, frame.notice) }
    // A dialog says itself which keys it takes; those of the pane do not work under it.
    if dialogs.isEmpty { host(pane).footer(self, &grid, frame.footer.row) }
    // What lies under the topmost would only confuse: a question repeats what it is about.
    if let dialog = dialogs.last {
      (grid.caret, grid.list) = (nil, nil)
      dialog.view(context, on: &grid, in: Rect(size))
    }
    return grid
  }

  private func drawTitle(_ grid: inout CellGrid, _ rect: Rect) {
    grid.fill(rect, role: .title)
    let place = [
      context.name(context.seat.clerk.department),
      context.seat.clerk.township?[context.language] ?? "",
      context.name(context.seat.counter),
    ].filter { !$0.isEmpty }.joined(separator: " ")
    // A counter's name says what is done there; who sits at none is told by the role.
    let clerk = context.seat.clerk
    let role = context.seat.counter == nil ? " " + context.say(clerk.role.label) : ""
    let banner =
      context.isDemo
      ? context.say("[演示]", "[DEMO]") : isOnReserve ? context.say("[磁盘已满]", "[DISK FULL]") : ""
    let right = context.name(clerk.id) + role + "  " + Wording.clock(context.now, context)
    let end = rect.columns - grid.glyphs.columns(of: banner) - 1
    let start = max(0, end - grid.glyphs.columns(of: right) - 1)
    let left = " \(context.say("一窗", "yichuang"))  \(Wording.name(pane, context))  \(place)"
    grid.put(left, row: rect.row, column: 0, width: max(0, start - 1), role: .title)
    grid.put(right, row: rect.row, column: start, role: .title)
    grid.put(banner, row: rect.row, column: max(0, end), role: .banner)
  }

  /// While the next act is entered late nobody can overlook it; a full disk is told there as well,
  /// and in any case by the title.
  private func drawWarnings(_ grid: inout CellGrid, _ row: Int) {
    guard let late = context.late else {
      if isOnReserve {
        grid.put(" \(Wording.onReserve(context)) ", row: row, column: 2, role: .banner)
      }
      return
    }
    let when = Wording.when(late.happenedAt, context)
    let text = context.say(
      " 补录中: 下一项办理记为 \(when) 发生; Alt-L 取消 ",
      " LATE ENTRY: the next act happened \(when); Alt-L turns it off ")
    grid.put(text, row: row, column: 2, role: .banner)
  }

  private func drawTabs(_ grid: inout CellGrid, _ rect: Rect) {
    var column = 1
    // A case has no tab of its own: the one it was opened from stays lit.
    let lit = path.last { $0.digit != nil }
    for tab in PaneID.allCases {
      guard let digit = tab.digit else { continue }
      let isOpen = tab == lit
      let name = "\(digit) \(Wording.tab(tab, context))"
      let text = isOpen ? "[\(name)]" : " \(name) "
      column = grid.put(text, row: rect.row, column: column, role: isOpen ? .tabActive : .tab)
    }
    let aside = context.say("挂起\(parked.count)", "parked \(parked.count)")
    var parts = (parked.isEmpty ? [] : [aside]) + Wording.load(context)
    while !parts.isEmpty {
      let load = parts.joined(separator: " ")
      let width = grid.glyphs.columns(of: load)
      if column + width < rect.columns {
        grid.put(load, row: rect.row, column: rect.columns - width - 1, role: .hint)
        return
      }
      parts.removeLast()
    }
  }

  private func draw(_ notice: Notice, _ grid: inout CellGrid, _ rect: Rect) {
    let role: Role =
      switch notice.kind {
      case .done: .success
      case .refused: .warning
      case .plain: .notice
      }
    // What is longer than a row takes the rows above it: the end says what to do.
    let lines = grid.glyphs.wrapped(notice.text, to: max(1, rect.columns - 2)).prefix(3)
    for (index, line) in lines.enumerated() {
      let row = rect.row - lines.count + 1 + index
      grid.fill(Rect(row: row, column: rect.column, columns: rect.columns, rows: 1))
      grid.put(line, row: row, column: 1, width: rect.columns - 2, role: role)
    }
  }

  private func drawTooSmall(_ grid: inout CellGrid) {
    let text = context.say(
      "窗口太小，请放大到 \(Frame.least.columns)x\(Frame.least.rows) 以上；Ctrl-Q 退出",
      "Window too small: \(Frame.least.columns)x\(Frame.least.rows) at least; Ctrl-Q quits")
    for (row, line) in grid.glyphs.wrapped(text, to: max(1, size.columns)).enumerated() {
      grid.put(line, row: row, column: 0, role: .notice)
    }
  }
}

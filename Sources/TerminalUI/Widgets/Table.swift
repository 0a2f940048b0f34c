/// A column as declared; a table drops the least important ones where there is no room.
package struct TableColumn: Hashable, Sendable {
  package enum Width: Hashable, Sendable {
    case fixed(Int)
    /// At least so many columns, and a share of what is left.
    case flexible(least: Int, share: Int)
  }

  package var title: String
  package var width: Width
  package var aligned: Alignment
  /// 0 is never dropped; the highest is dropped first.
  package var dropOrder: Int

  package init(_ title: String, _ width: Width, aligned: Alignment = .left, dropOrder: Int = 0) {
    self.title = title
    self.width = width
    self.aligned = aligned
    self.dropOrder = dropOrder
  }

  var least: Int {
    switch width {
    case .fixed(let columns): max(0, columns)
    case .flexible(let least, _): max(0, least)
    }
  }

  var share: Int {
    switch width {
    case .fixed: 0
    case .flexible(_, let share): max(0, share)
    }
  }
}

/// One row: a mark for urgency in front, then a text for each declared column.
package struct TableRow<ID: Hashable & Sendable>: Hashable, Sendable {
  package var id: ID
  package var mark: Span
  package var cells: [Span]

  package init(_ id: ID, mark: Span = Span(" "), cells: [Span]) {
    self.id = id
    self.mark = mark
    self.cells = cells
  }
}

/// A list in columns with a heading.
package struct Table: Hashable, Sendable {
  package var columns: [TableColumn]
  /// What stands in the list when it is empty.
  package var emptyText: String
  /// The column that names a row. It alone is reversed where the row is selected: a bar across the
  /// screen would cost two whole rows on the wire for every step.
  package var naming: Int

  package init(_ columns: [TableColumn], naming: Int = 0, emptyText: String = "") {
    self.columns = columns
    self.naming = naming
    self.emptyText = emptyText
  }

  /// How many rows of the list a rectangle shows below the heading.
  package static func visibleRows(in rect: Rect) -> Int { max(0, rect.rows - 1) }

  /// Draws the rows in sight, asking only for those; `count` is the number of rows at hand and
  /// `position` the words at the heading's end, such as `3/48`.
  package func draw<ID>(
    on grid: inout CellGrid, in rect: Rect, state: ListState<ID>, count: Int,
    position: String = "", isActive: Bool = true, row rowAt: (Int) -> TableRow<ID>
  ) {
    guard !rect.isEmpty else { return }
    let widths = widths(for: rect.columns - 1)
    drawHeading(on: &grid, rect, widths, position)
    let height = Table.visibleRows(in: rect)
    if count == 0, height > 0 {
      grid.put(
        emptyText, row: rect.row + 1, column: rect.column + 1, width: rect.columns - 1, role: .hint)
    }
    let offset = state.firstRow(count: count, height: height)
    var list = CellGrid.ListInSight(area: rect, first: offset, count: count)
    for line in lines(of: list, height, state.line - offset, on: grid) {
      let row = rowAt(offset + line)
      let isSelected = row.id == state.selected
      draw(row, on: &grid, at: rect.row + 1 + line, rect, widths, isSelected)
      guard isSelected else { continue }
      list.selected = line
      if isActive { grid.caret = Point(row: rect.row + 1 + line, column: rect.column) }
    }
    grid.list = list
  }

  /// The rows to draw: all in sight, or after a step from `steppedOn` to the row now selected those two.
  private func lines(
    of list: CellGrid.ListInSight, _ height: Int, _ selected: Int, on grid: CellGrid
  ) -> [Int] {
    let all = 0..<max(0, min(height, list.count - list.first))
    guard let old = grid.steppedOn, old.area == list.area, old.first == list.first,
      old.count == list.count, let before = old.selected, all.contains(selected)
    else { return Array(all) }
    return before == selected ? [selected] : [before, selected].sorted()
  }

  private func drawHeading(
    on grid: inout CellGrid, _ rect: Rect, _ widths: [Int?], _ position: String
  ) {
    grid.fill(
      Rect(row: rect.row, column: rect.column, columns: rect.columns, rows: 1), role: .heading)
    var column = rect.column + 1
    for (declared, width) in zip(columns, widths) {
      guard let width else { continue }
      grid.put(
        declared.title, row: rect.row, column: column, width: width, aligned: declared.aligned,
        role: .heading)
      column += width + 1
    }
    let columns = grid.glyphs.columns(of: position)
    guard columns > 0, columns < rect.columns else { return }
    grid.put(position, row: rect.row, column: rect.endColumn - columns, role: .hint)
  }

  private func draw<ID>(
    _ row: TableRow<ID>, on grid: inout CellGrid, at line: Int, _ rect: Rect, _ widths: [Int?],
    _ isSelected: Bool
  ) {
    grid.fill(Rect(row: line, column: rect.column, columns: rect.columns, rows: 1))
    grid.put(
      isSelected ? ">" : row.mark.text, row: line, column: rect.column, width: min(1, rect.columns),
      role: isSelected ? .text : row.mark.role)
    var column = rect.column + 1
    for (index, width) in widths.enumerated() {
      guard let width, index < row.cells.count else { continue }
      let room = min(width, rect.endColumn - column)
      let cell = row.cells[index]
      grid.put(
        cell.text, row: line, column: column, width: room, aligned: columns[index].aligned,
        role: cell.role)
      if isSelected, index == naming, grid.glyphs.showsBar {
        let text = min(grid.glyphs.columns(of: cell.text), room)
        let start = columns[index].aligned == .right ? column + room - text : column
        grid.mark(Rect(row: line, column: start, columns: text, rows: 1), isSelected: true)
      }
      column += width + 1
    }
  }

  /// The width of each column, nil for those dropped; one blank column stands between two.
  func widths(for available: Int) -> [Int?] {
    var shown = Set(columns.indices)
    func needed() -> Int { shown.reduce(-1) { $0 + columns[$1].least + 1 } }
    while needed() > available,
      let dropped = shown.filter({ columns[$0].dropOrder > 0 })
        .max(by: { (columns[$0].dropOrder, $0) < (columns[$1].dropOrder, $1) })
    {
      shown.remove(dropped)
    }
    var rest = max(0, available - needed())
    var shares = shown.reduce(0) { $0 + columns[$1].share }
    return columns.indices.map { index in
      guard shown.contains(index) else { return nil }
      let share = columns[index].share
      guard share > 0 else { return columns[index].least }
      let extra = rest * share / shares
      rest -= extra
      shares -= share
      return columns[index].least + extra
    }
  }
}

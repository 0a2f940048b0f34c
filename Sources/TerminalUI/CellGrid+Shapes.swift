extension CellGrid {
  package mutating func fill(_ rect: Rect, role: Role = .text, isSelected: Bool = false) {
    let inside = rect.intersection(area)
    let style = Cell(role: role, isSelected: isSelected)
    for row in inside.row..<inside.endRow {
      blank(row, from: inside.column, to: inside.endColumn, style)
    }
  }

  /// Changes what cells mean and leaves what they show; a wide glyph is marked whole.
  package mutating func mark(_ rect: Rect, role: Role? = nil, isSelected: Bool? = nil) {
    let inside = rect.intersection(area)
    for row in inside.row..<inside.endRow {
      for column in inside.column..<inside.endColumn {
        restyle(row, column, role, isSelected)
        if self[row: row, column: column].isTrailing { restyle(row, column - 1, role, isSelected) }
        if self[row: row, column: column + 1].isTrailing {
          restyle(row, column + 1, role, isSelected)
        }
      }
    }
  }

  private mutating func restyle(_ row: Int, _ column: Int, _ role: Role?, _ isSelected: Bool?) {
    guard holds(row, column) else { return }
    if let role { rows[row][column].role = role }
    if let isSelected { rows[row][column].isSelected = isSelected }
  }

  package mutating func put(_ border: Border, row: Int, column: Int, role: Role = .border) {
    guard holds(row, column) else { return }
    place(.border(border), row, column, 1, Cell(role: role))
  }

  /// A line across; to the right edge if no width is given.
  package mutating func horizontalRule(
    row: Int, column: Int = 0, width: Int? = nil, role: Role = .border
  ) {
    put(.horizontal, row: row, column: column, width: width ?? .max, role: role)
  }

  /// The same piece over and over.
  package mutating func put(
    _ border: Border, row: Int, column: Int, width: Int, role: Role = .border
  ) {
    let line = Rect(row: row, column: column, columns: width, rows: 1).intersection(area)
    guard !line.isEmpty else { return }
    for column in line.column..<line.endColumn { put(border, row: row, column: column, role: role) }
  }

  /// A line down; to the last row if no height is given.
  package mutating func verticalRule(
    column: Int, row: Int = 0, height: Int? = nil, role: Role = .border
  ) {
    let line = Rect(row: row, column: column, columns: 1, rows: height ?? .max).intersection(area)
    guard !line.isEmpty else { return }
    for row in line.row..<line.endRow { put(.vertical, row: row, column: column, role: role) }
  }

  /// A frame along the inner edge of `rect`.
  package mutating func box(_ rect: Rect, role: Role = .border) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let (bottom, right) = (rect.endRow - 1, rect.endColumn - 1)
    horizontalRule(row: rect.row, column: rect.column, width: rect.columns, role: role)
    horizontalRule(row: bottom, column: rect.column, width: rect.columns, role: role)
    verticalRule(column: rect.column, row: rect.row, height: rect.rows, role: role)
    verticalRule(column: right, row: rect.row, height: rect.rows, role: role)
    put(.topLeft, row: rect.row, column: rect.column, role: role)
    put(.topRight, row: rect.row, column: right, role: role)
    put(.bottomLeft, row: bottom, column: rect.column, role: role)
    put(.bottomRight, row: bottom, column: right, role: role)
  }

  /// The old frame with nothing but its list as it is in this one: what a step of the cursor shows
  /// first. Nil if that was no step within one list.
  package func stepping(over old: CellGrid) -> CellGrid? {
    guard size == old.size, let list, old.list?.area == list.area else { return nil }
    let area = list.area.intersection(area)
    var frame = old
    var isMoved = false
    let columns = area.column..<area.endColumn
    for row in area.row..<area.endRow where rows[row][columns] != old.rows[row][columns] {
      frame.rows[row][columns] = rows[row][columns]
      isMoved = true
    }
    guard isMoved else { return nil }
    (frame.caret, frame.caretIsVisible, frame.list) = (caret, caretIsVisible, list)
    return frame
  }

  /// Lays another grid upon this one; its caret comes along if it has one.
  package mutating func paste(_ grid: CellGrid, at place: Point) {
    let origin = Point(row: bounded(place.row), column: bounded(place.column))
    for row in 0..<grid.size.rows where origin.row + row >= 0 && origin.row + row < size.rows {
      for column in 0..<grid.size.columns {
        let cell = grid.rows[row][column]
        guard !cell.isTrailing else { continue }
        let isWide = grid[row: row, column: column + 1].isTrailing
        paste(cell, origin.row + row, origin.column + column, isWide ? 2 : 1)
      }
    }
    if let caret = grid.caret {
      self.caret = Point(row: origin.row + caret.row, column: origin.column + caret.column)
      caretIsVisible = grid.caretIsVisible
    }
  }

  private mutating func paste(_ cell: Cell, _ row: Int, _ column: Int, _ columns: Int) {
    if column >= 0, column + columns <= size.columns {
      place(cell.glyph, row, column, columns, Cell(role: cell.role, isSelected: cell.isSelected))
    } else {
      blank(
        row, from: column, to: column + columns, Cell(role: cell.role, isSelected: cell.isSelected))
    }
  }
}

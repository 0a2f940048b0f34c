package enum Alignment: Hashable, Sendable {
  case left, right, centre
}

/// A frame in the making. Drawing cuts off what lies outside and never leaves half a glyph.
package struct CellGrid: Sendable {
  package let size: Size
  package let glyphs: Glyphs
  package private(set) var cells: [Cell]
  /// Where one types, or the selected row: the terminal's own cursor goes there last.
  package var caret: Point?
  package var caretIsVisible = true

  package init(_ size: Size, glyphs: Glyphs) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  package init(columns: Int, rows: Int, glyphs: Glyphs) {
    self.init(Size(columns: columns, rows: rows), glyphs: glyphs)
  }

  package var area: Rect { Rect(size) }

  /// The cell there; a blank one outside the grid.
  package subscript(row row: Int, column column: Int) -> Cell {
    index(row, column).map { cells[$0] } ?? Cell()
  }

  private func index(_ row: Int, _ column: Int) -> Int? {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return nil }
    return row * size.columns + column
  }

  /// Writes text and answers the column after it; with a width it fills exactly that many.
  @discardableResult
  package mutating func put(
    _ text: String, row: Int, column: Int, width: Int? = nil, aligned: Alignment = .left,
    role: Role = .text, isSelected: Bool = false
  ) -> Int {
    let style = Cell(role: role, isSelected: isSelected)
    let column = max(-maximumText, min(column, maximumText))
    guard let width else { return write(text, row, column, until: size.columns, style) }
    let end = column + max(0, min(width, maximumText))
    let fitting = glyphs.clipped(text, to: end - column)
    let slack = end - column - glyphs.columns(of: fitting)
    let start = column + (aligned == .left ? 0 : aligned == .right ? slack : slack / 2)
    blank(row, from: column, to: start, style)
    let reached = write(fitting, row, start, until: end, style)
    blank(row, from: reached, to: end, style)
    return end
  }

  /// Writes pieces of text one after the other, cut at `width` when given.
  @discardableResult
  package mutating func put(
    _ spans: [Span], row: Int, column: Int, width: Int? = nil, isSelected: Bool = false
  ) -> Int {
    let end = width.map { column + $0 } ?? size.columns
    return spans.reduce(column) { reached, span in
      let room = end - reached
      let text =
        glyphs.columns(of: span.text) > room ? glyphs.clipped(span.text, to: room) : span.text
      return room <= 0
        ? reached : put(text, row: row, column: reached, role: span.role, isSelected: isSelected)
    }
  }

  private mutating func write(
    _ text: String, _ row: Int, _ column: Int, until limit: Int, _ style: Cell
  ) -> Int {
    var column = column
    let end = min(limit, size.columns)
    guard row >= 0, row < size.rows else { return min(column + glyphs.columns(of: text), limit) }
    for scalar in text.unicodeScalars {
      switch glyphs.drawn(scalar) {
      case .nothing: continue
      case .mark(let mark): attach(mark, row, before: column)
      case .glyph(let drawn, let columns):
        guard column + columns <= end else {
          blank(row, from: column, to: end, style)
          return max(column, end)
        }
        place(.scalar(drawn, mark: nil), row, column, columns, style)
        column += columns
      }
    }
    return column
  }

  private mutating func place(
    _ glyph: Glyph, _ row: Int, _ column: Int, _ columns: Int, _ style: Cell
  ) {
    guard column >= 0 else {
      return blank(row, from: max(0, column), to: max(0, column + columns), style)
    }
    for offset in 0..<columns {
      guard let index = index(row, column + offset) else { continue }
      release(index, column + offset)
      cells[index] = style
      cells[index].isTrailing = offset > 0
      if offset == 0 { cells[index].glyph = glyph }
    }
  }

  /// Blanks the other half of a wide glyph whose half at `index` is about to be overwritten.
  private mutating func release(_ index: Int, _ column: Int) {
    if cells[index].isTrailing {
      cells[index - 1].glyph = .blank
      cells[index].isTrailing = false
    }
    if column + 1 < size.columns, cells[index + 1].isTrailing {
      cells[index + 1].isTrailing = false
      cells[index].glyph = .blank
    }
  }

  private mutating func attach(_ mark: Unicode.Scalar, _ row: Int, before column: Int) {
    guard var index = index(row, column - 1) else { return }
    if cells[index].isTrailing { index -= 1 }
    if case .scalar(let base, nil) = cells[index].glyph, base != " " {
      cells[index].glyph = .scalar(base, mark: mark)
    }
  }

  private mutating func blank(_ row: Int, from start: Int, to end: Int, _ style: Cell) {
    guard max(0, start) < min(end, size.columns) else { return }
    for column in max(0, start)..<min(end, size.columns) { place(.blank, row, column, 1, style) }
  }
}

private let maximumText = 1 << 20

/// A piece of text in one role.
package struct Span: Hashable, Sendable {
  package var text: String
  package var role: Role

  package init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

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
    guard let index = index(row, column) else { return }
    if let role { cells[index].role = role }
    if let isSelected { cells[index].isSelected = isSelected }
  }

  package mutating func put(_ border: Border, row: Int, column: Int, role: Role = .border) {
    guard index(row, column) != nil else { return }
    place(.border(border), row, column, 1, Cell(role: role))
  }

  /// A line across; to the right edge if no width is given.
  package mutating func horizontalRule(
    row: Int, column: Int = 0, width: Int? = nil, role: Role = .border
  ) {
    let start = max(0, column)
    let end = min(
      size.columns, width.map { max(0, $0) + max(-maximumText, column) } ?? size.columns)
    guard start < end else { return }
    for column in start..<end { put(.horizontal, row: row, column: column, role: role) }
  }

  /// A line down; to the last row if no height is given.
  package mutating func verticalRule(
    column: Int, row: Int = 0, height: Int? = nil, role: Role = .border
  ) {
    let start = max(0, row)
    let end = min(size.rows, height.map { max(0, $0) + max(-maximumText, row) } ?? size.rows)
    guard start < end else { return }
    for row in start..<end { put(.vertical, row: row, column: column, role: role) }
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

  /// Lays another grid upon this one; its caret comes along if it has one.
  package mutating func paste(_ grid: CellGrid, at origin: Point) {
    for row in 0..<grid.size.rows where origin.row + row >= 0 && origin.row + row < size.rows {
      for column in 0..<grid.size.columns {
        let cell = grid.cells[row * grid.size.columns + column]
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

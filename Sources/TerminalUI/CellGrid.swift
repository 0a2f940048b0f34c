package enum Alignment: Hashable, Sendable {
  case left, right, centre
}

/// A frame in the making. Drawing cuts off what lies outside and never leaves half a glyph.
package struct CellGrid: Sendable {
  package let size: Size
  package let glyphs: Glyphs
  package internal(set) var cells: [Cell]
  /// Where one types, or the selected row: the terminal's own cursor goes there last.
  package var caret: Point?
  package var caretIsVisible = true
  /// The list in sight, which a step of its cursor changes; nil where there is none.
  package var list: ListInSight?
  /// The list of the frame this one is drawn upon. Nothing but the list is wanted then, and of its
  /// rows those whose mark has moved.
  package private(set) var steppedOn: ListInSight?
  /// Whether nothing but the list is wanted of this frame, for the rest is taken from the last one.
  package private(set) var showsListOnly = false

  /// What of a list stands where.
  package struct ListInSight: Hashable, Sendable {
    package var area: Rect
    /// The first row in sight, and how many there are at hand.
    package var first: Int
    package var count: Int
    /// The selected one of those in sight, counted from the first of them.
    package var selected: Int?
  }

  package init(_ size: Size, glyphs: Glyphs) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  /// The frame after a step in the list of another, between which nothing else has changed.
  package init(steppingOn shown: CellGrid) {
    self = shown
    (steppedOn, list, showsListOnly) = (shown.list, nil, true)
    (caret, caretIsVisible) = (nil, true)
  }

  package init(columns: Int, rows: Int, glyphs: Glyphs) {
    self.init(Size(columns: columns, rows: rows), glyphs: glyphs)
  }

  package var area: Rect { Rect(size) }

  /// The cell there; a blank one outside the grid.
  package subscript(row row: Int, column column: Int) -> Cell {
    index(row, column).map { cells[$0] } ?? Cell()
  }

  func index(_ row: Int, _ column: Int) -> Int? {
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
    let column = bounded(column)
    guard let width else { return write(text, row, column, until: size.columns, style) }
    let end = column + max(0, bounded(width))
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
    let column = bounded(column)
    let end = width.map { column + bounded($0) } ?? size.columns
    return spans.reduce(column) { reached, span in
      let room = end - reached
      let text =
        glyphs.columns(of: span.text) > room ? glyphs.clipped(span.text, to: room) : span.text
      guard room > 0 else { return reached }
      if let border = span.border {
        put(border, row: row, column: reached, width: min(room, text.count), role: span.role)
        return reached + min(room, text.count)
      }
      return put(text, row: row, column: reached, role: span.role, isSelected: isSelected)
    }
  }

  private mutating func write(
    _ text: String, _ row: Int, _ column: Int, until limit: Int, _ style: Cell
  ) -> Int {
    let start = column
    var column = column
    let end = min(limit, size.columns)
    guard row >= 0, row < size.rows else { return min(column + glyphs.columns(of: text), limit) }
    for scalar in text.unicodeScalars {
      switch glyphs.drawn(scalar) {
      case .nothing: continue
      // A mark at the beginning has no letter of its own text to stand on.
      case .mark(let mark): if column > start { attach(mark, row, before: column) }
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

  mutating func place(
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

  mutating func blank(_ row: Int, from start: Int, to end: Int, _ style: Cell) {
    guard max(0, start) < min(end, size.columns) else { return }
    for column in max(0, start)..<min(end, size.columns) { place(.blank, row, column, 1, style) }
  }
}

/// A piece of text in one role, or so many pieces of line.
package struct Span: Hashable, Sendable {
  /// For pieces of line as many blanks, so that they are measured like text.
  package var text: String
  package var role: Role
  package var border: Border?

  package init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }

  package init(_ border: Border, columns: Int = 1, _ role: Role = .border) {
    text = String(repeating: " ", count: max(0, columns))
    self.role = role
    self.border = border
  }
}

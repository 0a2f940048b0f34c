package enum Alignment: Hashable, Sendable {
  case left, right, centre
}

/// A frame in the making. Drawing cuts off what lies outside and never leaves half a glyph.
package struct CellGrid: Sendable {
  package let size: Size
  package let glyphs: Glyphs
  /// Each with its cells. Rows that stay the same from frame to frame are kept once, and told to be the
  /// same without a look at them.
  package internal(set) var rows: [[Cell]]
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
    rows = Array(repeating: Array(repeating: Cell(), count: size.columns), count: size.rows)
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
    holds(row, column) ? rows[row][column] : Cell()
  }

  func holds(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
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
    var cell = style
    for offset in 0..<columns where holds(row, column + offset) {
      cell.glyph = offset == 0 ? glyph : style.glyph
      cell.isTrailing = offset > 0
      Self.release(&rows[row], column + offset)
      rows[row][column + offset] = cell
    }
  }

  /// Blanks the other half of a wide glyph whose half in `column` is about to be overwritten.
  private static func release(_ cells: inout [Cell], _ column: Int) {
    if cells[column].isTrailing { cells[column - 1].glyph = .blank }
    if column + 1 < cells.count, cells[column + 1].isTrailing {
      cells[column + 1].isTrailing = false
    }
  }

  private mutating func attach(_ mark: Unicode.Scalar, _ row: Int, before column: Int) {
    var column = column - 1
    guard holds(row, column) else { return }
    if rows[row][column].isTrailing { column -= 1 }
    if case .scalar(let base, nil) = rows[row][column].glyph, base != " " {
      rows[row][column].glyph = .scalar(base, mark: mark)
    }
  }

  mutating func blank(_ row: Int, from start: Int, to end: Int, _ style: Cell) {
    let (start, end) = (max(0, start), min(end, size.columns))
    guard row >= 0, row < size.rows, start < end else { return }
    var cell = style
    (cell.glyph, cell.isTrailing) = (.blank, false)
    Self.release(&rows[row], start)
    Self.release(&rows[row], end - 1)
    for column in start..<end { rows[row][column] = cell }
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

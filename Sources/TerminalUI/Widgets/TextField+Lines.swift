extension TextField {
  /// Draws a long text over several rows, the line with the caret always among them.
  package func drawLines(
    on grid: inout CellGrid, in rect: Rect, isActive: Bool, isInvalid: Bool = false
  ) {
    guard !rect.isEmpty else { return }
    let role: Role = isInvalid ? .invalid : isActive ? .fieldActive : .field
    grid.fill(rect, role: role)
    let (lines, place) = lines(of: rect.columns, grid.glyphs)
    let first = max(0, min(place.row - rect.rows + 1, lines.count - 1))
    for (offset, line) in lines.dropFirst(first).prefix(rect.rows).enumerated() {
      grid.put(line, row: rect.row + offset, column: rect.column, role: role)
    }
    if isActive {
      grid.caret = Point(row: rect.row + place.row - first, column: rect.column + place.column)
    }
  }

  /// The text cut into lines, and where the caret stands among them; a line leaves one column
  /// free for the caret behind its last character.
  func lines(of columns: Int, _ glyphs: Glyphs) -> (lines: [String], caret: Point) {
    var lines = [""]
    var used = 0
    var place = Point(row: 0, column: 0)
    for (index, character) in text.enumerated() {
      let width = glyphs.columns(of: String(character))
      if used + width > max(1, columns - 1), used > 0 {
        lines.append("")
        used = 0
      }
      if index == caret { place = Point(row: lines.count - 1, column: used) }
      lines[lines.count - 1].append(character)
      used += width
    }
    if caret >= text.count { place = Point(row: lines.count - 1, column: used) }
    return (lines, place)
  }
}

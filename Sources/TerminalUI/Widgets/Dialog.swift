/// A framed box over the screen.
package enum Dialog {
  /// Clears the middle of `area`, frames it and answers the room inside; `content` is the room wanted.
  package static func draw(
    on grid: inout CellGrid, in area: Rect, content: Size, title: String, role: Role = .border
  ) -> Rect {
    let outer = area.centred(Size(columns: content.columns + 4, rows: content.rows + 2))
    grid.fill(outer)
    grid.box(outer, role: role)
    let room = outer.columns - 4
    if !title.isEmpty, room > 2 {
      let text = grid.glyphs.clipped(title, to: room - 2)
      grid.put(" \(text) ", row: outer.row, column: outer.column + 2, role: .title)
    }
    return outer.inset(columns: min(2, outer.columns / 2), rows: min(1, outer.rows / 2))
  }
}

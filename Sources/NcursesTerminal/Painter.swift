private import CNcurses
import TerminalUI

/// Hands ncurses what changed since the last frame.
struct Painter {
  private var shown: CellGrid?
  private var palette: Palette
  private var cursorIsVisible = true
  private let gathering = FrameGathering()

  init(_ palette: Palette) {
    self.palette = palette
  }

  mutating func use(_ palette: Palette) {
    self.palette = palette
    shown = nil
  }

  /// Counts nothing as shown, so that the next frame is sent whole.
  mutating func forget() {
    shown = nil
    clearok(nc_curscr(), true)
  }

  /// Answers about how many bytes of text were sent; nil if the frame may not be seen.
  mutating func paint(_ grid: CellGrid, once mayBeSeen: () -> Bool) -> Int? {
    let old = shown.flatMap { $0.size == grid.size ? $0 : nil }
    if old == nil { werase(nc_stdscr()) }
    var sent = 0
    for row in 0..<grid.size.rows {
      guard let changed = grid.columns(of: row, changedSince: old) else { continue }
      draw(grid, row, changed)
      sent += grid.textBytes(of: row, in: changed)
    }
    shown = grid
    let gathering = gathering
    let isGathered = gathering?.gather { send(grid) } ?? false
    guard mayBeSeen() else {
      forget()
      return nil
    }
    if isGathered { gathering?.sendGathered() } else { send(grid) }
    return sent
  }

  private mutating func send(_ grid: CellGrid) {
    placeCursor(grid)
    wnoutrefresh(nc_stdscr())
    doupdate()
  }

  private func draw(_ grid: CellGrid, _ row: Int, _ columns: Range<Int>) {
    var (last, look) = (Cell(), palette.look(of: .text, isSelected: false))
    for column in columns {
      let cell = grid.rows[row][column]
      guard !cell.isTrailing else { continue }
      if (cell.role, cell.isSelected) != (last.role, last.isSelected) {
        (last, look) = (cell, palette.look(of: cell.role, isSelected: cell.isSelected))
      }
      switch cell.glyph {
      case .scalar(let scalar, let mark):
        put(scalar, mark, row, column, look)
      case .border(let border) where grid.glyphs.set == .ascii:
        put(grid.glyphs.set.character(for: border), nil, row, column, look)
      case .border(let border):
        nc_put_border(
          Int32(row), Int32(column), Int32(border.rawValue), look.attributes, look.pair)
      }
    }
  }

  private func put(
    _ scalar: Unicode.Scalar, _ mark: Unicode.Scalar?, _ row: Int, _ column: Int,
    _ look: Palette.Look
  ) {
    nc_put(
      Int32(row), Int32(column), scalar.value, mark?.value ?? 0, look.attributes, look.pair)
  }

  /// The cursor goes last: input methods and readers of a single line look where it stands.
  private mutating func placeCursor(_ grid: CellGrid) {
    let caret = grid.caret.flatMap { grid.area.contains($0) ? $0 : nil }
    let isVisible = caret != nil && grid.caretIsVisible
    if isVisible != cursorIsVisible {
      curs_set(isVisible ? 1 : 0)
      cursorIsVisible = isVisible
    }
    if let caret { wmove(nc_stdscr(), Int32(caret.row), Int32(caret.column)) }
  }
}

extension CellGrid {
  /// The columns of a row to draw again over another frame of this size, never beginning or ending
  /// within a wide glyph: all of them over none, nil where nothing differs.
  package func columns(of row: Int, changedSince old: CellGrid?) -> Range<Int>? {
    guard let old else { return size.columns > 0 ? 0..<size.columns : nil }
    let (cells, before) = (rows[row], old.rows[row])
    guard cells != before else { return nil }
    var (start, end) = (0, size.columns)
    while cells[start] == before[start] { start += 1 }
    while cells[end - 1] == before[end - 1] { end -= 1 }
    if cells[start].isTrailing { start -= 1 }
    if end < size.columns, cells[end].isTrailing { end += 1 }
    return start..<end
  }

  /// How many bytes of text stand in some columns of a row.
  package func textBytes(of row: Int, in columns: Range<Int>) -> Int {
    rows[row][columns].reduce(0) { sum, cell in
      switch cell.glyph {
      case .blank: sum
      case .scalar(let scalar, _): sum + UTF8.width(scalar)
      case .border: sum + 1
      }
    }
  }
}

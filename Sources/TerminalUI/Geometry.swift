/// A number of columns and rows, never negative.
package struct Size: Hashable, Sendable {
  package let columns: Int
  package let rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = max(0, min(columns, Size.most))
    self.rows = max(0, min(rows, Size.most))
  }

  /// No terminal is larger; a bound keeps a mad answer from taking the memory.
  private static let most = 2_000
}

/// A cell's place, counted from 0.
package struct Point: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A part of the screen; drawing outside the grid is cut off, so a rectangle may lie anywhere.
package struct Rect: Hashable, Sendable {
  package var row: Int
  package var column: Int
  package var size: Size

  package var rows: Int { size.rows }
  package var columns: Int { size.columns }
  package var endRow: Int { row + size.rows }
  package var endColumn: Int { column + size.columns }
  package var origin: Point { Point(row: row, column: column) }
  package var isEmpty: Bool { rows == 0 || columns == 0 }

  package init(row: Int, column: Int, columns: Int, rows: Int) {
    self.row = bounded(row)
    self.column = bounded(column)
    size = Size(columns: columns, rows: rows)
  }

  package init(_ size: Size) {
    (row, column, self.size) = (0, 0, size)
  }

  package func contains(_ point: Point) -> Bool {
    point.row >= row && point.row < endRow && point.column >= column && point.column < endColumn
  }

  package func inset(columns: Int, rows: Int) -> Rect {
    Rect(
      row: row + rows, column: column + columns,
      columns: self.columns - 2 * columns, rows: self.rows - 2 * rows)
  }

  package func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  /// Takes rows off the top and answers them.
  package mutating func cutTop(_ count: Int) -> Rect {
    let taken = max(0, min(count, rows))
    defer { self = Rect(row: row + taken, column: column, columns: columns, rows: rows - taken) }
    return Rect(row: row, column: column, columns: columns, rows: taken)
  }

  /// Takes rows off the bottom and answers them.
  package mutating func cutBottom(_ count: Int) -> Rect {
    let taken = max(0, min(count, rows))
    defer { size = Size(columns: columns, rows: rows - taken) }
    return Rect(row: endRow - taken, column: column, columns: columns, rows: taken)
  }

  /// Takes columns off the left and answers them.
  package mutating func cutLeft(_ count: Int) -> Rect {
    let taken = max(0, min(count, columns))
    defer {
      self = Rect(row: row, column: column + taken, columns: columns - taken, rows: rows)
    }
    return Rect(row: row, column: column, columns: taken, rows: rows)
  }

  /// A rectangle of that size in the middle, cut to what there is.
  package func centred(_ wanted: Size) -> Rect {
    let columns = min(wanted.columns, self.columns)
    let rows = min(wanted.rows, self.rows)
    return Rect(
      row: row + (self.rows - rows) / 2, column: column + (self.columns - columns) / 2,
      columns: columns, rows: rows)
  }
}

/// Keeps sums of places within what an Int holds; no screen comes near these bounds.
func bounded(_ place: Int) -> Int {
  max(-farthest, min(place, farthest))
}

private let farthest = 1 << 20

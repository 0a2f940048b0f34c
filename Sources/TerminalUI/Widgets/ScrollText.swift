/// How far a long text is scrolled.
package struct ScrollState: Hashable, Sendable {
  package private(set) var offset = 0

  package init() {}

  /// Moves by lines and stops at both ends.
  package mutating func scroll(by lines: Int, count: Int, height: Int) {
    let last = max(0, count - height)
    offset = max(0, min(last, offset + max(-count, min(lines, count))))
  }
}

/// Lines of spans with as many in sight as fit.
package struct ScrollText: Hashable, Sendable {
  package var lines: [[Span]]

  package init(_ lines: [[Span]]) {
    self.lines = lines
  }

  /// Wraps a plain text to the columns at hand.
  package init(_ text: String, columns: Int, glyphs: Glyphs, role: Role = .text) {
    lines = glyphs.wrapped(text, to: columns).map { [Span($0, role)] }
  }

  /// Draws the lines in sight; the caret stands at the first, for readers of a single line.
  package func draw(on grid: inout CellGrid, in rect: Rect, state: ScrollState) {
    let offset = max(0, min(state.offset, lines.count - rect.rows))
    for line in 0..<max(0, min(rect.rows, lines.count - offset)) {
      grid.put(
        lines[offset + line], row: rect.row + line, column: rect.column, width: rect.columns)
    }
    if !rect.isEmpty { grid.caret = rect.origin }
  }

  /// Such as `1-20/48`; empty if everything is in sight.
  package func position(state: ScrollState, height: Int) -> String {
    guard lines.count > height else { return "" }
    let offset = max(0, min(state.offset, lines.count - height))
    return "\(offset + 1)-\(min(lines.count, offset + height))/\(lines.count)"
  }
}

import TerminalUI

/// A list with what is said of the selected row: below it, or beside it where there is room.
struct ListLayout: Hashable {
  let list: Rect
  let summary: Rect
  let isBeside: Bool

  /// `summaryRows` is what the summary takes when it stands below.
  init(_ rect: Rect, summaryRows: Int) {
    var rest = rect
    isBeside = rect.columns >= Self.leastForBeside
    if isBeside {
      let columns = min(56, rect.columns / 3)
      list = rest.cutLeft(rect.columns - columns - 2)
      _ = rest.cutLeft(2)
      summary = rest
    } else {
      var below = rest.cutBottom(min(summaryRows, max(0, rect.rows - 4)))
      _ = below.cutLeft(1)
      _ = rest.cutBottom(1)
      summary = below
      list = rest
    }
  }

  private static let leastForBeside = 110

  /// Draws the rule between the two.
  func drawRule(on grid: inout CellGrid) {
    if isBeside {
      grid.verticalRule(column: list.endColumn, row: list.row, height: list.rows)
    } else {
      grid.horizontalRule(row: list.endRow)
    }
  }
}

extension CellGrid {
  /// Lines of label and text, each wrapped behind its label; what does not fit is left out. Where
  /// there are few rows a heading keeps to one.
  mutating func putFacts(_ facts: [(label: String, text: Span)], in rect: Rect) {
    let labels = facts.map { glyphs.columns(of: $0.label) }.max() ?? 0
    var row = rect.row
    for fact in facts where !fact.text.text.isEmpty {
      let room = max(4, rect.columns - labels - 1)
      let isShort = fact.text.role == .heading && rect.rows < 8
      let lines = isShort ? [fact.text.text] : glyphs.wrapped(fact.text.text, to: room)
      for (index, line) in lines.enumerated() {
        guard row < rect.endRow else { return }
        if index == 0 {
          put(fact.label, row: row, column: rect.column, width: labels, role: .label)
        }
        put(
          line, row: row, column: rect.column + labels + 1, width: rect.columns - labels - 1,
          role: fact.text.role)
        row += 1
      }
    }
  }
}

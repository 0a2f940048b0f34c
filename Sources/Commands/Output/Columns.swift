import TerminalUI

/// Columns of a text on a terminal, where hanzi take two.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + max(0, narrowGlyphs.columns(of: $1)) }
}

func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}

/// Rows under their headings, every column as wide as its widest cell.
func table(_ headings: [String], _ rows: [[String]]) -> String {
  let all = [headings] + rows
  let widths = headings.indices.map { column in
    all.map { displayWidth($0[column]) }.max() ?? 0
  }
  return all.map { row in
    let cells = row.enumerated().map { column, cell in
      column == row.count - 1 ? cell : padded(cell, to: widths[column] + 2)
    }
    return String(cells.joined().reversed().drop { $0 == " " }.reversed())
  }.joined(separator: "\n")
}

private let narrowGlyphs = GlyphWidth(ambiguous: 1)

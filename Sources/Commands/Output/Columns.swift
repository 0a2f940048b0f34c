import TerminalUI

/// Columns of a text on a terminal, where hanzi take two.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + max(0, narrowGlyphs.columns(of: $1)) }
}

func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}

/// Rows under their headings, every column as wide as its widest cell; numbers stand to the right.
func table(_ headings: [String], _ rows: [[String]], numbersFrom: Int = .max) -> String {
  let all = ([headings] + rows).map { $0.map(HarmlessText.inCell) }
  let widths = headings.indices.map { column in
    all.map { displayWidth($0[column]) }.max() ?? 0
  }
  return all.map { row in
    let cells = row.enumerated().map { column, cell -> String in
      let gap = column == row.count - 1 ? 0 : 2
      guard column >= numbersFrom else {
        return gap == 0 ? cell : padded(cell, to: widths[column] + gap)
      }
      let indent = String(repeating: " ", count: widths[column] - displayWidth(cell))
      return padded(indent + cell, to: widths[column] + gap)
    }
    return trimmed(cells.joined())
  }.joined(separator: "\n")
}

/// Lines no wider than `width`, broken at spaces or between hanzi.
func wrapped(_ text: String, to width: Int) -> String {
  var lines: [String] = []
  var line = ""
  for piece in pieces(of: text) {
    if displayWidth(line + piece) > width, !line.isEmpty {
      lines.append(trimmed(line))
      line = piece == " " ? "" : piece
    } else {
      line += piece
    }
  }
  return (lines + [trimmed(line)]).joined(separator: "\n")
}

/// Words, spaces, and hanzi each for itself; a closing mark stays with what it closes.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  for character in text {
    let isWide = displayWidth(String(character)) > 1
    let closes = "，。；：、）」".contains(character)
    let joins = pieces.last.map { last in
      closes
        || (character != " " && last != " " && !isWide && displayWidth(String(last.suffix(1))) == 1)
    }
    if joins == true {
      pieces[pieces.count - 1].append(character)
    } else {
      pieces.append(String(character))
    }
  }
  return pieces
}

func trimmed(_ line: String) -> String {
  String(line.reversed().drop { $0 == " " }.reversed())
}

private let narrowGlyphs = GlyphWidth(ambiguous: 1)

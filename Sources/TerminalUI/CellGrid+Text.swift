extension CellGrid {
  /// The rows as written, without the marks that goldens put at their ends.
  package var lines: [String] {
    rows.map { cells in
      var line = ""
      for cell in cells where !cell.isTrailing { append(cell.glyph, to: &line) }
      return line
    }
  }

  private func append(_ glyph: Glyph, to line: inout String) {
    switch glyph {
    case .border(let border): line.unicodeScalars.append(glyphs.set.character(for: border))
    case .scalar(let scalar, let mark):
      line.unicodeScalars.append(scalar)
      if let mark { line.unicodeScalars.append(mark) }
    }
  }

  /// What is written, each row closed by `|`.
  package var text: String {
    lines.map { $0 + "|\n" }.joined()
  }

  /// One letter for each cell's role, upper case where it is selected.
  package var styles: String {
    rows.map { cells in
      let letters = cells.map { cell in
        cell.isSelected ? cell.role.letter.uppercased() : String(cell.role.letter)
      }
      return letters.joined() + "|\n"
    }.joined()
  }

  /// Both blocks and the caret's place: the golden form of a frame.
  package var frame: String {
    let place = caret.map { "\n@ row \($0.row) column \($0.column)\n" } ?? ""
    return text + "\n" + styles + place
  }
}

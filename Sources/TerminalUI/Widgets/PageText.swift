/// A page in the making: labelled texts, headings and columns, wrapped to the columns at hand.
package struct PageText {
  package let columns: Int
  package let glyphs: Glyphs
  package private(set) var lines: [[Span]] = []

  package init(columns: Int, glyphs: Glyphs) {
    self.columns = max(4, columns)
    self.glyphs = glyphs
  }

  package mutating func blank() { lines.append([]) }

  package mutating func heading(_ text: String) {
    if !lines.isEmpty { blank() }
    lines.append([Span(text, .heading)])
  }

  package mutating func line(_ spans: [Span]) { lines.append(spans) }

  /// A text wrapped under its own beginning.
  package mutating func text(_ text: String, indent: Int = 0, role: Role = .text) {
    let margin = String(repeating: " ", count: indent)
    for line in glyphs.wrapped(text, to: columns - indent) {
      lines.append([Span(margin), Span(line, role)])
    }
  }

  /// A label and beside it a text, wrapped in its own column.
  package mutating func field(
    _ label: String, _ text: String, width: Int = 10, role: Role = .text
  ) {
    guard !text.isEmpty else { return }
    let width = max(width, glyphs.columns(of: label) + 1)
    let wrapped = glyphs.wrapped(text, to: max(4, columns - width))
    for (index, line) in wrapped.enumerated() {
      lines.append([Span(padded(index == 0 ? label : "", width), .label), Span(line, role)])
    }
  }

  /// Texts in columns of fixed widths; the last one takes what is left and is cut at the edge.
  package mutating func row(_ cells: [(text: String, width: Int)], role: Role = .text) {
    var rest = columns
    var spans: [Span] = []
    for (index, cell) in cells.enumerated() {
      let isLast = index == cells.count - 1
      let width = isLast ? rest : min(cell.width, rest)
      spans.append(
        Span(isLast ? glyphs.clipped(cell.text, to: width) : fitted(cell.text, width), role))
      rest = max(0, rest - width)
    }
    lines.append(spans)
  }

  private func fitted(_ text: String, _ columns: Int) -> String {
    padded(glyphs.clipped(text, to: max(0, columns - 1)), columns)
  }

  private func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - glyphs.columns(of: text)))
  }
}

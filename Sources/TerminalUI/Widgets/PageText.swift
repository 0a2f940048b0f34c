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

  /// Texts in columns of fixed widths, the last one taking what is left. One column may run on
  /// over further lines, the others are cut.
  package mutating func row(
    _ cells: [(text: String, width: Int)], wrapping wrapped: Int? = nil, role: Role = .text
  ) {
    let index = wrapped.flatMap { cells.indices.contains($0) ? $0 : nil }
    guard let index else { return line(cells.map(\.text), widths: cells.map(\.width), role) }
    let parts = glyphs.wrapped(cells[index].text, to: cells[index].width - 1)
    for (place, part) in parts.enumerated() {
      var texts = cells.map { place == 0 ? $0.text : "" }
      texts[index] = part
      line(texts, widths: cells.map(\.width), role)
    }
  }

  private mutating func line(_ texts: [String], widths: [Int], _ role: Role) {
    var rest = columns
    var spans: [Span] = []
    for (index, text) in texts.enumerated() {
      let isLast = index == texts.count - 1
      let width = isLast ? rest : min(widths[index], rest)
      spans.append(Span(isLast ? glyphs.clipped(text, to: width) : fitted(text, width), role))
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

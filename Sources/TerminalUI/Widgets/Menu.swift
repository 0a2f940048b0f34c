/// One choice of a short list; one that cannot be taken now says why.
package struct MenuItem<ID: Hashable & Sendable>: Hashable, Sendable {
  package var id: ID
  package var label: String
  package var detail: String
  package var availability: Availability

  package init(
    _ id: ID, _ label: String, detail: String = "", availability: Availability = .available
  ) {
    self.id = id
    self.label = label
    self.detail = detail
    self.availability = availability
  }
}

/// A short list taken by digit, or by moving and Enter.
package struct Menu<ID: Hashable & Sendable>: Hashable, Sendable {
  package var items: [MenuItem<ID>]

  package init(_ items: [MenuItem<ID>]) {
    self.items = items
  }

  package var ids: [ID] { items.map(\.id) }

  /// The item a digit stands for, 1 being the first; full-width digits count too.
  package func item(for key: Key) -> MenuItem<ID>? {
    guard case .character(let character) = key.folded, let digit = character.wholeNumberValue,
      (1...9).contains(digit), digit <= items.count
    else { return nil }
    return items[digit - 1]
  }

  /// Draws marker, digit, label and detail, or the reason in place of the detail.
  package func draw(
    on grid: inout CellGrid, in rect: Rect, state: ListState<ID>, isActive: Bool = true
  ) {
    let labels = items.map { grid.glyphs.columns(of: $0.label) }.max() ?? 0
    let offset = state.firstRow(count: items.count, height: rect.rows)
    for line in 0..<max(0, min(rect.rows, items.count - offset)) {
      let item = items[offset + line]
      let isSelected = isActive && item.id == state.selected
      draw(item, offset + line, labels, on: &grid, rect.row + line, rect, isSelected)
      if isSelected { grid.caret = Point(row: rect.row + line, column: rect.column) }
    }
  }

  private func draw(
    _ item: MenuItem<ID>, _ index: Int, _ labels: Int, on grid: inout CellGrid, _ row: Int,
    _ rect: Rect, _ isSelected: Bool
  ) {
    let reason = item.availability.reason
    grid.fill(
      Rect(row: row, column: rect.column, columns: rect.columns, rows: 1), isSelected: isSelected)
    let spans = [
      Span(isSelected ? ">" : " ", .cursorMark),
      Span(index < 9 ? "\(index + 1) " : "  ", reason == nil ? .key : .disabled),
      Span(padded(item.label, labels, grid.glyphs) + "  ", reason == nil ? .text : .disabled),
      Span(reason ?? item.detail, reason == nil ? .hint : .disabled),
    ]
    grid.put(spans, row: row, column: rect.column, width: rect.columns, isSelected: isSelected)
  }

  private func padded(_ label: String, _ columns: Int, _ glyphs: Glyphs) -> String {
    label + String(repeating: " ", count: max(0, columns - glyphs.columns(of: label)))
  }
}

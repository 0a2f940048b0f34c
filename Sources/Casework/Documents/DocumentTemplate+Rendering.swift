extension TemplateNode {
  /// A row of a block with the block's name for each of its columns.
  struct Row {
    var block: TemplateBlock
    var values: [String]

    subscript(name: String) -> String? {
      block.column(name).flatMap { values.indices.contains($0) ? values[$0] : nil }
    }
  }

  /// The text with a mark before every value, for the page to align by.
  func text(_ facts: DocumentFacts, rows: [Row]) -> String {
    switch self {
    case .text(let text): return text
    case .field(let name):
      let isAligning = rows.last?.block.column(name) != TemplateBlock.number
      return DocumentPage.value(Self.value(of: name, facts, rows: rows), isAligning: isAligning)
    case .section(.each, let name, let nodes):
      guard let block = TemplateBlock.named(name) else { return "" }
      return block.rows(facts).map { values in
        let within = rows + [Row(block: block, values: values)]
        return nodes.map { $0.text(facts, rows: within) }.joined()
      }.joined()
    case .section(.when, let name, let nodes):
      guard Self.isThere(name, facts, rows: rows) else { return "" }
      return nodes.map { $0.text(facts, rows: rows) }.joined()
    case .section(.unless, let name, let nodes):
      guard !Self.isThere(name, facts, rows: rows) else { return "" }
      return nodes.map { $0.text(facts, rows: rows) }.joined()
    }
  }

  /// The innermost row first, then the case itself.
  private static func value(of name: String, _ facts: DocumentFacts, rows: [Row]) -> String {
    for row in rows.reversed() {
      if let value = row[name] { return value }
    }
    return TemplateField.named(name)?.value(facts) ?? ""
  }

  private static func isThere(_ name: String, _ facts: DocumentFacts, rows: [Row]) -> Bool {
    if !value(of: name, facts, rows: rows).isEmpty { return true }
    return !(TemplateBlock.named(name)?.rows(facts).isEmpty ?? true)
  }
}

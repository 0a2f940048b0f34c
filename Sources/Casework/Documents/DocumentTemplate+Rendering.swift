extension TemplateNode {
  /// A row of a block with the block's name for each of its columns.
  struct Row {
    var columns: [TemplateColumn]
    var values: [String]

    func column(_ name: String) -> Int? {
      columns.firstIndex { $0.name == name || $0.chineseName == name }
    }

    subscript(column: Int) -> String? {
      values.indices.contains(column) ? values[column] : nil
    }

    subscript(name: String) -> String? { column(name).flatMap { self[$0] } }
  }

  /// Writes the text in UTF-8 with a mark before every value, for the page to align by.
  func write<Facts: TemplateFacts>(_ facts: Facts, rows: [Row], to text: inout [UInt8]) {
    switch self {
    case .text(let own): text += own.utf8
    case .field(let name):
      let column = rows.last?.column(name)
      let value = column.flatMap { rows.last?[$0] } ?? Self.value(of: name, facts, rows: rows)
      DocumentPage.append(value, isAligning: column != TemplateColumn.number, to: &text)
    case .section(.each, let name, let nodes):
      guard let columns = Facts.columns(ofBlock: name) else { return }
      for values in facts.rows(ofBlock: name) {
        let within = rows + [Row(columns: columns, values: values)]
        for node in nodes { node.write(facts, rows: within, to: &text) }
      }
    case .section(.when, let name, let nodes):
      guard Self.isThere(name, facts, rows: rows) else { return }
      for node in nodes { node.write(facts, rows: rows, to: &text) }
    case .section(.unless, let name, let nodes):
      guard !Self.isThere(name, facts, rows: rows) else { return }
      for node in nodes { node.write(facts, rows: rows, to: &text) }
    }
  }

  /// The innermost row first, then the case itself.
  private static func value(
    of name: String, _ facts: some TemplateFacts, rows: [Row]
  ) -> String {
    for row in rows.reversed() {
      if let value = row[name] { return value }
    }
    return facts.value(ofField: name)
  }

  private static func isThere(
    _ name: String, _ facts: some TemplateFacts, rows: [Row]
  ) -> Bool {
    !value(of: name, facts, rows: rows).isEmpty || !facts.rows(ofBlock: name).isEmpty
  }
}

/// A part of a template; what it speaks of was found when the template was read.
enum TemplateNode<Facts: TemplateFacts>: Sendable {
  /// In UTF-8.
  case text([UInt8])
  /// A long value goes on below its beginning if it is aligning.
  case value(TemplateValue<Facts>, isAligning: Bool)
  /// Once for every row of a block.
  case each(Facts.Rows, [TemplateNode])
  /// Only if there is something, or only if there is nothing.
  case when(TemplateCondition<Facts>, isThere: Bool, [TemplateNode])

  /// Writes the text in UTF-8 with a mark before every value, for the page to align by; `rows` are
  /// those at which the blocks around it are, the outermost first.
  func write(_ facts: Facts, rows: inout [[String]], to text: inout [UInt8]) {
    switch self {
    case .text(let own): text += own
    case .value(let value, let isAligning):
      DocumentPage.append(value.text(facts, rows: rows), isAligning: isAligning, to: &text)
    case .each(let block, let nodes):
      for row in block(facts) {
        rows.append(row)
        for node in nodes { node.write(facts, rows: &rows, to: &text) }
        rows.removeLast()
      }
    case .when(let condition, let isThere, let nodes):
      guard condition.isThere(facts, rows: rows) == isThere else { return }
      for node in nodes { node.write(facts, rows: &rows, to: &text) }
    }
  }
}

/// Where a value of a template comes from.
enum TemplateValue<Facts: TemplateFacts>: Sendable {
  case field(Facts.Field)
  /// From the row at which a block is; blocks are counted from the outermost.
  case column(Int, ofBlock: Int)

  func text(_ facts: Facts, rows: [[String]]) -> String {
    switch self {
    case .field(let field): field(facts)
    case .column(let column, let block): rows[block][column]
    }
  }
}

/// Something of which a template asks whether it is there: a value, a block, or both under one name.
struct TemplateCondition<Facts: TemplateFacts>: Sendable {
  var value: TemplateValue<Facts>?
  var block: Facts.Rows?

  func isThere(_ facts: Facts, rows: [[String]]) -> Bool {
    if let value, !value.text(facts, rows: rows).isEmpty { return true }
    return block.map { !$0(facts).isEmpty } ?? false
  }
}

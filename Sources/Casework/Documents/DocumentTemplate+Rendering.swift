/// A part of a template; what it speaks of was found when the template was read.
indirect enum TemplateNode<Facts: TemplateFacts>: Sendable {
  case text(FixedText)
  /// A long value goes on below its beginning if it is aligning.
  case value(TemplateValue<Facts>, isAligning: Bool)
  /// Once for every row of a block.
  case each(TemplateRows<Facts>, [TemplateNode])
  /// Only if there is something, or only if there is nothing.
  case when(TemplateCondition<Facts>, isThere: Bool, [TemplateNode])

  /// `rows` are those at which the blocks around it are, the outermost first. Of a blank every part that
  /// may be left out is written, and every row once at least.
  func write(
    _ facts: Facts, rows: inout [TemplateRow], isBlank: Bool, to page: inout PageSetting
  ) {
    switch self {
    case .text(let own): page.append(own)
    case .value(let value, let isAligning):
      page.append(value.text(facts, rows: rows), isAligning: isAligning)
    case .each(let block, let nodes):
      var own = block.rows(facts)
      if isBlank, own.isEmpty { own = [Array(repeating: "", count: block.columns)] }
      for (index, values) in own.enumerated() {
        rows.append(TemplateRow(number: index + 1, values: values))
        for node in nodes { node.write(facts, rows: &rows, isBlank: isBlank, to: &page) }
        rows.removeLast()
      }
    case .when(let condition, let isThere, let nodes):
      guard isBlank || condition.isThere(facts, rows: rows) == isThere else { return }
      for node in nodes { node.write(facts, rows: &rows, isBlank: isBlank, to: &page) }
    }
  }
}

/// What a template repeats.
struct TemplateRows<Facts: TemplateFacts>: Sendable {
  let rows: Facts.Rows
  /// How many values each has.
  let columns: Int
}

/// A row at which a block is.
struct TemplateRow {
  let number: Int
  let values: [String]
}

/// Where a value of a template comes from.
enum TemplateValue<Facts: TemplateFacts>: Sendable {
  case field(Facts.Field)
  /// From the row at which a block is; blocks are counted from the outermost.
  case column(Int, ofBlock: Int)

  func text(_ facts: Facts, rows: [TemplateRow]) -> String {
    switch self {
    case .field(let field): field(facts)
    case .column(TemplateColumn.number, let block): "\(rows[block].number)"
    case .column(let column, let block): rows[block].values[column - 1]
    }
  }
}

/// Something of which a template asks whether it is there: a value, a block, or both under one name.
struct TemplateCondition<Facts: TemplateFacts>: Sendable {
  var value: TemplateValue<Facts>?
  var block: Facts.Rows?

  func isThere(_ facts: Facts, rows: [TemplateRow]) -> Bool {
    if let value, !value.text(facts, rows: rows).isEmpty { return true }
    return block.map { !$0(facts).isEmpty } ?? false
  }
}

/// Reads a template line by line, holding the blocks that are open.
struct TemplateParser<Facts: TemplateFacts> {
  private struct Open {
    var mark: TemplateMark
    var name: String
    var line: Int
    var nodes: [TemplateNode<Facts>] = []
  }

  let template: String
  let columns: Int
  private var nodes: [TemplateNode<Facts>] = []
  private var open: [Open] = []
  /// Texts side by side are one.
  private var text: [UInt8] = []

  init(template: String, columns: Int) { (self.template, self.columns) = (template, columns) }

  mutating func read(_ line: Substring, number: Int) throws(TemplateProblem) {
    let pieces = try pieces(of: line, number: number)
    let isMarksAlone = !pieces.isEmpty && pieces.allSatisfy(\.leavesNothing)
    for piece in pieces {
      switch piece {
      case .text(let text): if !isMarksAlone { self.text += text.utf8 }
      case .field(let name):
        guard let value = value(name) else { throw problem(.unknownField(name), number) }
        add(.value(value, isAligning: !isNumberOfRow(value)))
      case .open(let mark, let name):
        try check(mark, name, number)
        endText()
        open.append(Open(mark: mark, name: name, line: number))
      case .close(let name): try close(name, number)
      }
    }
    if !isMarksAlone { text.append(PageLines.end) }
  }

  mutating func finished() throws(TemplateProblem) -> [TemplateNode<Facts>] {
    endText()
    if let last = open.last { throw problem(.neverClosed(last.name), last.line) }
    let isEmpty = nodes.allSatisfy { node in
      guard case .text(let text) = node else { return false }
      return String(decoding: text.text, as: UTF8.self).allSatisfy(\.isWhitespace)
    }
    if isEmpty { throw problem(.nothingInIt, 1) }
    return nodes
  }

  private mutating func close(_ name: String, _ line: Int) throws(TemplateProblem) {
    endText()
    guard let last = open.popLast() else { throw problem(.neverOpened(name), line) }
    guard last.name == name else {
      throw problem(.closedOutOfTurn(name, open: last.name), line)
    }
    let block = Facts.block(name)
    switch last.mark {
    case .each:
      if let block {
        // The number of a row is none of its values.
        add(.each(TemplateRows(rows: block.rows, columns: block.columns.count - 1), last.nodes))
      }
    case .when, .unless:
      let condition = TemplateCondition(value: value(name), block: block?.rows)
      add(.when(condition, isThere: last.mark == .when, last.nodes))
    }
  }

  private func check(
    _ mark: TemplateMark, _ name: String, _ line: Int
  ) throws(TemplateProblem) {
    let isBlock = Facts.block(name) != nil
    switch mark {
    case .each: if !isBlock { throw problem(.unknownBlock(name), line) }
    case .when, .unless:
      if !isBlock, value(name) == nil { throw problem(.unknownField(name), line) }
    }
  }

  /// The innermost block that is repeated comes first, then the case itself.
  private func value(_ name: String) -> TemplateValue<Facts>? {
    let repeated = open.filter { $0.mark == .each }
    for (place, block) in repeated.enumerated().reversed() {
      let columns = Facts.block(block.name)?.columns ?? []
      if let column = columns.firstIndex(where: { $0.isNamed(name) }) {
        return .column(column, ofBlock: place)
      }
    }
    return Facts.field(name).map { .field($0) }
  }

  private func isNumberOfRow(_ value: TemplateValue<Facts>) -> Bool {
    guard case .column(TemplateColumn.number, let block) = value else { return false }
    return block == open.count { $0.mark == .each } - 1
  }

  private mutating func add(_ node: TemplateNode<Facts>) {
    endText()
    if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    let fixed = FixedText(text, columns: columns)
    text.removeAll()
    add(.text(fixed))
  }

  private func pieces(of line: Substring, number: Int) throws(TemplateProblem) -> [TemplatePiece] {
    var pieces: [TemplatePiece] = []
    var rest = line
    while let start = rest.firstIndex(of: "{{") {
      if start > rest.startIndex { pieces.append(.text(rest[..<start])) }
      let inner = rest[start...].dropFirst(2)
      guard let end = inner.firstIndex(of: "}}") else { throw problem(.unfinishedMark, number) }
      pieces.append(TemplatePiece(mark: inner[..<end]))
      rest = inner[end...].dropFirst(2)
    }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    return pieces
  }

  private func problem(_ fault: TemplateProblem.Fault, _ line: Int) -> TemplateProblem {
    TemplateProblem(template: template, line: line, fault: fault)
  }
}

private enum TemplateMark { case each, when, unless }

/// What a line of a template is made of.
private enum TemplatePiece {
  case text(Substring)
  case field(String)
  case open(TemplateMark, String)
  case close(String)

  init(mark: Substring) {
    let trimmed = mark.drop(while: \.isWhitespace)
    let sign = trimmed.first
    let name = { (text: Substring) in
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    switch sign {
    case "#": self = .open(.each, name(trimmed.dropFirst()))
    case "?": self = .open(.when, name(trimmed.dropFirst()))
    case "!": self = .open(.unless, name(trimmed.dropFirst()))
    case "/": self = .close(name(trimmed.dropFirst()))
    default: self = .field(name(trimmed))
    }
  }

  /// A block mark, or the blanks around one.
  var leavesNothing: Bool {
    switch self {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .field: false
    case .open, .close: true
    }
  }
}

extension Substring {
  /// Where two characters stand side by side first.
  fileprivate func firstIndex(of pair: String) -> Index? {
    var here = startIndex
    while here < endIndex {
      if self[here...].hasPrefix(pair) { return here }
      here = index(after: here)
    }
    return nil
  }
}

/// Reads a template line by line, holding the blocks that are open.
struct TemplateParser {
  fileprivate struct Open {
    var mark: TemplateNode.Mark
    var name: String
    var line: Int
    var nodes: [TemplateNode] = []
  }

  fileprivate enum Piece {
    case text(Substring)
    case field(String)
    case open(TemplateNode.Mark, String)
    case close(String)
  }

  let template: String
  /// What the template may speak of.
  let facts: any TemplateFacts.Type
  private var nodes: [TemplateNode] = []
  private var open: [Open] = []

  init(template: String, facts: any TemplateFacts.Type) {
    (self.template, self.facts) = (template, facts)
  }

  mutating func read(_ line: Substring, number: Int) throws(TemplateProblem) {
    let pieces = try pieces(of: line, number: number)
    let isMarksAlone = !pieces.isEmpty && pieces.allSatisfy(\.leavesNothing)
    for piece in pieces {
      switch piece {
      case .text(let text): if !isMarksAlone { add(.text(String(text))) }
      case .field(let name):
        guard knowsField(name) else { throw problem(.unknownField(name), number) }
        add(.field(name))
      case .open(let mark, let name):
        try check(mark, name, number)
        open.append(Open(mark: mark, name: name, line: number))
      case .close(let name): try close(name, number)
      }
    }
    if !isMarksAlone { add(.text("\n")) }
  }

  func finished() throws(TemplateProblem) -> [TemplateNode] {
    if let last = open.last { throw problem(.neverClosed(last.name), last.line) }
    let isEmpty = nodes.allSatisfy { node in
      if case .text(let text) = node { text.allSatisfy(\.isWhitespace) } else { false }
    }
    if isEmpty { throw problem(.nothingInIt, 1) }
    return nodes
  }

  private mutating func close(_ name: String, _ line: Int) throws(TemplateProblem) {
    guard let last = open.popLast() else { throw problem(.neverOpened(name), line) }
    guard last.name == name else {
      throw problem(.closedOutOfTurn(name, open: last.name), line)
    }
    add(.section(last.mark, name, last.nodes))
  }

  private func check(
    _ mark: TemplateNode.Mark, _ name: String, _ line: Int
  ) throws(TemplateProblem) {
    let isBlock = facts.columns(ofBlock: name) != nil
    switch mark {
    case .each: if !isBlock { throw problem(.unknownBlock(name), line) }
    case .when, .unless:
      if !isBlock, !knowsField(name) { throw problem(.unknownField(name), line) }
    }
  }

  private func knowsField(_ name: String) -> Bool {
    facts.hasField(name)
      || open.contains { block in
        block.mark == .each
          && facts.columns(ofBlock: block.name)?.contains {
            $0.name == name || $0.chineseName == name
          } ?? false
      }
  }

  private mutating func add(_ node: TemplateNode) {
    if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
  }

  private func pieces(of line: Substring, number: Int) throws(TemplateProblem) -> [Piece] {
    var pieces: [Piece] = []
    var rest = line
    while let start = rest.firstIndex(of: "{{") {
      if start > rest.startIndex { pieces.append(.text(rest[..<start])) }
      let inner = rest[start...].dropFirst(2)
      guard let end = inner.firstIndex(of: "}}") else { throw problem(.unfinishedMark, number) }
      pieces.append(Piece(mark: inner[..<end]))
      rest = inner[end...].dropFirst(2)
    }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    return pieces
  }

  private func problem(_ fault: TemplateProblem.Fault, _ line: Int) -> TemplateProblem {
    TemplateProblem(template: template, line: line, fault: fault)
  }
}

extension TemplateParser.Piece {
  fileprivate init(mark: Substring) {
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
  fileprivate var leavesNothing: Bool {
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

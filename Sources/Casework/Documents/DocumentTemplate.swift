/// The wording of one printed document, as a hall keeps it in its data.
///
/// A template is plain text with these marks, each field and block by its English or Chinese name:
///
///     {{applicant}}                     the value of a field
///     {{#materials}} … {{/materials}}   once for every row
///     {{?agent}} … {{/agent}}           only if there is something
///     {{!agent}} … {{/agent}}           only if there is nothing
///     ^ at the beginning of a line      centred
///     > at the beginning of a line      set to the right
///     --- alone on a line               a rule across the page
///
/// A line that begins with two full-width spaces is a paragraph and goes on flush left; any other
/// goes on below its first field, the number of a row aside. A line of block marks alone leaves nothing behind.
package struct DocumentTemplate<Facts: TemplateFacts>: Sendable {
  package let name: String
  let nodes: [TemplateNode<Facts>]

  /// `facts` is what the template may speak of, `columns` the width of the paper it is made for.
  package init(
    parsing text: String, named name: String, speakingOf facts: Facts.Type,
    columns: Int = DocumentPage.wide
  ) throws(TemplateProblem) {
    self.name = name
    var parser = TemplateParser<Facts>(template: name, columns: columns)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      try parser.read(line, number: index + 1)
    }
    nodes = try parser.finished()
  }

  /// The text as it is printed: at 80 columns pages, a form feed before all but the first; on
  /// narrower paper one strip.
  package func render(_ facts: Facts, columns: Int = DocumentPage.wide) -> PrintedText {
    PrintedText(utf8: text(facts, columns: columns))
  }

  /// The same in UTF-8. A blank has every part that may be left out, and every row once at least.
  func text(_ facts: Facts, columns: Int, isBlank: Bool = false) -> [UInt8] {
    var page = PageSetting(columns: columns, reserving: 8_192, lines: 128)
    var rows: [TemplateRow] = []
    for node in nodes { node.write(facts, rows: &rows, isBlank: isBlank, to: &page) }
    return DocumentPage(columns: columns).sheets(of: page.finish(), isDemo: facts.isDemo)
  }
}

extension DocumentTemplate where Facts == DocumentFacts {
  package init(parsing text: String, named name: String) throws(TemplateProblem) {
    try self.init(parsing: text, named: name, speakingOf: DocumentFacts.self)
  }
}

/// What a template speaks of: fields, and blocks that are repeated.
package protocol TemplateFacts: Sendable {
  typealias Field = @Sendable (Self) -> String
  /// The values of each row, in the order of the columns behind its number.
  typealias Rows = @Sendable (Self) -> [[String]]

  /// A demo hall says so on every sheet of paper.
  var isDemo: Bool { get }

  /// Nil if there is no such field.
  static func field(_ name: String) -> Field?
  /// Nil if there is no such block.
  static func block(_ name: String) -> (columns: [TemplateColumn], rows: Rows)?
}

/// A column of a block, under an English and a Chinese name.
package struct TemplateColumn: Hashable, Sendable {
  package let name: String
  package let chineseName: String

  func isNamed(_ other: String) -> Bool { name == other || chineseName == other }

  /// The column that counts the rows is the first of every block.
  static let number = 0
}

extension DocumentFacts: TemplateFacts {
  package static func field(_ name: String) -> Field? { TemplateField.named(name)?.value }

  package static func block(_ name: String) -> (columns: [TemplateColumn], rows: Rows)? {
    TemplateBlock.named(name).map { ($0.columns, $0.rows) }
  }
}

/// Why a template cannot be used, and where.
package struct TemplateProblem: Error, Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    case unknownField(String)
    case unknownBlock(String)
    case neverClosed(String)
    case neverOpened(String)
    case closedOutOfTurn(String, open: String)
    /// `{{` without `}}`.
    case unfinishedMark
    case nothingInIt
  }

  package var template: String
  package var line: Int
  package var fault: Fault

  package init(template: String, line: Int, fault: Fault) {
    self.template = template
    self.line = line
    self.fault = fault
  }

  package var sentence: Words {
    let what = fault.sentence
    return Words("\(template) 第\(line)行：\(what.zh)", "\(template), line \(line): \(what.en)")
  }
}

extension TemplateProblem.Fault {
  fileprivate var sentence: Words {
    switch self {
    case .unknownField(let name):
      Words("没有「\(name)」这个字段，请改用已有的字段名", "there is no field \"\(name)\"; use a known one")
    case .unknownBlock(let name):
      Words("没有「\(name)」这个重复段，请改用已有的段名", "there is no block \"\(name)\"; use a known one")
    case .neverClosed(let name):
      Words(
        "「\(name)」段没有结束，请补上 {{/\(name)}}", "\"\(name)\" is never closed; add {{/\(name)}}")
    case .neverOpened(let name):
      Words(
        "{{/\(name)}} 之前没有开始「\(name)」段，请删去或补上开头",
        "{{/\(name)}} closes what was never opened; remove it or open \"\(name)\"")
    case .closedOutOfTurn(let name, let open):
      Words(
        "{{/\(name)}} 出现时「\(open)」段还没有结束，请先写 {{/\(open)}}",
        "{{/\(name)}} comes before \"\(open)\" is closed; write {{/\(open)}} first")
    case .unfinishedMark: Words("「{{」之后缺少「}}」，请补上", "\"{{\" is not followed by \"}}\"; add it")
    case .nothingInIt: Words("模板是空的，请写入内容", "the template is empty; write something in it")
    }
  }
}

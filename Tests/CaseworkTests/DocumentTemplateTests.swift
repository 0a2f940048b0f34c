import Casework
import FoundationEssentials
import TestSupport
import Testing

/// The templates as they are shipped.
enum Shipped {
  static func template(_ kind: DocumentKind) throws -> DocumentTemplate {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(3).joined(separator: "/")
    let file = "\(kind.rawValue).txt"
    let text = try String(contentsOfFile: root + "/Data/documents/" + file, encoding: .utf8)
    return try DocumentTemplate(parsing: text, named: file)
  }

  /// The document a case leads to, as the hall prints it.
  static func document(
    _ kind: DocumentKind, number: String, of scenario: Scenario, by clerk: Clerk = .counterClerk
  ) throws -> String {
    try template(kind).render(scenario.facts(kind, number: number, by: clerk))
  }
}

@Suite struct DocumentTemplateTests {
  @Test(arguments: [
    ("申请人：{{applicat}}", 1, TemplateProblem.Fault.unknownField("applicat")),
    ("一\n{{名称}}", 2, .unknownField("名称")),
    ("一\n{{#agent}}\n{{/agent}}", 2, .unknownBlock("agent")),
    ("一\n{{?nobody}}x{{/nobody}}", 2, .unknownField("nobody")),
    ("{{#materials}}\n{{name}}", 1, .neverClosed("materials")),
    ("x\n{{/agent}}", 2, .neverOpened("agent")),
    (
      "{{#materials}}{{?agent}}\n\n{{/materials}}{{/agent}}", 3,
      .closedOutOfTurn("materials", open: "agent")
    ),
    ("好\n好\n{{applicant}", 3, .unfinishedMark),
    (" \n\n", 1, .nothingInIt),
  ])
  func `a template that cannot be used is refused with its line`(
    text: String, line: Int, fault: TemplateProblem.Fault
  ) {
    let problem = TemplateProblem(template: "D99.txt", line: line, fault: fault)
    #expect(throws: problem) { try DocumentTemplate(parsing: text, named: "D99.txt") }
    #expect(problem.sentence.zh.hasPrefix("D99.txt 第\(line)行："))
    #expect(problem.sentence.en.hasPrefix("D99.txt, line \(line): "))
  }

  @Test func `no two fields or columns share a name`() {
    let fields = TemplateField.known.flatMap { [$0.name, $0.chineseName] }
    let blocks = TemplateBlock.known.flatMap { [$0.name, $0.chineseName] }
    #expect(Set(fields + blocks).count == fields.count + blocks.count)
    for block in TemplateBlock.known {
      let columns = block.columns.flatMap { [$0.name, $0.chineseName] }
      #expect(Set(columns).count == columns.count)
    }
  }

  @Test(arguments: [
    ("{{applicant}}|{{申请人}}", "示范县云岭小馆餐饮有限公司|示范县云岭小馆餐饮有限公司"),
    ("{{?agent}}有{{/agent}}{{!agent}}无{{/agent}}代理人", "无代理人"),
    ("甲\n  {{?agent}}\n乙{{agent}}\n{{/agent}}\n丙", "甲\n丙"),
    ("{{#documents}}{{no}}{{/documents}}{{!documents}}没有{{/documents}}", "没有"),
    ("{{#conditions}}{{no}}:{{text}} {{item}}{{/conditions}}", "1:具有与经营的品种、数量相适应的场所 食品经营许可新办"),
    (">右", String(repeating: " ", count: 78) + "右"),
    ("^中间", String(repeating: " ", count: 38) + "中间"),
    ("---", String(repeating: "-", count: 80)),
  ])
  func `a mark does what the head of the page says`(text: String, printed: String) throws {
    var scenario = Scenario()
    try scenario.receive()
    let template = try DocumentTemplate(parsing: text, named: "D99.txt")
    #expect(
      template.render(scenario.facts(.receipt, number: "", by: .counterClerk)) == printed + "\n")
  }

  @Test func `a value never breaks the page or the marks`() throws {
    var scenario = Scenario()
    try scenario.receive {
      $0.applicant.name = "{{item}}\u{1B}[2J\u{E000}^" + String(repeating: "很长的名称（分店）", count: 12)
      $0.applicant.address = "第一行\n第二行"
    }
    let template = try DocumentTemplate(
      parsing: "申请人：{{applicant}}\n　　段落{{applicant}}\n地址：{{applicantAddress}}", named: "D99.txt")
    let text = template.render(scenario.facts(.receipt, number: "", by: .counterClerk))
    expectGolden(text, named: "document-long-values")
    #expect(!text.contains("\u{1B}"))
    #expect(text.lines.allSatisfy { $0.printerColumns <= 80 })
  }

  @Test func `a long row goes on below its name, not below its number`() throws {
    var scenario = Scenario()
    scenario.sheet.conditions = [Words(String(repeating: "条件很长", count: 12), "long")]
    try scenario.receive()
    let template = try DocumentTemplate(
      parsing: "{{#conditions}}\n  {{no}}. {{text}}\n{{/conditions}}", named: "D99.txt")
    let lines = template.render(scenario.facts(.receipt, number: "", by: .counterClerk)).lines
    #expect(lines[0].hasPrefix("  1. 条件") && lines[1].hasPrefix("     ") && lines[1].count > 5)
  }

  @Test func `every page of a demo hall says so at its top and at its bottom`() throws {
    var scenario = Scenario()
    try scenario.receive()
    var facts = scenario.facts(.receipt, number: "", by: .counterClerk)
    facts.isDemo = true
    let text = String(repeating: "行\n", count: 150)
    let template = try DocumentTemplate(parsing: text, named: "D99.txt")
    let pages = template.render(facts).split(separator: "\u{C}")
    #expect(pages.count == 3)
    for page in pages {
      let lines = page.split(separator: "\n")
      #expect(lines.count <= 60)
      #expect(lines.first?.contains("示例·演练　不具法律效力") == true)
      #expect(lines.last?.contains("示例·演练　不具法律效力") == true)
    }
    facts.isDemo = false
    #expect(!template.render(facts).contains("演练"))
  }
}

extension String {
  var lines: [Substring] {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == "\u{C}" } }
  }
}

extension Substring {
  /// Counted apart from the page: ASCII one column, everything else two.
  var printerColumns: Int { reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
}

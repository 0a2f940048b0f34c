import Casework
import FoundationEssentials
import TestSupport
import Testing

/// The templates as they are shipped.
enum Shipped {
  static func templates() throws -> DocumentTemplates {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(3).joined(separator: "/")
    let folder = root + "/Data/documents"
    var texts: [String: String] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where file.hasSuffix(".txt") {
      texts[String(file.dropLast(4))] = try String(
        contentsOfFile: folder + "/" + file, encoding: .utf8)
    }
    return try DocumentTemplates(texts) { $0 + ".txt" }
  }

  /// The document a case leads to, as the hall prints it.
  static func document(
    _ kind: DocumentKind, number: String, of scenario: Scenario, by clerk: Clerk = .counterClerk,
    columns: Int = 80
  ) throws -> String {
    let facts = scenario.facts(kind, number: number, by: clerk, columns: columns)
    return try #require(try templates().render(facts)).string
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
      template.render(scenario.facts(.receipt, number: "", by: .counterClerk)).string == printed
        + "\n")
  }

  @Test func `a value never breaks the page or the marks`() throws {
    var scenario = Scenario()
    try scenario.receivePastRules {
      $0.applicant.name = "{{item}}\u{1B}[2J\u{E000}^" + String(repeating: "很长的名称（分店）", count: 12)
      $0.applicant.address = "第一行\n第二行"
    }
    let template = try DocumentTemplate(
      parsing: "申请人：{{applicant}}\n　　段落{{applicant}}\n地址：{{applicantAddress}}", named: "D99.txt")
    let text = template.render(scenario.facts(.receipt, number: "", by: .counterClerk)).string
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
    let lines = template.render(scenario.facts(.receipt, number: "", by: .counterClerk)).string
      .lines
    #expect(lines[0].hasPrefix("  1. 条件") && lines[1].hasPrefix("     ") && lines[1].count > 5)
  }

  @Test(arguments: [
    (
      "申请人签收：　　　　　　　　　　　　　　年　　月　　日",
      ["申请人签收：                      年　　月　　日"]
    ),
    ("签字：　　　　　　　　　　　　　　　　　接收人签字：", ["签字：", "", "接收人签字："]),
    (
      "　　受理窗口：一号窗口　　咨询电话：0800-6000001　　监督电话：0800-6000002",
      ["　　受理窗口：一号窗口", "　　咨询电话：0800-6000001", "　　监督电话：0800-6000002"]
    ),
    ("流水号：1　　条码", ["流水号：1　　条码"]),
    ("---", [String(repeating: "-", count: 48)]),
    (">右", [String(repeating: " ", count: 46) + "右"]),
  ])
  func `what stands side by side on a page is set anew on a receipt`(
    text: String, printed: [String]
  ) throws {
    var scenario = Scenario()
    try scenario.receive()
    let template = try DocumentTemplate(parsing: text, named: "D99.txt")
    let facts = scenario.facts(.receipt, number: "", by: .counterClerk)
    #expect(template.render(facts, columns: 48).string == printed.joined(separator: "\n") + "\n")
  }

  @Test func `a receipt has no pages`() throws {
    var scenario = Scenario()
    try scenario.receive()
    let facts = scenario.facts(.receipt, number: "", by: .counterClerk, isDemo: true)
    let template = try DocumentTemplate(
      parsing: String(repeating: "行\n", count: 150), named: "D99.txt")
    let lines = template.render(facts, columns: 48).string.split(separator: "\n")
    #expect(lines.count == 152 && !lines.contains { $0.contains("\u{C}") || $0.contains("页") })
    #expect(lines.first == lines.last && lines.first?.contains("演练") == true)
  }

  @Test func `every page of a demo hall says so at its top and at its bottom`() throws {
    var scenario = Scenario()
    try scenario.receive()
    let facts = scenario.facts(.receipt, number: "", by: .counterClerk, isDemo: true)
    let text = String(repeating: "行\n", count: 150)
    let template = try DocumentTemplate(parsing: text, named: "D99.txt")
    let pages = template.render(facts).string.split(separator: "\u{C}")
    #expect(pages.count == 3)
    for page in pages {
      let lines = page.split(separator: "\n")
      #expect(lines.count <= 60)
      #expect(lines.first?.contains("示例·演练　不具法律效力") == true)
      #expect(lines.last?.contains("示例·演练　不具法律效力") == true)
    }
    let real = scenario.facts(.receipt, number: "", by: .counterClerk)
    #expect(!template.render(real).string.contains("演练"))
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

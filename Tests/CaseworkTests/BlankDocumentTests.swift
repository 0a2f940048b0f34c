@testable import Casework
import TestSupport
import Testing

/// What all documents of a kind have in common for one item.
struct BlankDocumentTests {
  private static func text(_ kind: DocumentKind, of scenario: Scenario, columns: Int) throws
    -> PrintedText
  {
    let facts = scenario.facts(
      kind, number: "市监〔2026〕12号", by: .counterClerk, columns: columns)
    return try #require(try Shipped.templates().render(facts))
  }

  @Test(arguments: DocumentKind.allCases, [80, 48])
  func `nothing of a case stands in it`(kind: DocumentKind, columns: Int) throws {
    let own = try #require(
      try Self.text(kind, of: Cases.of(kind), columns: columns).blank)
    let nobody = try #require(
      try Self.text(kind, of: Scenario(Cases.of(kind).sheet), columns: columns).blank)
    #expect(own.name == nobody.name)
    #expect(own.document == nobody.document)
    let text = own.document.text.string
    let intake = try #require(try Cases.of(.receipt).file.intake)
    let people = [
      intake.applicant.name, intake.applicant.identity.number, intake.applicant.phone,
      intake.agent?.name ?? "", Clerk.counterClerk.name.zh,
    ]
    #expect(people.filter { !$0.isEmpty && text.contains($0) } == [])
  }

  @Test(arguments: DocumentKind.allCases)
  func `all that the hall has published stands in it`(kind: DocumentKind) throws {
    let text = try Self.text(kind, of: Cases.of(kind), columns: 80)
    let blank = try #require(text.blank).document.text.string
    let common = text.string.lines.filter { $0.count > 6 && blank.contains($0) }
    #expect(!common.isEmpty)
    #expect(blank.contains(Department.market.name.zh) || blank.contains(Hall.model.name.zh))
  }

  @Test func `a template's parts that may be left out, and its rows, stand in it once`() throws {
    let template = try DocumentTemplate(
      parsing: """
        {{?agent}}
        代理人：{{agent}}
        {{/agent}}
        {{!agent}}
        本人办理
        {{/agent}}
        {{#defects}}
        {{no}}. {{name}}：{{problem}}
        {{/defects}}
        """, named: "D01.txt")
    let facts = Scenario().facts(.receipt, number: "1", by: .counterClerk)
    let blank = BlankDocument(of: facts, by: template).document.text.string
    #expect(blank == "代理人：\n本人办理\n1. ：\n")
  }

  @Test func `the same words are the same text, whatever they are like`() throws {
    let text = try Self.text(.receipt, of: Cases.of(.receipt), columns: 80)
    #expect(text == PrintedText(text.string) && PrintedText(text.string).blank == nil)
  }

  @Test func `the same words under another seal are another text`() {
    let text = PrintedText("受理通知书\n")
    let sealed = text.sealed { _ in "a1" }
    #expect(sealed == text.sealed { _ in "a1" })
    #expect(sealed != text.sealed { _ in "b2" } && sealed != text)
  }
}

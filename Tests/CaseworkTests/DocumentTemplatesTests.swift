import Casework
import TestSupport
import Testing
import WorkCalendar

/// The templates of a hall, taken together.
@Suite struct DocumentTemplatesTests {
  private func templates(
    _ changes: [String: String?] = [:]
  ) throws(DocumentTemplates.Problem) -> DocumentTemplates {
    var texts = Dictionary(uniqueKeysWithValues: DocumentKind.allCases.map { ($0.rawValue, "A4") })
    for (name, text) in changes { texts[name] = text }
    return try DocumentTemplates(texts) { "documents/\($0).txt" }
  }

  private func receipt(_ columns: Int) throws -> DocumentFacts {
    var scenario = Scenario()
    try scenario.receive()
    return scenario.facts(.receipt, number: "", by: .counterClerk, columns: columns)
  }

  @Test func `a template made for receipt paper is used there and nowhere else`() throws {
    let both = try templates(["48/D01": "小票"])
    #expect(try both.render(receipt(48))?.string == "小票\n")
    #expect(try both.render(receipt(80))?.string == "A4\n")
    #expect(try templates().render(receipt(48))?.string == "A4\n")
  }

  @Test(arguments: [
    ("D02", nil, DocumentTemplates.Problem.missing(.acceptanceNotice)),
    ("48/D1", "x", .unknown("documents/48/D1.txt")),
    ("D01.old", "x", .unknown("documents/D01.old.txt")),
    (
      "D01", "x\n{{nobody}}",
      .template(
        TemplateProblem(template: "documents/D01.txt", line: 2, fault: .unknownField("nobody")))
    ),
    (
      "48/D01", "{{nobody}}",
      .template(
        TemplateProblem(template: "documents/48/D01.txt", line: 1, fault: .unknownField("nobody")))
    ),
    (
      "ticket", "{{applicant}}",
      .template(
        TemplateProblem(
          template: "documents/ticket.txt", line: 1, fault: .unknownField("applicant")))
    ),
  ])
  func `a folder that cannot be used is refused by name`(
    name: String, text: String?, problem: DocumentTemplates.Problem
  ) {
    #expect(throws: problem) { try templates([name: text]) }
  }

  @Test func `only receipts go to the receipt printer of a counter`() {
    let station = Counter(
      id: "T01", name: Words("站", "Station"), kind: .township, queue: "", paperColumns: 48)
    let office = Counter(id: "A01", name: Words("窗", "Counter"), kind: .general, queue: "A")
    let narrow = DocumentKind.allCases.filter { DocumentRules.columns(of: $0, at: station) == 48 }
    #expect(
      narrow.map(\.rawValue) == ["D01", "D04", "D16", "D17", "D21"])
    #expect(DocumentKind.allCases.allSatisfy { DocumentRules.columns(of: $0, at: office) == 80 })
    #expect(DocumentKind.allCases.allSatisfy { DocumentRules.columns(of: $0, at: nil) == 80 })
  }

  @Test(arguments: ["办身份证", ""])
  func `the slip of a number says where it stands in the queue`(purpose: String) throws {
    let facts = TicketFacts(
      ticket: "A017", queue: Words("综合窗口", "General"), purpose: purpose, ahead: 4,
      hall: .model, issuedAt: Moment(date: on(2026, 3, 2), hour: 9, minute: 5), isDemo: true)
    let text = try #require(try Shipped.templates().render(facts))
    expectGolden(text, named: purpose.isEmpty ? "ticket" : "ticket-with-purpose")
    #expect(text.lines.allSatisfy { $0.printerColumns <= 48 })
  }
}

import Testing

@testable import CaseStore

/// The terms a case is found by, kept as the one text the index takes.
struct TermListTests {
  private static func list(_ terms: [String], besides others: TermList? = nil) -> TermList {
    var list = TermList(besides: others)
    for term in terms { list.add(term.utf8.span) }
    return list
  }

  @Test func `each term is there once, in the order in which they came`() {
    let list = Self.list(["周", "w5", "周小", "w5", "周", "w"])
    #expect(list.terms == ["周", "w5", "周小", "w"] && list.text == "周 w5 周小 w")
    #expect(Self.list([]).terms == [] && Self.list([]).text == "")
  }

  @Test func `a mark is part of its term`() {
    var list = Self.list(["n12", "w12"])
    list.add("12".utf8.span, marked: SearchTerm.Mark.number)
    list.add("12".utf8.span, marked: SearchTerm.Mark.spelling)
    #expect(list.terms == ["n12", "w12", "p12"])
  }

  @Test func `what others have is not added once more`() {
    let item = Self.list(["食品", "wsp"])
    #expect(Self.list(["wsp", "周", "食", "食品"], besides: item).terms == ["周", "食"])
  }

  @Test func `of many terms each is found again`() {
    let terms = (0..<2_000).map { "t\($0 * 7_919)" }
    let list = Self.list(terms + terms.reversed())
    #expect(list.terms == terms)
    #expect(Self.list(terms, besides: list).terms == [])
  }
}

import TerminalUI
import Testing

@Suite struct PageTextTests {
  private func text(_ page: PageText) -> [String] {
    page.lines.map { $0.map(\.text).joined() }
  }

  @Test func `a text is wrapped beside its label`() {
    var page = PageText(columns: 14, glyphs: .fixed())
    page.field("意见", "经审查符合规定", width: 6)
    #expect(text(page) == ["意见  经审查符", "      合规定"])
  }

  @Test func `a label longer than its column keeps a blank before the text`() {
    var page = PageText(columns: 20, glyphs: .fixed())
    page.field("Employment ended on", "x", width: 6)
    #expect(text(page).first == "Employment ended on x")
  }

  @Test func `columns are cut with the mark of what was cut`() {
    var page = PageText(columns: 12, glyphs: .fixed())
    page.row([("申请书", 6), ("原1", 4), ("齐全无误", 4)])
    #expect(text(page) == ["申..  原1 齐"])
  }

  @Test func `one column may run on over further lines`() {
    var page = PageText(columns: 12, glyphs: .fixed())
    page.row([("平面布局图", 7), ("原1", 4), ("", 1)], wrapping: 0)
    #expect(text(page) == ["平面布 原1 ", "局图       "])
  }

  @Test func `nothing is written for an empty text`() {
    var page = PageText(columns: 12, glyphs: .fixed())
    page.field("意见", "")
    #expect(page.lines.isEmpty)
  }
}

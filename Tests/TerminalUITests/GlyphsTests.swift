import TerminalUI
import TestSupport
import Testing

struct GlyphsTests {
  @Test(arguments: [
    ("审批ab", 1, 6), ("“引”", 1, 4), ("“引”", 2, 6), ("─│…·", 1, 4), ("─│…·", 2, 8),
    ("e\u{301}", 1, 1), ("\u{1B}[m", 1, 3), ("\u{31350}", 1, 2), ("𠮷", 2, 2), ("", 1, 0),
  ])
  func `text takes the columns its glyphs take`(text: String, ambiguous: Int, columns: Int) {
    #expect(Glyphs.fixed(ambiguous: ambiguous).columns(of: text) == columns)
  }

  @Test(arguments: [
    ("食品经营许可", 12, "食品经营许可"), ("食品经营许可", 11, "食品经营.."),
    ("食品经营许可", 5, "食.."), ("食品", 2, "食"), ("食品", 1, ""), ("ab", 0, ""), ("abcdef", 4, "ab.."),
  ])
  func `a cut text ends in two dots and never in half a glyph`(
    text: String, columns: Int, clipped: String
  ) {
    #expect(Glyphs.fixed().clipped(text, to: columns) == clipped)
  }

  @Test(arguments: [
    ("申请材料齐全，符合法定形式。", 12, ["申请材料齐", "全，符合法定", "形式。"]),
    ("受理 The permit was granted", 12, ["受理 The", "permit was", "granted"]),
    ("一\n\n二", 10, ["一", "", "二"]),
    ("abcdefghijk", 4, ["abcd", "efgh", "ijk"]),
    ("见（2026）号", 6, ["见", "（2026", "）号"]),
    ("", 10, [""]),
  ])
  func `text wraps between characters and before no closing mark`(
    text: String, columns: Int, lines: [String]
  ) {
    #expect(Glyphs.fixed().wrapped(text, to: columns) == lines)
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func `wrapped lines fit and lose nothing but spaces`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let letters = Array("许可证明文件a b c，。（）12 ")
    let text = String((0..<120).compactMap { _ in letters.randomElement(using: &random) })
    let columns = Int.random(in: 4...40, using: &random)
    let glyphs = Glyphs.fixed()
    let lines = glyphs.wrapped(text, to: columns)
    #expect(lines.allSatisfy { glyphs.columns(of: $0) <= columns })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}

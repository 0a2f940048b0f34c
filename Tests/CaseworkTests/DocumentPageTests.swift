import Casework
import TestSupport
import Testing

struct DocumentPageTests {
  private static let pieces: [String] =
    [
      "申请人", "：", "，", "。", "（示范县）", "《食品经营许可证》", "“好”", "食品经营许可", "2026年3月5日", "No.17",
      "Latin words", "----", "---", "^", ">", " ", "  ", "　", "　　", "　　　　　　　　", "\n", "\n\n",
      "\u{E000}", "\u{E000}", "\u{E001}", "\u{301}", "\t", "\u{7}", "\u{200D}", "签字：", "——", "……",
      "\u{E000}🇨", "\u{E000}🇳", "ᄒ", "\u{E000}ᅡ", "한글",
      "a_very_long_word_that_takes_more_than_half",
      "第１２３号", "·", "×",
    ] + HostileText.odd.map { $0.filter { !$0.isNewline } }

  private static let paper = [80, 48, 32, 7]

  @Test func `a page is set as it is character by character`() {
    Fuzz("pages", rounds: 250).run(
      make: { random in
        var text = [UInt8(random.below(8))]
        for _ in 0..<random.below(60) { text += random.pick(Self.pieces).utf8 }
        return text
      },
      check: { bytes in
        // Ends of lines of another kind never come so far.
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self).filter { $0 != "\r\n" }
        let columns = Self.paper[Int(bytes.first ?? 0) % 4]
        let isDemo = (bytes.first ?? 0) & 4 != 0
        let page = DocumentPage(columns: columns).sheets(of: Array(text.utf8), isDemo: isDemo)
        let expected = ReferencePage(columns: columns).sheets(of: text, isDemo: isDemo)
        return Array(page.utf8) == Array(expected.utf8)
          ? nil : "\(columns) columns:\n\(page)\ninstead of\n\(expected)"
      })
  }

  /// Whatever stands beside it: only that lets a page take it without looking at its neighbours.
  @Test func `what counts as plain is a character of its own and can be printed`() {
    let others = ["a", "中", "\u{1F469}", "🇨", "ᄒ", "्"]
    for value in UInt32(0)...0xFFFF where PageGlyph.isPlain(value) {
      guard let scalar = Unicode.Scalar(value) else {
        Issue.record("\(value)")
        continue
      }
      let isAlone = others.allSatisfy {
        ($0 + String(scalar)).count == 2 && (String(scalar) + "a").count == 2
      }
      let isPrinted: Bool =
        switch scalar.properties.generalCategory {
        case .unassigned, .privateUse, .control, .format, .nonspacingMark, .enclosingMark,
          .lineSeparator, .paragraphSeparator, .surrogate:
          false
        default: !scalar.isUnseen
        }
      if !isAlone || !isPrinted { Issue.record("\(value)") }
    }
  }
}

import Casework
import TestSupport
import Testing

struct DocumentPageTests {
  /// What a template is made of here; `{{0}}` and so on are values.
  private static let pieces: [String] =
    [
      "申请人", "：", "，", "。", "（示范县）", "《食品经营许可证》", "“好”", "食品经营许可", "2026年3月5日", "No.17",
      "Latin words", "----", "---", "^", ">", " ", "  ", "　", "　　", "　　　　　　　　", "\n", "\n\n",
      "\u{E000}", "\u{E000}", "\u{E001}", "\u{301}", "\t", "\u{7}", "\u{200D}", "签字：", "——", "……",
      "\u{E000}🇨", "\u{E000}🇳", "ᄒ", "\u{E000}ᅡ", "한글",
      "a_very_long_word_that_takes_more_than_half",
      "第１２３号", "·", "×",
    ] + HostileText.odd.map { $0.filter { !$0.isNewline } }
    + PageFacts.values.indices.map { "{{\($0)}}" }

  private static let paper = [80, 48, 32, 7]

  @Test func `a template is printed as its page is set character by character`() {
    Fuzz("pages", rounds: 400).run(
      make: { random in
        var text = [UInt8(random.below(32))]
        for _ in 0..<random.below(60) { text += random.pick(Self.pieces).utf8 }
        return text
      },
      check: { bytes in
        let choice = Int(bytes.first ?? 0)
        let columns = Self.paper[choice % 4]
        let madeFor = Self.paper[choice / 8 % 4]
        let facts = PageFacts(isDemo: choice & 4 != 0)
        // Ends of lines of another kind never come so far.
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
          .filter { !$0.isNewline || $0 == "\n" }
        guard
          let template = try? DocumentTemplate(
            parsing: text, named: "D99", speakingOf: PageFacts.self, columns: madeFor)
        else { return nil }
        let page = template.render(facts, columns: columns).string
        let expected = ReferencePage(columns: columns)
          .sheets(of: facts.filled(text), isDemo: facts.isDemo)
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

/// Values for templates that are made up.
private struct PageFacts: TemplateFacts {
  /// Harmless as they are.
  static let values = [
    "", "张三", "示范县云岭小馆餐饮有限公司", "No.17 ", "　", "两份，", "-", "^", "한글", "e\u{301}", "🇨", "𠮷野",
    "a_very_long_word_that_takes_more_than_half of the page", String(repeating: "长", count: 45),
  ]

  let isDemo: Bool

  static func field(_ name: String) -> Field? {
    guard let index = Int(name), values.indices.contains(index) else { return nil }
    return { _ in values[index] }
  }

  static func block(_ name: String) -> (columns: [TemplateColumn], rows: Rows)? { nil }

  /// A template with its values, each behind its mark; a line of blanks alone leaves nothing behind.
  func filled(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.isEmpty || !$0.allSatisfy(\.isWhitespace) }
    return Self.values.indices.reduce(lines.joined(separator: "\n")) { text, index in
      text.replacing("{{\(index)}}", with: "\u{E000}\(Self.values[index])")
    }
  }
}

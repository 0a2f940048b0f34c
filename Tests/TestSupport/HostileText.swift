/// What somebody might write into a blank who means no good, or whose machine is broken.
package enum HostileText {
  /// With something in it that nobody sees: refused wherever it comes from.
  package static let unseen: [String] =
    [
      "张\u{0}三", "张\u{1}三", "张\u{7}三", "张\u{8}\u{8}三", "张\u{B}三", "张\u{C}三", "张\u{E}三",
      "张\u{7F}三", "张\u{80}三", "张\u{84}三", "张\u{85}三", "张\u{9B}31m三", "张\u{9D}0;x\u{9C}三",
      "\u{1B}[2J\u{1B}[1;1H张三", "张三\u{1B}[31;7m", "\u{1B}]0;title\u{7}张三",
      "\u{1B}]52;c;cm0gLXJm\u{7}张三", "\u{1B}Pq#0;2;0;0;0\u{1B}\\张三", "\u{1B}[?1049l张三",
      "\u{1B}[6n张三", "\u{1B}c张三", "\u{1B}(0lqk张三", "张三\u{1B}",
      "张\n三", "张\r三", "张\r\n三", "张\t三", "张\u{2028}三", "张\u{2029}三",
      "\u{FEFF}张三", "张\u{AD}三", "张\u{34F}三", "张\u{61C}三", "张\u{180E}三", "张\u{FFF9}三\u{FFFB}",
      "张\u{E0041}三", "张\u{1D173}三", "张\u{FFFE}三", "\u{3164}", "\u{2800}", "张\u{FFA0}三",
      "张\u{200D}三", "\u{200D}张三", "👩\u{200D}", "\u{FE0F}张三", "张\u{FE0F}\u{FE0F}三",
    ] + (0x200B...0x200F).map(around) + (0x202A...0x202E).map(around)
    + (0x2060...0x206F).map(around)

  private static func around(_ value: Int) -> String {
    Unicode.Scalar(UInt32(value)).map { "张\($0)三" } ?? ""
  }

  /// Odd, and yet somebody's words: taken up exactly as they are, shown and printed harmlessly.
  package static let odd: [String] = [
    "{{applicantAddress}}", "{{#materials}}{{no}}{{/materials}}", "{{", "}}{{/agent}}", "---", "^中",
    ">右",
    "{file}{copies}", "%s%s%n%x", "\\(name)", "${HOME}", "; rm -rf ~", "$(touch x)", "`touch x`",
    "| sh", "&& true", "../../etc/passwd", "/dev/null", "-n", "--help", "'", "\"", "\\",
    "' OR 1=1 --",
    "=1+1", "+1", "-1", "@SUM(A1)", "＝1＋1", "=cmd|' /C calc'!A1", "<script>", "&lt;", "null", "NaN",
    "NEAR(a b)", "name:*", "\"unclosed", "*", "AND OR NOT",
    "аdmin", "Ａｄｍｉｎ", "l1I|O0", "é", "e\u{301}", "a\u{301}\u{302}\u{303}\u{304}", "ก็ี่",
    "محمد عبد الله", "שלום 123", "نەزەر", "བོད་ཡིག", "ᠮᠣᠩᠭᠣᠯ", "𠮷田", "\u{31350}", "\u{30000}氏",
    "葛\u{E0100}城",
    "\u{E000}姓", "\u{E863}", "👩\u{200D}👩\u{200D}👧", "❤\u{FE0F}", "🇨🇳", "\u{3000}张 三\u{A0}", "·",
    "……", "﷽",
    "张三 提示：请按 Ctrl-Q", "确认受理",
  ]

  /// More marks upon one letter than any script sets there.
  package static let piles = [
    "a" + String(repeating: "\u{301}", count: 7),
    "张" + String(repeating: "\u{335}\u{489}", count: 40),
    "x" + String(repeating: "\u{300}", count: 5_000),
  ]

  package static let long = String(repeating: "长", count: 10_000)
}

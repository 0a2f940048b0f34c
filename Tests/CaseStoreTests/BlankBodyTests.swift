import FoundationEssentials
import TestSupport
import Testing

@testable import CaseStore

/// A body is kept as what differs from its blank, and comes back byte for byte.
struct BlankBodyTests {
  private static let blank = BlankBody(
    Array(
      """
      {"copies":2,"kind":"D02","number":"市监受〔〕号","text":"受理通知书\\n\\n申请人：\\n受理日期：\\n\
      应办结日期：\\n收费情况：不收费\\n领取方式：窗口领取\\n"}
      """.utf8))

  private static func body(of name: String) -> String {
    """
    {"copies":2,"kind":"D02","number":"市监受〔2026〕12号","text":"受理通知书\\n\\n申请人：\(name)\\n\
    受理日期：2026年3月2日\\n应办结日期：2026年3月9日\\n收费情况：不收费\\n领取方式：窗口领取\\n"}
    """
  }

  @Test func `what is kept is what the case has of its own, and where it belongs`() throws {
    let body = Self.body(of: "王秀英")
    let short = try #require(Self.blank.short(Array(body.utf8)))
    #expect(
      String(decoding: short, as: UTF8.self)
        == """
        {0,47;9"2026〕123,44;9"王秀英0,17;15"2026年3月2日0,20;15"2026年3月9日0,59;}
        """)
    #expect(BlankBody.whole(short, like: Self.blank.text) == Array(body.utf8))
  }

  @Test func `what has little in common with its blank is kept whole`() {
    #expect(Self.blank.short(Array(#"{"text":"别的"}"#.utf8)) == nil)
    #expect(Self.blank.short([]) == nil)
  }

  private static let alphabet = ["王", "𠮷", "é", "a", "\\n", "\"", "{", "}", ";", ",", "12", " "]

  /// Some of a blank's characters, with others between them.
  private static func text(like blank: String, _ random: inout SplitMix) -> [UInt8] {
    var characters = Array(blank.unicodeScalars).map(String.init)
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let start = Int.random(in: 0...characters.count, using: &random)
      let end = min(characters.count, start + Int.random(in: 0...9, using: &random))
      let others = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? ""
      }
      characters.replaceSubrange(start..<end, with: others)
    }
    return Array(characters.joined().utf8)
  }

  @Test func `any body comes back byte for byte, and what is kept is text`() {
    let blank = String(decoding: Self.blank.text, as: UTF8.self)
    var kept = 0
    for seed in 0..<2_000 as Range<UInt64> {
      var random = SplitMix(seed: seed)
      let common = Self.text(like: blank, &random)
      let made = BlankBody(common)
      let body = Self.text(like: blank + blank, &random)
      guard let short = made.short(body) else { continue }
      kept += 1
      let isText = String(validating: short, as: UTF8.self)
      let isBraced = short.first == UInt8(ascii: "{") && short.last == UInt8(ascii: "}")
      guard isText != nil, isBraced, BlankBody.whole(short, like: common) == body else {
        Issue.record("seed \(seed)")
        return
      }
    }
    #expect(kept > 500)
  }

  @Test func `whatever stands where a short body should is read within its bounds`() {
    let short = Self.blank.short(Array(Self.body(of: "王秀英").utf8)) ?? []
    for seed in 0..<4_000 as Range<UInt64> {
      var random = SplitMix(seed: seed)
      var broken = short
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: broken.indices, using: &random)
        broken[place] = Array(#"0123456789-,;"{}x"#.utf8).randomElement(using: &random) ?? 0
      }
      // Reading past an end would stop the test.
      _ = BlankBody.whole(broken, like: Self.blank.text)
    }
    let broken = [
      "", "{", "}", "{}x", "{-1,5;}", "{0,999999999;}", #"{9"x}"#, "{1", "{0,1}",
      "{9999999999,1;}",
    ]
    for text in broken {
      #expect(BlankBody.whole(Array(text.utf8), like: Self.blank.text) == nil, "\(text)")
    }
    #expect(BlankBody.whole(Array("{}".utf8), like: Self.blank.text) == [])
  }
}

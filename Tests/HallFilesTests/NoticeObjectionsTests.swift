import Casework
import HallFiles
import TestSupport
import Testing
import WorkCalendar

@Suite struct NoticeObjectionsTests {
  static let mistakes: [(String, String)] = [
    ("1月4日（周日）上班", "1月4日（周六）上班"), ("3日（周六）放假", "3日（周日）放假"), ("1月1日（周四）至3日（周六）", "1月1日至3日（周四、周五）"),
    ("4月4日（周六）至6日（周一）", "7月4日（周六）至6日（周一）"),
    ("10月10日（周六）上班", "10月10日（周六）上班，5月2日（周六）上班"), ("5月9日（周六）", "5月9日（周七）"), ("5月9日（周六）", "5月9日（星期）"),
    ("5月9日（周六）", "5月9日（六）"),
    ("共9天", "共8天"), ("放假调休，共3天", "放假调休，共4天"), ("1月4日（周日）上班", "1月5日（周一）上班"),
    ("1月4日（周日）上班", "1月4日（周日）"), ("2月28日（周六）上班", "2月28日（周六）不放假"),
    ("2月14日（周六）、", "2月15日（周日）、"), ("9月25日（周五）至27日（周日）", "9月27日（周日）至25日（周五）"),
    ("6月19日（周五）至21日", "6月31日（周五）至21日"), ("10月10日（周六）上班", "10月1日（周四）上班"),
    ("10月10日（周六）", "2025年10月11日（周六）"), ("2026年元旦", "2025年元旦"), ("五、端午节：", "五、中秋节："),
    ("五、端午节：6月19日（周五）至21日（周日）放假，共3天。", ""), ("6月19日（周五）至21日（周日）放假，共3天。", "另行通知。"),
    ("关于2026年", "关于"), ("10月1日（周四）至7日（周三）放假调休，共7天", "10月2日（周五）至7日（周三）放假调休，共6天"),
    ("9月25日（周五）至27日（周日）放假，共3天", "9月25日（周五）放假，9月26日休息，9月25日补休"),
    ("5月1日（周五）至5日（周二）", "5月1日至5日（周五、周六、周日）"), ("6月19日（周五", "6月19日（周五，很长很长很长"),
    ("4月4日（周六）至6日（周一）放假，共3天", "4月4日至6日放假，共3天，与周末连休，4月6日起正常上班"),
    ("9月25日（周五）至27日（周日）放假，共3天", "9月23日（周三）放假，与周末连休"),
  ]

  @Test func `each wrong claim is told with its line, and nothing is read`() throws {
    let official = try PublishedNotice.text("2026")
    let blocks = try Self.mistakes.map { old, new in
      let wrong =
        old == "关于2026年"
        ? official.replacing(old, with: new).replacing("2026年元旦", with: "元旦")
        : official.replacing(old, with: new)
      try #require(wrong != official, "\(old)")
      let said = Language.allCases.flatMap { objections(to: wrong, in: $0) }
      try #require(!said.isEmpty, "\(old) → \(new) was read")
      return "\(old) → \(new)\n" + said.map { "  \($0)" }.joined(separator: "\n")
    }
    let others = [
      "", "今天天气很好。", "<html><p>一、元旦：1月1日放假。</p></html>", "{\"year\": 2027}",
      "{\"year\": 2027, \"notice\": \"\", \"off\": [], \"makeUp\": []}",
      "{\"year\": 2027, \"notice\": \"\",\n\"off\": [{\"date\": \"2027-1-1\", \"name\": \"元旦\"}], \"makeUp\": []}",
    ].map { text in
      let said = Language.allCases.flatMap { objections(to: text, in: $0).prefix(2) }
      return "\(text.replacing("\n", with: " "))\n" + said.map { "  \($0)" }.joined(separator: "\n")
    }
    expectGolden((blocks + others).joined(separator: "\n\n"), named: "notice-objections")
  }

  @Test func `bytes of no known character set are refused`() {
    let refusal = #expect(throws: NoticeRefusal.self) {
      try NoticeFile.read([0xB7, 0xC5, 0xFF]) { _ in nil }
    }
    #expect(refusal?.problems.map(\.kind) == [.notText])
  }

  @Test func `other character sets go through the decoder, and UTF-16 is known`() throws {
    let official = try PublishedNotice.text("2026")
    let expected = try read(official)
    #expect(try NoticeFile.read([0xB7, 0xFF]) { _ in official } == expected)
    let units = [0xFEFF] + Array(official.utf16)
    let little = units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big = units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(try NoticeFile.read(little) { _ in nil } == expected)
    #expect(try NoticeFile.read(big) { _ in nil } == expected)
  }

  @Test(arguments: [1, 2026] as [UInt64])
  func `a wrong day of the week is always found`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let days = Array("一二三四五六日")
    for name in ["2016", "2019", "2023", "2024", "2025", "2026"] {
      let official = Array(try PublishedNotice.text(name))
      let places = official.indices.dropFirst().filter { index in
        days.contains(official[index]) && ["期", "周"].contains(official[index - 1])
          && official[index + 1] == "）"
      }
      for place in places {
        var wrong = official
        wrong[place] = days.filter { $0 != official[place] }.randomElement(using: &random) ?? "一"
        if objections(to: String(wrong)).isEmpty {
          Issue.record("seed \(seed): \(name), character \(place) as \(wrong[place]) was read")
        }
      }
    }
  }

  @Test(arguments: [7, 77] as [UInt64])
  func `no text makes the reader stumble, and what it reads makes sense`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let pieces = Array("一元旦春节：:至、，。（）()〔0123456789年月日号周星期天放假上班调休共其中起连\n 　-{[").map(String.init)
    for name in PublishedNotice.names {
      let official = Array(try PublishedNotice.text(name))
      for _ in 0..<20 {
        var text = official
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          let place = text.indices.randomElement(using: &random) ?? 0
          switch Int.random(in: 0..<4, using: &random) {
          case 0: text.remove(at: place)
          case 1: text.insert(Character(pieces.randomElement(using: &random) ?? " "), at: place)
          case 2: text.removeSubrange(place..<min(place + 40, text.count))
          default: text[place] = Character(pieces.randomElement(using: &random) ?? " ")
          }
        }
        guard let notice = try? read(String(text)) else { continue }
        let tables = (try? notice.tables(over: [])) ?? []
        if tables.contains(where: { !$0.mistakes.isEmpty }) {
          Issue.record("seed \(seed): \(String(text)) gives \(tables)")
        }
      }
    }
  }
}

extension NoticeObjectionsTests {
  /// Only a make-up day moved by whole weeks, and still beside its holiday, contradicts nothing.
  @Test(arguments: ["2025", "2026"])
  func `one wrong digit is found or doubted, unless it moves a make-up day by whole weeks`(
    name: String
  ) throws {
    let text = try PublishedNotice.text(name)
    let official = Array(text)
    let expected = try read(text)
    let start = try #require(text.firstRange(of: "元旦：")).lowerBound
    let end = try #require(text.ranges(of: "节假日期间").last).lowerBound
    let range =
      text.distance(
        from: text.startIndex, to: start)..<text.distance(
        from: text.startIndex, to: end)
    for place in range where official[place].isASCII && official[place].isNumber {
      for digit in "0123456789" where digit != official[place] {
        var wrong = official
        wrong[place] = digit
        guard let notice = try? read(String(wrong)), notice.doubts.isEmpty else { continue }
        if notice.plausibly(differs: expected) { continue }
        Issue.record("\(name), \(String(wrong[place - 8..<place + 8])) was read")
      }
    }
  }
}

extension HolidayNotice {
  fileprivate func plausibly(differs official: HolidayNotice) -> Bool {
    guard case .wholeYear(let mine) = content, case .wholeYear(let theirs) = official.content
    else { return false }
    let (worked, expected) = (mine.flatMap(\.makeUp), theirs.flatMap(\.makeUp))
    return mine.map(\.off) == theirs.map(\.off)
      && worked.map(\.weekday).sorted { $0.rawValue < $1.rawValue }
        == expected.map(\.weekday).sorted { $0.rawValue < $1.rawValue }
  }
}

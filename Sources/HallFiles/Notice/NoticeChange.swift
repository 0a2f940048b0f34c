/// What a notice is about that changes one holiday of a published year:
/// 关于调整2019年劳动节假期安排, 关于延长2020年春节假期, a day of remembrance.
struct NoticeChange {
  private(set) var name = ""
  private(set) var year = 0
  private(set) var body = 0..<0

  /// Nil if the text is none.
  init?(_ text: NoticeText) {
    guard let (title, name, year) = Self.title(text) else { return nil }
    let start = Self.start(text, behind: title)
    (self.name, self.year, body) = (name, year, start..<text.count)
  }

  private static func title(_ text: NoticeText) -> (end: Int, name: String, year: Int)? {
    for index in 0..<text.count {
      if let word = ["调整", "延长"].first(where: { text.has($0, at: index) }),
        let (year, end) = text.number(at: index + word.unicodeScalars.count), text[end] == "年",
        (1949...9998).contains(year),
        let (names, after) = NoticeWords.holidays(in: text, at: end + 1),
        ["假期", "放假"].contains(where: { text.has($0, at: after) })
      {
        return (after, NoticeWords.joined(names), year)
      }
      if text.has("纪念日调休放假", at: index), let year = firstYear(text) {
        return (index, memorial(text, before: index), year)
      }
    }
    return nil
  }

  private static func memorial(_ text: NoticeText, before index: Int) -> String {
    let isVictory = text.first("抗日战争", in: 0..<index) != nil
    return isVictory ? "抗战胜利纪念日" : "纪念日"
  }

  private static func firstYear(_ text: NoticeText) -> Int? {
    for index in 0..<text.count {
      guard let (year, end) = text.number(at: index), (1949...9998).contains(year),
        text[end] == "年"
      else { continue }
      return year
    }
    return nil
  }

  /// Behind 通知如下, else behind the title's sentence.
  private static func start(_ text: NoticeText, behind title: Int) -> Int {
    let words = text.first("如下", in: title..<text.count)
    let mark = text.first("通知", in: title..<text.count)
    return words.map { $0 + 2 } ?? mark.map { $0 + 2 } ?? title
  }
}

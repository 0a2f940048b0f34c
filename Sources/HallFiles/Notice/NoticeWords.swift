import WorkCalendar

/// The words a notice is made of.
enum NoticeWords {
  static let newYear = "元旦"

  /// The holidays every yearly notice arranges.
  static let holidays = ["元旦", "春节", "清明节", "劳动节", "端午节", "国庆节", "中秋节"]

  /// The days each of them gives since 2025 (Regulation on Public Holidays, article 2).
  static let lawfulDays = [
    "元旦": 1, "春节": 4, "清明节": 1, "劳动节": 2, "端午节": 1, "中秋节": 1, "国庆节": 3,
  ]

  /// The days, as month × 100 + day, on one of which each of them falls in any year.
  static let seasons = [
    "元旦": 101...101, "春节": 120...222, "清明节": 404...406, "劳动节": 501...501,
    "端午节": 525...627, "国庆节": 1001...1001, "中秋节": 906...1010,
  ]

  /// As they are written, the longest first, and what they are called here.
  private static let names: [(written: String, name: String)] = [
    ("五一国际劳动节", "劳动节"), ("五一劳动节", "劳动节"), ("国际劳动节", "劳动节"), ("劳动节", "劳动节"),
    ("元旦节", "元旦"), ("元旦", "元旦"), ("春节", "春节"), ("清明节", "清明节"), ("清明", "清明节"),
    ("端午节", "端午节"), ("端午", "端午节"), ("中秋节", "中秋节"), ("中秋", "中秋节"),
    ("国庆节", "国庆节"), ("国庆", "国庆节"),
  ]

  /// The holidays named here (国庆节、中秋节), and where their names end.
  static func holidays(in text: NoticeText, at index: Int) -> (names: [String], end: Int)? {
    var found: [String] = []
    var end = index
    var next: Int? = index
    while let start = next, let (written, name) = names.first(where: { text.has($0.0, at: start) })
    {
      found.append(name)
      end = start + written.unicodeScalars.count
      next = ["、", "和", "与", "及", "暨", "/", ",", "("].contains(text[end]) ? end + 1 : nil
    }
    if text[end] == ")" { end += 1 }
    return found.isEmpty ? nil : (found, end)
  }

  /// In one order, whichever the notice names first.
  static func joined(_ names: [String]) -> String {
    let known = holidays.filter(names.contains)
    return (known + names.filter { !holidays.contains($0) }).joined(separator: "、")
  }

  /// The token whose words stand here, and where they end.
  static func token(in text: NoticeText, at index: Int) -> (token: NoticeToken, end: Int)? {
    guard let first = text[index], let candidates = verbsByFirst[first],
      let (words, token) = candidates.first(where: { text.has($0.words, at: index) })
    else { return nil }
    return (token, index + words.unicodeScalars.count)
  }

  private static let verbsByFirst = Dictionary(grouping: verbs) {
    $0.words.unicodeScalars.first ?? " "
  }

  private static let verbs: [(words: String, token: NoticeToken)] =
    all(["起正常上班", "起照常上班", "起恢复上班", "起上班"], .verb(.workAgain))
    + all(["不放假", "不上班", "不休息", "不补班"], .verb(.unclear))
    + all(["不再调休", "不作调休", "无需调休", "不调休"], .other)
    + all(["正常上班", "照常上班", "上班", "正常工作", "照常工作", "补班"], .verb(.work))
    + all(["照常公休", "为公休日", "为法定节假日", "为法定假日"], .verb(.explained))
    + all(["公休日分别调至", "公休日调至", "分别调至", "调至"], .verb(.movedTo))
    + all(["假期延长至", "假期延至", "假期至", "延长至"], .verb(.until))
    + all(["放假调休", "调休放假", "放假", "补休", "调休", "休息", "休假"], .verb(.rest))
    + all(["连休"], .joinsWeekend) + all(["其中"], .explanation)
    + all(["鼓励", "建议", "倡导", "提倡"], .advice)
    + all(["国务院办公厅", "节假日期间"], .end)

  private static func all(_ words: [String], _ token: NoticeToken) -> [(
    words: String, token: NoticeToken
  )] {
    words.map { ($0, token) }
  }

  /// A day of the week such as 星期四 or 周四.
  static func weekday(in text: NoticeText, at index: Int) -> NoticeWeekday? {
    guard let prefix = ["星期", "礼拜", "周"].first(where: { text.has($0, at: index) }) else {
      return nil
    }
    let place = index + prefix.unicodeScalars.count
    if prefix == "周", let next = text[place], ["末", "年", "岁"].contains(next) { return nil }
    let days: [Unicode.Scalar: Weekday] = [
      "一": .monday, "二": .tuesday, "三": .wednesday, "四": .thursday, "五": .friday,
      "六": .saturday, "日": .sunday, "天": .sunday,
    ]
    let day = text[place].flatMap { days[$0] }
    return NoticeWeekday(day: day, end: place + 1, written: text.written(index..<place + 1))
  }

  static func amount(in text: NoticeText, at index: Int) -> (value: Int, end: Int)? {
    if let number = text.number(at: index) { return number }
    let digits: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    guard let scalar = text[index], let place = digits.firstIndex(of: scalar) else { return nil }
    return (place + 1, index + 1)
  }
}

struct NoticeWeekday {
  /// Nil for what is none.
  var day: Weekday?
  var end: Int
  var written: String
}

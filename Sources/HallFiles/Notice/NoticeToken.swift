import WorkCalendar

enum NoticeToken: Hashable {
  case date(NoticeDate)
  case verb(NoticeVerb)
  case through
  case count(Int)
  case joinsWeekend
  /// What follows in the sentence explains days that are arranged already.
  case explanation
  /// What follows in the sentence is no arrangement.
  case advice
  case pause, stop
  /// The arrangements are over.
  case end
  case other
}

enum NoticeVerb {
  case rest, work, workAgain
  /// A day off said to be one by law, or a weekend.
  case explained
  /// A weekend day moved to the days that follow.
  case movedTo
  /// The holiday goes on until the day that follows.
  case until
  case unclear
}

/// A date as it is written, with the days of the week said of it.
struct NoticeDate: Hashable {
  var year: Int?
  var month: Int?
  var day: Int
  var weekdays: [Weekday]
  var written: String
}

/// Takes a part of a notice apart.
struct NoticeScanner {
  private let text: NoticeText
  private let range: Range<Int>
  private var index: Int
  private var last: NoticeToken = .stop
  private(set) var problems: [NoticeProblem] = []

  init(_ text: NoticeText, _ range: Range<Int>) {
    self.text = text
    self.range = range
    index = range.lowerBound
  }

  /// The next token and the line it stands on; nil at the end.
  mutating func next() -> (token: NoticeToken, line: Int)? {
    guard index < range.upperBound else { return nil }
    let start = index
    last = token()
    index = max(index, start + 1)
    return (last, text.line(of: start))
  }

  private mutating func token() -> NoticeToken {
    if let (token, end) = NoticeWords.token(in: text, at: index) {
      index = end
      return token
    }
    if let count = count() { return .count(count) }
    if let date = date() { return .date(date) }
    if let (_, end) = text.number(at: index) { index = end }
    switch text[index] {
    case ",": return .pause
    case "。", ";", "!": return .stop
    case "至", "到", "-": return isAfterDate ? .through : .other
    default: return .other
    }
  }

  private var isAfterDate: Bool {
    if case .date = last { true } else { false }
  }

  /// 共3天, or the days that are said right behind 放假.
  private mutating func count() -> Int? {
    let isSum = text.has("共", at: index)
    guard isSum || last == .verb(.rest) else { return nil }
    guard let (value, end) = NoticeWords.amount(in: text, at: index + (isSum ? 1 : 0)),
      text.has("天", at: end) || (isSum && text.has("日", at: end))
    else { return nil }
    index = end + 1
    return value
  }

  private mutating func date() -> NoticeDate? {
    let start = index
    var parts: [Unicode.Scalar: Int] = [:]
    var end = index
    for mark: Unicode.Scalar in ["年", "月"] {
      guard let (value, after) = text.number(at: end), text[after] == mark else { continue }
      guard text.number(at: after + 1) != nil else { return nil }
      parts[mark] = value
      end = after + 1
    }
    guard let (day, after) = text.number(at: end) else { return nil }
    let isMarked = text[after] == "日" || text[after] == "号"
    guard isMarked || parts["月"] != nil else { return nil }
    index = isMarked ? after + 1 : after
    let written = text.written(start..<index)
    return NoticeDate(
      year: parts["年"], month: parts["月"], day: day, weekdays: weekdays(), written: written)
  }

  /// What is said behind a date, in brackets or without.
  private mutating func weekdays() -> [Weekday] {
    if let said = NoticeWords.weekday(in: text, at: index) {
      index = said.end
      return accepted(said)
    }
    guard text[index] == "(" else { return [] }
    guard let close = text.first(")", in: index..<min(index + 40, range.upperBound)) else {
      complain(.notUnderstood(text.written(index..<index + 8)))
      return []
    }
    defer { index = close + 1 }
    return pieces(in: index + 1..<close).flatMap { remark($0) }
  }

  private func pieces(in range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where ["、", ",", ";", "至", "到", "-", "和"].contains(text[place]) {
      pieces.append(start..<place)
      start = place + 1
    }
    return (pieces + [start..<range.upperBound]).filter { !$0.isEmpty }
  }

  /// A day of the week, or a word on the lunar day.
  private mutating func remark(_ piece: Range<Int>) -> [Weekday] {
    var found: [Weekday] = []
    var isKnown = false
    for place in piece {
      if let said = NoticeWords.weekday(in: text, at: place) {
        found += accepted(said)
        isKnown = true
      }
    }
    let words = ["农历", "正月", "腊月", "初", "除夕", "大年", "八月", "五月", "年", "节", "元旦", "共", "假", "含"]
    isKnown = isKnown || words.contains { text.first($0, in: piece) != nil }
    if !isKnown { complain(.notUnderstood(text.written(piece))) }
    return found
  }

  private mutating func accepted(_ said: NoticeWeekday) -> [Weekday] {
    guard let day = said.day else {
      complain(.notAWeekday(said.written))
      return []
    }
    return [day]
  }

  private mutating func complain(_ problem: DayProblem) {
    problems.append(NoticeProblem(line: text.line(of: index), .day(problem)))
  }
}

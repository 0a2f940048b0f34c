/// Where a notice names its holidays, and what it says of itself before.
struct NoticeHeadings {
  struct Heading {
    var names: [String]
    var line: Int
    /// Its ordinal included.
    var start: Int
    var end: Int
  }

  private let text: NoticeText
  private(set) var all: [Heading] = []

  init(_ text: NoticeText) {
    self.text = text
    var index = 0
    while index < text.count {
      if let heading = heading(at: index) {
        all.append(heading)
        index = heading.end
      } else {
        index += 1
      }
    }
  }

  /// What is said of a holiday: up to the next one, or to the end.
  func body(of index: Int) -> Range<Int> {
    let next = all.indices.contains(index + 1) ? all[index + 1].start : text.count
    return all[index].end..<max(next, all[index].end)
  }

  var preamble: Range<Int> { 0..<(all.first?.start ?? text.count) }

  private func heading(at index: Int) -> Heading? {
    let ordinal = ordinal(at: index)
    let start = ordinal ?? index
    let line = text.line(of: start)
    if let (names, end) = NoticeWords.holidays(in: text, at: start) {
      let after = behind(end)
      let isMarked = text[after] == ":" || isList(end)
      guard isMarked || ((ordinal != nil || text.startsLine(start)) && isDay(after)) else {
        return nil
      }
      return Heading(
        names: names, line: line, start: index, end: isMarked ? after + 1 : after)
    }
    guard ordinal != nil, let end = text.first(":", in: start..<min(start + 20, text.count)),
      end > start + 1, isDay(end + 1), text.number(at: start) == nil
    else { return nil }
    return Heading(names: [text.written(start..<end)], line: line, start: index, end: end + 1)
  }

  /// 一、 or 1. or (一), at the beginning of a sentence.
  private func ordinal(at index: Int) -> Int? {
    let begins = text.startsLine(index) || index == 0 || text[index - 1] == "。"
    guard begins else { return nil }
    let isOpen = text[index] == "("
    let first = isOpen ? index + 1 : index
    guard let (_, end) = NoticeWords.amount(in: text, at: first) else { return nil }
    if isOpen { return text[end] == ")" ? end + 1 : nil }
    return ["、", "。", ",", ")"].contains(text[end]) ? end + 1 : nil
  }

  /// Behind 假期 or 放假, which may follow the name.
  private func behind(_ end: Int) -> Int {
    ["放假安排", "假期", "放假"].first { text.has($0 + ":", at: end) }
      .map { end + $0.unicodeScalars.count } ?? end
  }

  /// A name on a line of its own.
  private func isList(_ end: Int) -> Bool {
    text[end] == "。" && isDay(end + 1)
  }

  private func isDay(_ index: Int) -> Bool {
    guard let (_, end) = text.number(at: index), let mark = text[end] else { return false }
    return mark == "月" || mark == "年"
  }
}

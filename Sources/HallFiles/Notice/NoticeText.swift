/// The text of a notice as the reader wants it: without blanks, with one way of writing each mark,
/// and with the line every character stood on.
struct NoticeText {
  private(set) var scalars: [Unicode.Scalar] = []
  private var lines: [Int] = []
  private var lineStarts: Set<Int> = []

  init(_ text: String) {
    var line = 1
    var startsLine = true
    var follows = false
    for scalar in text.unicodeScalars {
      if Self.endsLine(scalar) {
        if !(follows && scalar == "\n") { line += 1 }
        (startsLine, follows) = (true, scalar == "\r")
        continue
      }
      follows = false
      guard let plain = Self.plain(scalar) else { continue }
      if startsLine { lineStarts.insert(scalars.count) }
      startsLine = false
      scalars.append(plain)
      lines.append(line)
    }
  }

  var count: Int { scalars.count }

  subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  func line(of index: Int) -> Int { lines.isEmpty ? 1 : lines[min(max(index, 0), lines.count - 1)] }

  func startsLine(_ index: Int) -> Bool { lineStarts.contains(index) }

  func has(_ words: String, at index: Int) -> Bool {
    var here = index
    for scalar in words.unicodeScalars {
      guard self[here] == scalar else { return false }
      here += 1
    }
    return true
  }

  /// The first place of the words in a part of the text.
  func first(_ words: String, in range: Range<Int>) -> Int? {
    range.first { has(words, at: $0) }
  }

  func written(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range.clamped(to: 0..<count)])
    return String(text)
  }

  /// The number whose digits begin here, and where they end; nil for none or too many.
  func number(at index: Int) -> (value: Int, end: Int)? {
    var (value, end) = (0, index)
    while let digit = self[end], ("0"..."9").contains(digit), end - index < 5 {
      value = value * 10 + Int(digit.value - 0x30)
      end += 1
    }
    return end == index || end - index > 4 ? nil : (value, end)
  }
}

extension NoticeText {
  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
  }

  /// Half-width, one dash, one kind of bracket; nil for blanks, quotes and marks of layout.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.value < 0x20
    {
      return nil
    }
    let narrow = (0xFF01...0xFF5E).contains(scalar.value)
    let half = narrow ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    switch half {
    case "\u{2010}"..."\u{2015}", "\u{2212}", "~", "\u{301C}", "\u{FE63}", "\u{2500}": return "-"
    case "〔", "【", "［": return "["
    case "〕", "】", "］": return "]"
    case ".", "｡": return "。"
    case "､": return "、"
    case "“", "”", "‘", "’", "\"", "'", "「", "」", "《", "》", "*", "#", "_", ">": return nil
    default: return half
    }
  }
}

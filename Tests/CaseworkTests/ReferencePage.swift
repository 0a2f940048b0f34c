/// A page set as `DocumentPage` sets it, said character by character and with no care for time.
struct ReferencePage {
  static let wide = 80
  private static let lines = 60

  let columns: Int

  /// Stands before a value, so that a long one goes on below its beginning.
  private static let valueMark: Unicode.Scalar = "\u{E000}"
  private static let lineBreak: Unicode.Scalar = "\u{E001}"
  private static let demoBanner = "【示例·演练　不具法律效力】"

  /// The sheets of a text; a roll of receipt paper has no pages.
  func sheets(of text: String, isDemo: Bool) -> String {
    var body = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap(lay)
    while body.last?.isEmpty ?? false { body.removeLast() }
    let banner = isDemo ? [centred(Self.demoBanner)] : []
    let room = columns < Self.wide ? max(1, body.count) : Self.lines - 2 * banner.count - 1
    let count = max(1, (body.count + room - 1) / room)
    let pages = (0..<count).map { page in
      let foot = count > 1 ? [centred("第\(page + 1)页　共\(count)页")] : []
      return (banner + body.dropFirst(page * room).prefix(room) + foot + banner)
        .joined(separator: "\n")
    }
    return pages.joined(separator: "\n\u{C}") + "\n"
  }
}

extension ReferencePage {
  /// One line of a template as the lines it takes.
  private func lay(_ line: Substring) -> [String] {
    if line.count >= 3, line.allSatisfy({ $0 == "-" }) {
      return [String(repeating: "-", count: columns)]
    }
    switch line.first {
    case "^": return wrapped(line.dropFirst().drop { $0 == " " }, hanging: 0).map(centred)
    case ">":
      return wrapped(line.dropFirst().drop { $0 == " " }, hanging: 0).map {
        String(repeating: " ", count: max(0, columns - Self.width($0))) + $0
      }
    default:
      return reset(line).flatMap { wrapped($0, hanging: hang(of: $0)) }
    }
  }

  /// Where a line goes on: flush left for a paragraph, else below its first value.
  private func hang(of line: Substring) -> Int {
    if line.hasPrefix("　　") { return 0 }
    let value = line.firstIndex(of: Character(Self.valueMark)) ?? line.startIndex
    let before = Self.width(line[..<value])
    return before <= columns / 2 ? before : Self.width(line.prefix(while: Self.isBlank))
  }

  private func centred(_ text: String) -> String {
    String(repeating: " ", count: max(0, (columns - Self.width(text)) / 2)) + text
  }

  private func wrapped(_ line: Substring, hanging: Int) -> [String] {
    let indent = String(repeating: " ", count: hanging)
    var lines: [String] = []
    for part in line.split(separator: Character(Self.lineBreak), omittingEmptySubsequences: false) {
      var current = lines.isEmpty ? "" : indent
      var used = lines.isEmpty ? 0 : hanging
      var isFresh = !lines.isEmpty
      for word in words(of: part.filter { $0 != Character(Self.valueMark) }) {
        let wide = Self.width(word)
        if used + wide > columns {
          lines.append(Self.trimmed(current))
          (current, used, isFresh) = (indent, hanging, true)
        }
        if isFresh, word == " " || word == "　" { continue }
        current += word
        used += wide
        isFresh = false
      }
      lines.append(Self.trimmed(current))
    }
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while let last = line.last, isBlank(last) { line.removeLast() }
    return line
  }

  /// What must not be broken: a number or Latin word, a character with the punctuation it carries.
  private func words(of text: String) -> [String] {
    var words: [String] = []
    var isGlued = false
    for character in text {
      let staysTogether =
        isGlued || Self.closing.contains(character)
        || (Self.isLatin(character) && (words.last?.last.map(Self.isLatin) ?? false))
      if staysTogether, let last = words.last, Self.width(last) < columns / 2 - 2 {
        words[words.count - 1] = last + String(character)
      } else {
        words.append(String(character))
      }
      isGlued = Self.opening.contains(character)
    }
    return words
  }

  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "〕", "】", "”", "’", "」", "』",
  ]
  private static let opening: Set<Character> = ["（", "《", "〔", "【", "“", "‘", "「", "『"]

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && character != " "
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "　"
  }

  static func width(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  /// The printer's fixed pitch: one column for Latin, two for everything from the East.
  private static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first?.value else { return 0 }
    // The two marks of our own (U+E000, U+E001) take no room.
    return first == 0xE000 || first == 0xE001 ? 0 : first < 0x1100 ? 1 : 2
  }
}

extension ReferencePage {
  /// Two blanks side by side within a line: room to write in, or between two things in a row.
  private struct Gap {
    var range: Range<Substring.Index>
    var width: Int
  }

  /// Room that is left to write a name in.
  private static let leastRoom = 8

  /// A line with gaps that is too wide for the paper: the widest gap is drawn together, or each
  /// thing gets a line of its own.
  private func reset(_ line: Substring) -> [Substring] {
    let surplus = Self.width(line) - columns
    let gaps = surplus > 0 && !line.contains(Character(Self.lineBreak)) ? Self.gaps(of: line) : []
    guard let widest = gaps.max(by: { $0.width < $1.width }) else { return [line] }
    // Two names to be signed side by side need room each.
    let isSignedAtItsEnd = line.last == "："
    if !isSignedAtItsEnd, widest.width - surplus >= Self.leastRoom {
      let room = String(repeating: " ", count: widest.width - surplus)
      return [line[..<widest.range.lowerBound] + room + line[widest.range.upperBound...]]
    }
    let indent = line.prefix(while: Self.isBlank)
    var parts: [Substring] = []
    var start = line.startIndex
    for gap in gaps where gap.width == widest.width || gap.width >= Self.leastRoom {
      parts.append(line[start..<gap.range.lowerBound])
      start = gap.range.upperBound
    }
    parts.append(line[start...])
    if isSignedAtItsEnd { parts = Array(parts.map { [$0] }.joined(separator: [""])) }
    return parts.enumerated().map {
      $0.offset == 0 || $0.element.isEmpty ? $0.element : indent + $0.element
    }
  }

  private static func gaps(of line: Substring) -> [Gap] {
    var gaps: [Gap] = []
    var here = line.firstIndex { !isBlank($0) } ?? line.endIndex
    while let start = line[here...].firstIndex(where: isBlank) {
      let end = line[start...].firstIndex { !isBlank($0) } ?? line.endIndex
      let gap = line[start..<end]
      if gap.count > 1, end < line.endIndex {
        gaps.append(Gap(range: start..<end, width: width(gap)))
      }
      here = end
    }
    return gaps
  }
}

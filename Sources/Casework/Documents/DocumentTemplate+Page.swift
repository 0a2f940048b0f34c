/// How text becomes pages for a text printer: 80 columns, a Chinese character taking two.
enum DocumentPage {
  static let columns = 80
  static let lines = 60

  /// Stands before a value, so that a long one goes on below its beginning.
  private static let valueMark: Character = "\u{E000}"
  private static let lineBreak: Character = "\u{E001}"
  private static let demoBanner = "【示例·演练　不具法律效力】"

  /// A value made harmless: no control characters, its own line breaks kept apart.
  static func value(_ text: String, isAligning: Bool) -> String {
    var clean = isAligning ? String(valueMark) : ""
    for character in text {
      if character.isNewline {
        clean.append(lineBreak)
      } else if !character.unicodeScalars.contains(where: isUnprintable) {
        clean.append(character)
      }
    }
    return clean
  }

  static func pages(of text: String, isDemo: Bool) -> String {
    var body = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap(lay)
    while body.last?.isEmpty ?? false { body.removeLast() }
    let banner = isDemo ? [centred(demoBanner)] : []
    let room = lines - 2 * banner.count - 1
    let count = max(1, (body.count + room - 1) / room)
    let pages = (0..<count).map { page in
      let foot = count > 1 ? [centred("第\(page + 1)页　共\(count)页")] : []
      return (banner + body.dropFirst(page * room).prefix(room) + foot + banner)
        .joined(separator: "\n")
    }
    return pages.joined(separator: "\n\u{C}") + "\n"
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator: true
    case .format: true
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol, .spaceSeparator:
      false
    @unknown default: true
    }
  }
}

extension DocumentPage {
  /// One line of a template as the lines it takes.
  private static func lay(_ line: Substring) -> [String] {
    if line.count >= 3, line.allSatisfy({ $0 == "-" }) {
      return [String(repeating: "-", count: columns)]
    }
    switch line.first {
    case "^": return wrapped(line.dropFirst().drop { $0 == " " }, hanging: 0).map(centred)
    case ">":
      return wrapped(line.dropFirst().drop { $0 == " " }, hanging: 0).map {
        String(repeating: " ", count: max(0, columns - width($0))) + $0
      }
    default: return wrapped(line, hanging: hang(of: line))
    }
  }

  /// Where a line goes on: flush left for a paragraph, else below its first value.
  private static func hang(of line: Substring) -> Int {
    if line.hasPrefix("　　") { return 0 }
    let value = line.firstIndex(of: valueMark) ?? line.startIndex
    let before = width(line[..<value])
    return before <= columns / 2 ? before : width(line.prefix { $0 == " " || $0 == "　" })
  }

  private static func centred(_ text: String) -> String {
    String(repeating: " ", count: max(0, (columns - width(text)) / 2)) + text
  }

  private static func wrapped(_ line: Substring, hanging: Int) -> [String] {
    let indent = String(repeating: " ", count: hanging)
    var lines: [String] = []
    for part in line.split(separator: lineBreak, omittingEmptySubsequences: false) {
      var current = lines.isEmpty ? "" : indent
      var used = lines.isEmpty ? 0 : hanging
      var isFresh = !lines.isEmpty
      for word in words(of: part.filter { $0 != valueMark }) {
        let wide = width(word)
        if used + wide > columns {
          lines.append(trimmed(current))
          (current, used, isFresh) = (indent, hanging, true)
        }
        if isFresh, word == " " || word == "　" { continue }
        current += word
        used += wide
        isFresh = false
      }
      lines.append(trimmed(current))
    }
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while let last = line.last, last == " " || last == "　" { line.removeLast() }
    return line
  }

  /// What must not be broken: a number or Latin word, a character with the punctuation it carries.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isGlued = false
    for character in text {
      let staysTogether =
        isGlued || closing.contains(character)
        || (isLatin(character) && (words.last?.last.map(isLatin) ?? false))
      if staysTogether, let last = words.last, width(last) < columns / 2 - 2 {
        words[words.count - 1] = last + String(character)
      } else {
        words.append(String(character))
      }
      isGlued = opening.contains(character)
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

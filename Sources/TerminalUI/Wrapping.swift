extension Glyphs {
  /// Breaks a text into lines: anywhere between Chinese characters, at spaces in Latin words.
  /// No line begins with a closing punctuation mark; line breaks in the text are kept.
  package func wrapped(_ text: String, to columns: Int) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrappedParagraph(String($0), to: max(2, columns)) }
  }

  private func wrappedParagraph(_ text: String, to columns: Int) -> [String] {
    if self.columns(of: text) <= columns { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: text) {
      let width = self.columns(of: piece)
      if used + width <= columns {
        line += piece
        used += width
      } else if piece == " " {
        lines.append(line)
        (line, used) = ("", 0)
      } else {
        if !line.isEmpty { lines.append(trimmedEnd(line)) }
        lines += broken(piece, to: columns)
        line = lines.popLast() ?? ""
        used = self.columns(of: line)
      }
    }
    return lines + [line]
  }

  private func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var previous: Character?
    for character in text {
      if let previous, let last = pieces.indices.last, !mayBreak(previous, character) {
        pieces[last].append(character)
      } else {
        pieces.append(String(character))
      }
      previous = character
    }
    return pieces
  }

  private func mayBreak(_ before: Character, _ after: Character) -> Bool {
    if closing.contains(after) || opening.contains(before) { return false }
    return before == " " || after == " " || isWide(before) || isWide(after)
  }

  /// A piece longer than a whole line is cut where it must be.
  private func broken(_ piece: String, to columns: Int) -> [String] {
    var parts: [String] = []
    var part = ""
    var used = 0
    for character in piece {
      let width = self.columns(of: String(character))
      if used + width > columns, !part.isEmpty {
        parts.append(part)
        (part, used) = ("", 0)
      }
      part.append(character)
      used += width
    }
    return parts + [part]
  }

  private func isWide(_ character: Character) -> Bool {
    columns(of: String(character)) > 1
  }

  private func trimmedEnd(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

private let closing: Set<Character> = [
  "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "」", "』", "】", "”", "’", "…", "％", ")", ",",
  ".", ";", ":", "?", "!", "]", "%",
]
private let opening: Set<Character> = ["（", "《", "〈", "「", "『", "【", "“", "‘", "(", "["]

/// The lines of a text on paper of a certain width.
struct PageSetting {
  private var text: [UInt8]
  private let columns: Int
  private var output: PageLines
  /// Where values are marked in the line that is taken over.
  private var marks: [Int] = []

  init(_ text: [UInt8], columns: Int) {
    (self.text, self.columns) = (text, columns)
    output = PageLines(reserving: text.count + text.count / 4)
  }

  /// Without those at the end that hold nothing.
  mutating func lines() -> PageLines {
    let end = text.count
    var start = 0
    while start <= end {
      let stop = text[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      if !layAsItStands(start..<stop) { lay(start..<stop) }
      start = stop + 1
    }
    output.trim()
    return output
  }

  /// One line of a template as the lines it takes.
  private mutating func lay(_ part: Range<Int>) {
    let (line, isPlain) = PageGlyph.glyphs(of: text, in: part)
    if let first = line.first, isAlone(first, "^") {
      let columns = columns
      layAside(line, isPlain: isPlain) { (columns - $0) / 2 }
    } else if let first = line.first, isAlone(first, ">") {
      let columns = columns
      layAside(line, isPlain: isPlain) { columns - $0 }
    } else if isPlain, fits(line[...]) {
      write(line[...], 0) { _ in 0 }
    } else {
      for line in reset(line) {
        wrap(line[...], isPlain: isPlain, hanging: hang(of: line)) { _ in 0 }
      }
    }
  }

  /// A line that is centred or set to the right by the mark it begins with.
  private mutating func layAside(
    _ line: [PageGlyph], isPlain: Bool, margin: (Int) -> Int
  ) {
    let rest = line.dropFirst().drop { $0.kind == .blank }
    if isPlain, fits(rest) {
      write(rest, 0, margin)
    } else {
      wrap(rest, isPlain: isPlain, hanging: 0, margin: margin)
    }
  }

  private func isAlone(_ glyph: PageGlyph, _ sign: Unicode.Scalar) -> Bool {
    glyph.length == 1 && text[Int(glyph.start)] == UInt8(ascii: sign)
  }

  /// Where a line goes on: flush left for a paragraph, else below its first value.
  private func hang(of line: [PageGlyph]) -> Int {
    if line.count > 1, line[0].kind == .wideBlank, line[1].kind == .wideBlank { return 0 }
    let value = line.firstIndex { $0.kind == .valueMark } ?? 0
    let before = line[..<value].width
    return before <= columns / 2 ? before : line.prefix(while: \.isBlank).width
  }
}

extension PageSetting {
  /// Most lines are of plain characters and no wider than the paper: they are taken over as they
  /// stand, without a look at each character. False for any other, which is left to be laid.
  private mutating func layAsItStands(_ part: Range<Int>) -> Bool {
    let text = text
    let bytes = text.span
    var start = part.lowerBound
    let mark = start < part.upperBound ? bytes[start] : 0
    if mark == UInt8(ascii: "-"), Self.isRule(bytes, part) {
      output.add(UInt8(ascii: "-"), times: columns)
      output.endLine()
      return true
    }
    let isAside = mark == UInt8(ascii: "^") || mark == UInt8(ascii: ">")
    if isAside {
      start += 1
      while start < part.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    }
    marks.removeAll(keepingCapacity: true)
    guard
      let own = PageGlyph.plainExtent(of: bytes, in: start..<part.upperBound, marks: &marks),
      own.width <= columns
    else { return false }
    if isAside {
      let room = columns - own.widthOfRest
      output.add(UInt8(ascii: " "), times: mark == UInt8(ascii: "^") ? room / 2 : room)
    }
    for mark in marks where mark < own.end {
      output.add(text[start..<mark])
      start = mark + PageGlyph.valueMarkBytes.count
    }
    output.add(text[start..<own.end])
    output.endLine()
    return true
  }

  private static func isRule(_ bytes: Span<UInt8>, _ part: Range<Int>) -> Bool {
    part.count >= 3 && part.allSatisfy { bytes[$0] == UInt8(ascii: "-") }
  }
}

extension PageSetting {
  /// Sets a line, as many lines as it takes; `margin` is what stands before one of so many columns.
  private mutating func wrap(
    _ line: ArraySlice<PageGlyph>, isPlain: Bool, hanging: Int, margin: (Int) -> Int
  ) {
    var isFirst = true
    for part in line.split(omittingEmptySubsequences: false, whereSeparator: \.isLineBreak) {
      let glyphs = withoutMarks(part, isPlain: isPlain)
      var (start, used, isFresh) = (0, isFirst ? 0 : hanging, !isFirst)
      Self.forEachWord(of: glyphs, columns) { word, wide in
        if used + wide > columns {
          write(glyphs[start..<word.lowerBound], isFirst ? 0 : hanging, margin)
          (start, used, isFresh, isFirst) = (word.lowerBound, hanging, true, false)
        }
        if isFresh, word.count == 1, glyphs[word.lowerBound].isBlank {
          start = word.upperBound
          return
        }
        used += wide
        isFresh = false
      }
      write(glyphs[start...], isFirst ? 0 : hanging, margin)
      isFirst = false
    }
  }

  /// Most lines are shorter than the paper is wide, however they are broken.
  private func fits(_ line: ArraySlice<PageGlyph>) -> Bool {
    var width = 0
    for glyph in line {
      if glyph.isLineBreak { return false }
      width += Int(glyph.width)
    }
    return width <= columns
  }

  /// What is left of a line without the marks of its values.
  private mutating func withoutMarks(
    _ part: ArraySlice<PageGlyph>, isPlain: Bool
  ) -> [PageGlyph] {
    let rest = part.filter { $0.kind != .valueMark }
    if isPlain || rest.count == part.count { return rest }
    // What stood apart may belong together now.
    let start = text.count
    for glyph in rest { append(glyph, to: &text) }
    return PageGlyph.glyphs(of: text, in: start..<text.count).glyphs
  }

  /// What must not be broken: a number or Latin word, a character with the punctuation it carries.
  private static func forEachWord(
    of glyphs: [PageGlyph], _ columns: Int, _ body: (Range<Int>, Int) -> Void
  ) {
    var (start, wide, isGlued, isLatin) = (0, 0, false, false)
    for (place, glyph) in glyphs.enumerated() {
      let staysTogether =
        isGlued || glyph.kind == .closing || (glyph.kind == .latin && isLatin)
      if place > start, !staysTogether || wide >= columns / 2 - 2 {
        body(start..<place, wide)
        (start, wide) = (place, 0)
      }
      wide += Int(glyph.width)
      isGlued = glyph.kind == .opening
      isLatin = glyph.kind == .latin
    }
    if start < glyphs.count { body(start..<glyphs.count, wide) }
  }

  /// A line without the marks of its values and the blanks at its end, those it goes on below
  /// included.
  private mutating func write(
    _ line: ArraySlice<PageGlyph>, _ hanging: Int, _ margin: (Int) -> Int
  ) {
    let end = line.lastIndex { !$0.isBlank && $0.kind != .valueMark }.map { $0 + 1 }
    let line = line[..<(end ?? line.startIndex)]
    output.add(
      UInt8(ascii: " "), times: max(0, margin(line.width)) + (line.isEmpty ? 0 : hanging))
    // What stands side by side in the text is taken over as one piece.
    var piece = 0..<0
    for glyph in line where glyph.kind != .valueMark && (glyph.length > 0 || glyph.isBlank) {
      let own = Int(glyph.start)..<Int(glyph.start + glyph.length)
      if !own.isEmpty, own.lowerBound == piece.upperBound {
        piece = piece.lowerBound..<own.upperBound
        continue
      }
      output.add(text[piece])
      piece = own
      if own.isEmpty { output.add(UInt8(ascii: " ")) }
    }
    output.add(text[piece])
    output.endLine()
  }

  private func append(_ glyph: PageGlyph, to bytes: inout [UInt8]) {
    guard glyph.kind != .blank else { return bytes.append(UInt8(ascii: " ")) }
    for place in Int(glyph.start)..<Int(glyph.start + glyph.length) { bytes.append(text[place]) }
  }
}

extension PageSetting {
  /// Two blanks side by side within a line: room to write in, or between two things in a row.
  private struct Gap {
    var range: Range<Int>
    var width: Int
  }

  /// Room that is left to write a name in.
  private static let leastRoom = 8

  /// A line with gaps that is too wide for the paper: the widest gap is drawn together, or each
  /// thing gets a line of its own.
  private func reset(_ line: [PageGlyph]) -> [[PageGlyph]] {
    let surplus = line.width - columns
    let gaps = surplus > 0 && !line.contains(where: \.isLineBreak) ? Self.gaps(of: line) : []
    guard let widest = gaps.max(by: { $0.width < $1.width }) else { return [line] }
    // Two names to be signed side by side need room each.
    let isSignedAtItsEnd = line.last.map(isColon) ?? false
    if !isSignedAtItsEnd, widest.width - surplus >= Self.leastRoom {
      let room = Array(repeating: PageGlyph.blank, count: widest.width - surplus)
      return [Array(line[..<widest.range.lowerBound]) + room + line[widest.range.upperBound...]]
    }
    let indent = Array(line.prefix(while: \.isBlank))
    var parts: [[PageGlyph]] = []
    var start = 0
    for gap in gaps where gap.width == widest.width || gap.width >= Self.leastRoom {
      parts.append(Array(line[start..<gap.range.lowerBound]))
      start = gap.range.upperBound
    }
    parts.append(Array(line[start...]))
    if isSignedAtItsEnd { parts = Array(parts.map { [$0] }.joined(separator: [[]])) }
    return parts.enumerated().map {
      $0.offset == 0 || $0.element.isEmpty ? $0.element : indent + $0.element
    }
  }

  private func isColon(_ glyph: PageGlyph) -> Bool {
    text[Int(glyph.start)..<Int(glyph.start + glyph.length)].elementsEqual("：".utf8)
  }

  private static func gaps(of line: [PageGlyph]) -> [Gap] {
    var gaps: [Gap] = []
    var here = line.firstIndex { !$0.isBlank } ?? line.endIndex
    while let start = line[here...].firstIndex(where: \.isBlank) {
      let end = line[start...].firstIndex { !$0.isBlank } ?? line.endIndex
      if end - start > 1, end < line.endIndex {
        gaps.append(Gap(range: start..<end, width: line[start..<end].width))
      }
      here = end
    }
    return gaps
  }
}

extension PageGlyph {
  fileprivate var isLineBreak: Bool { kind == .lineBreak }
}

extension Collection<PageGlyph> {
  /// In columns of the printer.
  var width: Int { reduce(0) { $0 + Int($1.width) } }
}

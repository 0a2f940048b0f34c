/// The lines of a text on paper of a certain width; each is laid as soon as it is complete.
struct PageSetting {
  private let columns: Int
  private(set) var lines: PageLines
  /// Where values begin in the line that is being written, by which a long one is set.
  private var marks: [Int] = []
  /// How far it reaches; nil once it is not plain.
  private var extent: PageExtent? = PageExtent()
  /// A line that is laid, in UTF-8.
  private var text: [UInt8] = []

  init(columns: Int, reserving bytes: Int = 0, lines: Int = 0) {
    self.columns = columns
    self.lines = PageLines(reserving: bytes, lines: lines)
  }

  /// What every document of its template has in common.
  mutating func append(_ fixed: FixedText) {
    guard let tail = fixed.tail else { return append(fixed.head) }
    guard fixed.columns == columns else { return append(fixed.text) }
    if lines.begunCount == 0, marks.isEmpty {
      lines.add(fixed.lines)
    } else {
      append(fixed.head)
      endLine()
      lines.add(fixed.lines, from: fixed.headLines)
    }
    append(tail)
  }

  /// A part of a line.
  mutating func append(_ piece: PagePiece) {
    add(piece.extent)
    lines.add(piece.text)
  }

  /// A value made harmless; a long one goes on below its beginning if it is aligning.
  mutating func append(_ value: String, isAligning: Bool) {
    if isAligning { marks.append(lines.begunCount) }
    let own = PageExtent(of: value.utf8.span)
    add(own)
    lines.add(own == nil ? DocumentPage.harmless(value).utf8 : value.utf8)
  }

  /// A text in UTF-8 of any number of lines.
  mutating func append(_ text: [UInt8]) {
    var rest = text[...]
    while let end = rest.firstIndex(of: PageLines.end) {
      append(PagePiece(rest[..<end]))
      endLine()
      rest = rest[(end + 1)...]
    }
    append(PagePiece(rest))
  }

  private mutating func add(_ own: PageExtent?) {
    guard let own else { return extent = nil }
    extent?.add(own, from: lines.begunCount)
  }

  /// The line is complete.
  mutating func endLine() {
    if !layAsItStands() { lay() }
    if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
    extent = PageExtent()
  }

  /// The last line is complete as well; without those at the end that hold nothing.
  mutating func finish() -> PageLines {
    endLine()
    lines.trim()
    return lines
  }

  /// One line of a template as the lines it takes.
  private mutating func lay() {
    text = lines.takeBegun()
    markValues()
    let (line, isPlain) = PageGlyph.glyphs(of: text, in: text.indices)
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

  /// Puts a mark before every value, among the characters of the line.
  private mutating func markValues() {
    for place in marks.reversed() {
      text.insert(contentsOf: PageGlyph.valueMarkBytes, at: place)
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
  private mutating func layAsItStands() -> Bool {
    guard let extent else { return false }
    let firstValue = marks.first ?? lines.begunCount
    let mark = firstValue > 0 ? lines.begun(at: 0) : nil
    if mark == UInt8(ascii: "-"), isRule {
      lines.cutBegun(to: 0)
      lines.add(UInt8(ascii: "-"), times: columns)
      lines.endLine()
      return true
    }
    var start = 0
    if mark == UInt8(ascii: "^") || mark == UInt8(ascii: ">") {
      start = 1
      while start < firstValue, lines.begun(at: start) == UInt8(ascii: " ") { start += 1 }
    }
    // What is passed over takes a column for each byte.
    guard extent.width - start <= columns else { return false }
    lines.cutBegun(to: max(start, extent.end))
    if start > 0 {
      let room = columns - max(0, extent.widthOfRest - start)
      lines.replaceBegun(
        start, by: UInt8(ascii: " "), times: mark == UInt8(ascii: "^") ? room / 2 : room)
    }
    lines.endLine()
    return true
  }

  private var isRule: Bool {
    marks.isEmpty && lines.begunCount >= 3
      && lines.begun.allSatisfy { $0 == UInt8(ascii: "-") }
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
    var rest: [PageGlyph] = []
    rest.reserveCapacity(part.count)
    for glyph in part where glyph.kind != .valueMark { rest.append(glyph) }
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
    lines.add(
      UInt8(ascii: " "), times: max(0, margin(line.width)) + (line.isEmpty ? 0 : hanging))
    // What stands side by side in the text is taken over as one piece.
    var piece = 0..<0
    for glyph in line where glyph.kind != .valueMark && (glyph.length > 0 || glyph.isBlank) {
      let own = Int(glyph.start)..<Int(glyph.start + glyph.length)
      if !own.isEmpty, own.lowerBound == piece.upperBound {
        piece = piece.lowerBound..<own.upperBound
        continue
      }
      lines.add(text[piece])
      piece = own
      if own.isEmpty { lines.add(UInt8(ascii: " ")) }
    }
    lines.add(text[piece])
    lines.endLine()
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

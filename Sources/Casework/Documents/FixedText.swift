/// Text that stands the same in every document of a template, laid once on the paper it is made for;
/// held once, for every document goes through it.
final class FixedText: Sendable {
  /// In UTF-8.
  let text: [UInt8]
  let columns: Int
  /// What stands before its first line break.
  let head: PagePiece
  /// What stands behind its last line break; nil if it has none.
  let tail: PagePiece?
  /// What is between, laid as if the head began a line.
  let lines: PageLines
  /// How many of them the head takes.
  let headLines: Int

  init(_ text: [UInt8], columns: Int) {
    self.text = text
    self.columns = columns
    let pieces = text.split(separator: PageLines.end, omittingEmptySubsequences: false)
    head = PagePiece(pieces[0])
    tail = pieces.count > 1 ? PagePiece(pieces[pieces.count - 1]) : nil
    var setting = PageSetting(columns: columns)
    var headLines = 0
    for (place, piece) in pieces.dropLast().enumerated() {
      setting.append(PagePiece(piece))
      setting.endLine()
      if place == 0 { headLines = setting.lines.count }
    }
    (lines, self.headLines) = (setting.lines, headLines)
  }
}

/// A part of a line of a document, and how far it reaches.
struct PagePiece: Sendable {
  /// In UTF-8.
  let text: [UInt8]
  /// Nil if it is not plain.
  let extent: PageExtent?

  init(_ text: ArraySlice<UInt8>) {
    let text = Array(text)
    (self.text, extent) = (text, PageExtent(of: text.span))
  }
}

/// How far plain text reaches in a line.
struct PageExtent: Hashable, Sendable {
  /// Where it ends without the blanks at its end, in bytes.
  private(set) var end = 0
  /// In columns.
  private(set) var width = 0
  /// In columns, without the blanks at its end.
  private(set) var widthOfRest = 0

  init() {}

  /// Nil if the text, in UTF-8, is not plain.
  init?(of text: Span<UInt8>) {
    var (place, columns, end, rest) = (0, 0, 0, 0)
    while place < text.count {
      guard let own = PageGlyph.plain(text, at: place) else { return nil }
      place += own.length
      columns += own.columns
      if !own.isBlank { (end, rest) = (place, columns) }
    }
    (self.end, width, widthOfRest) = (end, columns, rest)
  }

  /// Goes on by another text that begins at a byte.
  mutating func add(_ other: PageExtent, from start: Int) {
    if other.end > 0 { (end, widthOfRest) = (start + other.end, width + other.widthOfRest) }
    width += other.width
  }
}

/// Which characters stand for borders in text frames, and how borders look on the terminal.
package enum GlyphSet: String, Hashable, Sendable, CaseIterable {
  case lines, ascii

  package func character(for border: Border) -> Unicode.Scalar {
    switch self {
    case .ascii:
      switch border {
      case .horizontal: "-"
      case .vertical: "|"
      case .topLeft, .topRight, .bottomLeft, .bottomRight, .cross: "+"
      case .teeDown, .teeUp, .teeLeft, .teeRight: "+"
      case .shade: "="
      case .diamond: "*"
      }
    case .lines:
      switch border {
      case .horizontal: "─"
      case .vertical: "│"
      case .topLeft: "┌"
      case .topRight: "┐"
      case .bottomLeft: "└"
      case .bottomRight: "┘"
      case .teeDown: "┬"
      case .teeUp: "┴"
      case .teeLeft: "┤"
      case .teeRight: "├"
      case .cross: "┼"
      case .shade: "▒"
      case .diamond: "◆"
      }
    }
  }
}

/// A piece of line, or one of the two other shapes that every terminal draws by itself; a tee is
/// named for where its arm points.
package enum Border: UInt8, Hashable, Sendable, CaseIterable {
  case horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight
  case teeDown, teeUp, teeLeft, teeRight, cross
  case shade, diamond
}

/// How text is measured and what stands in for what cannot be written.
package struct Glyphs: Sendable {
  package var width: GlyphWidth
  package var set: GlyphSet
  /// Whether a list marks its selected row by more than the sign in front of it.
  package var showsBar = true
  /// Marks a text that was cut; always of certain width.
  package let ellipsis = ".."

  package init(width: GlyphWidth, set: GlyphSet) {
    self.width = width
    self.set = set
  }

  package mutating func use(_ theme: Theme) { (set, showsBar) = (theme.glyphSet, theme.showsBar) }

  /// For tests and frames printed as text.
  package static func fixed(ambiguous: Int = 1, set: GlyphSet = .lines) -> Glyphs {
    Glyphs(width: GlyphWidth(ambiguous: ambiguous), set: set)
  }

  /// What the grid draws for a scalar: itself, or a stand-in of certain width.
  func drawn(_ scalar: Unicode.Scalar) -> Drawn {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return .glyph(scalar, columns: 1) }
    if value == 0x09 || value == 0x0A || value == 0x0D { return .glyph(" ", columns: 1) }
    if value < 0x20 || (value >= 0x7F && value < 0xA0) { return .glyph("?", columns: 1) }
    if scalar.isLayoutControl { return .nothing }
    switch width.columns(of: scalar) {
    case 0: return .mark(scalar)
    case 1: return .glyph(scalar, columns: 1)
    case 2: return .glyph(scalar, columns: 2)
    default: return substitute
    }
  }

  private var substitute: Drawn {
    width.columns(of: "〓") == 2 ? .glyph("〓", columns: 2) : .glyph("?", columns: 1)
  }

  enum Drawn: Hashable {
    case glyph(Unicode.Scalar, columns: Int)
    case mark(Unicode.Scalar)
    case nothing
  }
}

extension Glyphs {
  /// The columns a text takes when drawn.
  package func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  func columns(of scalar: Unicode.Scalar) -> Int {
    if case .glyph(_, let columns) = drawn(scalar) { return columns }
    return 0
  }

  /// The text if it fits; else as much of it as leaves room for the ellipsis.
  package func clipped(_ text: String, to columns: Int) -> String {
    guard let cut = scalars(of: text, within: columns) else { return text }
    guard columns > ellipsis.count else { return String(cut) }
    let kept = scalars(of: text, within: columns - ellipsis.count) ?? cut
    return String(kept) + ellipsis
  }

  /// As many scalars as fit; nil if all do.
  private func scalars(of text: String, within columns: Int) -> String.UnicodeScalarView
    .SubSequence?
  {
    var used = 0
    let view = text.unicodeScalars
    for index in view.indices {
      used += self.columns(of: view[index])
      if used > columns { return view[..<index] }
    }
    return nil
  }
}

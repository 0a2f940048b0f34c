/// What one cell shows: a scalar with at most one mark on it, or a piece of line.
package enum Glyph: Hashable, Sendable {
  case scalar(Unicode.Scalar, mark: Unicode.Scalar?)
  case border(Border)

  package static let blank = Glyph.scalar(" ", mark: nil)
}

/// One column of one row.
package struct Cell: Hashable, Sendable {
  package var glyph: Glyph
  package var role: Role
  package var isSelected: Bool
  /// The second half of a wide glyph; its own glyph is blank.
  package var isTrailing: Bool

  package init(
    glyph: Glyph = .blank, role: Role = .text, isSelected: Bool = false, isTrailing: Bool = false
  ) {
    self.glyph = glyph
    self.role = role
    self.isSelected = isSelected
    self.isTrailing = isTrailing
  }
}

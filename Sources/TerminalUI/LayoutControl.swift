extension Unicode.Scalar {
  /// Whether it shows nothing and moves, turns or joins what stands beside it: marks of direction,
  /// joiners, variation selectors. Terminals disagree about all of them, so none is ever sent.
  package var isLayoutControl: Bool {
    switch value {
    case ..<0xA0, 0x2E80...0x3163, 0x3165...0xD7AF: false
    // Colours of skin, which terminals join to the picture before them or not.
    case 0x1F3FB...0x1F3FF: true
    default:
      switch properties.generalCategory {
      case .format, .lineSeparator, .paragraphSeparator: true
      default: properties.isDefaultIgnorableCodePoint
      }
    }
  }

  /// Whether it commands the terminal: the controls of ASCII and those beyond it.
  package var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }

  /// Whether it is a mark upon the letter before it.
  package var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}

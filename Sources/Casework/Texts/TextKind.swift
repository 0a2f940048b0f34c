/// How long a text that somebody supplies may be, by what it is for.
package enum TextKind: Hashable, Sendable, CaseIterable {
  /// A number of a paper, a telephone, a parcel.
  case number
  /// Of a person, an organisation, an organ.
  case name
  /// An address, a legal basis, a purpose: one line on paper.
  case line
  /// A reason, an opinion, a decision: as long as a page or two.
  case passage

  /// In characters as people count them.
  package var most: Int {
    switch self {
    case .number: 64
    case .name: 200
    case .line: 500
    case .passage: 4_000
    }
  }
}

/// Why a text cannot be taken as it is.
package enum TextFault: Hashable, Sendable {
  case tooLong(most: Int)
  /// It holds what nobody sees: control characters, marks of direction, characters without width.
  case unseen
  /// More marks on one letter than any script sets there.
  case piled

  /// The fault's name on the command line; a contract.
  package var code: String {
    switch self {
    case .tooLong: "too-long"
    case .unseen: "unseen"
    case .piled: "piled"
    }
  }
}

extension TextKind {
  /// Whether a text from outside may be taken up as it is; nothing is ever taken up changed.
  package func fault(in text: String) -> TextFault? {
    // A mad text need not be counted by characters first.
    if text.utf8.count > most * 64 { return .tooLong(most: most) }
    if text.utf8.count > most, text.count > most { return .tooLong(most: most) }
    var scan = TextScan()
    for scalar in text.unicodeScalars {
      if let fault = scan.fault(at: scalar) { return fault }
    }
    return scan.joins ? .unseen : nil
  }
}

/// Goes through a text scalar by scalar; what is unseen may depend on what stands before.
struct TextScan {
  private var marks = 0
  private var isAfterPicture = false
  private var mayVary = false
  /// Whether a joiner waits for the picture it joins.
  private(set) var joins = false

  private static let mostMarks = 6

  mutating func fault(at scalar: Unicode.Scalar) -> TextFault? {
    let value = scalar.value
    if (0x4E00...0x9FFF).contains(value) || (0x20..<0x7F).contains(value) {
      return stand(isPicture: false, mayVary: value != 0x20)
    }
    if value == 0x200D {
      guard isAfterPicture, !joins else { return .unseen }
      joins = true
      return nil
    }
    if scalar.properties.isVariationSelector {
      guard mayVary else { return .unseen }
      mayVary = false
      return nil
    }
    if scalar.isUnseen { return .unseen }
    if scalar.isMark {
      marks += 1
      return marks > Self.mostMarks ? .piled : nil
    }
    let isSpace = scalar.properties.generalCategory == .spaceSeparator
    return stand(isPicture: scalar.properties.isEmoji, mayVary: !isSpace)
  }

  private mutating func stand(isPicture: Bool, mayVary: Bool) -> TextFault? {
    if joins, !isPicture { return .unseen }
    (marks, joins, isAfterPicture, self.mayVary) = (0, false, isPicture, mayVary)
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether it shows nothing of its own and yet does something, or is none at all: controls,
  /// ends of lines, marks of direction, joiners, fillers.
  package var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default:
      // The blank of braille is a name of nothing.
      value == 0x2800 || properties.isDefaultIgnorableCodePoint
        || properties.isNoncharacterCodePoint
    }
  }

  /// Whether it stands upon the letter before it.
  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}

/// A text without what nobody sees in it; ends of lines stay, for a blank makes spaces of them.
package func withoutUnseen(_ text: String) -> String {
  var scan = TextScan()
  var seen = String.UnicodeScalarView()
  var joiner: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    if scalar == "\n" {
      (scan, joiner) = (TextScan(), nil)
      seen.append(scalar)
    } else if scalar.value == 0x200D {
      // It stays only if the picture it joins follows.
      var ahead = scan
      joiner = ahead.fault(at: scalar) == nil ? scalar : nil
    } else if scan.fault(at: scalar) != .unseen {
      if let joiner, scalar.properties.isEmoji { seen.append(joiner) }
      joiner = nil
      seen.append(scalar)
    }
  }
  return String(seen)
}

/// How text becomes sheets for a text printer, a Chinese character taking two columns: pages for
/// the width of A4, one strip for anything narrower.
package struct DocumentPage {
  package static let wide = 80
  private static let lines = 60

  let columns: Int

  private static let demoBanner = "【示例·演练　不具法律效力】"

  package init(columns: Int) { self.columns = columns }

  /// The sheets the lines of a text take, in UTF-8; a roll of receipt paper has no pages.
  func sheets(of body: PageLines, isDemo: Bool) -> [UInt8] {
    let banner = isDemo ? centred(Self.demoBanner) : []
    let room = columns < Self.wide ? max(1, body.count) : Self.lines - (isDemo ? 2 : 0) - 1
    let count = max(1, (body.count + room - 1) / room)
    var sheets: [UInt8] = []
    sheets.reserveCapacity(body.byteCount + count * (2 * banner.count + 64))
    for page in 0..<count {
      sheets += banner
      sheets += body[page * room..<min(body.count, (page + 1) * room)]
      if count > 1 { sheets += centred("第\(page + 1)页　共\(count)页") }
      sheets += banner
      if page + 1 < count { sheets.append(Self.formFeed) }
    }
    if sheets.isEmpty { sheets.append(PageLines.end) }
    return sheets
  }

  private static let formFeed = UInt8(0x0C)

  /// A line of its own, with its end.
  private func centred(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let width = PageGlyph.glyphs(of: bytes, in: bytes.indices).glyphs.width
    return Array(repeating: UInt8(ascii: " "), count: max(0, (columns - width) / 2)) + bytes
      + [PageLines.end]
  }
}

extension DocumentPage {
  /// A value made harmless: nothing unseen in it, its own line breaks kept apart. What no printer
  /// has leaves a mark, so that nobody reads a name without it.
  static func harmless(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var bearsMarks = false
    for character in text {
      if character.isNewline {
        clean.append(PageGlyph.lineBreak)
        bearsMarks = false
        continue
      }
      for scalar in character.unicodeScalars where !scalar.isUnseen {
        // A mark without a letter would stand on the template's own.
        if scalar.isMark, !bearsMarks { continue }
        clean.append(isUnprintable(scalar) ? "〓" : scalar)
        bearsMarks = true
      }
    }
    return String(clean)
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .unassigned, .privateUse: true
    default: false
    }
  }
}

/// A character of a page: how wide it is printed, how it stands with its neighbours, and where its
/// bytes are in the text.
package struct PageGlyph {
  enum Kind: UInt8 {
    case other
    /// Of a number or a Latin word, which is never broken.
    case latin
    case blank, wideBlank
    /// Goes with the character behind it, or with the one before it.
    case opening, closing
    /// Stands before a value, so that a long one goes on below its beginning.
    case valueMark
    /// The end of a line within a value.
    case lineBreak
  }

  var kind: Kind
  var width: UInt8
  var start: Int32
  var length: Int32

  /// A blank of the page's own, which stands in no text.
  static let blank = PageGlyph(kind: .blank, width: 1, start: 0, length: 0)

  var isBlank: Bool { kind == .blank || kind == .wideBlank }

  static let valueMark: Unicode.Scalar = "\u{E000}"
  static let lineBreak: Unicode.Scalar = "\u{E001}"
  static let valueMarkBytes = Array(String(valueMark).utf8)
}

extension PageGlyph {
  /// What text is set in: Latin letters, hanzi and the marks that go with them. Each is a character
  /// of its own whatever stands beside it, and is printed as it is.
  package static func isPlain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20...0x7E, 0x4E00...0x9FEF, 0x3000...0x3029, 0xFF01...0xFF5E: true
    case 0xB7, 0xD7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: true
    default: false
    }
  }

  /// The bytes and columns of a plain character of a text in UTF-8, and whether it is a blank; nil of
  /// any other.
  ///
  /// Nearly all there is are Latin letters and the middle of the hanzi, told by their first byte.
  @inline(__always)
  static func plain(
    _ bytes: Span<UInt8>, at place: Int
  ) -> (length: Int, columns: Int, isBlank: Bool)? {
    let first = bytes[place]
    if first >= 0xE5, first <= 0xE8 { return (3, 2, false) }
    if first < 0x80 { return first >= 0x20 && first < 0x7F ? (1, 1, first == 0x20) : nil }
    let (scalar, length) = decode(bytes, at: place)
    return isPlain(scalar) ? (length, columns(of: scalar), scalar == 0x3000) : nil
  }

  /// The characters of a part of a text in UTF-8, and whether each stands for itself there, so that
  /// one more or less makes no others of them.
  static func glyphs(of text: [UInt8], in part: Range<Int>) -> (glyphs: [PageGlyph], isPlain: Bool)
  {
    let bytes = text.span
    var glyphs: [PageGlyph] = []
    glyphs.reserveCapacity(part.count)
    var place = part.lowerBound
    while place < part.upperBound {
      if bytes[place] >= 0xE5, bytes[place] <= 0xE8 {
        glyphs.append(PageGlyph(kind: .other, width: 2, start: Int32(place), length: 3))
        place += 3
        continue
      }
      let (scalar, length) = decode(bytes, at: place)
      guard isPlain(scalar) || scalar == valueMark.value || scalar == lineBreak.value else {
        return (characters(of: text, in: part), false)
      }
      glyphs.append(PageGlyph(scalar, start: place, length: length))
      place += length
    }
    return (glyphs, true)
  }

  /// As Unicode has it: marks belong to their letter, pictures are joined.
  private static func characters(of text: [UInt8], in part: Range<Int>) -> [PageGlyph] {
    var place = part.lowerBound
    return String(decoding: text[part], as: UTF8.self).map { character in
      let scalars = character.unicodeScalars
      let length = character.utf8.count
      defer { place += length }
      let first = scalars.first?.value ?? 0
      var glyph = PageGlyph(first, start: place, length: length)
      if scalars.count > 1 { glyph.kind = character.isASCII ? .latin : .other }
      return glyph
    }
  }

  private init(_ scalar: UInt32, start: Int, length: Int) {
    let kind = Self.kind(of: scalar)
    self.kind = kind
    // The two marks of our own take no room.
    width = kind == .valueMark || kind == .lineBreak ? 0 : UInt8(Self.columns(of: scalar))
    self.start = Int32(start)
    self.length = Int32(length)
  }

  /// The printer's fixed pitch: one column for Latin, two for everything from the East.
  private static func columns(of scalar: UInt32) -> Int { scalar < 0x1100 ? 1 : 2 }

  private static func kind(of scalar: UInt32) -> Kind {
    if (0x4E00...0x9FFF).contains(scalar) { return .other }
    if scalar < 0x80 { return scalar == 0x20 ? .blank : .latin }
    guard let scalar = Unicode.Scalar(scalar) else { return .other }
    return switch scalar {
    case valueMark: .valueMark
    case lineBreak: .lineBreak
    case "　": .wideBlank
    case "，", "。", "、", "；", "：", "？", "！", "）", "》", "〕", "】", "”", "’", "」", "』": .closing
    case "（", "《", "〔", "【", "“", "‘", "「", "『": .opening
    default: .other
    }
  }

  /// Of a text that is known to be UTF-8.
  private static func decode(
    _ bytes: Span<UInt8>, at place: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[place])
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[place + offset]) & 0x3F }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }
}

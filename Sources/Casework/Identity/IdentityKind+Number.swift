extension IdentityKind {
  /// The number as it is compared: half-width, upper case, without spaces and reissue counts.
  package func normalised(_ text: String) -> String {
    // As nearly all are spelt already.
    let isPlain = text.utf8.allSatisfy { Self.isDigitOrCapital($0) }
    let number = isPlain ? text : text.halfWidth.compact
    switch self {
    case .militaryID, .other:
      return isPlain ? text : text.halfWidth.trimmingBlanks
    case .hongKongMacauPermit:
      // The card shows two digits more that count its reissues.
      return number.utf8.count == 11 ? String(number.prefix(9)) : number
    case .residentID, .creditCode, .taiwanPermit, .hkmtResidence, .passport, .foreignPassport,
      .foreignPermanentResidence, .hongKongMacauTravelPermit, .taiwanTravelPermit,
      .birthCertificate:
      return number
    }
  }

  private static func isDigitOrCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// What numbers of papers without a strict standard look like; any one of the shapes will do.
  var shapes: NumberShapes {
    switch self {
    case .hongKongMacauPermit: NumberShapes([.one(of: "HM"), .digits(8)])
    case .taiwanPermit: NumberShapes([.digits(8)], [.digits(10), .letter])
    case .passport:
      NumberShapes(
        [.one(of: "EDSPK"), .digitOrLetterButIO, .digits(7)], [.one(of: "G"), .digits(8)])
    case .foreignPassport: NumberShapes(anyOf: 5...18)
    case .foreignPermanentResidence:
      NumberShapes(
        [.letter, .letter, .letter, .digits(12)],
        [.one(of: "9"), .digits(16), .checkDigit], hasCheckDigit: true)
    case .hongKongMacauTravelPermit:
      NumberShapes([.one(of: "C"), .digits(8)], [.one(of: "C"), .letter, .digits(7)])
    case .taiwanTravelPermit: NumberShapes([.one(of: "LT"), .digits(8)])
    case .birthCertificate: NumberShapes([.letter, .digits(9)])
    case .militaryID: NumberShapes(textOf: 4...20)
    case .other: NumberShapes(textOf: 1...40)
    case .residentID, .creditCode, .hkmtResidence: NumberShapes(anyOf: 18...18)
    }
  }
}

extension String {
  /// Full-width letters, digits and blanks as their ASCII twins.
  var halfWidth: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let value = scalar.value
      let narrow: UInt32 =
        (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value == 0x3000 ? 0x20 : value
      result.append(Unicode.Scalar(narrow) ?? scalar)
    }
    return String(result)
  }

  var trimmingBlanks: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// Without blanks and hyphens, in upper case.
  var compact: String {
    String(filter { !$0.isWhitespace && $0 != "-" }).uppercased()
  }
}

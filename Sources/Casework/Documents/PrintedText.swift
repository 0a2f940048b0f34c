/// A text as it was printed, word for word: kept in the bytes it is printed, hashed and stored in, and
/// made a string for whoever reads it.
package struct PrintedText: Sendable {
  /// In UTF-8.
  package let utf8: [UInt8]
  /// What it has in common with others like it; nil of what was not made by a template just now.
  package let blank: BlankDocument?

  /// Of bytes that were put together of nothing but whole characters.
  package init(utf8: [UInt8], blank: BlankDocument? = nil) {
    (self.utf8, self.blank) = (utf8, blank)
  }

  package init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  package var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// The same words are the same text, whatever else is like them.
extension PrintedText: Hashable {
  package static func == (one: PrintedText, other: PrintedText) -> Bool { one.utf8 == other.utf8 }

  package func hash(into hasher: inout Hasher) { hasher.combine(utf8) }
}

/// Kept as any other text.
extension PrintedText: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(string)
  }
}

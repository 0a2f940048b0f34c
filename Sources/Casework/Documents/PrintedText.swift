/// A text as it was printed, word for word: kept in the bytes it is printed, hashed and stored in, and
/// made a string for whoever reads it.
package struct PrintedText: Hashable, Sendable {
  /// In UTF-8.
  package let utf8: [UInt8]

  /// Of bytes that were put together of nothing but whole characters.
  package init(utf8: [UInt8]) { self.utf8 = utf8 }

  package init(_ text: String) { utf8 = Array(text.utf8) }

  package var string: String { String(decoding: utf8, as: UTF8.self) }
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

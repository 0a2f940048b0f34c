/// Reads a plain JSON text straight into values, from its beginning to its end: whoever reads asks for
/// each member where the order of names puts it.
///
/// A member nobody asks for, or one that is missing, is not plain. So what is read so is what the
/// other decoders read, whatever members a value may come to have, and everything else is theirs.
struct PlainReading {
  typealias NotPlain = PlainJSON.NotPlain

  private let bytes: [UInt8]
  /// Whether texts of documents are wanted.
  private let keepsWords: Bool
  private var at = 0
  /// Longer numbers may not fit.
  private static let mostDigits = 18

  private init(_ bytes: [UInt8], keepsWords: Bool) {
    (self.bytes, self.keepsWords) = (bytes, keepsWords)
  }

  /// Nil if another decoder has to be asked.
  static func value<Value: PlainlyRead>(
    _ type: Value.Type, in bytes: [UInt8], keepsWords: Bool = true
  ) -> Value? {
    var text = PlainReading(bytes, keepsWords: keepsWords)
    guard let value = try? Value(reading: &text), text.at == bytes.count else { return nil }
    return value
  }

  mutating func beginObject() throws(NotPlain) { try expect(UInt8(ascii: "{")) }
  mutating func endObject() throws(NotPlain) { try expect(UInt8(ascii: "}")) }

  /// The next member, which has this name.
  mutating func member<Value: PlainlyRead>(_ name: String) throws(NotPlain) -> Value {
    guard takes(member: name) else { throw NotPlain() }
    return try Value(reading: &self)
  }

  /// The next member if it has this name and is not null.
  mutating func memberIfAny<Value: PlainlyRead>(_ name: String) throws(NotPlain) -> Value? {
    guard takes(member: name), !takes(word: "null") else { return nil }
    return try Value(reading: &self)
  }

  /// The text of a document as the next member: empty for whoever does not want it.
  mutating func words(_ name: String) throws(NotPlain) -> String {
    guard !keepsWords else { return try member(name) }
    guard takes(member: name) else { throw NotPlain() }
    try expect(UInt8(ascii: "\""))
    at = try endOfText().end + 1
    return ""
  }

  mutating func list<Value: PlainlyRead>() throws(NotPlain) -> [Value] {
    try expect(UInt8(ascii: "["))
    if takes(UInt8(ascii: "]")) { return [] }
    var values: [Value] = []
    repeat { values.append(try Value(reading: &self)) } while takes(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return values
  }

  mutating func text() throws(NotPlain) -> String {
    try expect(UInt8(ascii: "\""))
    let (end, isEscaped) = try endOfText()
    defer { at = end + 1 }
    guard isEscaped else { return String(decoding: bytes[at..<end], as: UTF8.self) }
    return PlainJSON.unescaped(bytes[at..<end])
  }

  /// A text that is written as it is, as something else than a string.
  mutating func text<Value>(as read: (Span<UInt8>) -> Value?) throws(NotPlain) -> Value {
    try expect(UInt8(ascii: "\""))
    let (end, isEscaped) = try endOfText()
    guard !isEscaped, let value = read(bytes.span.extracting(at..<end)) else { throw NotPlain() }
    at = end + 1
    return value
  }

  mutating func number() throws(NotPlain) -> Int {
    let isNegative = takes(UInt8(ascii: "-"))
    let start = at
    var value = 0
    while at < bytes.count, at - start < Self.mostDigits {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value * 10 + Int(digit)
      at += 1
    }
    guard (1...Self.mostDigits).contains(at - start) else { throw NotPlain() }
    let beginsWithZero = bytes[start] == UInt8(ascii: "0")
    guard !beginsWithZero || at - start == 1 && !isNegative else { throw NotPlain() }
    return isNegative ? -value : value
  }

  mutating func truth() throws(NotPlain) -> Bool {
    if takes(word: "true") { return true }
    guard takes(word: "false") else { throw NotPlain() }
    return false
  }
}

extension PlainReading {
  /// Up to the closing quote.
  private func endOfText() throws(NotPlain) -> (end: Int, isEscaped: Bool) {
    let bytes = bytes.span
    var (index, isEscaped) = (at, false)
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      // Hanzi and small letters, at once.
      if byte > UInt8(ascii: "\\") { continue }
      if byte == UInt8(ascii: "\"") { return (index - 1, isEscaped) }
      guard byte >= 0x20 else { break }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        guard index < bytes.count, PlainJSON.meaning(of: bytes[index]) != nil else { break }
        index += 1
      }
    }
    throw NotPlain()
  }

  private mutating func takes(member name: String) -> Bool {
    guard let end = end(ofName: name) else { return false }
    at = end
    return true
  }

  /// With its quotes, the comma before it and the colon behind.
  private func end(ofName name: String) -> Int? {
    let bytes = bytes.span
    let name = name.utf8.span
    // No value ends as an object begins.
    var index = at > 0 && bytes[at - 1] == UInt8(ascii: "{") ? at : at + 1
    guard index + name.count + 3 <= bytes.count, bytes[index] == UInt8(ascii: "\""),
      index == at || bytes[at] == UInt8(ascii: ",")
    else { return nil }
    index += 1
    for place in name.indices where bytes[index + place] != name[place] { return nil }
    index += name.count
    return bytes[index] == UInt8(ascii: "\"") && bytes[index + 1] == UInt8(ascii: ":")
      ? index + 2 : nil
  }

  private mutating func takes(word: String) -> Bool {
    guard bytes[at...].starts(with: word.utf8) else { return false }
    at += word.utf8.count
    return true
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(NotPlain) {
    guard takes(byte) else { throw NotPlain() }
  }
}

/// A value that is read straight out of a plain text.
protocol PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain)
}

extension String: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) { self = try text.text() }
}

extension Int: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) { self = try text.number() }
}

extension Bool: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) { self = try text.truth() }
}

extension Array: PlainlyRead where Element: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) { self = try text.list() }
}

/// Names, and words of a fixed choice.
extension PlainlyRead where Self: RawRepresentable<String> {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    guard let value = Self(rawValue: try text.text()) else { throw PlainJSON.NotPlain() }
    self = value
  }
}

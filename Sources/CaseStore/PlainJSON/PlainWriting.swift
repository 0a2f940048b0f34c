/// Writes values straight into a JSON text, as the store keeps it: whoever is written says its members
/// in the order of their names.
///
/// What a value is made of is said by its `Encodable` alone; a test holds what is written here to it.
struct PlainWriting {
  typealias NotPlain = PlainJSON.NotPlain

  private var bytes: [UInt8] = []

  /// Nil if an encoder has to be asked.
  static func text(_ value: some PlainlyWritten) -> [UInt8]? {
    var text = PlainWriting()
    text.bytes.reserveCapacity(1_024)
    do throws(NotPlain) { try value.write(into: &text) } catch { return nil }
    return text.bytes
  }

  mutating func object(
    _ members: (inout PlainWriting) throws(NotPlain) -> Void
  ) throws(NotPlain) {
    bytes.append(UInt8(ascii: "{"))
    try members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func member(_ name: String, _ value: some PlainlyWritten) throws(NotPlain) {
    // No value ends as an object begins.
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    bytes += name.utf8
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    try value.write(into: &self)
  }

  /// A member that is left out where there is nothing.
  mutating func memberIfAny(
    _ name: String, _ value: (some PlainlyWritten)?
  ) throws(NotPlain) {
    if let value { try member(name, value) }
  }

  /// A value that stands written elsewhere.
  mutating func append(_ value: [UInt8]) { bytes += value }

  mutating func list(_ values: [some PlainlyWritten]) throws(NotPlain) {
    bytes.append(UInt8(ascii: "["))
    for index in values.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      try values[index].write(into: &self)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func number(_ number: Int) { bytes += String(number).utf8 }

  mutating func truth(_ holds: Bool) { bytes += holds ? "true".utf8 : "false".utf8 }

  mutating func text(_ text: String) throws(NotPlain) {
    try PlainText.write(text, to: &bytes)
  }

  /// A text in UTF-8.
  mutating func text(_ text: [UInt8]) throws(NotPlain) {
    try PlainText.write(text, to: &bytes)
  }
}

/// A value that is written straight into a plain text.
protocol PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain)
}

extension String: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) { try text.text(self) }
}

extension Int: PlainlyWritten {
  func write(into text: inout PlainWriting) { text.number(self) }
}

extension Bool: PlainlyWritten {
  func write(into text: inout PlainWriting) { text.truth(self) }
}

extension Array: PlainlyWritten where Element: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) { try text.list(self) }
}

/// Names, and words of a fixed choice.
extension PlainlyWritten where Self: RawRepresentable<String> {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) { try text.text(rawValue) }
}

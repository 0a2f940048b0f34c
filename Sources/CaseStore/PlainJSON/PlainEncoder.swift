/// Hands a value's parts to the writer.
struct PlainEncoder: Encoder {
  private let writer: PlainWriter
  private let place: PlainText.Place

  init(_ writer: PlainWriter, _ place: PlainText.Place) {
    (self.writer, self.place) = (writer, place)
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    writer.text.begin(.object, at: place)
    return KeyedEncodingContainer(PlainMembersWriting<Key>(writer, place))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    writer.text.begin(.list, at: place)
    return PlainListWriting(writer, place)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  /// Nothing of ours asks for it; what is written to it is thrown away.
  fileprivate static func givenUp(_ writer: PlainWriter) -> any Encoder {
    writer.text.giveUp()
    let other = PlainWriter()
    return PlainEncoder(other, other.text.beginNested(.object))
  }
}

extension PlainEncoder: SingleValueEncodingContainer {
  func encodeNil() throws {
    try writer.text.beginSingle(at: place)
    writer.text.writeNull()
  }

  func encode(_ value: String) throws {
    try writer.text.beginSingle(at: place)
    try writer.text.write(value)
  }

  func encode(_ value: Bool) throws {
    try writer.text.beginSingle(at: place)
    writer.text.write(value)
  }

  func encode(_ value: Int) throws {
    try writer.text.beginSingle(at: place)
    writer.text.write(number: value)
  }

  func encode<Value: Encodable>(_ value: Value) throws {
    guard Value.self != Double.self, Value.self != Float.self else { throw PlainJSON.NotPlain() }
    try writer.text.beginSingle(at: place)
    if PlainJSON.wholeNumber(Value.self) != nil, let number = value as? any FixedWidthInteger {
      writer.text.write(number: number)
    } else {
      try writer.write(value)
    }
  }
}

private struct PlainMembersWriting<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let writer: PlainWriter
  private let place: PlainText.Place

  init(_ writer: PlainWriter, _ place: PlainText.Place) {
    (self.writer, self.place) = (writer, place)
  }

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws {
    try writer.text.beginMember(key.stringValue, at: place)
    writer.text.writeNull()
  }

  func encode(_ value: String, forKey key: Key) throws {
    try writer.text.beginMember(key.stringValue, at: place)
    try writer.text.write(value)
  }

  func encode(_ value: Bool, forKey key: Key) throws {
    try writer.text.beginMember(key.stringValue, at: place)
    writer.text.write(value)
  }

  func encode(_ value: Int, forKey key: Key) throws {
    try writer.text.beginMember(key.stringValue, at: place)
    writer.text.write(number: value)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try writer.text.beginMember(key.stringValue, at: place)
    try writer.write(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(PlainMembersWriting<Nested>(writer, nested(.object, key)))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    PlainListWriting(writer, nested(.list, key))
  }

  private func nested(_ kind: PlainKind, _ key: Key) -> PlainText.Place {
    do { try writer.text.beginMember(key.stringValue, at: place) } catch { writer.text.giveUp() }
    return writer.text.beginNested(kind)
  }

  func superEncoder() -> any Encoder { PlainEncoder.givenUp(writer) }
  func superEncoder(forKey key: Key) -> any Encoder { PlainEncoder.givenUp(writer) }
}

private struct PlainListWriting: UnkeyedEncodingContainer {
  private let writer: PlainWriter
  private let place: PlainText.Place
  private(set) var count = 0

  init(_ writer: PlainWriter, _ place: PlainText.Place) {
    (self.writer, self.place) = (writer, place)
  }

  var codingPath: [any CodingKey] { [] }

  private mutating func step() throws(PlainJSON.NotPlain) {
    try writer.text.beginElement(at: place)
    count += 1
  }

  mutating func encodeNil() throws {
    try step()
    writer.text.writeNull()
  }

  mutating func encode(_ value: String) throws {
    try step()
    try writer.text.write(value)
  }

  mutating func encode(_ value: Bool) throws {
    try step()
    writer.text.write(value)
  }

  mutating func encode(_ value: Int) throws {
    try step()
    writer.text.write(number: value)
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    try step()
    try writer.write(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(PlainMembersWriting<Nested>(writer, nested(.object)))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    PlainListWriting(writer, nested(.list))
  }

  private mutating func nested(_ kind: PlainKind) -> PlainText.Place {
    do { try step() } catch { writer.text.giveUp() }
    return writer.text.beginNested(kind)
  }

  mutating func superEncoder() -> any Encoder { PlainEncoder.givenUp(writer) }
}

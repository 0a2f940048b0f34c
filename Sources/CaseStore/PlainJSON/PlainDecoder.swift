/// Reads values out of a plain JSON text. Whatever it cannot read, it says so without a reason: the
/// general decoder then finds out whether there is one.
struct PlainDecoder: Decoder {
  let json: PlainJSON
  let place: Int

  init(_ json: PlainJSON, at place: Int) { (self.json, self.place) = (json, place) }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard json.nodes[place].kind == .object else { throw PlainJSON.NotPlain() }
    return KeyedDecodingContainer(PlainMembers<Key>(json, of: place))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard json.nodes[place].kind == .list else { throw PlainJSON.NotPlain() }
    return PlainList(json, place)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  /// A value of a type that knows itself how to be read.
  fileprivate static func read<Value: Decodable>(
    _ type: Value.Type, _ json: PlainJSON, _ place: Int
  ) throws -> Value {
    if let number = PlainJSON.wholeNumber(type) {
      guard let whole = json.number(at: place), let value = number.init(exactly: whole) as? Value
      else { throw PlainJSON.NotPlain() }
      return value
    }
    guard type != Double.self, type != Float.self else { throw PlainJSON.NotPlain() }
    return try Value(from: PlainDecoder(json, at: place))
  }
}

extension PlainDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { json.nodes[place].kind == .null }
  func decode(_ type: String.Type) throws -> String { try json.text(at: place).orNotPlain() }
  func decode(_ type: Int.Type) throws -> Int { try json.number(at: place).orNotPlain() }
  func decode(_ type: Bool.Type) throws -> Bool { try json.truth(at: place).orNotPlain() }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Self.read(type, json, place)
  }
}

extension Optional {
  fileprivate func orNotPlain() throws(PlainJSON.NotPlain) -> Wrapped {
    guard let self else { throw PlainJSON.NotPlain() }
    return self
  }
}

private struct PlainMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let json: PlainJSON
  private let place: Int

  init(_ json: PlainJSON, of place: Int) { (self.json, self.place) = (json, place) }

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { json.names(of: place).compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { json.member(key.stringValue, of: place) != nil }

  private func value(_ key: Key) throws -> Int {
    try json.member(key.stringValue, of: place).orNotPlain()
  }

  private func valueIfAny(_ key: Key) -> Int? {
    json.member(key.stringValue, of: place).flatMap { json.nodes[$0].kind == .null ? nil : $0 }
  }

  func decodeNil(forKey key: Key) throws -> Bool { json.nodes[try value(key)].kind == .null }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try json.text(at: try value(key)).orNotPlain()
  }

  func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
    try json.number(at: try value(key)).orNotPlain()
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    try json.truth(at: try value(key)).orNotPlain()
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: PlainDecoder(json, at: try value(key)))
  }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try valueIfAny(key).map { try json.text(at: $0).orNotPlain() }
  }

  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    try valueIfAny(key).map { try json.number(at: $0).orNotPlain() }
  }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try valueIfAny(key).map { try json.truth(at: $0).orNotPlain() }
  }

  func decodeIfPresent<Value: Decodable>(
    _ type: Value.Type, forKey key: Key
  ) throws -> Value? {
    try valueIfAny(key).map { try Value(from: PlainDecoder(json, at: $0)) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try PlainDecoder(json, at: try value(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try PlainDecoder(json, at: try value(key)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { throw PlainJSON.NotPlain() }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw PlainJSON.NotPlain() }
}

private struct PlainList: UnkeyedDecodingContainer {
  private let json: PlainJSON
  private let place: Int
  private var next: Int
  private(set) var currentIndex = 0

  init(_ json: PlainJSON, _ place: Int) {
    (self.json, self.place, next) = (json, place, place + 1)
  }

  var codingPath: [any CodingKey] { [] }
  var count: Int? { json.count(of: place) }
  var isAtEnd: Bool { next >= json.nodes[place].next }

  private mutating func step() throws -> Int {
    guard !isAtEnd else { throw PlainJSON.NotPlain() }
    defer {
      next = Int(json.nodes[next].next)
      currentIndex += 1
    }
    return next
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd else { throw PlainJSON.NotPlain() }
    guard json.nodes[next].kind == .null else { return false }
    _ = try step()
    return true
  }

  mutating func decode(_ type: String.Type) throws -> String {
    try json.text(at: try step()).orNotPlain()
  }

  mutating func decode(_ type: Int.Type) throws -> Int {
    try json.number(at: try step()).orNotPlain()
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool {
    try json.truth(at: try step()).orNotPlain()
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: PlainDecoder(json, at: try step()))
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try PlainDecoder(json, at: try step()).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try PlainDecoder(json, at: try step()).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { throw PlainJSON.NotPlain() }
}

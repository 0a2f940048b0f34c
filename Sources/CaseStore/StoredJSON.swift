import FoundationEssentials
import SQLite

/// JSON as the store keeps it: keys sorted, so that the same value is always the same text.
enum StoredJSON {
  private static let encoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
  private static let decoder = JSONDecoder()

  /// In UTF-8.
  static func text(
    _ value: some Encodable, by way: Way = .quickest
  ) throws(SQLiteError) -> [UInt8] {
    try encoded(value, by: way)
  }

  private static func encoded(
    _ value: some Encodable, by way: Way
  ) throws(SQLiteError) -> [UInt8] {
    if way.isPlain, let text = PlainWriter.text(value) { return text }
    guard way.isGeneral else {
      throw SQLiteError(kind: .other, message: "cannot be written plainly")
    }
    do {
      return Array(try encoder.encode(value))
    } catch {
      throw SQLiteError(kind: .other, message: "could not be written as JSON: \(error)")
    }
  }

  static func text(
    _ value: some Encodable & PlainlyWritten, by way: Way = .quickest
  ) throws(SQLiteError) -> [UInt8] {
    try text(value, straight: value, by: way)
  }

  /// `straight` is the same value where it is written straight.
  static func text(
    _ value: some Encodable, straight: (any PlainlyWritten)?, by way: Way
  ) throws(SQLiteError) -> [UInt8] {
    if way.isStraight, let straight, let text = PlainWriting.text(straight) { return text }
    return try encoded(value, by: way)
  }

  /// Who reads or writes a text; only tests want to know.
  enum Way {
    /// The straight way where a value has it, then the plain one, and the general one where that
    /// gives up.
    case quickest
    /// The same, the texts of documents left out where it is the straight way. No list has anything
    /// of them, and they are half of a journal.
    case withoutWords
    case straight, plain, general

    fileprivate var isStraight: Bool { self != .plain && self != .general }
    fileprivate var isPlain: Bool { self != .straight && self != .general }
    fileprivate var isGeneral: Bool { self != .straight && self != .plain }
  }

  static func value<Value: Decodable>(
    _ type: Value.Type, from text: String, by way: Way = .quickest
  ) throws(SQLiteError) -> Value {
    try value(type, from: Array(text.utf8), by: way)
  }

  static func value<Value: Decodable & PlainlyRead>(
    _ type: Value.Type, from text: [UInt8], by way: Way = .quickest
  ) throws(SQLiteError) -> Value {
    let keepsWords = way != .withoutWords
    if way.isStraight,
      let value = PlainReading.value(type, in: text, keepsWords: keepsWords)
    {
      return value
    }
    return try decoded(type, from: text, by: way)
  }

  static func value<Value: Decodable>(
    _ type: Value.Type, from text: [UInt8], by way: Way = .quickest
  ) throws(SQLiteError) -> Value {
    try decoded(type, from: text, by: way)
  }

  private static func decoded<Value: Decodable>(
    _ type: Value.Type, from text: [UInt8], by way: Way
  ) throws(SQLiteError) -> Value {
    if way.isPlain, let value = PlainJSON.value(type, in: text) { return value }
    guard way.isGeneral else {
      throw SQLiteError(kind: .corrupt, message: "not written as the store writes it")
    }
    do {
      return try decoder.decode(type, from: Data(text))
    } catch let error as DecodingError {
      throw SQLiteError(kind: .corrupt, message: sentence(for: error))
    } catch {
      throw SQLiteError(kind: .corrupt, message: "\(error)")
    }
  }

  private static func sentence(for error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "\(place(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      "\(place(context.codingPath)): \(expectation(context.debugDescription))"
    @unknown default: "it cannot be decoded"
    }
  }

  /// What was expected there, not what was found: that may be somebody's name or number.
  private static func expectation(_ text: String) -> String {
    let end = [", found ", " value "].compactMap { text.firstRange(of: $0)?.lowerBound }.min()
    return String(text[..<(end ?? text.endIndex)])
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.isEmpty ? "the body" : path.map(\.stringValue).joined(separator: ".")
  }
}

import Casework

/// Reads one JSON text strictly (RFC 8259); whole numbers only, members in their order.
struct JSONParser {
  /// What was expected, and at which character of the line, counted from 1.
  struct Problem: Error {
    var expected: Words
    var column: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  private static let deepest = 32
  /// Members of an object, values of an array; no act needs as many.
  private static let most = 1_000

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func parse(_ text: String) throws(Problem) -> JSONValue {
    var parser = JSONParser(Array(text.utf8))
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.index == parser.bytes.count else {
      throw parser.problem("这一行到此为止", "the end of the line")
    }
    return value
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    guard depth < Self.deepest else { throw problem("少套几层", "less nesting") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(_ depth: Int) throws(Problem) -> JSONValue {
    index += 1
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return .object([]) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw problem("引号里的键", "a key in quotes") }
      let key = try string()
      guard keys.insert(key).inserted else {
        let shown = quoted(key)
        throw problem("「\(shown)」只写一次", "\"\(shown)\" only once")
      }
      guard keys.count <= Self.most else { throw tooMany }
      skipSpace()
      guard take(":") else { throw problem("冒号", "a colon") }
      members.append(.init(key, try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw problem("逗号或 }", "a comma or }") }
    }
  }

  private mutating func array(_ depth: Int) throws(Problem) -> JSONValue {
    index += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .array([]) }
    while true {
      values.append(try value(depth: depth + 1))
      guard values.count <= Self.most else { throw tooMany }
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw problem("逗号或 ]", "a comma or ]") }
    }
  }

  private mutating func number() throws(Problem) -> JSONValue {
    let start = index
    _ = take("-")
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    let digits = String(decoding: bytes[start..<index], as: UTF8.self)
    let isFraction = current.map { [0x2E, 0x65, 0x45].contains($0) } ?? false
    let hasLeadingZero =
      digits.drop { $0 == "-" }.hasPrefix("0") && digits.drop { $0 == "-" } != "0"
    guard !isFraction, !hasLeadingZero, let number = Int(digits) else {
      index = start
      throw digits.isEmpty ? problem("一个值", "a value") : problem("一个整数", "a whole number")
    }
    return .number(number)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Problem) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw problem(word, word) }
    index += word.utf8.count
    return value
  }
}

extension JSONParser {
  private mutating func string() throws(Problem) -> String {
    index += 1
    var content: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        content += Array(String(try escaped()).utf8)
      case ..<0x20: throw problem("不含控制字符的文字", "no control character inside a text")
      default:
        content.append(byte)
        index += 1
      }
    }
    throw problem("后引号", "the closing quote")
  }

  private mutating func escaped() throws(Problem) -> Unicode.Scalar {
    guard let letter = current else { throw problem("被转义的字符", "an escaped character") }
    index += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "u"): return try unicode()
    default: throw problem("JSON 认得的转义", "an escape that JSON knows")
    }
  }

  private mutating func unicode() throws(Problem) -> Unicode.Scalar {
    let high = try fourDigits()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard (0xD800..<0xDC00).contains(high), take("\\"), take("u") else {
      throw problem("完整的字符", "a whole character")
    }
    let low = try fourDigits()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw problem("完整的字符", "a whole character") }
    return scalar
  }

  private mutating func fourDigits() throws(Problem) -> UInt32 {
    let digits = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { throw problem("四位十六进制数字", "four hexadecimal digits") }
    index += 4
    return value
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = current, UInt32(byte) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private var tooMany: Problem { problem("不超过 \(Self.most) 项", "at most \(Self.most) of them") }

  private func problem(_ zh: String, _ en: String) -> Problem {
    let column = String(decoding: bytes.prefix(index), as: UTF8.self).count + 1
    return Problem(expected: Words(zh, en), column: column)
  }
}

/// A JSON text as the store itself writes it, taken apart: no white space, the keys of an object in
/// order, whole numbers, no code points by number. It is read in a tenth of the time that JSON at
/// large takes; whatever is written otherwise is left to the general decoder.
final class PlainJSON {
  /// A value or a key; what is within a value follows it.
  struct Node {
    enum Kind { case null, no, yes, number, text, escapedText, list, object }

    /// Where it stands: of a text what is between the quotes.
    var start: Int32
    var end: Int32
    /// The place of the node behind it and everything within it.
    var next: Int32
    var kind: Kind

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// The text is not of this kind, or not what was expected: the general decoder has the last word.
  struct NotPlain: Error {}

  let bytes: [UInt8]
  /// In the order of the text; an object's values each follow their key.
  let nodes: [Node]

  init(_ bytes: [UInt8]) throws(NotPlain) {
    var scanner = PlainScanner(bytes)
    try scanner.scan()
    (self.bytes, nodes) = (bytes, scanner.nodes)
  }

  /// What the general decoder would read as well; nil if it has to be asked.
  static func value<Value: Decodable>(_ type: Value.Type, in text: [UInt8]) -> Value? {
    guard let json = try? PlainJSON(text) else { return nil }
    return try? Value(from: PlainDecoder(json, at: 0))
  }

  func text(at place: Int) -> String? {
    let node = nodes[place]
    switch node.kind {
    case .text: return String(decoding: bytes[node.range], as: UTF8.self)
    case .escapedText: return Self.unescaped(bytes[node.range])
    case .null, .no, .yes, .number, .list, .object: return nil
    }
  }

  func number(at place: Int) -> Int? {
    let node = nodes[place]
    guard node.kind == .number else { return nil }
    var value = 0
    var isNegative = false
    for byte in bytes[node.range] {
      if byte == UInt8(ascii: "-") {
        isNegative = true
      } else {
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    return isNegative ? -value : value
  }

  func truth(at place: Int) -> Bool? {
    switch nodes[place].kind {
    case .yes: true
    case .no: false
    case .null, .number, .text, .escapedText, .list, .object: nil
    }
  }

  /// The place of a member's value; nil if the object has none of this name.
  func member(_ name: String, of object: Int) -> Int? {
    let name = name.utf8
    let length = name.count
    var key = object + 1
    let end = nodes[object].next
    while key < end {
      let range = nodes[key].range
      if range.count == length, holds(name, at: range.lowerBound) { return key + 1 }
      key = Int(nodes[key + 1].next)
    }
    return nil
  }

  private func holds(_ name: String.UTF8View, at start: Int) -> Bool {
    var index = start
    for byte in name {
      guard bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// The names of an object's members.
  func names(of object: Int) -> [String] {
    var names: [String] = []
    var key = object + 1
    while key < nodes[object].next {
      names.append(text(at: key) ?? "")
      key = Int(nodes[key + 1].next)
    }
    return names
  }

  /// How many values a list has.
  func count(of list: Int) -> Int {
    var count = 0
    var place = list + 1
    while place < nodes[list].next {
      count += 1
      place = Int(nodes[place].next)
    }
    return count
  }

  static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var start = bytes.startIndex
    while let mark = bytes[start...].firstIndex(of: UInt8(ascii: "\\")) {
      text += bytes[start..<mark]
      text.append(meaning(of: bytes[mark + 1]) ?? bytes[mark + 1])
      start = mark + 2
    }
    text += bytes[start...]
    return String(decoding: text, as: UTF8.self)
  }

  /// What stands for itself behind a backslash, or for a control character.
  static func meaning(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// What a byte that does not stand for itself is written as behind a backslash; nil for control
  /// characters that are written by number.
  static func escape(for byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    case 0x08: UInt8(ascii: "b")
    case 0x0C: UInt8(ascii: "f")
    case 0x0A: UInt8(ascii: "n")
    case 0x0D: UInt8(ascii: "r")
    case 0x09: UInt8(ascii: "t")
    default: nil
    }
  }
}

extension PlainJSON {
  /// The type of a whole number; nil for any other.
  ///
  /// It is told by looking among these. What a type conforms to the runtime would look for among
  /// everything the program has, once for each type: that was felt when a console opens.
  static func wholeNumber(_ type: any Any.Type) -> (any FixedWidthInteger.Type)? {
    wholeNumbers.first { $0 == type }
  }

  private static let wholeNumbers: [any (FixedWidthInteger & Sendable).Type] = [
    Int.self, Int64.self, Int32.self, Int16.self, Int8.self, UInt.self, UInt64.self, UInt32.self,
    UInt16.self, UInt8.self,
  ]
}

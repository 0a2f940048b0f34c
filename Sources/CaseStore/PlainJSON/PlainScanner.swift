/// Goes through a text once and notes what stands where.
struct PlainScanner {
  typealias Node = PlainJSON.Node
  typealias NotPlain = PlainJSON.NotPlain

  private let bytes: [UInt8]
  private var at = 0
  private(set) var nodes: [Node] = []
  private static let deepest = 64
  /// Longer numbers may not fit.
  private static let mostDigits = 18

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    nodes.reserveCapacity(64)
  }

  mutating func scan() throws(NotPlain) {
    guard next == UInt8(ascii: "{"), bytes.count < Int(Int32.max) else { throw NotPlain() }
    try value(depth: 0)
    guard at == bytes.count else { throw NotPlain() }
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func value(depth: Int) throws(NotPlain) {
    guard depth < Self.deepest else { throw NotPlain() }
    switch next {
    case UInt8(ascii: "\""): try text()
    case UInt8(ascii: "{"): try object(depth)
    case UInt8(ascii: "["): try list(depth)
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    default: try number()
    }
  }

  private mutating func object(_ depth: Int) throws(NotPlain) {
    let place = open(.object)
    if !takes(UInt8(ascii: "}")) {
      var before: Node?
      repeat {
        try key(after: before)
        before = nodes[nodes.count - 1]
        try expect(UInt8(ascii: ":"))
        try value(depth: depth + 1)
      } while takes(UInt8(ascii: ","))
      try expect(UInt8(ascii: "}"))
    }
    close(place)
  }

  private mutating func list(_ depth: Int) throws(NotPlain) {
    let place = open(.list)
    if !takes(UInt8(ascii: "]")) {
      repeat { try value(depth: depth + 1) } while takes(UInt8(ascii: ","))
      try expect(UInt8(ascii: "]"))
    }
    close(place)
  }

  /// Keys in order are all different. Those of ASCII can be compared by their bytes.
  private mutating func key(after before: Node?) throws(NotPlain) {
    try text()
    let key = nodes[nodes.count - 1]
    guard key.kind == .text else { throw NotPlain() }
    let name = bytes[key.range]
    guard name.allSatisfy({ $0 < 0x80 }) else { throw NotPlain() }
    guard let before else { return }
    guard bytes[before.range].lexicographicallyPrecedes(name) else {
      throw NotPlain()
    }
  }

  private mutating func text() throws(NotPlain) {
    try expect(UInt8(ascii: "\""))
    let (kind, end) = try textToEnd()
    append(kind, at..<end)
    at = end + 1
  }

  /// Up to the closing quote.
  private func textToEnd() throws(NotPlain) -> (Node.Kind, Int) {
    let bytes = bytes.span
    var (index, kind) = (at, Node.Kind.text)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { return (kind, index) }
      guard byte >= 0x20 else { throw NotPlain() }
      if byte == UInt8(ascii: "\\") {
        kind = .escapedText
        index += 1
        guard index < bytes.count, PlainJSON.meaning(of: bytes[index]) != nil else {
          throw NotPlain()
        }
      }
      index += 1
    }
    throw NotPlain()
  }

  private mutating func number() throws(NotPlain) {
    let start = at
    let isNegative = takes(UInt8(ascii: "-"))
    let digits = at
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
    let length = at - digits
    guard (1...Self.mostDigits).contains(length) else { throw NotPlain() }
    let isPlain = bytes[digits] == UInt8(ascii: "0") ? length == 1 && !isNegative : true
    guard isPlain else { throw NotPlain() }
    append(.number, start..<at)
  }

  private mutating func word(_ word: String, _ kind: Node.Kind) throws(NotPlain) {
    let start = at
    for byte in word.utf8 { try expect(byte) }
    append(kind, start..<at)
  }

  private mutating func open(_ kind: Node.Kind) -> Int {
    append(kind, at..<at)
    at += 1
    return nodes.count - 1
  }

  /// All that was noted since belongs to it.
  private mutating func close(_ place: Int) {
    nodes[place].end = Int32(at)
    nodes[place].next = Int32(nodes.count)
  }

  private mutating func append(_ kind: Node.Kind, _ range: Range<Int>) {
    nodes.append(
      Node(
        start: Int32(range.lowerBound), end: Int32(range.upperBound),
        next: Int32(nodes.count + 1), kind: kind))
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(NotPlain) {
    guard takes(byte) else { throw NotPlain() }
  }
}

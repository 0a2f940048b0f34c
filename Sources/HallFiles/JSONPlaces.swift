import Casework

/// Where each value of a JSON text begins; made only to say where something is wrong.
struct JSONPlaces {
  struct Mistake: Error, Hashable {
    var line: Int
    var column: Int
  }

  struct Node {
    var line: Int
    var members: [String: Node] = [:]
    var elements: [Node] = []
    /// A number that is not whole; no file of ours has one.
    var isFraction = false
    var isNull = false
    /// An earlier member of the same object has the same key.
    var isTwice = false
    /// A text with something in it that nobody sees.
    var isUnseen = false
  }

  enum Key {
    case member(String)
    case element(Int)
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0

  static func read(_ bytes: [UInt8]) throws(Mistake) -> Node {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var scan = JSONPlaces(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
    let node = try scan.value(depth: 0)
    try scan.skipBlanks()
    guard scan.next == nil else { throw scan.mistake }
    return node
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var mistake: Mistake { Mistake(line: line, column: position - lineStart + 1) }
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }
}

extension JSONPlaces.Node {
  /// The line of the value at the end of the way, or of the last one on it that is there.
  func line(of way: [JSONPlaces.Key]) -> Int {
    var node = self
    for key in way {
      switch key {
      case .member(let name):
        guard let member = node.members[name] else { return node.line }
        node = member
      case .element(let index):
        guard node.elements.indices.contains(index) else { return node.line }
        node = node.elements[index]
      }
    }
    return node.line
  }

  /// The way to the first number that is not whole.
  var firstFraction: [JSONPlaces.Key]? { firstMember { $0.isFraction } }

  /// The way to the first value of which something holds.
  func firstMember(_ holds: (JSONPlaces.Node) -> Bool) -> [JSONPlaces.Key]? {
    if holds(self) { return [] }
    for (index, element) in elements.enumerated() {
      if let way = element.firstMember(holds) { return [.element(index)] + way }
    }
    for (name, member) in membersInOrder {
      if let way = member.firstMember(holds) { return [.member(name)] + way }
    }
    return nil
  }

  /// The way to the first value that has no place in another text of the same shape.
  func firstMember(unknownTo known: JSONPlaces.Node) -> [JSONPlaces.Key]? {
    for (index, (element, other)) in zip(elements, known.elements).enumerated() {
      if let way = element.firstMember(unknownTo: other) { return [.element(index)] + way }
    }
    for (name, member) in membersInOrder {
      guard let other = known.members[name] else {
        if member.isNull { continue }
        return [.member(name)]
      }
      if let way = member.firstMember(unknownTo: other) { return [.member(name)] + way }
    }
    return nil
  }

  private var membersInOrder: [(key: String, value: JSONPlaces.Node)] {
    members.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }
  }
}

extension JSONPlaces {
  private mutating func value(depth: Int) throws(Mistake) -> Node {
    try skipBlanks()
    guard depth < 100 else { throw mistake }
    let here = line
    switch next {
    case UInt8(ascii: "{"): return try object(Node(line: here), depth: depth)
    case UInt8(ascii: "["): return try list(Node(line: here), depth: depth)
    case UInt8(ascii: "\""):
      let text = try text()
      return Node(line: here, isUnseen: hidesSomething(text))
    case UInt8(ascii: "n"): return Node(line: here, isFraction: try word(), isNull: true)
    default: return Node(line: here, isFraction: try word())
    }
  }

  private mutating func object(_ start: Node, depth: Int) throws(Mistake) -> Node {
    var node = start
    try take("{")
    try skipBlanks()
    if next == UInt8(ascii: "}") { position += 1; return node }
    while true {
      try skipBlanks()
      let key = try text()
      try skipBlanks()
      try take(":")
      var member = try value(depth: depth + 1)
      member.isTwice = node.members[key] != nil
      node.members[key] = member
      try skipBlanks()
      guard next == UInt8(ascii: ",") else { break }
      position += 1
    }
    try take("}")
    return node
  }

  private mutating func list(_ start: Node, depth: Int) throws(Mistake) -> Node {
    var node = start
    try take("[")
    try skipBlanks()
    if next == UInt8(ascii: "]") { position += 1; return node }
    while true {
      node.elements.append(try value(depth: depth + 1))
      try skipBlanks()
      guard next == UInt8(ascii: ",") else { break }
      position += 1
    }
    try take("]")
    return node
  }

  /// Keys of our files have no escapes, so the raw text will do.
  private mutating func text() throws(Mistake) -> String {
    try take("\"")
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte >= 0x20 {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard next == UInt8(ascii: "\"") else { throw mistake }
    defer { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Whether a raw text holds controls, marks of direction and the like, as they are or escaped.
  private func hidesSomething(_ raw: String) -> Bool {
    if raw.unicodeScalars.contains(where: \.isUnseen) { return true }
    var rest = raw.utf8[...]
    while let mark = rest.firstIndex(of: UInt8(ascii: "\\")) {
      rest = rest[mark...].dropFirst()
      guard let letter = rest.popFirst() else { return false }
      if "nrtbf".utf8.contains(letter) { return true }
      guard letter == UInt8(ascii: "u") else { continue }
      let digits = String(decoding: rest.prefix(4), as: UTF8.self)
      if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value),
        scalar.isUnseen
      {
        return true
      }
    }
    return false
  }

  /// A number, or true, false or null; tells whether it is a number that is not whole.
  private mutating func word() throws(Mistake) -> Bool {
    let start = position
    while let byte = next, "+-.0123456789aefnlrstuE".utf8.contains(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    let isNumber = Double(word) != nil && !word.hasPrefix("+") && !hasLeadingZero(word)
    guard isNumber || ["true", "false", "null"].contains(word) else {
      position = start
      throw mistake
    }
    return isNumber && Int(word) == nil
  }

  private func hasLeadingZero(_ word: String) -> Bool {
    let digits = Array(word.utf8.drop { $0 == UInt8(ascii: "-") })
    return digits.count > 1 && digits[0] == UInt8(ascii: "0")
      && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digits[1])
  }

  private mutating func take(_ character: Unicode.Scalar) throws(Mistake) {
    guard next == UInt8(ascii: character) else { throw mistake }
    position += 1
  }

  private mutating func skipBlanks() throws(Mistake) {
    while let byte = next, byte == 0x20 || (0x09...0x0D).contains(byte) {
      position += 1
      if byte == 0x0A { (line, lineStart) = (line + 1, position) }
    }
  }
}

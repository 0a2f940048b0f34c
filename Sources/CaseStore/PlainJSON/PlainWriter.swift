import Casework

/// Writes values as the general encoder would with its keys in order, in a fraction of its time: the
/// text grows in one piece, and an object's members are put in order when it is closed. Whatever it
/// cannot write, it says so without a reason: the general encoder has the last word.
final class PlainWriter {
  var text = PlainText()

  /// The text of a value that is an object, in UTF-8; nil if the general encoder has to be asked.
  static func text(_ value: some Encodable) -> [UInt8]? {
    let writer = PlainWriter()
    do {
      try writer.write(value)
      return writer.text.finished
    } catch {
      return nil
    }
  }

  /// The text of any value, in UTF-8.
  static func written(partsOf value: some Encodable) throws(PlainJSON.NotPlain) -> [UInt8] {
    let writer = PlainWriter()
    do { try writer.writeParts(of: value) } catch { throw PlainJSON.NotPlain() }
    return try writer.text.written
  }

  func write<Value: Encodable>(_ value: Value) throws {
    if Value.self == [RouteStep].self, let route = value as? [RouteStep] {
      return text.append(try PublishedRoute(steps: route).text())
    }
    try writeParts(of: value)
  }

  private func writeParts(of value: some Encodable) throws {
    let place = text.open()
    try value.encode(to: PlainEncoder(self, place))
    try text.close(through: place.depth)
  }
}

/// A text on its way, and which of its values are open.
struct PlainText {
  typealias NotPlain = PlainJSON.NotPlain

  /// A value that is being written: what it is shows by what is asked for it.
  private struct Frame {
    enum Kind { case open, object, list, single }

    var kind = Kind.open
    /// Tells it from others that stood at its depth.
    var serial: Int
    /// Where it begins.
    var start: Int
    var firstMember: Int
  }

  /// A member of an object that is open: `"name":value`, without the comma.
  private struct Member {
    var start: Int
    var nameLength: Int
    var end = 0

    var name: Range<Int> { (start + 1)..<(start + 1 + nameLength) }
  }

  /// Where a value stands among those that are open.
  struct Place {
    fileprivate(set) var depth: Int
    fileprivate var serial: Int
  }

  private var bytes: [UInt8] = []
  private var frames: [Frame] = []
  private var members: [Member] = []
  private var lastSerial = 0
  private var hasGivenUp = false

  init() {
    bytes.reserveCapacity(2_048)
    frames.reserveCapacity(16)
    members.reserveCapacity(64)
  }

  /// A value that is plain from beginning to end.
  var written: [UInt8] {
    get throws(NotPlain) {
      guard !hasGivenUp else { throw NotPlain() }
      return bytes
    }
  }

  /// Nil unless it is an object, and plain from beginning to end.
  var finished: [UInt8]? {
    !hasGivenUp && bytes.first == UInt8(ascii: "{") ? bytes : nil
  }

  mutating func giveUp() { hasGivenUp = true }

  /// A value that stands written elsewhere.
  mutating func append(_ value: [UInt8]) { bytes += value }
}

extension PlainText {
  mutating func write(_ text: String) throws(NotPlain) { try Self.write(text, to: &bytes) }

  static func write(_ text: String, to bytes: inout [UInt8]) throws(NotPlain) {
    guard nextSpecial(in: text.utf8.span, from: 0) == text.utf8.count else {
      return try write(Array(text.utf8), to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A text in UTF-8.
  static func write(_ text: [UInt8], to bytes: inout [UInt8]) throws(NotPlain) {
    bytes.append(UInt8(ascii: "\""))
    try append(escaping: text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func write(_ truth: Bool) {
    bytes.append(contentsOf: truth ? "true".utf8 : "false".utf8)
  }

  mutating func write(number: some FixedWidthInteger) {
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func writeNull() { bytes.append(contentsOf: "null".utf8) }

  private static func append(
    escaping letters: [UInt8], to bytes: inout [UInt8]
  ) throws(NotPlain) {
    bytes.reserveCapacity(bytes.count + letters.count + letters.count / 16 + 64)
    var start = 0
    var place = nextSpecial(in: letters.span, from: 0)
    while place < letters.count {
      guard let escape = PlainJSON.escape(for: letters[place]) else { throw NotPlain() }
      bytes += letters[start..<place]
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(escape)
      start = place + 1
      place = nextSpecial(in: letters.span, from: start)
    }
    bytes += letters[start...]
  }

  /// The next letter that does not stand for itself; how many letters there are if all others do.
  ///
  /// Half of what is written are documents, so eight letters are looked at in one step.
  private static func nextSpecial(in letters: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place + EightLetters.count <= letters.count {
      if let found = EightLetters(letters, at: place).firstSpecial { return place + found }
      place += EightLetters.count
    }
    while place < letters.count, !isSpecial(letters[place]) { place += 1 }
    return place
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    // Nothing behind the backslash is, and all but Latin lies there.
    byte <= UInt8(ascii: "\\")
      && (byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\"))
  }
}

extension PlainText {
  mutating func open() -> Place {
    lastSerial += 1
    frames.append(Frame(serial: lastSerial, start: bytes.count, firstMember: members.count))
    return Place(depth: frames.count - 1, serial: lastSerial)
  }

  /// Makes the value at a place what it was asked to be; asked for once more it goes on.
  mutating func begin(_ kind: PlainKind, at place: Place) {
    guard isOpen(place) else { return giveUp() }
    let wanted: Frame.Kind = kind == .object ? .object : .list
    switch frames[place.depth].kind {
    case wanted: break
    case .open where place.depth == frames.count - 1:
      frames[place.depth].kind = wanted
      bytes.append(kind == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
    case .open, .object, .list, .single: giveUp()
    }
  }

  /// A value that is no container takes its place.
  mutating func beginSingle(at place: Place) throws(NotPlain) {
    guard isOpen(place), frames[place.depth].kind == .open else { throw NotPlain() }
    frames[place.depth].kind = .single
  }

  /// Before a member's value; those that were left open within the object are complete.
  mutating func beginMember(_ name: String, at place: Place) throws(NotPlain) {
    try goOn(at: place)
    if members.count > frames[place.depth].firstMember { bytes.append(UInt8(ascii: ",")) }
    let letters = name.utf8.span
    // A name that is not written as it is would be put in order by its backslashes.
    for place in letters.indices where letters[place] >= 0x80 || Self.isSpecial(letters[place]) {
      throw NotPlain()
    }
    members.append(Member(start: bytes.count, nameLength: letters.count))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func beginElement(at place: Place) throws(NotPlain) {
    try goOn(at: place)
    if bytes.count > frames[place.depth].start + 1 { bytes.append(UInt8(ascii: ",")) }
  }

  /// A container that is closed when the one around it goes on.
  mutating func beginNested(_ kind: PlainKind) -> Place {
    let place = open()
    begin(kind, at: place)
    return place
  }

  private func isOpen(_ place: Place) -> Bool {
    place.depth < frames.count && frames[place.depth].serial == place.serial
  }

  private mutating func goOn(at place: Place) throws(NotPlain) {
    guard isOpen(place) else { throw NotPlain() }
    try close(through: place.depth + 1)
  }

  mutating func close(through depth: Int) throws(NotPlain) {
    while frames.count > depth {
      let frame = frames.removeLast()
      switch frame.kind {
      case .single: break
      case .open: bytes.append(contentsOf: "{}".utf8)
      case .list: bytes.append(UInt8(ascii: "]"))
      case .object:
        try putInOrder(frame)
        bytes.append(UInt8(ascii: "}"))
      }
    }
  }

  /// The general encoder orders names of ASCII by their bytes, and keeps one of those that are alike.
  private mutating func putInOrder(_ frame: Frame) throws(NotPlain) {
    let own = frame.firstMember..<members.count
    guard !own.isEmpty else { return }
    for place in own {
      members[place].end =
        place == own.upperBound - 1 ? bytes.count : members[place + 1].start - 1
    }
    if sort(own) { try reorder(frame, own) }
    members.removeLast(own.count)
  }

  /// Whether any had to be moved; there are few of them, and most are in order.
  private mutating func sort(_ own: Range<Int>) -> Bool {
    var wasInOrder = true
    for place in own.dropFirst() {
      var here = place
      while here > own.lowerBound, !precedes(members[here - 1], members[here]) {
        wasInOrder = false
        // Alike they stay, to be found so.
        guard precedes(members[here], members[here - 1]) else { break }
        members.swapAt(here, here - 1)
        here -= 1
      }
    }
    return !wasInOrder
  }

  private mutating func reorder(_ frame: Frame, _ own: Range<Int>) throws(NotPlain) {
    var ordered: [UInt8] = []
    ordered.reserveCapacity(bytes.count - frame.start)
    for place in own {
      let isFirst = place == own.lowerBound
      if !isFirst, !precedes(members[place - 1], members[place]) { throw NotPlain() }
      ordered.append(isFirst ? UInt8(ascii: "{") : UInt8(ascii: ","))
      ordered.append(contentsOf: bytes[members[place].start..<members[place].end])
    }
    bytes.replaceSubrange(frame.start..., with: ordered)
  }

  private func precedes(_ one: Member, _ other: Member) -> Bool {
    let bytes = bytes.span
    for (left, right) in zip(one.name, other.name) where bytes[left] != bytes[right] {
      return bytes[left] < bytes[right]
    }
    return one.nameLength < other.nameLength
  }
}

/// What holds other values.
enum PlainKind { case object, list }

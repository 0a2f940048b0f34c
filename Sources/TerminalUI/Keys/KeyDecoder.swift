/// What the first bytes of an input are in the terminal's character set.
package enum MultibyteStep: Hashable, Sendable {
  case scalar(Unicode.Scalar, length: Int)
  case incomplete
  case invalid
}

/// Makes keys of the bytes a terminal sends; however they are split, the keys are the same.
package struct KeyDecoder: Sendable {
  package typealias Decode = @Sendable (ArraySlice<UInt8>) -> MultibyteStep

  private let sequences: [[UInt8]: Key]
  private let decode: Decode
  private let deliversMouse: Bool
  private var pending: [UInt8] = []
  private var isPasting = false
  /// How far the pasted bytes were searched for their end.
  private var searched = 0
  private var silences = 0
  /// How many keys of the last feed came before the terminal's sign of life; nil if none came.
  package private(set) var keysBeforeSign: Int?
  /// How many times the last feed said what the terminal is.
  package private(set) var answers = 0
  /// Scanners end with both kinds of line end; they are one Enter.
  private var followsReturn = false

  /// `sequences` are the terminal's own, beyond those every terminal is known to send.
  package init(
    sequences: [[UInt8]: Key] = [:], deliversMouse: Bool = false,
    decode: @escaping Decode = KeyDecoder.utf8
  ) {
    self.sequences = sequences.filter { $0.key.first == escapeByte && $0.key.count > 1 }
    self.deliversMouse = deliversMouse
    self.decode = decode
  }

  /// Whether `flush` should be called if nothing follows within the escape delay.
  package var awaitsMore: Bool {
    isPasting || (pending.first == escapeByte && (silences == 0 || pending.count <= 2))
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
    pending.append(contentsOf: bytes)
    silences = 0
    (keysBeforeSign, answers) = (nil, 0)
    return decodePending(isFinal: false)
  }

  /// Tells that nothing followed in time: a lone Escape is the key, not the start of a sequence.
  package mutating func flush() -> [Key] {
    silences += 1
    if isPasting { return silences < patience ? [] : endPaste(at: pending.count, skipping: 0) }
    guard pending.first == escapeByte else { return [] }
    return decodePending(isFinal: true)
  }

  private mutating func decodePending(isFinal: Bool) -> [Key] {
    var keys: [Key] = []
    var start = 0
    while start < pending.count {
      if isPasting {
        pending.removeFirst(start)
        start = 0
        guard let end = endOfPaste() else { break }
        keys += endPaste(at: end, skipping: pasteEnd.count)
        continue
      }
      if followsReturn, pending[start] == 0x0A { start += 1 }
      followsReturn = false
      guard start < pending.count else { break }
      let step = step(pending[start...], isFinal)
      guard step.length > 0 else { break }
      followsReturn = pending[start] == 0x0D
      if let key = step.key { keys.append(key) }
      if step.isSignOfLife { keysBeforeSign = keys.count }
      if step.isAnswer { answers += 1 }
      if step.startsPaste { (isPasting, searched) = (true, 0) }
      start += step.length
    }
    pending.removeFirst(min(start, pending.count))
    return keys
  }

  private func step(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> KeyStep {
    let first = bytes[bytes.startIndex]
    if first == escapeByte { return escapeStep(bytes, isFinal) }
    if let key = controlKey(first) { return .key(key, 1) }
    if first < 0x80 { return .key(.character(Character(Unicode.Scalar(first))), 1) }
    switch decode(bytes) {
    case .incomplete: return bytes.count < 8 ? .incomplete : .nothing(1)
    case .invalid: return .nothing(1)
    case .scalar(let scalar, let length):
      let isControl = scalar.properties.generalCategory == .control
      return isControl ? .nothing(length) : .key(.character(Character(scalar)), max(1, length))
    }
  }

  private func escapeStep(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> KeyStep {
    if !sequences.isEmpty {
      let mayGrow = sequences.keys.contains { $0.count > bytes.count && $0.starts(with: bytes) }
      if mayGrow, !isFinal { return .incomplete }
      let known = sequences.filter { bytes.starts(with: $0.key) }
      if let longest = known.max(by: { $0.key.count < $1.key.count }) {
        return .key(longest.value, longest.key.count)
      }
    }
    let step = EscapeSequence(bytes, deliversMouse: deliversMouse).step
    guard step.length == 0, isFinal else { return step }
    switch bytes.count {
    case 1: return .key(.escape, 1)
    case 2: return .key(.alt(Character(Unicode.Scalar(bytes[bytes.startIndex + 1]))), 2)
    default: return .incomplete
    }
  }

  private mutating func endOfPaste() -> Int? {
    let last = pending.count - pasteEnd.count
    var index = min(searched, max(0, last))
    while index <= last {
      if pending[index] == escapeByte, pending[index...].starts(with: pasteEnd) { return index }
      index += 1
    }
    searched = max(0, last + 1)
    if pending.count > 2 * longestPaste {
      pending.removeSubrange(longestPaste..<pending.count - pasteEnd.count)
      searched = longestPaste
    }
    return nil
  }

  private mutating func endPaste(at end: Int, skipping length: Int) -> [Key] {
    let text = text(of: pending[..<min(end, longestPaste)])
    pending.removeFirst(end + length)
    isPasting = false
    return text.isEmpty ? [] : [.paste(text)]
  }

  /// Decoded, with every kind of line end as one, and without other control characters.
  private func text(of bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var rest = bytes
    while let first = rest.first {
      if first == 0x0D || first == 0x0A {
        if first == 0x0D, rest.dropFirst().first == 0x0A { rest.removeFirst() }
        text.append("\n")
        rest.removeFirst()
      } else if first < 0x20 || first == 0x7F {
        if first == 0x09 { text.append(" ") }
        rest.removeFirst()
      } else if first < 0x80 {
        text.append(Unicode.Scalar(first))
        rest.removeFirst()
      } else if case .scalar(let scalar, let length) = decode(rest.prefix(8)) {
        if scalar.properties.generalCategory != .control { text.append(scalar) }
        rest.removeFirst(max(1, min(length, rest.count)))
      } else {
        rest.removeFirst()
      }
    }
    return String(text)
  }

  /// Reads one scalar of UTF-8.
  package static let utf8: Decode = { bytes in
    var iterator = bytes.makeIterator()
    guard let first = iterator.next() else { return .incomplete }
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 0, first < 0xF5 else { return .invalid }
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    for _ in 1..<length {
      guard let next = iterator.next() else { return .incomplete }
      guard next & 0xC0 == 0x80 else { return .invalid }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= least[length], let scalar = Unicode.Scalar(value) else { return .invalid }
    return .scalar(scalar, length: length)
  }
}

/// What the bytes at hand amount to: a key, bytes without meaning, or not yet enough (length 0).
struct KeyStep {
  var key: Key?
  var length: Int
  var startsPaste = false
  var isSignOfLife = false
  var isAnswer = false

  static let incomplete = KeyStep(key: nil, length: 0)
  static func key(_ key: Key?, _ length: Int) -> KeyStep { KeyStep(key: key, length: length) }
  static func nothing(_ length: Int) -> KeyStep { KeyStep(key: nil, length: length) }
}

let escapeByte: UInt8 = 0x1B
private let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
private let longestPaste = 1 << 20
/// A paste that stops without its end mark counts as ended after so many silences.
private let patience = 40

private func controlKey(_ byte: UInt8) -> Key? {
  switch byte {
  case 0x00: .control(" ")
  case 0x08, 0x7F: .backspace
  case 0x09: .tab
  case 0x0A, 0x0D: .enter
  case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
  case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
  default: nil
  }
}

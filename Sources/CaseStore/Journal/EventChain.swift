import Digests

/// What of an event its hash covers, each part exactly as it is stored, the body whole.
struct ChainedEvent {
  var stream: String
  var version: Int
  var kind: [UInt8]
  var body: [UInt8]
  var recordedAt: [UInt8]
  /// Only of what was entered late; every other event is encoded as it always was.
  var happenedAt: [UInt8]?
  var clerk: [UInt8]
  /// Nil is not the same as empty.
  var counter: [UInt8]?
  var request: [UInt8]?
  /// How many events of the same act stand before it.
  var placeInAct: Int64

  /// Hexadecimal; a byte changed in an event, or an event taken out, changes every hash after it.
  ///
  /// `encoding` is room for the event on its way to the hash, for whoever asks for many.
  func hash(after previous: String, by encoding: inout [UInt8]) -> String {
    encoding.removeAll(keepingCapacity: true)
    encoding.reserveCapacity(body.count + 512)
    encode(after: previous, to: &encoding)
    return Sha256.hexadecimal(Sha256.digest(of: encoding))
  }

  /// Each part after its length, so that no two different events read the same.
  private func encode(after previous: String, to encoding: inout [UInt8]) {
    func add(_ part: some Collection<UInt8>) {
      let length = part.count
      if length < 1 << 16 {
        encoding += Self.sixZeros
      } else {
        for shift in stride(from: 56, through: 16, by: -8) {
          encoding.append(UInt8(truncatingIfNeeded: length >> shift))
        }
      }
      encoding.append(UInt8(truncatingIfNeeded: length >> 8))
      encoding.append(UInt8(truncatingIfNeeded: length))
      encoding.append(contentsOf: part)
    }
    add("yichuang.journal.1".utf8)
    add(previous.utf8)
    add(stream.utf8)
    add(String(version).utf8)
    add(kind)
    add(body)
    add(recordedAt)
    add(clerk)
    add(counter == nil ? Self.nothing : Self.something)
    add(counter ?? [])
    add(request == nil ? Self.nothing : Self.something)
    add(request ?? [])
    add(String(placeInAct).utf8)
    if let happenedAt {
      add("happened".utf8)
      add(happenedAt)
    }
  }

  /// Before a part that may be missing.
  private static let nothing = [UInt8(ascii: "-")]
  private static let something = [UInt8(ascii: "+")]
  /// What the length of nearly every part begins with.
  private static let sixZeros = [UInt8](repeating: 0, count: 6)
}

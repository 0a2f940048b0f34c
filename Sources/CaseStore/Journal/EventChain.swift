import Deskwork

/// What of an event its hash covers, each part exactly as it is stored.
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
  func hash(after previous: String) -> String {
    var sum = Sha256()
    sum.update(encoding(after: previous))
    return Sha256.hexadecimal(sum.finish())
  }

  /// Each part after its length, so that no two different events read the same.
  private func encoding(after previous: String) -> [UInt8] {
    let parts = [
      Array("yichuang.journal.1".utf8), Array(previous.utf8), Array(stream.utf8),
      Array(String(version).utf8), kind, body, recordedAt, clerk,
      Self.mark(counter), counter ?? [], Self.mark(request), request ?? [],
      Array(String(placeInAct).utf8),
    ]
    let late = happenedAt.map { [Array("happened".utf8), $0] } ?? []
    return (parts + late).flatMap { Self.length($0.count) + $0 }
  }

  private static func mark(_ part: [UInt8]?) -> [UInt8] {
    [UInt8(ascii: part == nil ? "-" : "+")]
  }

  private static func length(_ count: Int) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: count >> $0) }
  }
}

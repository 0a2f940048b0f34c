import Deskwork

/// All lines of a stream, as they lie in the store and its closed years.
struct StreamReading: Sendable {
  /// It goes through several hands as it is: one object, as a copy of all its parts would cost more
  /// than to read it.
  final class Line: Sendable {
    let line: JournalLine
    /// The closed year it was read in; nil for the store itself.
    let origin: String?

    init(_ line: JournalLine, origin: String?) { (self.line, self.origin) = (line, origin) }
  }

  let name: String
  var lines: [Line] = []
  /// Lines of closed years that are another event than the one that was read first.
  var otherCopies: [(line: JournalLine, origin: String)] = []

  /// The hall and its items: by what they say everything else is worked out, so the lists are told of
  /// them first and not once more.
  var isPublished: Bool { name == "hall" || name.hasPrefix("item/") }
}

/// Some streams to be worked on together, so that giving them out costs little.
struct StreamBatch: Sendable {
  private(set) var streams: [StreamReading] = []
  private var lines = 0
  private static let mostLines = 200

  var isFull: Bool { lines >= Self.mostLines }
  var isEmpty: Bool { streams.isEmpty }

  mutating func add(_ stream: StreamReading) {
    streams.append(stream)
    lines += stream.lines.count
  }
}

/// What whoever has the turn is about to commit, told to the next in the line, who can go by it before
/// it stands there.
package struct Announcement: Hashable, Sendable {
  package let bytes: [UInt8]
  /// Tells it from any other.
  let token: UInt64
}

// What stands in the line's file behind the last number drawn. One at a time writes there, and the
// next in the line alone reads it; what a dead process has left is found out by what is confirmed.
extension WaitingLine {
  /// Which of the numbers is the first; behind the last of them come the bytes.
  private enum Entry: Int {
    /// The announcement that was carried out last, and the mark of the log then, of two.
    case confirmed = 1
    /// The announcement, how many bytes it has and their sum.
    case told = 4
  }
  private static let count = 7
  /// More is not worth telling.
  private static let mostBytes = 8_192

  func tell(_ bytes: [UInt8]) -> Announcement? {
    guard bytes.count <= Self.mostBytes else { return nil }
    let announcement = Announcement(bytes: bytes, token: .random(in: 1 ... .max))
    file.write(bytes, at: 8 * Self.count)
    file.write(
      [announcement.token, UInt64(bytes.count), ByteSum.of(bytes)], from: Entry.told.rawValue)
    return announcement
  }

  /// Nil if there is none, or what it told has come to pass.
  var told: Announcement? {
    let numbers = file.numbers(Self.count)
    let (token, count) = (numbers[Entry.told.rawValue], numbers[Entry.told.rawValue + 1])
    guard token != 0, token != numbers[Entry.confirmed.rawValue], count <= Self.mostBytes else {
      return nil
    }
    let bytes = file.read(at: 8 * Self.count, Int(count))
    guard bytes.count == count, ByteSum.of(bytes) == numbers[Entry.told.rawValue + 2] else {
      return nil
    }
    return Announcement(bytes: bytes, token: token)
  }

  /// At the end of a turn: what was told is committed, and nothing else since.
  func confirm(_ announcement: Announcement, reaching mark: LogMark) {
    file.write(
      [announcement.token, mark.round, UInt64(bitPattern: mark.frames)],
      from: Entry.confirmed.rawValue)
  }

  /// How far the log reached when the announcement was confirmed; nil if it was not, or another was
  /// since.
  func mark(confirming announcement: Announcement) -> LogMark? {
    let numbers = file.numbers(Self.count)
    let entry = Entry.confirmed.rawValue
    guard numbers[entry] == announcement.token else { return nil }
    return LogMark(round: numbers[entry + 1], frames: Int64(bitPattern: numbers[entry + 2]))
  }
}

/// A sum that tells whether bytes are those that were meant, as far as nobody has aimed at it: FNV-1a.
package enum ByteSum {
  package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

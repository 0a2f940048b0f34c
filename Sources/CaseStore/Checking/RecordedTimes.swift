/// When the event at a position was recorded, in seconds since 1970; nil if that cannot be read.
struct RecordedTime: Hashable, Sendable {
  var position: Int64
  var seconds: Int64?
}

/// When the event at each position was recorded. Streams are not read in the order of time, so this is
/// kept, four bytes for each, until all are read: then it shows whether a position is left out, and
/// the journal need not be read once more for it.
struct RecordedTimes {
  /// By position, the first one being 1.
  private var times: [UInt32]
  /// Of positions that were never given out, as only a forged journal has them.
  private var others: [RecordedTime] = []

  private static let noEvent: UInt32 = 0
  private static let unreadable: UInt32 = 1

  /// For so many positions.
  init(positions: Int) { times = Array(repeating: Self.noEvent, count: positions) }

  mutating func add(_ it: RecordedTime) {
    guard it.position >= 1, it.position <= Int64(times.count) else { return others.append(it) }
    times[Int(it.position) - 1] =
      it.seconds.map { max(Self.unreadable + 1, UInt32(clamping: $0)) } ?? Self.unreadable
  }

  func forEachInOrder(_ body: (RecordedTime) -> Void) {
    let others = others.sorted { $0.position < $1.position }
    for it in others where it.position < 1 { body(it) }
    for (index, time) in times.enumerated() where time != Self.noEvent {
      let seconds = time == Self.unreadable ? nil : Int64(time)
      body(RecordedTime(position: Int64(index) + 1, seconds: seconds))
    }
    for it in others where it.position >= 1 { body(it) }
  }
}

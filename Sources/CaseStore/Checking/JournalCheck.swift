import Deskwork
import SQLite
import WorkCalendar

/// Puts together what the streams of a journal say when they are read again, one after another.
struct JournalCheck {
  private(set) var report = VerifyReport()
  private var sum: DayHeadSum
  /// Heads of earlier moments, which somebody has on paper.
  private var earlier: [EarlierHead]
  private var lastPosition: Int64 = 0
  private var times: RecordedTimes
  /// Whether events may lie elsewhere: in a closed year, and beside one that is not there.
  var allowsGaps = false
  /// Whether what was settled when the store was made can be true.
  private var fitsItsCases: Bool
  private let total: Int
  private let progress: (Progress) -> Void
  private var faults: [PlacedFault] = []

  static let reportedFaults = 20
  /// More are not kept, only the first ones of them.
  private static let mostFaults = 10_000

  /// `most` is how many events there can be at all, whatever a forged journal says.
  init(
    _ nature: StoreNature, heads: [Int64], total: Int, most: Int,
    progress: @escaping (Progress) -> Void
  ) {
    times = RecordedTimes(positions: max(0, min(total, most)))
    sum = DayHeadSum(nature)
    earlier = Set(heads).map { EarlierHead(events: $0, nature) }
    self.total = total
    self.progress = progress
    fitsItsCases = Self.fitsTogether(nature)
  }

  /// The numbers of events at which the head is worked out again.
  var moments: [Int64] { earlier.map(\.events) }

  /// Whether nothing was found that concerns the store itself.
  private(set) var isSoundSoFar = true

  /// In the order of the streams' names.
  mutating func take(_ stream: StreamCheck) {
    guard let end = stream.end else { return }
    report.streams += 1
    report.cases += stream.isCase ? 1 : 0
    fitsItsCases = fitsItsCases && stream.fitsItsCodes
    for fault in stream.faults { note(fault) }
    for time in stream.times { times.add(time) }
    sum.add(end)
    for index in earlier.indices {
      if let end = stream.earlierEnds[index] { earlier[index].add(end) }
    }
    let before = report.events
    report.events += stream.events
    if report.events / 500 != before / 500 {
      progress(Progress(done: report.events, total: total))
    }
  }

  /// Positions are counted from 1 without a gap, so that an event taken out shows, and by SQLite as
  /// well, so that a tail taken off shows. `place` says which event lies at one.
  mutating func checkPositions(
    written: Int64, place: (Int64) throws(SQLiteError) -> EventPlace?
  ) throws(SQLiteError) {
    var last = RecordedTime(position: 0)
    var (gaps, setBack): ([(before: Int64, expected: Int64)], [Int64]) = ([], [])
    times.forEachInOrder { it in
      if it.position != last.position + 1, gaps.count < Self.reportedFaults {
        gaps.append((it.position, last.position + 1))
      }
      if Self.isEarlier(it, than: last) { setBack.append(it.position) }
      last = it
    }
    for gap in gaps where !allowsGaps {
      guard let place = try place(gap.before) else { continue }
      note(gap.before, .event(place, .positionExpected(gap.expected)))
    }
    (report.timesSetBack, lastPosition) = (setBack, last.position)
    if lastPosition != written {
      note(lastPosition + 1, .tail(end: lastPosition, written: written))
    }
  }

  /// A minute more or less is nothing: acts wait for their turn.
  private static func isEarlier(_ it: RecordedTime, than last: RecordedTime) -> Bool {
    guard let seconds = it.seconds, let before = last.seconds else { return false }
    return seconds < before - 60
  }

  mutating func finish() -> VerifyReport {
    // A forged event may have codes of its own: then the event is at fault.
    if faults.isEmpty, !fitsItsCases { note(0, .nature) }
    report.lastPosition = lastPosition
    report.head = sum.head(events: lastPosition).digest
    for head in earlier { report.heads[head.events] = head.head }
    report.faults = faults.sorted { $0.position < $1.position }
      .prefix(Self.reportedFaults).map(\.fault)
    progress(Progress(done: report.events, total: total))
    return report
  }

  /// What was settled when the store was made has no chain, and most of it no echo in the journal.
  private static func fitsTogether(_ nature: StoreNature) -> Bool {
    let hasClock = nature.demoStart != nil && nature.demoStartedAtHost != nil
    let hasNoClock = nature.demoStart == nil && nature.demoStartedAtHost == nil
    return !nature.secret.isEmpty && (hasNoClock || nature.isDemo && hasClock)
  }

  private mutating func note(_ position: Int64, _ fault: StoreFault) {
    note(PlacedFault(position: position, fault: fault))
  }

  private mutating func note(_ fault: PlacedFault) {
    faults.append(fault)
    if !fault.fault.isOfOneFile { isSoundSoFar = false }
    guard faults.count > Self.mostFaults else { return }
    faults.sort { $0.position < $1.position }
    faults.removeSubrange(Self.reportedFaults...)
  }
}

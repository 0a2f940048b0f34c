import Casework
import Deskwork
import SQLite
import WorkCalendar

/// Reads every event again, stream after stream.
struct JournalCheck {
  private(set) var report = VerifyReport()
  private var previous: JournalLine?
  private var sum: DayHeadSum
  /// Heads of earlier moments, which somebody has on paper.
  private var earlier: [EarlierHead]
  private var lastPosition: Int64 = 0
  private var lastRecordedAt: [UInt8] = []
  private let nature: StoreNature
  /// Whether events may lie elsewhere: in a closed year, and beside one that is not there.
  var allowsGaps = false
  /// The closed year whose lines are being read; nil for the store itself.
  var origin: String?
  /// Whether what was settled when the store was made can be true.
  private var fitsItsCases: Bool
  private let total: Int
  private let progress: (Progress) -> Void
  private var faults: [(position: Int64, fault: StoreFault)] = []

  static let reportedFaults = 20

  init(
    _ nature: StoreNature, heads: [Int64], total: Int, progress: @escaping (Progress) -> Void
  ) {
    sum = DayHeadSum(nature)
    earlier = Set(heads).map { EarlierHead(events: $0, nature) }
    self.total = total
    self.progress = progress
    self.nature = nature
    fitsItsCases = Self.fitsTogether(nature)
  }

  static let sql = "SELECT \(JournalLine.columns) FROM journal ORDER BY stream, version"

  mutating func check(_ line: JournalLine) {
    let isNext = previous?.stream == line.stream
    if !isNext { closeStream() }
    let before = isNext ? previous : nil
    let expected = (before?.version ?? 0) + 1
    if line.version != expected { note(line, .versionExpected(expected)) }
    if let before, line.position < before.position { note(line, .outOfOrder) }
    if line.hash != line.hash(after: before?.hash ?? "") { note(line, .hashDiffers) }
    for index in earlier.indices { earlier[index].take(line) }
    checkMeaning(of: line, isFirst: !isNext)
    report.events += 1
    previous = line
    if report.events % 500 == 0 { progress(Progress(done: report.events, total: total)) }
  }

  static let positionsSQL =
    "SELECT position, stream, version, kind, recorded_at FROM journal ORDER BY position"

  /// Positions are counted from 1 without a gap, so that an event taken out shows.
  mutating func checkPosition(_ it: JournalPosition) {
    if it.place.position != lastPosition + 1, !allowsGaps {
      faults.append(
        (it.place.position, .event(it.place, .positionExpected(lastPosition + 1))))
    }
    take(it.place.position, it.recordedAt)
  }

  private mutating func take(_ position: Int64, _ recordedAt: [UInt8]) {
    lastPosition = position
    if Self.isEarlier(recordedAt, than: lastRecordedAt) { report.timesSetBack.append(position) }
    lastRecordedAt = recordedAt
  }

  /// SQLite counts the positions by itself, so that a tail taken off shows.
  mutating func checkEnd(written: Int64) {
    guard lastPosition != written else { return }
    faults.append((lastPosition + 1, .tail(end: lastPosition, written: written)))
  }

  /// A second more or less is nothing: acts wait for their turn.
  private static func isEarlier(_ time: [UInt8], than last: [UInt8]) -> Bool {
    guard time != last, let one = Moment(String(decoding: time, as: UTF8.self)),
      let other = Moment(String(decoding: last, as: UTF8.self))
    else { return false }
    return one.epochSeconds < other.epochSeconds - 60
  }

  mutating func finish() -> VerifyReport {
    closeStream()
    // A forged event may have codes of its own: then the event is at fault.
    if faults.isEmpty, !fitsItsCases { faults.append((0, .nature)) }
    report.lastPosition = lastPosition
    report.head = sum.head(events: lastPosition).digest
    for head in earlier { report.heads[head.events] = head.head }
    report.faults = faults.sorted { $0.position < $1.position }
      .prefix(Self.reportedFaults).map(\.fault)
    progress(Progress(done: report.events, total: total))
    return report
  }

  private mutating func closeStream() {
    guard let previous else { return }
    report.streams += 1
    sum.add(
      previous.stream, version: previous.version, position: previous.position,
      hash: previous.hash)
    for index in earlier.indices { earlier[index].closeStream() }
  }

  /// Codes are made with the secret of the store, so that the cases tell if it was changed.
  private mutating func checkCodes(of event: CaseEvent, _ id: CaseID) {
    guard case .received(let it) = event, fitsItsCases else { return }
    fitsItsCases =
      it.queryCode == sixDigits(of: "query/\(id)", secret: nature.secret)
      && it.pickUpCode == sixDigits(of: "pick-up/\(id)", secret: nature.secret)
  }

  /// What was settled when the store was made has no chain, and most of it no echo in the journal.
  private static func fitsTogether(_ nature: StoreNature) -> Bool {
    let hasClock = nature.demoStart != nil && nature.demoStartedAtHost != nil
    let hasNoClock = nature.demoStart == nil && nature.demoStartedAtHost == nil
    return !nature.secret.isEmpty && (hasNoClock || nature.isDemo && hasClock)
  }

  private mutating func checkMeaning(of line: JournalLine, isFirst: Bool) {
    do throws(StoreError) {
      let recorded = try line.recorded()
      switch (recorded.stream, recorded.event) {
      case (.file(let id), .file(let event)):
        if isFirst { report.cases += 1 }
        checkCodes(of: event, id)
        if isFirst, !event.isReceipt { note(line, .wrongBeginning) }
      case (.ticket, .ticket), (.item, .reference), (.hall, .reference), (.looks, .looked),
        (.access, .access):
        break
      case (.file, _), (.ticket, _), (.item, _), (.hall, _), (.looks, _), (.access, _):
        note(line, .wrongStream)
      }
    } catch {
      guard case .unreadableEvent(_, _, let detail) = error else { return }
      note(line, .unreadable(detail: detail))
    }
  }

  private mutating func note(_ line: JournalLine, _ fault: EventFault) {
    let place = line.place
    faults.append(
      (line.position, origin.map { .closedFile($0, .event(place, fault)) } ?? .event(place, fault)))
  }

  /// An event that a closed year has a copy of, which is another one.
  mutating func noteCopy(_ line: JournalLine, of name: String) {
    faults.append((line.position, .closedFile(name, .copyDiffers(line.place))))
  }
}

extension JournalLine {
  var place: EventPlace {
    EventPlace(position: position, stream: stream, version: version, kind: kindText)
  }
}

extension CaseEvent {
  /// The receipt, or the mark that it is entered late.
  fileprivate var isReceipt: Bool {
    switch self {
    case .received: true
    case .enteredLate(let it): it.act == "receive"
    case .materialsSupplied, .correctionRequested, .declined, .accepted, .stepStarted,
      .taskClaimed, .taskGivenBack, .opinionRecorded, .stepReturned, .specialProcedureStarted,
      .specialProcedureEnded, .suspended, .resumed, .examinationCorrectionRequested,
      .examinationCorrectionSupplied, .referredUpward, .referralAnswered, .extended,
      .deferredMaterialSupplied, .decided, .certificateProduced, .handedOver, .posted,
      .postReturned, .delivered, .concluded, .withdrawn, .terminated, .documentIssued,
      .documentReprinted, .deadlinesRecomputed, .defectsNoted, .commitmentChecked,
      .reportConfirmed, .supervised, .rated, .fee:
      false
    }
  }
}

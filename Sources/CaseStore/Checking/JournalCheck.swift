import Casework
import Deskwork
import SQLite

/// Reads every event again, stream after stream.
struct JournalCheck {
  private(set) var report = VerifyReport()
  private var previous: JournalLine?
  private var head = Sha256()
  private let total: Int
  private let progress: (Progress) -> Void
  private var faults: [(position: Int64, fault: StoreFault)] = []

  static let reportedFaults = 20

  init(total: Int, progress: @escaping (Progress) -> Void) {
    self.total = total
    self.progress = progress
  }

  static let sql = "SELECT \(JournalLine.columns) FROM journal ORDER BY stream, version"

  mutating func check(_ line: JournalLine) {
    let isNext = previous?.stream == line.stream
    if !isNext { closeStream() }
    let before = isNext ? previous : nil
    let expected = (before?.version ?? 0) + 1
    if line.version != expected { note(line, .versionExpected(expected)) }
    if line.hash != line.hash(after: before?.hash ?? "") { note(line, .hashDiffers) }
    checkMeaning(of: line, isFirst: !isNext)
    report.events += 1
    previous = line
    if report.events % 500 == 0 { progress(Progress(done: report.events, total: total)) }
  }

  /// Positions are counted from 1 without a gap, so that an event taken out shows.
  mutating func checkPosition(_ position: Int64, after last: Int64, _ line: EventPlace) {
    guard position != last + 1 else { return }
    faults.append((position, .event(line, .positionExpected(last + 1))))
  }

  /// SQLite counts the positions by itself, so that a tail taken off shows.
  mutating func checkEnd(_ last: Int64, written: Int64) {
    guard last != written else { return }
    faults.append((last + 1, .tail(end: last, written: written)))
  }

  mutating func finish() -> VerifyReport {
    closeStream()
    report.head = Sha256.hexadecimal(head.finish())
    report.faults = faults.sorted { $0.position < $1.position }
      .prefix(Self.reportedFaults).map(\.fault)
    progress(Progress(done: report.events, total: total))
    return report
  }

  private mutating func closeStream() {
    guard let previous else { return }
    report.streams += 1
    head.update(Array("\(previous.stream) \(previous.version) \(previous.hash)\n".utf8))
  }

  private mutating func checkMeaning(of line: JournalLine, isFirst: Bool) {
    do throws(StoreError) {
      let recorded = try line.recorded()
      switch (recorded.stream, recorded.event) {
      case (.file, .file(let event)):
        if isFirst { report.cases += 1 }
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
    faults.append((line.position, .event(line.place, fault)))
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

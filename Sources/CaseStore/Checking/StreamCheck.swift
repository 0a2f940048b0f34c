import Casework
import Deskwork
import WorkCalendar

/// A fault and the position it is found at.
struct PlacedFault: Sendable {
  var position: Int64
  var fault: StoreFault
}

/// What a stream says when it is read again: whether each event is what was written, and what it means.
/// It follows from the lines of the stream alone.
struct StreamCheck: Sendable {
  private(set) var faults: [PlacedFault] = []
  private(set) var events = 0
  private(set) var isCase = false
  /// Whether the codes of the case were made with the secret of the store.
  private(set) var fitsItsCodes = true
  /// Where it ends, and where it ended at each of the earlier moments; nil if it had not begun.
  private(set) var end: StreamEnd?
  private(set) var earlierEnds: [StreamEnd?]
  /// In the order of its versions.
  private(set) var times: [RecordedTime] = []
  /// What the store itself has of it; nothing if a line is at fault.
  private(set) var acts: [ActedEvent] = []
  private var reader = JournalLineReader(by: .withoutWords)
  private let moments: [Int64]
  private let secret: String

  /// `moments` are numbers of events at which the head is worked out again.
  init(_ reading: StreamReading, moments: [Int64], secret: String) {
    (self.moments, self.secret) = (moments, secret)
    earlierEnds = moments.map { _ in nil }
    times.reserveCapacity(reading.lines.count)
    acts.reserveCapacity(reading.lines.count)
    var encoding: [UInt8] = []
    for it in reading.lines {
      check(it, after: end, by: &encoding)
      end = StreamEnd(it.line)
    }
    events = reading.lines.count
    for (line, origin) in reading.otherCopies {
      faults.append(
        PlacedFault(
          position: line.position, fault: .closedFile(origin, .copyDiffers(line.place))))
    }
    if !faults.isEmpty { acts = [] }
  }

  /// They are many, and of no more use once what they mean is worked out.
  mutating func takeActs() -> [ActedEvent] {
    defer { acts = [] }
    return acts
  }

  private mutating func check(
    _ it: StreamReading.Line, after before: StreamEnd?, by encoding: inout [UInt8]
  ) {
    let line = it.line
    times.append(RecordedTime(position: line.position, seconds: reader.seconds(of: line)))
    let expected = Int(before?.version ?? 0) + 1
    if line.version != expected { note(it, .versionExpected(expected)) }
    if let before, line.position < before.position { note(it, .outOfOrder) }
    if line.hash != line.hash(after: before?.hash ?? "", by: &encoding) { note(it, .hashDiffers) }
    for (index, moment) in moments.enumerated() where line.position <= moment {
      earlierEnds[index] = StreamEnd(line)
    }
    checkMeaning(of: it, isFirst: before == nil)
  }

  private mutating func checkMeaning(of it: StreamReading.Line, isFirst: Bool) {
    do throws(StoreError) {
      let recorded = try reader.recorded(it.line)
      if it.origin == nil { acts.append(ActedEvent(act: it.line.act, event: recorded)) }
      switch (recorded.stream, recorded.event) {
      case (.file(let id), .file(let event)):
        if isFirst { isCase = true }
        checkCodes(of: event, id)
        if isFirst, !event.isReceipt { note(it, .wrongBeginning) }
      case (.ticket, .ticket), (.item, .reference), (.hall, .reference), (.looks, .looked),
        (.access, .access):
        break
      case (.file, _), (.ticket, _), (.item, _), (.hall, _), (.looks, _), (.access, _):
        note(it, .wrongStream)
      }
    } catch {
      guard case .unreadableEvent(_, _, let detail) = error else { return }
      note(it, .unreadable(detail: detail))
    }
  }

  /// Codes are made with the secret of the store, so that the cases tell if it was changed.
  private mutating func checkCodes(of event: CaseEvent, _ id: CaseID) {
    guard case .received(let it) = event, fitsItsCodes else { return }
    fitsItsCodes =
      it.queryCode == sixDigits(of: "query/\(id)", secret: secret)
      && it.pickUpCode == sixDigits(of: "pick-up/\(id)", secret: secret)
  }

  private mutating func note(_ it: StreamReading.Line, _ fault: EventFault) {
    let place = it.line.place
    faults.append(
      PlacedFault(
        position: it.line.position,
        fault: it.origin.map { .closedFile($0, .event(place, fault)) } ?? .event(place, fault)))
  }
}

extension JournalLine {
  var place: EventPlace {
    EventPlace(position: position, stream: stream, version: version, kind: kindText)
  }
}

extension StreamEnd {
  init(_ line: JournalLine) {
    self.init(
      stream: line.stream, version: Int64(line.version), position: line.position, hash: line.hash)
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

import Casework
package import Deskwork
package import SQLite

/// An event as a line of the journal has it.
package struct StoredEvent {
  package var kind: String
  /// The body in UTF-8.
  package var text: [UInt8]
  /// What may be kept instead of the body.
  let shortened: ShortenedBody?

  package init(kind: String, body: String) {
    self.kind = kind
    text = Array(body.utf8)
    shortened = nil
  }

  package var body: String { String(decoding: text, as: UTF8.self) }

  package init(_ event: HallEvent) throws(SQLiteError) { try self.init(event, by: .quickest) }

  init(_ event: HallEvent, by way: StoredJSON.Way) throws(SQLiteError) {
    let parts = event.parts
    kind = parts.kind.rawValue
    text = try StoredJSON.text(parts.body, straight: event.straightBody, by: way)
    shortened = ShortenedBody(text, like: event.blank.flatMap(BlankBodies.body))
  }
}

extension StoredEvent: Hashable {
  package static func == (one: StoredEvent, other: StoredEvent) -> Bool {
    one.kind == other.kind && one.text == other.text
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(text)
  }
}

/// What the journal keeps of an event.
private typealias EventParts = (kind: EventKind, body: any Encodable)

extension HallEvent {
  /// The document that the one it issues is like.
  fileprivate var blank: BlankDocument? {
    if case .file(.documentIssued(let it)) = self { it.text.blank } else { nil }
  }

  /// The kind the journal keeps the event under (case.accepted.1).
  package var storedKind: String { parts.kind.rawValue }

  fileprivate var parts: EventParts {
    switch self {
    case .file(let event): event.parts
    case .ticket(let event): event.parts
    case .reference(let event): event.parts
    case .looked(let it): (.looked, it)
    case .access(let event): event.parts
    }
  }
}

extension CaseEvent {
  fileprivate var parts: EventParts {
    switch self {
    case .received(let it): (.caseReceived, it)
    case .materialsSupplied(let it): (.caseMaterialsSupplied, it)
    case .correctionRequested(let it): (.caseCorrectionRequested, it)
    case .declined(let it): (.caseDeclined, it)
    case .accepted(let it): (.caseAccepted, it)
    case .stepStarted(let it): (.caseStepStarted, it)
    case .taskClaimed(let it): (.caseTaskClaimed, it)
    case .taskGivenBack(let it): (.caseTaskGivenBack, it)
    case .opinionRecorded(let it): (.caseOpinionRecorded, it)
    case .stepReturned(let it): (.caseStepReturned, it)
    case .specialProcedureStarted(let it): (.caseSpecialProcedureStarted, it)
    case .specialProcedureEnded(let it): (.caseSpecialProcedureEnded, it)
    case .suspended(let it): (.caseSuspended, it)
    case .resumed(let it): (.caseResumed, it)
    case .examinationCorrectionRequested(let it):
      (.caseExaminationCorrectionRequested, it)
    case .examinationCorrectionSupplied(let it):
      (.caseExaminationCorrectionSupplied, it)
    case .referredUpward(let it): (.caseReferredUpward, it)
    case .referralAnswered(let it): (.caseReferralAnswered, it)
    case .extended(let it): (.caseExtended, it)
    case .deferredMaterialSupplied(let it): (.caseDeferredMaterialSupplied, it)
    case .decided(let it): (.caseDecided, it)
    case .certificateProduced(let it): (.caseCertificateProduced, it)
    case .handedOver(let it): (.caseHandedOver, it)
    case .posted(let it): (.casePosted, it)
    case .postReturned(let it): (.casePostReturned, it)
    case .delivered(let it): (.caseDelivered, it)
    case .concluded(let it): (.caseConcluded, it)
    case .withdrawn(let it): (.caseWithdrawn, it)
    case .terminated(let it): (.caseTerminated, it)
    case .documentIssued(let it): (.caseDocumentIssued, it)
    case .documentReprinted(let it): (.caseDocumentReprinted, it)
    case .enteredLate(let it): (.caseEnteredLate, it)
    case .deadlinesRecomputed(let it): (.caseDeadlinesRecomputed, it)
    case .defectsNoted(let it): (.caseDefectsNoted, it)
    case .commitmentChecked(let it): (.caseCommitmentChecked, it)
    case .reportConfirmed(let it): (.caseReportConfirmed, it)
    case .supervised(let event): event.parts
    case .rated(.given(let it)): (.caseRatingGiven, it)
    case .rated(.calledBack(let it)): (.caseRatingCalledBack, it)
    case .rated(.rectified(let it)): (.caseRatingRectified, it)
    case .fee(.demanded(let it)): (.caseFeeDemanded, it)
    case .fee(.paid(let it)): (.caseFeePaid, it)
    }
  }
}

extension SupervisionEvent {
  fileprivate var parts: EventParts {
    switch self {
    case .followUpOrdered(let it): (.caseFollowUpOrdered, it)
    case .followUpAnswered(let it): (.caseFollowUpAnswered, it)
    case .followUpEscalated(let it): (.caseFollowUpEscalated, it)
    case .followUpClosed(let it): (.caseFollowUpClosed, it)
    case .cardAppealed(let it): (.caseCardAppealed, it)
    case .cardSettled(let it): (.caseCardSettled, it)
    }
  }
}

extension TicketEvent {
  fileprivate var parts: EventParts {
    switch self {
    case .issued(let it): (.ticketIssued, it)
    case .called(let it): (.ticketCalled, it)
    case .arrived: (.ticketArrived, NoDetails())
    case .parked(let it): (.ticketParked, it)
    case .passed: (.ticketPassed, NoDetails())
    case .served: (.ticketServed, NoDetails())
    case .freed(let it): (.ticketFreed, it)
    }
  }
}

extension ReferenceEvent {
  fileprivate var parts: EventParts {
    switch self {
    case .hallOpened(let it): (.hallOpened, it)
    case .departmentRegistered(let it): (.departmentRegistered, it)
    case .counterOpened(let it): (.counterOpened, it)
    case .clerkEnrolled(let it): (.clerkEnrolled, it)
    case .clerkChanged(let it): (.clerkChanged, it)
    case .accessKeyGranted(let it): (.accessKeyGranted, it)
    case .accessKeyWithdrawn(let it): (.accessKeyWithdrawn, it)
    case .clockCorrected(let it): (.clockCorrected, it)
    case .sheetPublished(let it): (.sheetPublished, it)
    case .calendarPublished(let it): (.calendarPublished, it)
    case .rulebookPublished(let it): (.rulebookPublished, it)
    case .yearClosed(let it): (.yearClosed, it)
    }
  }
}

extension AccessEvent {
  fileprivate var parts: EventParts {
    switch self {
    case .signedIn(let it): (.signedIn, it)
    case .signInRefused(let it): (.signInRefused, it)
    case .locked(let it): (.locked, it)
    case .unlocked(let it): (.unlocked, it)
    case .signedOut(let it): (.signedOut, it)
    case .tookOver(let it): (.tookOver, it)
    case .sittingEnded(let it): (.sittingEnded, it)
    case .passwordSet(let it): (.passwordSet, it)
    case .exported(let it): (.exported, it)
    case .reprinted(let it): (.reprinted, it)
    }
  }
}

/// The body of an event that says all by its kind.
private struct NoDetails: Codable {}

extension StoredEvent {
  /// Today's event, whatever version of its kind was stored.
  package func event() throws(SQLiteError) -> HallEvent { try event(by: .quickest) }

  func event(by way: StoredJSON.Way) throws(SQLiteError) -> HallEvent {
    try StoredBody(text: text).event(ofKind: kind, by: way)
  }
}

/// The body of an event, byte for byte.
struct StoredBody {
  let text: [UInt8]

  func event(
    ofKind kind: String, by way: StoredJSON.Way = .quickest
  ) throws(SQLiteError) -> HallEvent {
    guard let kind = EventKind(rawValue: kind) else {
      throw SQLiteError(kind: .corrupt, message: "unknown kind \(kind)")
    }
    switch kind {
    case .caseReceived: return .file(.received(try read(way)))
    case .caseMaterialsSupplied: return .file(.materialsSupplied(try read(way)))
    case .caseCorrectionRequested: return .file(.correctionRequested(try read(way)))
    case .caseDeclined: return .file(.declined(try read(way)))
    case .caseAccepted: return .file(.accepted(try read(way)))
    case .caseStepStarted: return .file(.stepStarted(try read(way)))
    case .caseTaskClaimed: return .file(.taskClaimed(try read(way)))
    case .caseTaskGivenBack: return .file(.taskGivenBack(try read(way)))
    case .caseOpinionRecorded: return .file(.opinionRecorded(try read(way)))
    case .caseStepReturned: return .file(.stepReturned(try read(way)))
    case .caseSpecialProcedureStarted: return .file(.specialProcedureStarted(try read(way)))
    case .caseSpecialProcedureEnded: return .file(.specialProcedureEnded(try read(way)))
    case .caseSuspended: return .file(.suspended(try read(way)))
    case .caseResumed: return .file(.resumed(try read(way)))
    case .caseExaminationCorrectionRequested:
      return .file(.examinationCorrectionRequested(try read(way)))
    case .caseExaminationCorrectionSupplied:
      return .file(.examinationCorrectionSupplied(try read(way)))
    case .caseReferredUpward: return .file(.referredUpward(try read(way)))
    case .caseReferralAnswered: return .file(.referralAnswered(try read(way)))
    case .caseExtended: return .file(.extended(try read(way)))
    case .caseDeferredMaterialSupplied: return .file(.deferredMaterialSupplied(try read(way)))
    case .caseDecided: return .file(.decided(try read(way)))
    case .caseCertificateProduced: return .file(.certificateProduced(try read(way)))
    case .caseHandedOver: return .file(.handedOver(try read(way)))
    case .casePosted: return .file(.posted(try read(way)))
    case .casePostReturned: return .file(.postReturned(try read(way)))
    case .caseDelivered: return .file(.delivered(try read(way)))
    case .caseConcluded: return .file(.concluded(try read(way)))
    case .caseWithdrawn: return .file(.withdrawn(try read(way)))
    case .caseTerminated: return .file(.terminated(try read(way)))
    case .caseDocumentIssued: return .file(.documentIssued(try read(way)))
    case .caseDocumentReprinted: return .file(.documentReprinted(try read(way)))
    case .caseEnteredLate: return .file(.enteredLate(try read(way)))
    case .caseDeadlinesRecomputed: return .file(.deadlinesRecomputed(try read(way)))
    case .caseDefectsNoted: return .file(.defectsNoted(try read(way)))
    case .caseCommitmentChecked: return .file(.commitmentChecked(try read(way)))
    case .caseReportConfirmed: return .file(.reportConfirmed(try read(way)))
    case .caseFollowUpOrdered: return .file(.supervised(.followUpOrdered(try read(way))))
    case .caseFollowUpAnswered: return .file(.supervised(.followUpAnswered(try read(way))))
    case .caseFollowUpEscalated: return .file(.supervised(.followUpEscalated(try read(way))))
    case .caseFollowUpClosed: return .file(.supervised(.followUpClosed(try read(way))))
    case .caseCardAppealed: return .file(.supervised(.cardAppealed(try read(way))))
    case .caseCardSettled: return .file(.supervised(.cardSettled(try read(way))))
    case .caseRatingGiven: return .file(.rated(.given(try read(way))))
    case .caseRatingCalledBack: return .file(.rated(.calledBack(try read(way))))
    case .caseRatingRectified: return .file(.rated(.rectified(try read(way))))
    case .caseFeeDemanded: return .file(.fee(.demanded(try read(way))))
    case .caseFeePaid: return .file(.fee(.paid(try read(way))))
    case .ticketIssued: return .ticket(.issued(try read(way)))
    case .ticketCalled: return .ticket(.called(try read(way)))
    case .ticketArrived: return .ticket(.arrived)
    case .ticketParked: return .ticket(.parked(try read(way)))
    case .ticketPassed: return .ticket(.passed)
    case .ticketServed: return .ticket(.served)
    case .ticketFreed: return .ticket(.freed(try read(way)))
    case .looked: return .looked(try read(way))
    case .rulebookPublished: return .reference(.rulebookPublished(try read(way)))
    case .hallOpened: return .reference(.hallOpened(try read(way)))
    case .departmentRegistered: return .reference(.departmentRegistered(try read(way)))
    case .counterOpened: return .reference(.counterOpened(try read(way)))
    case .clerkEnrolled: return .reference(.clerkEnrolled(try read(way)))
    case .clerkChanged: return .reference(.clerkChanged(try read(way)))
    case .accessKeyGranted: return .reference(.accessKeyGranted(try read(way)))
    case .accessKeyWithdrawn: return .reference(.accessKeyWithdrawn(try read(way)))
    case .clockCorrected: return .reference(.clockCorrected(try read(way)))
    case .signedIn: return .access(.signedIn(try read(way)))
    case .signInRefused: return .access(.signInRefused(try read(way)))
    case .locked: return .access(.locked(try read(way)))
    case .unlocked: return .access(.unlocked(try read(way)))
    case .signedOut: return .access(.signedOut(try read(way)))
    case .tookOver: return .access(.tookOver(try read(way)))
    case .sittingEnded: return .access(.sittingEnded(try read(way)))
    case .passwordSet: return .access(.passwordSet(try read(way)))
    case .exported: return .access(.exported(try read(way)))
    case .reprinted: return .access(.reprinted(try read(way)))
    case .yearClosed: return .reference(.yearClosed(try read(way)))
    case .sheetPublished: return .reference(.sheetPublished(try read(way)))
    case .calendarPublished: return .reference(.calendarPublished(try read(way)))
    }
  }

  private func read<Body: Decodable>(_ way: StoredJSON.Way) throws(SQLiteError) -> Body {
    try StoredJSON.value(Body.self, from: text, by: way)
  }

  /// Chosen wherever an event can be read straight out of its body.
  private func read<Body: Decodable & PlainlyRead>(
    _ way: StoredJSON.Way
  ) throws(SQLiteError) -> Body {
    try StoredJSON.value(Body.self, from: text, by: way)
  }
}

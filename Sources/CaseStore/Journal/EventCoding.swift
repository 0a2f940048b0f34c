import Casework
package import Deskwork
package import SQLite

/// An event as a line of the journal has it.
package struct StoredEvent: Hashable {
  package var kind: String
  package var body: String

  package init(kind: String, body: String) {
    self.kind = kind
    self.body = body
  }

  private init(_ kind: EventKind, _ body: some Encodable) throws(SQLiteError) {
    self.init(kind: kind.rawValue, body: try StoredJSON.text(body))
  }
}

extension StoredEvent {
  package init(_ event: HallEvent) throws(SQLiteError) {
    switch event {
    case .file(let event): try self.init(event)
    case .ticket(let event): try self.init(event)
    case .reference(let event): try self.init(event)
    case .looked(let it): try self.init(.looked, it)
    case .access(let event): try self.init(event)
    }
  }

  private init(_ event: CaseEvent) throws(SQLiteError) {
    switch event {
    case .received(let it): try self.init(.caseReceived, it)
    case .materialsSupplied(let it): try self.init(.caseMaterialsSupplied, it)
    case .correctionRequested(let it): try self.init(.caseCorrectionRequested, it)
    case .declined(let it): try self.init(.caseDeclined, it)
    case .accepted(let it): try self.init(.caseAccepted, it)
    case .stepStarted(let it): try self.init(.caseStepStarted, it)
    case .taskClaimed(let it): try self.init(.caseTaskClaimed, it)
    case .taskGivenBack(let it): try self.init(.caseTaskGivenBack, it)
    case .opinionRecorded(let it): try self.init(.caseOpinionRecorded, it)
    case .stepReturned(let it): try self.init(.caseStepReturned, it)
    case .specialProcedureStarted(let it): try self.init(.caseSpecialProcedureStarted, it)
    case .specialProcedureEnded(let it): try self.init(.caseSpecialProcedureEnded, it)
    case .suspended(let it): try self.init(.caseSuspended, it)
    case .resumed(let it): try self.init(.caseResumed, it)
    case .examinationCorrectionRequested(let it):
      try self.init(.caseExaminationCorrectionRequested, it)
    case .examinationCorrectionSupplied(let it):
      try self.init(.caseExaminationCorrectionSupplied, it)
    case .referredUpward(let it): try self.init(.caseReferredUpward, it)
    case .referralAnswered(let it): try self.init(.caseReferralAnswered, it)
    case .extended(let it): try self.init(.caseExtended, it)
    case .deferredMaterialSupplied(let it): try self.init(.caseDeferredMaterialSupplied, it)
    case .decided(let it): try self.init(.caseDecided, it)
    case .certificateProduced(let it): try self.init(.caseCertificateProduced, it)
    case .handedOver(let it): try self.init(.caseHandedOver, it)
    case .posted(let it): try self.init(.casePosted, it)
    case .postReturned(let it): try self.init(.casePostReturned, it)
    case .delivered(let it): try self.init(.caseDelivered, it)
    case .concluded(let it): try self.init(.caseConcluded, it)
    case .withdrawn(let it): try self.init(.caseWithdrawn, it)
    case .terminated(let it): try self.init(.caseTerminated, it)
    case .documentIssued(let it): try self.init(.caseDocumentIssued, it)
    case .documentReprinted(let it): try self.init(.caseDocumentReprinted, it)
    case .enteredLate(let it): try self.init(.caseEnteredLate, it)
    case .deadlinesRecomputed(let it): try self.init(.caseDeadlinesRecomputed, it)
    case .defectsNoted(let it): try self.init(.caseDefectsNoted, it)
    case .commitmentChecked(let it): try self.init(.caseCommitmentChecked, it)
    case .reportConfirmed(let it): try self.init(.caseReportConfirmed, it)
    case .supervised(let event): try self.init(event)
    case .rated(.given(let it)): try self.init(.caseRatingGiven, it)
    case .rated(.calledBack(let it)): try self.init(.caseRatingCalledBack, it)
    case .rated(.rectified(let it)): try self.init(.caseRatingRectified, it)
    case .fee(.demanded(let it)): try self.init(.caseFeeDemanded, it)
    case .fee(.paid(let it)): try self.init(.caseFeePaid, it)
    }
  }

  private init(_ event: SupervisionEvent) throws(SQLiteError) {
    switch event {
    case .followUpOrdered(let it): try self.init(.caseFollowUpOrdered, it)
    case .followUpAnswered(let it): try self.init(.caseFollowUpAnswered, it)
    case .followUpEscalated(let it): try self.init(.caseFollowUpEscalated, it)
    case .followUpClosed(let it): try self.init(.caseFollowUpClosed, it)
    case .cardAppealed(let it): try self.init(.caseCardAppealed, it)
    case .cardSettled(let it): try self.init(.caseCardSettled, it)
    }
  }

  private init(_ event: TicketEvent) throws(SQLiteError) {
    switch event {
    case .issued(let it): try self.init(.ticketIssued, it)
    case .called(let it): try self.init(.ticketCalled, it)
    case .arrived: try self.init(.ticketArrived, NoDetails())
    case .parked(let it): try self.init(.ticketParked, it)
    case .passed: try self.init(.ticketPassed, NoDetails())
    case .served: try self.init(.ticketServed, NoDetails())
    case .freed(let it): try self.init(.ticketFreed, it)
    }
  }

  private init(_ event: ReferenceEvent) throws(SQLiteError) {
    switch event {
    case .hallOpened(let it): try self.init(.hallOpened, it)
    case .departmentRegistered(let it): try self.init(.departmentRegistered, it)
    case .counterOpened(let it): try self.init(.counterOpened, it)
    case .clerkEnrolled(let it): try self.init(.clerkEnrolled, it)
    case .clerkChanged(let it): try self.init(.clerkChanged, it)
    case .accessKeyGranted(let it): try self.init(.accessKeyGranted, it)
    case .accessKeyWithdrawn(let it): try self.init(.accessKeyWithdrawn, it)
    case .clockCorrected(let it): try self.init(.clockCorrected, it)
    case .sheetPublished(let it): try self.init(.sheetPublished, it)
    case .calendarPublished(let it): try self.init(.calendarPublished, it)
    case .rulebookPublished(let it): try self.init(.rulebookPublished, it)
    case .yearClosed(let it): try self.init(.yearClosed, it)
    }
  }

  private init(_ event: AccessEvent) throws(SQLiteError) {
    switch event {
    case .signedIn(let it): try self.init(.signedIn, it)
    case .signInRefused(let it): try self.init(.signInRefused, it)
    case .locked(let it): try self.init(.locked, it)
    case .unlocked(let it): try self.init(.unlocked, it)
    case .signedOut(let it): try self.init(.signedOut, it)
    case .tookOver(let it): try self.init(.tookOver, it)
    case .sittingEnded(let it): try self.init(.sittingEnded, it)
    case .passwordSet(let it): try self.init(.passwordSet, it)
    case .exported(let it): try self.init(.exported, it)
    case .reprinted(let it): try self.init(.reprinted, it)
    }
  }

  /// The body of an event that says all by its kind.
  private struct NoDetails: Codable {}
}

extension StoredEvent {
  /// Today's event, whatever version of its kind was stored.
  package func event() throws(SQLiteError) -> HallEvent { try event(by: .quickest) }

  func event(by way: StoredJSON.Way) throws(SQLiteError) -> HallEvent {
    try StoredBody(text: Array(body.utf8)).event(ofKind: kind, by: way)
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
}

/// Which documents an act must issue.
package enum DocumentRules {
  /// The kinds in the order they are printed. `file` is the case after all the events.
  package static func documents(after events: [CaseEvent], file: CaseFile) -> [DocumentKind] {
    let isOnTheSpot = file.decision?.isOnTheSpot ?? false
    var kinds: [DocumentKind] = []
    for event in events {
      switch event {
      case .received:
        // An acceptance or a refusal to take on replaces the receipt.
        if file.acceptance == nil, file.declined == nil { kinds.append(.receipt) }
      case .materialsSupplied, .examinationCorrectionSupplied, .deferredMaterialSupplied:
        kinds.append(.correctionReceipt)
      case .correctionRequested, .examinationCorrectionRequested:
        kinds.append(.correctionNotice)
      case .declined: kinds.append(.declineDecision)
      case .accepted(let it):
        guard !isOnTheSpot else { break }
        kinds.append(.acceptanceNotice)
        if !it.deferred.isEmpty { kinds.append(.deferredMaterialUndertaking) }
        if it.isUnderCommitment { kinds.append(.notifiedCommitment) }
        kinds.append(.counterHandover)
      case .specialProcedureStarted(let it):
        kinds.append(.specialProcedureNotice)
        if it.kind == .hearing { kinds.append(.hearingNotice) }
      case .extended: kinds.append(.extensionNotice)
      case .suspended: kinds.append(.suspensionNotice)
      case .resumed:
        // A step whose time does not count resumes too, and nobody is told.
        if file.stops.last?.kind == .suspension { kinds.append(.suspensionNotice) }
      case .decided(let it):
        switch it.verdict {
        case .granted: kinds.append(.grantDecision)
        case .refused: kinds.append(.refusalDecision)
        }
        if file.stage == .awaitingRelease, file.certificate == nil {
          kinds.append(.certificateHandover)
        }
      case .opinionRecorded(let it):
        if file.hasJointOpinion(onStep: it.step) { kinds.append(.jointOpinionSummary) }
      case .fee(.demanded): kinds.append(.feeNotice)
      case .posted: kinds.append(.postalConfirmation)
      case .rated(.given(let it)):
        kinds.append(.satisfactionReceipt)
        if it.grade.isBad { kinds.append(.followUpOrder) }
      case .supervised(.followUpOrdered), .supervised(.followUpEscalated):
        kinds.append(.followUpOrder)
      case .certificateProduced: kinds.append(.certificateHandover)
      case .handedOver, .delivered: kinds.append(.serviceRecord)
      case .withdrawn, .terminated: kinds.append(.terminationNotice)
      case .stepStarted, .taskClaimed, .taskGivenBack, .stepReturned,
        .specialProcedureEnded, .referredUpward, .referralAnswered, .postReturned,
        .concluded, .documentIssued, .documentReprinted, .enteredLate, .deadlinesRecomputed,
        .defectsNoted, .commitmentChecked, .reportConfirmed, .supervised(.followUpAnswered),
        .supervised(.followUpClosed), .supervised(.cardAppealed), .supervised(.cardSettled),
        .rated(.calledBack), .rated(.rectified), .fee(.paid):
        break
      }
    }
    return kinds
  }

  /// How many sheets of each: the applicant's and the hall's own.
  package static let copies = 2

  /// The width of the paper: receipts come from the counter's own printer, the rest is A4.
  package static func columns(of kind: DocumentKind, at counter: Counter?) -> Int {
    kind.isReceipt ? counter?.paperColumns ?? 80 : 80
  }
}

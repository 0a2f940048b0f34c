import WorkCalendar

/// What happened before it could be recorded.
extension Act {
  /// The mark before the events of an act that is entered late; nothing for any other.
  func lateEntry(
    of command: CaseCommand, leadingTo events: [CaseEvent]
  ) throws(Refusal) -> [CaseEvent] {
    guard let late = occasion.late else { return [] }
    guard late.happenedAt < occasion.at else { throw .lateEntryNotEarlier(occasion.at) }
    let isOfRoute = events.contains(where: \.isOfRoute)
    if let last = isOfRoute ? file.lastActedAt : file.receivedAt, late.happenedAt < last {
      throw .lateEntryBeforeLastAct(last)
    }
    try text(late.reason, else: .reasonMissing)
    try text(late.documentNumber, else: .documentNumberMissing)
    guard late.witness.id != clerk.id else { throw .witnessIsActor(clerk.id) }
    guard !late.witness.isDisabled else { throw .clerkDisabled(late.witness.id) }
    switch late.witness.role {
    case .hallManager, .supervisor: break
    case .generalCounter, .examiner, .approver, .release, .itemManager, .townshipOperator:
      throw .witnessMayNot(late.witness.role)
    }
    return [
      .enteredLate(
        .init(
          happenedAt: late.happenedAt, reason: late.reason, documentNumber: late.documentNumber,
          witness: late.witness.id, act: command.name))
    ]
  }
}

extension CaseEvent {
  /// Whether it has its place in the order of acts; what stands beside the route has none, and
  /// what is entered late may have happened before it.
  var isOfRoute: Bool {
    switch self {
    case .received, .materialsSupplied, .correctionRequested, .declined, .accepted, .stepStarted,
      .taskClaimed, .taskGivenBack, .opinionRecorded, .stepReturned, .specialProcedureStarted,
      .specialProcedureEnded, .suspended, .resumed, .examinationCorrectionRequested,
      .examinationCorrectionSupplied, .referredUpward, .referralAnswered, .extended,
      .deferredMaterialSupplied, .decided, .certificateProduced, .handedOver, .posted,
      .postReturned, .delivered, .concluded, .withdrawn, .terminated, .defectsNoted:
      true
    case .documentIssued, .documentReprinted, .enteredLate, .deadlinesRecomputed,
      .commitmentChecked, .reportConfirmed, .supervised, .rated, .fee:
      false
    }
  }
}

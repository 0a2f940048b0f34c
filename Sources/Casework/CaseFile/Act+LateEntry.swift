import WorkCalendar

/// What happened before it could be recorded.
extension Act {
  /// The mark before the events of an act that is entered late; nothing for any other.
  func lateEntry(
    of command: CaseCommand, leadingTo events: [CaseEvent]
  ) throws(Refusal) -> [CaseEvent] {
    guard let late = occasion.late else { return [] }
    guard late.happenedAt < occasion.at else { throw .lateEntryNotEarlier(occasion.at) }
    if let last = ground(of: events), late.happenedAt < last {
      throw .lateEntryBeforeLastAct(last)
    }
    try text(late.reason, else: .reasonMissing)
    try text(late.documentNumber, else: .documentNumberMissing)
    guard late.witness.id != clerk.id else { throw .witnessIsActor(clerk.id) }
    guard !late.witness.isDisabled else { throw .clerkDisabled(late.witness.id) }
    guard late.witness.may(.witnessLateEntry) else { throw .witnessMayNot(late.witness.role) }
    return [
      .enteredLate(
        .init(
          happenedAt: late.happenedAt, reason: late.reason, documentNumber: late.documentNumber,
          witness: late.witness.id, act: command.name, witnessProvedAt: late.witnessProvedAt))
    ]
  }

  /// The last moment before which the events make no sense: nothing is answered before it was said.
  private func ground(of events: [CaseEvent]) -> Moment? {
    if events.contains(where: \.isOfRoute) { return file.lastActedAt }
    return (events.compactMap(ground) + [file.receivedAt].compactMap { $0 }).max()
  }

  private func ground(of event: CaseEvent) -> Moment? {
    if case .supervised(let it) = event { return ground(of: it) }
    if case .rated(let it) = event { return ground(of: it) }
    if case .commitmentChecked = event { return file.decidedAt }
    if case .reportConfirmed(let it) = event {
      return it.act == .accepted ? file.acceptedAt : file.decidedAt
    }
    return nil
  }

  private func ground(of event: SupervisionEvent) -> Moment? {
    let number: Int
    switch event {
    case .followUpOrdered, .cardAppealed: return nil
    case .cardSettled(let it):
      return file.supervision.openAppeal(against: it.card)?.by.acted
    case .followUpAnswered(let it): number = it.order
    case .followUpEscalated(let it): number = it.order
    case .followUpClosed(let it): number = it.order
    }
    guard let order = file.supervision.orders.first(where: { $0.order == number }) else {
      return nil
    }
    let remarks = order.answers + [order.escalated].compactMap { $0 }
    return ([order.orderedBy] + remarks.map(\.by)).map(\.acted).max()
  }

  private func ground(of event: RatingEvent) -> Moment? {
    switch event {
    case .given: file.decidedAt
    case .calledBack, .rectified:
      file.rating.map { Moment(date: $0.given.givenOn, hour: 0, minute: 0) }
    }
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

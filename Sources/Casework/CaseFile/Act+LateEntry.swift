import WorkCalendar

/// What happened before it could be recorded.
extension Act {
  /// The mark before the events of an act that is entered late; nothing for any other.
  func lateEntry(of command: CaseCommand) throws(Refusal) -> [CaseEvent] {
    guard let late = occasion.late else { return [] }
    guard late.happenedAt < occasion.at else { throw .lateEntryNotEarlier(occasion.at) }
    if let last = file.lastStamp, late.happenedAt < last.acted {
      throw .lateEntryBeforeLastAct(last.acted)
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

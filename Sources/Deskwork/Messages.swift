package import Casework
import WorkCalendar

extension OutgoingMessage {
  /// What the applicant is told of an event, if anything.
  package static func message(about event: CaseEvent, of file: CaseFile) -> OutgoingMessage? {
    switch event {
    case .received(let it): OutgoingMessage(kind: .received, id: file.id, due: it.noticeDue.on)
    case .accepted(let it): OutgoingMessage(kind: .accepted, id: file.id, due: it.committedDue.on)
    case .correctionRequested(let it):
      OutgoingMessage(kind: .correction, id: file.id, due: it.correctBy.on)
    case .examinationCorrectionRequested(let it):
      OutgoingMessage(kind: .correction, id: file.id, due: it.correctBy.on)
    case .declined: OutgoingMessage(kind: .declined, id: file.id)
    case .specialProcedureStarted(let it):
      OutgoingMessage(kind: .specialProcedure, id: file.id, due: it.plannedEnd)
    case .extended(let it): OutgoingMessage(kind: .extended, id: file.id, due: it.committedDue.on)
    case .decided where file.stage == .awaitingRelease && file.certificate == nil:
      OutgoingMessage(kind: .ready, id: file.id, due: file.decision?.serveBy.on)
    case .certificateProduced:
      OutgoingMessage(kind: .ready, id: file.id, due: file.decision?.serveBy.on)
    case .posted: OutgoingMessage(kind: .posted, id: file.id)
    case .decided, .materialsSupplied, .stepStarted, .taskClaimed, .taskGivenBack,
      .opinionRecorded, .stepReturned, .specialProcedureEnded, .suspended, .resumed,
      .examinationCorrectionSupplied, .referredUpward, .referralAnswered,
      .deferredMaterialSupplied, .handedOver, .postReturned, .delivered, .concluded, .withdrawn,
      .terminated,
      .documentIssued, .documentReprinted, .enteredLate, .deadlinesRecomputed, .defectsNoted,
      .commitmentChecked, .reportConfirmed, .supervised, .rated, .fee:
      nil
    }
  }
}

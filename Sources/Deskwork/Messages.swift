package import Casework
import WorkCalendar

extension OutgoingMessage {
  /// What the applicant is told of an event, if anything.
  package init?(_ event: CaseEvent, file: CaseFile) {
    switch event {
    case .received(let it): self.init(kind: .received, id: file.id, due: it.noticeDue.on)
    case .accepted(let it): self.init(kind: .accepted, id: file.id, due: it.committedDue.on)
    case .correctionRequested(let it):
      self.init(kind: .correction, id: file.id, due: it.correctBy.on)
    case .examinationCorrectionRequested(let it):
      self.init(kind: .correction, id: file.id, due: it.correctBy.on)
    case .declined: self.init(kind: .declined, id: file.id)
    case .specialProcedureStarted(let it):
      self.init(kind: .specialProcedure, id: file.id, due: it.plannedEnd)
    case .extended(let it): self.init(kind: .extended, id: file.id, due: it.committedDue.on)
    case .decided where file.stage == .awaitingRelease && file.certificate == nil:
      self.init(kind: .ready, id: file.id, due: file.decision?.serveBy.on)
    case .certificateProduced:
      self.init(kind: .ready, id: file.id, due: file.decision?.serveBy.on)
    case .posted: self.init(kind: .posted, id: file.id)
    case .decided, .materialsSupplied, .stepStarted, .taskClaimed, .taskGivenBack,
      .opinionRecorded, .stepReturned, .specialProcedureEnded, .suspended, .resumed,
      .examinationCorrectionSupplied, .referredUpward, .referralAnswered,
      .deferredMaterialSupplied, .handedOver, .postReturned, .delivered, .concluded, .withdrawn,
      .terminated,
      .documentIssued, .documentReprinted, .enteredLate, .deadlinesRecomputed, .defectsNoted,
      .commitmentChecked, .reportConfirmed, .supervised, .rated, .fee:
      return nil
    }
  }
}

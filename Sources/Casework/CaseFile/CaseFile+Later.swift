package import WorkCalendar

extension CaseFile {
  /// Puts a recomputed date in its place.
  mutating func move(_ date: MovedDate) {
    switch date.timer {
    case .notice: noticeDue = date.now
    case .correction, .examinationCorrection:
      correctBy = date.now
      moveStop(to: date.now.on)
    case .committed: committedDue = date.now
    case .statutory: statutoryDue = date.now
    case .step: change(currentStep) { $0.due = date.now }
    case .party:
      change(currentStep) { record in
        for index in record.partyDue.indices
        where record.partyDue[index].department == date.department {
          record.partyDue[index].due = date.now
        }
      }
    case .referral: referral?.answerDue = date.now
    case .deferredMaterials: acceptance?.deferredDue = date.now
    case .commitmentCheck: decision?.checkBy = date.now
    case .service: decision?.serveBy = date.now
    // Their ends are dates somebody has named, and no calendar moves them.
    case .specialProcedure, .suspension: break
    }
  }

  private mutating func moveStop(to day: LocalDate) {
    guard let last = stops.indices.last, stops[last].to == nil, stops[last].kind == .correction
    else { return }
    stops[last].plannedEnd = day
  }

  private mutating func change(_ step: Int?, _ body: (inout StepRecord) -> Void) {
    guard let step, steps.indices.contains(step) else { return }
    body(&steps[step])
  }

  mutating func rate(_ event: RatingEvent) {
    switch event {
    case .given(let it): rating = RatingRecord(given: it)
    case .calledBack(let it): rating?.calledBack = it
    case .rectified(let it): rating?.rectified = it
    }
  }
}

extension CaseFile {
  /// A commitment took the place of a proof, and nobody has checked it yet.
  package var awaitsCommitmentCheck: Bool {
    decision?.checkBy != nil && commitmentCheck == nil
  }

  /// What has to be reported upward and is not confirmed, with the day it happened.
  package func unconfirmedReports() -> [(act: ReportedAct, on: LocalDate)] {
    let done: [(ReportedAct, LocalDate?)] = [
      (.accepted, acceptance?.acceptedOn), (.decided, decision?.decidedOn),
    ]
    return done.compactMap { act, day in
      guard let day, !reports.contains(where: { $0.act == act }) else { return nil }
      return (act, day)
    }
  }
}

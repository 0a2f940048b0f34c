import WorkCalendar

/// The decision, its certificate, and the ways a case ends without one.
extension Act {
  func decide(_ verdict: Verdict, text: String, basis: String) throws(Refusal) -> [CaseEvent] {
    if let decision = file.decision {
      guard decision.verdict == verdict, decision.text == text else {
        throw .alreadyDecided(decision.verdict)
      }
      return []
    }
    let (index, _, department) = try part(.decision)
    guard !file.tookIn.contains(clerk.id) else { throw .tookTheCaseIn(clerk.id) }
    guard !file.examinedBy.contains(clerk.id) else { throw .examinedTheCase(clerk.id) }
    try demandFree(department)
    if let answer = file.referralAnswer, answer.verdict != verdict {
      throw .upperLevelDecidedOtherwise(answer.verdict)
    }
    switch verdict {
    case .granted:
      if !file.deferredOutstanding.isEmpty, !file.isUnderCommitment {
        throw .deferredMaterialsOutstanding(file.deferredOutstanding)
      }
    case .refused:
      // Law 38: a refusal gives its reasons and names the remedies.
      try self.text(text, else: .reasonMissing)
      try self.text(basis, else: .basisMissing)
    }
    let decided = CaseEvent.decided(decision(verdict, text: text, basis: basis))
    let next = index + 1
    guard verdict == .granted, file.route.indices.contains(next),
      file.route[next].kind == .certificate
    else { return [decided] }
    return [decided] + startOfStep(next, in: file.route)
  }

  private func decision(_ verdict: Verdict, text: String, basis: String) -> CaseEvent.Decided {
    let days = file.acceptance.map {
      Deadline(from: $0.acceptedOn, stops: file.stops, calendar: calendar).days(through: today)
    }
    return .init(
      verdict: verdict, decidedOn: today, text: text,
      basis: basis.isEmpty ? sheet.basis : basis, isOnTheSpot: false,
      serveBy: calendar.dueDate(of: StatutoryLimits.service, from: today),
      checkBy: verdict == .granted && file.isUnderCommitment ? checkBy : nil,
      netDays: days?.net, grossDays: days?.gross,
      passedOver: rules.earlierInQuota.isEmpty ? nil : rules.earlierInQuota)
  }

  /// The sheet's own time for checking a commitment, else that of the halls.
  private var checkBy: DueDate {
    let limit = file.route.first { $0.kind == .followUp }?.limit
    return calendar.dueDate(
      of: limit.flatMap { $0.isSpecified ? $0 : nil }
        ?? .workingDays(StatutoryLimits.commitmentCheck),
      from: today)
  }

  func produceCertificate(number: String) throws(Refusal) -> [CaseEvent] {
    if let certificate = file.certificate, certificate.number == number { return [] }
    let (_, _, department) = try part(.certificate, allowing: .inProduction)
    try demandFree(department)
    try text(number, else: .certificateNumberMissing)
    return [.certificateProduced(certificate(number))]
  }

  func withdraw(reason: String) throws(Refusal) -> [CaseEvent] {
    if case .withdrawn(_, reason, isLapsed: false) = file.ending { return [] }
    let stage = try stage()
    if let decision = file.decision { throw .alreadyDecided(decision.verdict) }
    if stage.isEnded { throw .caseEnded(stage) }
    try text(reason, else: .reasonMissing)
    return [.withdrawn(.init(reason: reason, isLapsed: false, withdrawnOn: today))]
  }

  func terminate(cause: String) throws(Refusal) -> [CaseEvent] {
    if case .terminated(_, cause) = file.ending { return [] }
    let stage = try stage()
    if let decision = file.decision { throw .alreadyDecided(decision.verdict) }
    if stage.isEnded { throw .caseEnded(stage) }
    guard file.acceptance != nil else { throw .notYetAccepted }
    guard clerk.department == file.department else { throw .notYourDepartment(file.department) }
    try text(cause, else: .reasonMissing)
    return [.terminated(.init(cause: cause, terminatedOn: today))]
  }
}

import WorkCalendar

/// How a case moves along its published route.
extension Act {
  /// The events that put a step to work.
  func startOfStep(_ index: Int, in route: [RouteStep]) -> [CaseEvent] {
    guard route.indices.contains(index) else { return [] }
    let step = route[index]
    let partyDue = step.parties.compactMap { party in
      party.limit.map {
        CaseEvent.PartyDue(
          department: party.department, due: calendar.dueDate(of: $0, from: today))
      }
    }
    return [
      .stepStarted(
        .init(
          step: index, startedOn: today, due: calendar.dueDate(of: step.limit, from: today),
          partyDue: partyDue, stopsClock: !step.countsTowardLimit && step.kind != .followUp))
    ]
  }

  /// The events that lead from a finished step to the next, the clock running again.
  func advance(from index: Int) -> [CaseEvent] {
    endOfStop() + startOfStep(index + 1, in: file.route)
  }

  /// The clock runs again when a step is left whose time does not count.
  private func endOfStop() -> [CaseEvent] {
    guard file.openStop?.kind == .step else { return [] }
    let (committed, statutory) = dues(stops: stops(endedOn: today))
    return [.resumed(.init(resumedOn: today, committedDue: committed, statutoryDue: statutory))]
  }

  /// The step at work, its number and the clerk's part in it.
  func part(
    _ kinds: RouteStep.Kind..., allowing stage: CaseStage = .underExamination
  ) throws(Refusal) -> (index: Int, step: RouteStep, department: DepartmentID) {
    try demand(stage)
    guard let index = file.currentStep, let step = file.step else { throw .notYetAccepted }
    guard let department = clerk.department, let party = step.party(department) else {
      throw .notYourDepartment(step.lead ?? file.department)
    }
    if !kinds.isEmpty, !kinds.contains(step.kind) {
      if step.kind == .examination || step.kind == .waitingPeriod {
        throw .opinionsAwaited(file.awaited)
      }
      throw .wrongStep(step.kind)
    }
    // An approver may do what an examiner may; not the other way round.
    if party.role == .approver, clerk.role != .approver { throw .stepIsForApprover }
    return (index, step, department)
  }

  /// Refuses if a colleague holds the task and has not left it alone for too long.
  func demandFree(_ department: DepartmentID) throws(Refusal) {
    if let claim = file.stepRecord?.claim(of: department), claim.clerk != clerk.id,
      !hasLapsed(claim)
    {
      throw .claimedBy(claim.clerk, at: claim.at)
    }
  }

  private func hasLapsed(_ claim: CaseFile.Claim) -> Bool {
    rules.lapse(of: claim).map { occasion.at.epochSeconds >= $0.epochSeconds } ?? false
  }

  /// The lead's part before the decision: what concerns the case as a whole.
  func leadPart(stage: CaseStage) throws(Refusal) {
    try demand(stage)
    guard let step = file.step else { throw .notYetAccepted }
    let lead = step.lead ?? file.department
    guard clerk.department == lead || clerk.department == file.department else {
      throw .notYourDepartment(lead)
    }
  }

  func claim() throws(Refusal) -> [CaseEvent] {
    let stage: CaseStage = file.stage == .inProduction ? .inProduction : .underExamination
    let (index, _, department) = try part(allowing: stage)
    let before = file.stepRecord?.claim(of: department)
    if let before, before.clerk == clerk.id, !hasLapsed(before) { return [] }
    try demandFree(department)
    if file.stepRecord?.opinion(of: department) != nil {
      throw .opinionAlreadyRecorded(department)
    }
    let other = before.flatMap { $0.clerk == clerk.id ? nil : $0.clerk }
    return [.taskClaimed(.init(step: index, department: department, insteadOf: other))]
  }

  /// One's own claim.
  func giveBack(reason: String) throws(Refusal) -> [CaseEvent] {
    guard let index = file.currentStep, let record = file.stepRecord,
      let claim = record.claims.first(where: { $0.department == clerk.department })
    else { throw .notClaimed }
    guard claim.clerk == clerk.id else { throw .claimedBy(claim.clerk, at: claim.at) }
    return [.taskGivenBack(.init(step: index, department: claim.department, reason: reason))]
  }

  func freeClaim(of department: DepartmentID, reason: String) throws(Refusal) -> [CaseEvent] {
    guard let index = file.currentStep,
      let claim = file.stepRecord?.claim(of: department)
    else { throw .notClaimed }
    try text(reason, else: .reasonMissing)
    return [
      .taskGivenBack(
        .init(step: index, department: department, reason: reason, freed: claim.clerk))
    ]
  }

  func recordOpinion(
    onStep asked: Int, _ verdict: OpinionVerdict, text: String, officers: [String]
  ) throws(Refusal) -> [CaseEvent] {
    let present = present(officers)
    if let department = clerk.department, file.steps.indices.contains(asked),
      let said = file.steps[asked].opinion(of: department)
    {
      guard said.clerk == clerk.id, said.verdict == verdict, said.text == text,
        said.officers == present
      else { throw .opinionAlreadyRecorded(department) }
      return []
    }
    let (index, step, department) = try part(.examination, .waitingPeriod)
    guard index == asked else { throw .wrongStep(step.kind) }
    try demandFree(department)
    if step.kind == .waitingPeriod, let due = file.stepRecord?.due, today <= due.on {
      throw .waitingPeriodRuns(until: due.on)
    }
    if verdict != .agree { try self.text(text, else: .reasonMissing) }
    if let wanted = step.officers, step.party(department)?.part == .lead, present.count < wanted {
      throw .officersMissing(wanted)
    }
    let opinion = CaseEvent.opinionRecorded(
      .init(step: index, department: department, verdict: verdict, text: text, officers: present))
    return file.awaited == [department] ? [opinion] + advance(from: index) : [opinion]
  }

  func returnToStep(_ target: Int, reason: String) throws(Refusal) -> [CaseEvent] {
    if file.stage == .underExamination, file.currentStep == target,
      file.returned?.to == target, file.returned?.reason == reason
    {
      return []
    }
    let (index, step, department) = try part()
    if let lead = step.lead, lead != department { throw .notYourDepartment(lead) }
    try demandFree(department)
    try text(reason, else: .reasonMissing)
    guard target >= 0, target < index else { throw .cannotReturnTo(target) }
    return endOfStop() + [.stepReturned(.init(from: index, to: target, reason: reason))]
      + startOfStep(target, in: file.route)
  }

  func referUpward(organ: String, opinion: String) throws(Refusal) -> [CaseEvent] {
    if file.stage == .referredUpward, file.referral?.organ == organ,
      file.referral?.opinion == opinion
    {
      return []
    }
    let (_, step, department) = try part(.referral)
    try demandFree(department)
    try text(organ, else: .organMissing)
    try text(opinion, else: .reasonMissing)
    return [
      .referredUpward(
        .init(
          organ: organ, opinion: opinion, referredOn: today,
          answerDue: calendar.dueDate(of: step.limit, from: today)))
    ]
  }

  func answerReferral(
    _ verdict: Verdict, text: String, documentNumber: String
  ) throws(Refusal) -> [CaseEvent] {
    if let answer = file.referralAnswer, answer.verdict == verdict, answer.text == text,
      answer.documentNumber == documentNumber
    {
      return []
    }
    let (index, _, _) = try part(.referral, allowing: .referredUpward)
    try self.text(documentNumber, else: .documentNumberMissing)
    if verdict == .refused { try self.text(text, else: .reasonMissing) }
    let answer = CaseEvent.referralAnswered(
      .init(verdict: verdict, text: text, documentNumber: documentNumber, answeredOn: today))
    return [answer] + advance(from: index)
  }
}

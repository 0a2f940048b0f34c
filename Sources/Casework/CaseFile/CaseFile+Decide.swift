import WorkCalendar

extension CaseFile {
  /// The events a command leads to; none if it asks for what already holds.
  package func decide(
    _ command: CaseCommand, _ occasion: Occasion, under rules: CaseRules
  ) throws(Refusal) -> [CaseEvent] {
    try occasion.permit(command.power)
    if let closedYear { throw .caseClosed(closedYear) }
    let act = Act(file: self, occasion: occasion, rules: rules)
    try act.checkTexts(of: command)
    let events = try act.events(of: command)
    return events.isEmpty ? [] : try act.lateEntry(of: command, leadingTo: events) + events
  }

  /// Whether a command would be carried out now, without its events.
  package func refusal(
    of command: CaseCommand, _ occasion: Occasion, under rules: CaseRules
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try decide(command, occasion, under: rules)
      return nil
    } catch {
      return error
    }
  }
}

extension Occasion {
  /// Who may act at all: before anything is said about the case, and even if it would change nothing.
  fileprivate func permit(_ power: Power) throws(Refusal) {
    guard !clerk.isDisabled else { throw .clerkDisabled(clerk.id) }
    guard clerk.may(power), late == nil || clerk.may(.enterLate) else {
      throw .roleMayNot(clerk.role)
    }
  }
}

extension Act {
  fileprivate func events(of command: CaseCommand) throws(Refusal) -> [CaseEvent] {
    switch command {
    case .receive(let numbers, let intake): return try receive(numbers, intake)
    case .accept(let deferring, let underCommitment):
      return try accept(deferring: deferring, underCommitment: underCommitment)
    case .requestCorrection(let defects, let workingDays):
      return try requestCorrection(defects, workingDays: workingDays)
    case .decline(let ground, let reason, let basis, let organ):
      return try decline(ground, reason: reason, basis: basis, competentOrgan: organ)
    case .decideOnTheSpot(let text, let certificate):
      return try decideOnTheSpot(text: text, certificateNumber: certificate)
    case .supplyMaterials(let materials, let fields):
      return try supplyMaterials(materials, fields: fields)
    case .lapse: return try lapse()
    case .supplyDeferredMaterial(let material): return try supplyDeferred(material)
    case .claim: return try claim()
    case .giveBack(let reason): return try giveBack(reason: reason)
    case .freeClaim(let department, let reason):
      return try freeClaim(of: department, reason: reason)
    case .recordOpinion(let step, let verdict, let text, let officers):
      return try recordOpinion(onStep: step, verdict, text: text, officers: officers)
    case .returnToStep(let step, let reason): return try returnToStep(step, reason: reason)
    case .startSpecialProcedure(let kind, let plannedEnd, let reason):
      return try startSpecialProcedure(kind, plannedEnd: plannedEnd, reason: reason)
    case .endSpecialProcedure(let outcome): return try endSpecialProcedure(outcome: outcome)
    case .suspend(let cause): return try suspend(cause: cause)
    case .resume: return try resume()
    case .requestExaminationCorrection(let defects, let workingDays):
      return try requestExaminationCorrection(defects, workingDays: workingDays)
    case .supplyExaminationCorrection(let materials):
      return try supplyExaminationCorrection(materials)
    case .referUpward(let organ, let opinion):
      return try referUpward(organ: organ, opinion: opinion)
    case .answerReferral(let verdict, let text, let documentNumber):
      return try answerReferral(verdict, text: text, documentNumber: documentNumber)
    case .extend(let workingDays, let reason):
      return try extend(workingDays: workingDays, reason: reason)
    case .decide(let verdict, let text, let basis):
      return try decide(verdict, text: text, basis: basis)
    case .produceCertificate(let number): return try produceCertificate(number: number)
    case .handOver(let recipient, let witness):
      return try handOver(to: recipient, witness: witness)
    case .post(let carrier, let waybill, let address):
      return try post(carrier: carrier, waybill: waybill, address: address)
    case .takePostBack(let reason): return try takePostBack(reason: reason)
    case .confirmDelivery(let signedBy): return try confirmDelivery(signedBy: signedBy)
    case .withdraw(let reason): return try withdraw(reason: reason)
    case .terminate(let cause): return try terminate(cause: cause)
    case .reprint(let kind, let number): return try reprint(kind, number: number)
    case .noteDefects(let defects): return try noteDefects(defects)
    case .checkCommitment(let isFulfilled, let text, let officers):
      return try checkCommitment(isFulfilled: isFulfilled, text: text, officers: officers)
    case .confirmReport(let reported, let receipt):
      return try confirmReport(reported, receipt: receipt)
    case .supervise(let command): return try supervise(command)
    case .rate(let command): return try rate(command)
    case .fee(let command): return try fee(command)
    }
  }
}

/// One act on one case: the file as it is, who acts when, and the rules in force.
struct Act {
  let file: CaseFile
  let occasion: Occasion
  let rules: CaseRules

  var clerk: Clerk { occasion.clerk }
  var today: LocalDate { occasion.today }
  var sheet: ImplementationSheet { rules.sheet }
  var calendar: WorkCalendar { rules.calendar }

  /// Who was there: no blank name, and nobody twice.
  func present(_ officers: [String]) -> [String] {
    var present: [String] = []
    for officer in officers
    where !officer.allSatisfy(\.isWhitespace) && !present.contains(officer) {
      present.append(officer)
    }
    return present
  }

  /// The stage, or why nothing can be done in none.
  func stage() throws(Refusal) -> CaseStage {
    guard let stage = file.stage else { throw .notYetReceived }
    return stage
  }

  /// Refuses unless the case is in the stage.
  func demand(_ wanted: CaseStage) throws(Refusal) {
    let stage = try stage()
    guard stage != wanted else { return }
    if let decision = file.decision, wanted.isBeforeDecision {
      throw .alreadyDecided(decision.verdict)
    }
    if stage.isEnded { throw .caseEnded(stage) }
    switch wanted {
    case .received where file.acceptance != nil: throw .alreadyAccepted
    case .underExamination where file.acceptance == nil: throw .notYetAccepted
    case .underExamination where stage.isStopped: throw .clockStopped(stage)
    case .inSpecialProcedure, .suspended, .awaitingExaminationCorrection:
      if stage == .underExamination { throw .clockRuns }
      throw .notAwaited(stage)
    case .received, .awaitingCorrection, .declined, .underExamination, .referredUpward,
      .inProduction, .awaitingRelease, .posted, .concluded, .withdrawn, .terminated:
      throw .notAwaited(stage)
    }
  }

  func text(_ text: String, else refusal: Refusal) throws(Refusal) {
    if text.allSatisfy(\.isWhitespace) { throw refusal }
  }

  /// The dates to keep, counted anew with the stops as they will be; one that still lasts is left
  /// out, for what it costs is known when it ends.
  func dues(stops: [CaseFile.Stop], extending: Int? = nil) -> (DueDate, DueDate?) {
    guard let acceptance = file.acceptance else {
      return (DueDate(on: today, isProvisional: false), nil)
    }
    let days = extending ?? file.extensionDays
    let clock = Deadline(
      from: acceptance.acceptedOn, stops: stops.filter { $0.to != nil }, extensionDays: days,
      calendar: calendar, hours: rules.openingHours, startedAt: file.acceptedAt)
    let committed = clock.due(acceptance.committedLimit) ?? acceptance.committedDue
    return (committed, clock.due(acceptance.statutoryLimit))
  }

  /// The dates of the step at work, the stops inside it left out; nil if no step is at work.
  func stepDues(stops: [CaseFile.Stop]) -> CaseEvent.StepDues? {
    guard let step = file.step, let startedOn = file.stepRecord?.startedOn else { return nil }
    let clock = Deadline(
      from: startedOn, stops: stops.filter { $0.from >= startedOn }, calendar: calendar)
    guard let due = clock.due(step.limit) ?? file.stepRecord?.due else { return nil }
    let partyDue = step.parties.compactMap { party in
      party.limit.flatMap(clock.due).map {
        CaseEvent.PartyDue(department: party.department, due: $0)
      }
    }
    return .init(due: due, partyDue: partyDue)
  }

  /// The stops with the open one ended on a day.
  func stops(endedOn date: LocalDate) -> [CaseFile.Stop] {
    var stops = file.stops
    if let last = stops.indices.last, stops[last].to == nil { stops[last].to = date }
    return stops
  }
}

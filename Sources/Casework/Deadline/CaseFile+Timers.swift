package import WorkCalendar

extension CaseFile {
  /// Every limit that runs or ran, the ones that bind the counter first.
  ///
  /// Until somebody accepts, only the sheet knows what is promised: with it the limits of a case
  /// that the law takes as accepted run from receipt (Law 32).
  package func timers(
    on today: LocalDate, calendar: WorkCalendar, sheet: ImplementationSheet? = nil
  ) -> [CaseTimer] {
    let clerk = TimerClerk(file: self, today: today, calendar: calendar, sheet: sheet)
    return clerk.counter + clerk.decision + clerk.steps + clerk.stops + clerk.follow
  }
}

/// Reads the limits of a case off its file.
private struct TimerClerk {
  let file: CaseFile
  let today: LocalDate
  let calendar: WorkCalendar
  let sheet: ImplementationSheet?

  /// What settles everything that nothing else has settled.
  private var endedOn: LocalDate? {
    switch file.ending {
    case .concluded(let day), .withdrawn(let day, _, _), .terminated(let day, _): day
    case nil: file.declined?.declinedOn
    }
  }

  private func state(settledOn day: LocalDate? = nil) -> CaseTimer.State {
    (day ?? endedOn).map(CaseTimer.State.settled) ?? .running
  }

  /// For limits the notice itself names: as many working days as lie between.
  private func limit(from start: LocalDate, through due: DueDate) -> TimeLimit {
    .workingDays(max(0, calendar.workingDays(after: start, through: due.on)))
  }

  var counter: [CaseTimer] { [notice, correction].compactMap { $0 } }

  private var notice: CaseTimer? {
    guard let from = file.noticeFrom else { return nil }
    let limit = StatutoryLimits.notice
    let due = file.noticeDue ?? calendar.dueDate(of: limit, from: from)
    let told = file.correctBy == nil ? nil : file.correctionRequestedOn
    let settledOn = file.acceptance == nil ? told : acceptedOn
    return CaseTimer(.notice, limit, from: from, due: due, state: state(settledOn: settledOn))
  }

  /// The day somebody accepted, which after a missed notice is not the day it counts from.
  private var acceptedOn: LocalDate? { file.acceptedAt?.date ?? file.acceptance?.acceptedOn }

  private var correction: CaseTimer? {
    guard let last = file.corrections.last, let start = file.correctionRequestedOn else {
      return nil
    }
    let isOpen = file.acceptance == nil && file.correctBy != nil
    let due = isOpen ? file.correctBy ?? last.correctBy : last.correctBy
    return CaseTimer(
      .correction, limit(from: start, through: due), from: start, due: due,
      state: state(settledOn: isOpen ? nil : file.noticeFrom))
  }

  var decision: [CaseTimer] {
    guard let acceptance = file.acceptance else { return deemed }
    let from = acceptance.acceptedOn
    return [
      toDecision(.committed, acceptance.committedLimit, from: from, due: file.committedDue),
      toDecision(.statutory, acceptance.statutoryLimit, from: from, due: file.statutoryDue),
    ].compactMap { $0 }
  }

  private var deemed: [CaseTimer] {
    guard let sheet, let from = file.noticeFrom, file.isDeemedAccepted(on: today) else {
      return []
    }
    let clock = Deadline(from: from, stops: [], calendar: calendar)
    return [(TimerKind.committed, sheet.committedLimit), (.statutory, sheet.statutoryLimit)]
      .compactMap { toDecision($0, $1, from: from, due: clock.due($1)) }
  }

  private func toDecision(
    _ kind: TimerKind, _ limit: TimeLimit, from: LocalDate, due: DueDate?
  ) -> CaseTimer? {
    guard let due else { return nil }
    let settledOn = file.decision?.decidedOn ?? endedOn
    var timer = CaseTimer(kind, limit, from: from, due: due, state: state(settledOn: settledOn))
    // A step after the decision that does not count is no stop of this limit.
    timer.stops = file.stops.filter { $0.from < settledOn ?? .distantFuture }
    timer.extensionDays = file.extensionDays
    if settledOn == nil, let stop = file.openStop { timer.state = .stopped(stop) }
    return timer
  }

  var steps: [CaseTimer] {
    guard let index = file.currentStep, let step = file.step, let record = file.stepRecord,
      let startedOn = record.startedOn
    else { return [] }
    let inside = file.stops.filter { $0.kind != .step && $0.from >= startedOn }
    func timer(
      _ kind: TimerKind, _ limit: TimeLimit, due: DueDate?, settledOn: LocalDate?
    ) -> CaseTimer {
      var timer = CaseTimer(
        kind, limit, from: startedOn, due: due, state: state(settledOn: settledOn))
      (timer.step, timer.stops) = (index, inside)
      if timer.settledOn == nil, let stop = inside.last, stop.to == nil {
        timer.state = .stopped(stop)
      }
      return timer
    }
    var timers = [timer(.step, step.limit, due: record.due, settledOn: record.completedOn)]
    for party in step.parties {
      guard let limit = party.limit else { continue }
      var own = timer(
        .party, limit, due: record.due(of: party.department),
        settledOn: record.opinion(of: party.department)?.on)
      own.department = party.department
      timers.append(own)
    }
    return timers
  }

  var stops: [CaseTimer] { file.stops.compactMap { timer(of: $0) } }

  private func timer(of stop: CaseFile.Stop) -> CaseTimer? {
    let told = stop.plannedEnd.map { DueDate(on: $0, isProvisional: false) }
    let state = state(settledOn: stop.to)
    switch stop.kind {
    case .step: return nil
    case .suspension:
      return CaseTimer(.suspension, nil, from: stop.from, due: nil, state: state)
    case .specialProcedure(let kind):
      var timer = CaseTimer(.specialProcedure, nil, from: stop.from, due: told, state: state)
      timer.procedure = kind
      return timer
    case .correction:
      let asked = file.examinationCorrection.flatMap {
        $0.requestedOn == stop.from ? $0.correctBy : nil
      }
      guard let due = asked ?? told else { return nil }
      return CaseTimer(
        .examinationCorrection, limit(from: stop.from, through: due), from: stop.from, due: due,
        state: state)
    }
  }

  var follow: [CaseTimer] { [referral, deferred, check, service].compactMap { $0 } }

  private var referral: CaseTimer? {
    guard let referral = file.referral else { return nil }
    let limit = file.route.first { $0.kind == .referral }?.limit
    return CaseTimer(
      .referral, limit, from: referral.referredOn, due: referral.answerDue,
      state: state(settledOn: file.referralAnswer?.answeredOn))
  }

  private var deferred: CaseTimer? {
    guard let acceptance = file.acceptance, let due = acceptance.deferredDue else { return nil }
    let start = acceptedOn ?? acceptance.acceptedOn
    return CaseTimer(
      .deferredMaterials, limit(from: start, through: due), from: start, due: due,
      state: state(settledOn: file.deferredOutstanding.isEmpty ? file.deferredSuppliedOn : nil))
  }

  /// Goes on when the case itself has long been concluded.
  private var check: CaseTimer? {
    guard let decision = file.decision, let due = decision.checkBy else { return nil }
    let start = decision.decidedOn
    return CaseTimer(
      .commitmentCheck, limit(from: start, through: due), from: start, due: due,
      state: file.commitmentCheck.map { .settled($0.checkedOn) } ?? .running)
  }

  private var service: CaseTimer? {
    guard let decision = file.decision else { return nil }
    let servedOn = file.handedOver?.handedOverOn ?? file.delivered?.deliveredOn
    return CaseTimer(
      .service, StatutoryLimits.service, from: decision.decidedOn, due: decision.serveBy,
      state: state(settledOn: servedOn))
  }
}

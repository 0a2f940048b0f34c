package import WorkCalendar

/// What might happen to a case, to see its dates before anybody acts.
package enum Supposition: Hashable, Sendable {
  /// Everything a notice asked for comes in on a day.
  case correctionArrives(on: LocalDate)
  /// Accepted on a day.
  case accepted(on: LocalDate)
  case extended(by: Int)
  /// Stopped from today, or from when it was stopped, until a day.
  case stopped(until: LocalDate)
  case decided(on: LocalDate)
}

/// A date of a case as it is and as it would be.
package struct ForeseenDate: Hashable, Sendable {
  package var timer: TimerKind
  /// Nil where the limit does not run yet.
  package var was: DueDate?
  package var would: DueDate?

  package init(timer: TimerKind, was: DueDate?, would: DueDate?) {
    self.timer = timer
    self.was = was
    self.would = would
  }
}

extension CaseFile {
  /// The dates as they would be; what cannot be is refused with the rule's own refusal.
  package func supposing(
    _ supposition: Supposition, at now: Moment, under rules: CaseRules
  ) throws(Refusal) -> [ForeseenDate] {
    let thought = Thought(file: self, now: now, rules: rules)
    switch supposition {
    case .correctionArrives(let day): return try thought.correction(arrivingOn: day)
    case .accepted(let day): return try thought.acceptance(on: day)
    case .extended(let days): return try thought.extension(by: days)
    case .stopped(let day): return try thought.stop(until: day)
    case .decided(let day): return try thought.decision(on: day)
    }
  }
}

/// A case thought on by the same rules that carry it out, by a person who may do everything.
private struct Thought {
  let file: CaseFile
  let now: Moment
  let rules: CaseRules

  var today: LocalDate { now.date }

  /// An approver of the department in charge.
  private func occasion(on day: LocalDate) -> Occasion {
    let department = file.step?.lead ?? file.department
    let nobody = Words("", "")
    return Occasion(
      clerk: Clerk(id: "", name: nobody, role: .approver, department: department, counter: nil),
      at: day == today ? now : Moment(date: day, hour: 12, minute: 0))
  }

  /// The file after a command; the refusal if the rules do not allow it.
  private func after(
    _ command: CaseCommand, on day: LocalDate, from file: CaseFile
  ) throws(Refusal) -> CaseFile {
    var file = file
    let occasion = occasion(on: day)
    for event in try file.decide(command, occasion, under: rules) {
      file.evolve(event, occasion.stamp)
    }
    return file
  }

  private func notBefore(_ day: LocalDate, _ earliest: LocalDate) throws(Refusal) {
    guard day >= earliest else { throw .dateNotAfter(earliest.advanced(by: -1)) }
    guard earliest.days(until: day) <= 366 else { throw .dateTooFar(day) }
  }

  private func compared(_ dates: (TimerKind, DueDate?, DueDate?)...) -> [ForeseenDate] {
    dates.filter { $1 != nil || $2 != nil }
      .map { ForeseenDate(timer: $0, was: $1, would: $2) }
  }

  private func decisionDates(in after: CaseFile) -> [ForeseenDate] {
    compared(
      (.committed, file.committedDue, after.committedDue),
      (.statutory, file.statutoryDue, after.statutoryDue))
  }

  /// The limits of the sheet from a day on.
  private func limits(from day: LocalDate) -> [ForeseenDate] {
    let clock = Deadline(from: day, stops: [], calendar: rules.calendar)
    return compared(
      (.committed, file.committedDue, clock.due(rules.sheet.committedLimit)),
      (.statutory, file.statutoryDue, clock.due(rules.sheet.statutoryLimit)))
  }

  func correction(arrivingOn day: LocalDate) throws(Refusal) -> [ForeseenDate] {
    try notBefore(day, today)
    switch file.stage {
    case nil: throw .notYetReceived
    case .awaitingCorrection:
      let notice = rules.calendar.dueDate(of: StatutoryLimits.notice, from: day)
      return compared((.notice, nil, notice)) + limits(from: day)
    case .awaitingExaminationCorrection: return resumed(on: day)
    case .some(let stage): throw stage.isEnded ? .caseEnded(stage) : .notAwaited(stage)
    }
  }

  func acceptance(on day: LocalDate) throws(Refusal) -> [ForeseenDate] {
    try notBefore(day, today)
    guard let stage = file.stage, let from = file.noticeFrom else { throw .notYetReceived }
    if stage.isEnded { throw .caseEnded(stage) }
    guard file.acceptance == nil else { throw .alreadyAccepted }
    guard stage == .received else { throw .notAwaited(stage) }
    return limits(from: file.isDeemedAccepted(on: day) ? from : day)
  }

  func `extension`(by days: Int) throws(Refusal) -> [ForeseenDate] {
    let command = CaseCommand.extend(workingDays: days, reason: "-")
    return decisionDates(in: try after(command, on: today, from: file))
  }

  func stop(until day: LocalDate) throws(Refusal) -> [ForeseenDate] {
    if file.openStop != nil, file.stage?.isBeforeDecision ?? false {
      try notBefore(day, today)
      return resumed(on: day)
    }
    var stopped = try after(.suspend(cause: "-"), on: today, from: file)
    try notBefore(day, today.advanced(by: 1))
    stopped = try after(.resume, on: day, from: stopped)
    return decisionDates(in: stopped)
  }

  /// The stop that lasts ended on a day.
  private func resumed(on day: LocalDate) -> [ForeseenDate] {
    let act = Act(file: file, occasion: occasion(on: day), rules: rules)
    let (committed, statutory) = act.dues(stops: act.stops(endedOn: day))
    return compared(
      (.committed, file.committedDue, committed), (.statutory, file.statutoryDue, statutory))
  }

  func decision(on day: LocalDate) throws(Refusal) -> [ForeseenDate] {
    if let decision = file.decision { throw .alreadyDecided(decision.verdict) }
    guard let stage = file.stage else { throw .notYetReceived }
    if stage.isEnded { throw .caseEnded(stage) }
    guard file.acceptance != nil else { throw .notYetAccepted }
    guard !stage.isStopped else { throw .clockStopped(stage) }
    try notBefore(day, today)
    let serveBy = rules.calendar.dueDate(of: StatutoryLimits.service, from: day)
    return compared((.service, nil, serveBy))
  }
}

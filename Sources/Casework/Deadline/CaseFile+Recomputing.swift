package import WorkCalendar

extension CaseFile {
  /// The dates still to be kept that another calendar gives otherwise, or makes certain.
  ///
  /// `earlier` is the calendar they were counted by.
  package func movedDates(under rules: CaseRules, instead earlier: WorkCalendar) -> [MovedDate] {
    let dates = Redating(file: self, rules: rules, earlier: earlier)
    return dates.counter + dates.decision + dates.step + dates.afterwards
  }
}

/// A case's dates, counted anew from the days they started.
private struct Redating {
  let file: CaseFile
  let rules: CaseRules
  let earlier: WorkCalendar

  var calendar: WorkCalendar { rules.calendar }

  /// While the counter or the applicant is at work.
  var counter: [MovedDate] {
    switch file.stage {
    case .received:
      return moved(.notice, file.noticeDue, counted(StatutoryLimits.notice, from: file.noticeFrom))
    case .awaitingCorrection:
      return moved(
        .correction, file.correctBy, again(file.correctBy, from: file.correctionRequestedOn))
    case .awaitingExaminationCorrection:
      return moved(
        .examinationCorrection, file.correctBy,
        again(file.correctBy, from: file.examinationCorrection?.requestedOn))
    case nil, .declined, .underExamination, .inSpecialProcedure, .suspended, .referredUpward,
      .inProduction, .awaitingRelease, .posted, .concluded, .withdrawn, .terminated:
      return []
    }
  }

  var decision: [MovedDate] {
    guard file.stage?.isBeforeDecision ?? false, let acceptance = file.acceptance else {
      return []
    }
    // The stop that still lasts moves the dates when it ends.
    let clock = Deadline(
      from: acceptance.acceptedOn, stops: file.stops.filter { $0.to != nil },
      extensionDays: file.extensionDays, calendar: calendar, hours: rules.openingHours,
      startedAt: file.acceptedAt)
    return moved(.committed, file.committedDue, clock.due(acceptance.committedLimit))
      + moved(.statutory, file.statutoryDue, clock.due(acceptance.statutoryLimit))
      + moved(.referral, awaitedAnswer, counted(file.step?.limit, from: file.referral?.referredOn))
      + deferredMaterials(acceptance)
  }

  private var awaitedAnswer: DueDate? {
    file.stage == .referredUpward ? file.referral?.answerDue : nil
  }

  private func deferredMaterials(_ acceptance: CaseEvent.Accepted) -> [MovedDate] {
    guard !file.deferredOutstanding.isEmpty, let committed = file.committedDue,
      let day = file.acceptedAt?.date
    else { return [] }
    let due = Deadline.deferredMaterials(from: day, before: committed, in: calendar)
    return moved(.deferredMaterials, acceptance.deferredDue, due)
  }

  var step: [MovedDate] {
    guard file.stage?.isBeforeDecision ?? false || file.stage == .inProduction,
      let step = file.step, let record = file.stepRecord, let startedOn = record.startedOn
    else { return [] }
    // A stop that is the step itself does not stop the step.
    let stops = file.stops.filter { $0.from >= startedOn && $0.kind != .step && $0.to != nil }
    let clock = Deadline(from: startedOn, stops: stops, calendar: calendar)
    let parties = step.parties.flatMap { party in
      moved(
        .party, record.partyDue.first { $0.department == party.department }?.due,
        party.limit.flatMap(clock.due), of: party.department)
    }
    return moved(.step, record.due, clock.due(step.limit)) + parties
  }

  var afterwards: [MovedDate] {
    guard let decision = file.decision else { return [] }
    let isServed = file.stage?.isEnded ?? true
    let service =
      isServed
      ? []
      : moved(
        .service, decision.serveBy, counted(StatutoryLimits.service, from: decision.decidedOn))
    guard file.awaitsCommitmentCheck else { return service }
    let check = again(decision.checkBy, from: decision.decidedOn)
    return service + moved(.commitmentCheck, decision.checkBy, check)
  }

  private func counted(_ limit: TimeLimit?, from start: LocalDate?) -> DueDate? {
    guard let limit, limit.isSpecified, let start else { return nil }
    return calendar.dueDate(of: limit, from: start)
  }

  /// A date of which only the day is known: so many working days from its start as it was counted.
  private func again(_ due: DueDate?, from start: LocalDate?) -> DueDate? {
    guard let due, due.isProvisional, let start else { return nil }
    let days = earlier.workingDays(after: start, through: due.on)
    return calendar.workingDay(days, after: start)
  }

  private func moved(
    _ timer: TimerKind, _ was: DueDate?, _ now: DueDate?, of department: DepartmentID? = nil
  ) -> [MovedDate] {
    guard let was, let now, was != now else { return [] }
    return [MovedDate(timer, of: department, was: was, now: now)]
  }
}

import WorkCalendar

/// The limits that run: notice, promise, steps, special procedures, service, collection.
extension Watcher {
  var running: [Watch] {
    [notice, promise, overrun, service, collection].compactMap { $0 } + steps
  }

  /// J02: five working days to accept, to decline or to tell everything that is missing.
  private var notice: Watch? {
    guard file.stage == .received, let from = file.noticeFrom, let due = file.noticeDue else {
      return nil
    }
    return watch(
      .noticeMissed, of: nil, measurement(from: from, due: due, limit: StatutoryLimits.notice))
  }

  /// J01: the promise, and past it what the law allows; nothing while the clock stands still.
  private var promise: Watch? {
    guard let acceptance = file.acceptance else { return deemedPromise }
    guard let stage = file.stage, stage.isBeforeDecision, file.openStop == nil,
      let due = file.committedDue
    else { return nil }
    var limit = acceptance.committedLimit
    if limit.unit == .workingDays { limit.amount += file.extensionDays }
    var measured = measurement(from: acceptance.acceptedOn, due: due, limit: limit)
    measured.statutoryDue = file.statutoryDue
    return watch(.overdue, of: file.department, measured)
  }

  /// Once the notice has been missed the limits run from receipt, whoever has yet to accept.
  private var deemedPromise: Watch? {
    guard file.stage == .received, let from = file.noticeFrom, let notice = file.noticeDue else {
      return nil
    }
    let clock = Deadline(from: from, stops: [], calendar: calendar)
    guard let due = clock.due(rules.sheet.committedLimit) else { return nil }
    var measured = measurement(from: from, due: due, limit: rules.sheet.committedLimit)
    measured.statutoryDue = clock.due(rules.sheet.statutoryLimit)
    measured.start = notice.on.advanced(by: 1)
    return watch(.overdue, of: nil, measured)
  }

  /// J03: the step at work, each department by its own limit.
  private var steps: [Watch] {
    guard let index = file.currentStep, let step = file.step, let record = file.stepRecord,
      let startedOn = record.startedOn, let stage = file.stage,
      stage.isBeforeDecision || stage == .inProduction, !stage.isStopped
    else { return [] }
    if stage == .referredUpward { return [referral].compactMap { $0 } }
    return file.awaited.compactMap { department in
      guard let due = record.due(of: department) else { return nil }
      let limit = step.party(department)?.limit ?? step.limit
      let measured = measurement(from: startedOn, due: due, limit: limit)
      return watch(
        .stepOverdue, "step/\(index + 1)/\(department)", of: department,
        step.kind == .waitingPeriod ? afterWaiting(measured) : measured)
    }
  }

  /// Nobody can act before a waiting period is over: there is a working day to do so after it.
  private func afterWaiting(_ measured: Measurement) -> Measurement {
    guard let due = measured.due else { return measured }
    var after = measured
    after.start = due.on.advanced(by: 1)
    after.due = calendar.workingDay(1, after: due.on)
    after.length = 1
    return after
  }

  /// The authority above is asked; the county keeps after it.
  private var referral: Watch? {
    guard let referral = file.referral else { return nil }
    return watch(
      .stepOverdue, "referral", of: file.department,
      measurement(
        from: referral.referredOn, due: referral.answerDue,
        limit: file.route.first { $0.kind == .referral }?.limit))
  }

  /// J05: a special procedure against the time the applicant was told.
  private var overrun: Watch? {
    guard file.stage == .inSpecialProcedure, let stop = file.openStop, let end = stop.plannedEnd
    else { return nil }
    let due = DueDate(
      on: end, isProvisional: calendar.isProvisional(after: stop.from, through: end))
    return watch(
      .specialProcedureOverrun, "stop/\(file.stops.count)", of: file.department,
      measurement(from: stop.from, due: due))
  }

  /// J08: a decision has to reach the applicant within ten working days.
  private var service: Watch? {
    guard let decision = file.decision, let stage = file.stage, !stage.isEnded else { return nil }
    return watch(
      .serviceOverdue, of: stage == .inProduction ? file.department : nil,
      measurement(from: decision.decidedOn, due: decision.serveBy, limit: StatutoryLimits.service))
  }

  /// J16: a result that lies at the release counter.
  private var collection: Watch? {
    guard file.stage == .awaitingRelease, let decision = file.decision else { return nil }
    let ready = file.certificate?.producedOn ?? decision.decidedOn
    return watch(.resultUncollected, of: nil, measurement(from: ready))
  }
}

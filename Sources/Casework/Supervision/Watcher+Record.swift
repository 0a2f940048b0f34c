import WorkCalendar

/// What stands in the record and cannot be undone: a person has to judge it.
extension Watcher {
  var record: [Watch] {
    corrections + extensions + reasons + fees + falsifications + afterwards
      + [turn].compactMap { $0 }
  }

  /// A card about something that has happened on a day.
  private func done(
    _ code: SupervisionRuleCode, _ subject: String = "", _ matter: SupervisionMatter? = nil,
    of department: DepartmentID?, on day: LocalDate
  ) -> Watch? {
    var measured = measurement(from: day)
    measured.recordedOn = day
    return watch(code, subject, matter, of: department, measured)
  }

  /// J04: everything has to be told at once; a second notice is one too many.
  private var corrections: [Watch] {
    func again(_ subject: String, _ days: [LocalDate], of department: DepartmentID?) -> Watch? {
      guard let first = days.first else { return nil }
      var measured = measurement(from: first)
      measured.times = days
      return watch(.repeatedCorrection, subject, of: department, measured)
    }
    return [
      again("notice", file.correctionDays, of: nil),
      again("examination", file.examinationCorrectionDays, of: file.department),
    ].compactMap { $0 }
  }

  /// J06: extended after the old date had passed, or more than once.
  private var extensions: [Watch] {
    guard let last = file.extensions.last, let extended = file.extended else { return [] }
    let day = last.at.date
    return [
      day > extended.previousDue.on
        ? done(.wrongfulExtension, "late", of: file.department, on: day) : nil,
      file.extensions.count > 1
        ? done(.wrongfulExtension, "again", of: file.department, on: day) : nil,
    ].compactMap { $0 }
  }

  /// J07: refused or declined without reason or basis, or nobody was told of the remedies.
  private var reasons: [Watch] {
    var watches: [Watch?] = []
    if let declined = file.declined,
      isBlank(declined.reason) || isBlank(declined.basis) || !isTold(.declineDecision)
    {
      watches.append(done(.reasonsMissing, "declined", of: nil, on: declined.declinedOn))
    }
    if let decision = file.decision, decision.verdict == .refused,
      isBlank(decision.text) || isBlank(decision.basis) || !isTold(.refusalDecision)
    {
      watches.append(
        done(.reasonsMissing, "refused", of: file.department, on: decision.decidedOn))
    }
    return watches.compactMap { $0 }
  }

  private func isTold(_ kind: DocumentKind) -> Bool {
    file.documents.contains { $0.kind == kind }
  }

  private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  /// J09: money where none is charged, or another sum than the standard.
  private var fees: [Watch] {
    let standard = rules.sheet.fee.isCharged ? rules.sheet.fee.amountInFen : 0
    var watches: [Watch?] = []
    if let demanded = file.fees.demanded, let standard, demanded.fen != standard,
      demanded.fen > standard || isBlank(demanded.reduction)
    {
      watches.append(
        done(.wrongfulFee, "demanded", of: file.department, on: demanded.demandedOn))
    }
    let expected = file.fees.demanded?.fen ?? standard
    if let last = file.fees.payments.last, let expected, file.fees.paidFen != expected {
      watches.append(done(.wrongfulFee, "paid", of: nil, on: last.paidOn))
    }
    return watches.compactMap { $0 }
  }

  /// J11: an order of events that cannot be, a check on site in no time, a commitment that was false.
  private var falsifications: [Watch] {
    var watches: [Watch?] = []
    if let decision = file.decision, let acceptance = file.acceptance, let at = file.acceptedAt,
      let decidedAt = file.decidedAt
    {
      if decision.decidedOn < acceptance.acceptedOn || decidedAt < at {
        watches.append(
          done(.falsification, "order", of: file.department, on: decision.decidedOn))
      }
      if !decision.isOnTheSpot, file.route.contains(where: { ($0.officers ?? 0) > 0 }) {
        var measured = measurement(from: decision.decidedOn)
        measured.recordedOn = decision.decidedOn
        measured.span = (at, decidedAt)
        watches.append(watch(.falsification, "haste", .haste, of: file.department, measured))
      }
    }
    if let check = file.commitmentCheck, !check.isFulfilled {
      watches.append(
        done(.falsification, "commitment", of: file.department, on: check.checkedOn))
    }
    return watches.compactMap { $0 }
  }

  /// J12: acts entered after they happened, and intake long after the number was served.
  private var afterwards: [Watch] {
    var watches = file.lateActs.enumerated().map { index, act in
      afterwards(
        "late/\(index + 1)", .lateEntry, from: act.entry.happenedAt, to: act.recordedAt)
    }
    if let ended = file.ticketEndedAt, let receivedAt = file.receivedAt {
      watches.append(afterwards("intake", .intake, from: ended, to: receivedAt))
    }
    return watches.compactMap { $0 }
  }

  private func afterwards(
    _ subject: String, _ matter: SupervisionMatter, from: Moment, to: Moment
  ) -> Watch? {
    var measured = measurement(from: from.date)
    measured.span = (from, to)
    measured.hours = rules.openingHours
    measured.recordedOn = to.date
    return watch(.enteredAfterwards, subject, matter, of: nil, measured)
  }

  /// J15: somebody accepted earlier under the same quota was passed over (Law 57).
  private var turn: Watch? {
    guard let decision = file.decision, !(decision.passedOver ?? []).isEmpty else { return nil }
    return done(.outOfTurn, of: file.department, on: decision.decidedOn)
  }
}

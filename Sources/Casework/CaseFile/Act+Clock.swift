import WorkCalendar

/// What stops, restarts or lengthens the limits: three different things, never one.
extension Act {
  func startSpecialProcedure(
    _ kind: SpecialProcedureKind, plannedEnd: LocalDate, reason: String
  ) throws(Refusal) -> [CaseEvent] {
    if let stop = file.openStop, stop.kind == .specialProcedure(kind), stop.reason == reason,
      stop.plannedEnd == plannedEnd
    {
      return []
    }
    try leadPart(stage: .underExamination)
    guard let allowance = sheet.specialProcedures.first(where: { $0.kind == kind }) else {
      throw .specialProcedureNotListed(kind)
    }
    guard file.openStop == nil else { throw .wrongStep(file.step?.kind ?? .examination) }
    try text(reason, else: .reasonMissing)
    guard plannedEnd > today else { throw .dateNotAfter(today) }
    // A year is longer than any procedure of the law; beyond it is a slip of the hand.
    guard today.days(until: plannedEnd) <= 366 else { throw .dateTooFar(plannedEnd) }
    let planned = CaseFile.Stop(
      kind: .specialProcedure(kind), reason: reason, from: today, to: plannedEnd)
    return [
      .specialProcedureStarted(
        .init(
          kind: kind, basis: allowance.basis, reason: reason, startedOn: today,
          plannedEnd: plannedEnd, estimatedDue: dues(stops: file.stops + [planned]).0))
    ]
  }

  func endSpecialProcedure(outcome: String) throws(Refusal) -> [CaseEvent] {
    try leadPart(stage: .inSpecialProcedure)
    try text(outcome, else: .reasonMissing)
    let (committed, statutory) = dues(stops: stops(endedOn: today))
    return [
      .specialProcedureEnded(
        .init(
          endedOn: today, outcome: outcome, committedDue: committed, statutoryDue: statutory))
    ]
  }

  func suspend(cause: String) throws(Refusal) -> [CaseEvent] {
    if let stop = file.openStop, stop.kind == .suspension, stop.reason == cause { return [] }
    try permit(.approver)
    try leadPart(stage: .underExamination)
    guard file.openStop == nil else { throw .wrongStep(file.step?.kind ?? .examination) }
    try text(cause, else: .reasonMissing)
    return [.suspended(.init(cause: cause, suspendedOn: today))]
  }

  func resume() throws(Refusal) -> [CaseEvent] {
    try permit(.approver)
    try leadPart(stage: .suspended)
    let (committed, statutory) = dues(stops: stops(endedOn: today))
    return [.resumed(.init(resumedOn: today, committedDue: committed, statutoryDue: statutory))]
  }

  func requestExaminationCorrection(
    _ defects: [Defect], workingDays: Int
  ) throws(Refusal) -> [CaseEvent] {
    try leadPart(stage: .underExamination)
    guard sheet.allowsExaminationCorrection else { throw .examinationCorrectionNotAllowed }
    guard file.openStop == nil else { throw .wrongStep(file.step?.kind ?? .examination) }
    guard !defects.isEmpty else { throw .defectsMissing }
    for defect in defects where sheet.material(defect.material) == nil {
      throw .unknownMaterial(defect.material)
    }
    for defect in defects { try text(defect.remark, else: .reasonMissing) }
    return [
      .examinationCorrectionRequested(
        .init(
          defects: defects.sorted { ($0.material, $0.remark) < ($1.material, $1.remark) },
          requestedOn: today,
          correctBy: calendar.dueDate(of: .workingDays(max(1, workingDays)), from: today)))
    ]
  }

  func supplyExaminationCorrection(
    _ materials: [MaterialReceived]
  ) throws(Refusal) -> [CaseEvent] {
    try permit(.generalCounter, .townshipOperator)
    try demand(.awaitingExaminationCorrection)
    for material in materials where sheet.material(material.number) == nil {
      throw .unknownMaterial(material.number)
    }
    let (committed, statutory) = dues(stops: stops(endedOn: today))
    return [
      .examinationCorrectionSupplied(
        .init(
          materials: materials.sorted { $0.number < $1.number }, suppliedOn: today,
          committedDue: committed, statutoryDue: statutory))
    ]
  }

  /// Once, by the authority, with a reason, and before the old date has passed (Law 42).
  func extend(workingDays: Int, reason: String) throws(Refusal) -> [CaseEvent] {
    try permit(.approver)
    try leadPart(stage: .underExamination)
    guard !file.isExtended else { throw .alreadyExtended }
    try text(reason, else: .reasonMissing)
    let longest =
      sheet.handling == .joint
      ? StatutoryLimits.longestJointExtension : StatutoryLimits.longestExtension
    guard (1...longest).contains(workingDays) else { throw .extensionTooLong(longest) }
    guard let previous = file.committedDue else { throw .notYetAccepted }
    guard today <= previous.on else { throw .pastDue(previous.on) }
    let (committed, statutory) = dues(stops: file.stops, extending: workingDays)
    return [
      .extended(
        .init(
          workingDays: workingDays, reason: reason, approvedBy: clerk.name.zh,
          previousDue: previous, committedDue: committed, statutoryDue: statutory))
    ]
  }
}

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
    let earliest = calendar.workingDay(StatutoryLimits.hearingNotice, after: today).on
    if kind == .hearing, plannedEnd < earliest { throw .hearingTooSoon(earliest: earliest) }
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
    if file.stage == .underExamination, case .specialProcedure = file.stops.last?.kind,
      file.specialProcedureEnded?.outcome == outcome
    {
      return []
    }
    try leadPart(stage: .inSpecialProcedure)
    try text(outcome, else: .reasonMissing)
    let stops = stops(endedOn: today)
    let (committed, statutory) = dues(stops: stops)
    return [
      .specialProcedureEnded(
        .init(
          endedOn: today, outcome: outcome, committedDue: committed, statutoryDue: statutory,
          step: stepDues(stops: stops)))
    ]
  }

  func suspend(cause: String) throws(Refusal) -> [CaseEvent] {
    if let stop = file.openStop, stop.kind == .suspension, stop.reason == cause { return [] }
    try leadPart(stage: .underExamination)
    guard file.openStop == nil else { throw .wrongStep(file.step?.kind ?? .examination) }
    try text(cause, else: .reasonMissing)
    return [.suspended(.init(cause: cause, suspendedOn: today))]
  }

  func resume() throws(Refusal) -> [CaseEvent] {
    if file.stage == .underExamination, file.stops.last?.kind == .suspension { return [] }
    try leadPart(stage: .suspended)
    let stops = stops(endedOn: today)
    let (committed, statutory) = dues(stops: stops)
    return [
      .resumed(
        .init(
          resumedOn: today, committedDue: committed, statutoryDue: statutory,
          step: stepDues(stops: stops)))
    ]
  }

  func requestExaminationCorrection(
    _ defects: [Defect], workingDays: Int
  ) throws(Refusal) -> [CaseEvent] {
    let told = defects.sorted { ($0.material, $0.remark) < ($1.material, $1.remark) }
    if file.stage == .awaitingExaminationCorrection, file.examinationCorrection?.defects == told {
      return []
    }
    try leadPart(stage: .underExamination)
    guard sheet.allowsExaminationCorrection else { throw .examinationCorrectionNotAllowed }
    guard file.openStop == nil else { throw .wrongStep(file.step?.kind ?? .examination) }
    guard !defects.isEmpty else { throw .defectsMissing }
    for defect in defects where sheet.material(defect.material) == nil {
      throw .unknownMaterial(defect.material)
    }
    for defect in defects { try text(defect.remark, else: .reasonMissing) }
    // One notice for all departments: what any of them has noted may not be left out.
    let noted = Set(file.notedDefects.flatMap { $0.defects.map(\.material) })
    let leftOut = noted.subtracting(told.map(\.material)).sorted()
    guard leftOut.isEmpty else { throw .defectsLeftOut(leftOut) }
    return [
      .examinationCorrectionRequested(
        .init(
          defects: told, requestedOn: today, correctBy: try correctBy(workingDays)))
    ]
  }

  func supplyExaminationCorrection(
    _ materials: [MaterialReceived]
  ) throws(Refusal) -> [CaseEvent] {
    let supplied = materials.sorted { $0.number < $1.number }
    if file.stage == .underExamination, file.stops.last?.kind == .correction,
      file.suppliedMaterials == supplied
    {
      return []
    }
    try demand(.awaitingExaminationCorrection)
    try checkSupplied(supplied, for: file.examinationCorrection?.defects ?? [])
    let stops = stops(endedOn: today)
    let (committed, statutory) = dues(stops: stops)
    return [
      .examinationCorrectionSupplied(
        .init(
          materials: supplied, suppliedOn: today, committedDue: committed,
          statutoryDue: statutory, step: stepDues(stops: stops)))
    ]
  }

  /// Once, by the authority, with a reason, and before the old date has passed (Law 42).
  func extend(workingDays: Int, reason: String) throws(Refusal) -> [CaseEvent] {
    if let extended = file.extended, extended.workingDays == workingDays,
      extended.reason == reason, file.stage == .underExamination
    {
      return []
    }
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

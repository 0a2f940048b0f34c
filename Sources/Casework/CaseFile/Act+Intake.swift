import WorkCalendar

/// What happens at the general counter.
extension Act {
  func receive(_ numbers: CaseNumbers, _ intake: Intake) throws(Refusal) -> [CaseEvent] {
    if file.stage != nil {
      guard file.number == numbers.number, file.intake == intake else { throw .alreadyReceived }
      return []
    }
    try demandTakenInHere()
    try checkApplicant(intake)
    try checkFields(intake.fields, requireAll: false)
    for material in intake.materials where sheet.material(material.number) == nil {
      throw .unknownMaterial(material.number)
    }
    return [
      .received(
        .init(
          caseNumber: numbers.number, item: sheet.id, sheetVersion: sheet.version,
          department: sheet.department, queryCode: numbers.queryCode,
          pickUpCode: numbers.pickUpCode, intake: intake, receivedOn: today,
          noticeDue: calendar.dueDate(of: StatutoryLimits.notice, from: today),
          ticketEndedAt: rules.ticketEndedAt, township: clerk.intakeTownship))
    ]
  }

  func accept(deferring: [Int], underCommitment: Bool) throws(Refusal) -> [CaseEvent] {
    if let acceptance = file.acceptance, acceptance.deferred == deferring.sorted(),
      acceptance.isUnderCommitment == underCommitment, !(file.stage?.isEnded ?? true)
    {
      return []
    }
    try demandTakenInHere()
    try demand(.received)
    guard let intake = file.intake else { throw .notYetReceived }
    try checkOffers(intake, deferring: deferring, underCommitment: underCommitment)
    // Law 32: once the five days are over nothing that is missing stands in the way.
    if !file.isDeemedAccepted(on: today) {
      try checkFields(intake.fields, requireAll: true)
      try checkMaterials(intake, deferring: deferring)
    }
    let accepted = acceptance(deferring: deferring, underCommitment: underCommitment)
    return [.accepted(accepted)] + startOfStep(0, in: accepted.route)
  }

  func requestCorrection(_ defects: [Defect], workingDays: Int) throws(Refusal) -> [CaseEvent] {
    let told = defects.sorted { ($0.material, $0.remark) < ($1.material, $1.remark) }
    if file.stage == .awaitingCorrection, file.corrections.last?.defects == told { return [] }
    try demandTakenInHere()
    try demand(.received)
    try demandNotDeemedAccepted()
    guard !told.isEmpty, let intake = file.intake else { throw .defectsMissing }
    for defect in told where sheet.material(defect.material) == nil {
      throw .unknownMaterial(defect.material)
    }
    for defect in told { try text(defect.remark, else: .reasonMissing) }
    // Everything at once (Law 32): what is known to be wrong may not be kept for a second notice.
    let check = MaterialCheck(sheet: sheet, materials: intake.materials)
    let known = Set(check.defective + check.missing).subtracting(check.deferrable)
    let leftOut = known.subtracting(told.map(\.material)).sorted()
    guard leftOut.isEmpty else { throw .defectsLeftOut(leftOut) }
    return [
      .correctionRequested(
        .init(
          defects: told,
          correctBy: try correctBy(workingDays),
          round: file.corrections.count + 1))
    ]
  }

  func decline(
    _ ground: DeclineGround, reason: String, basis: String, competentOrgan: String
  ) throws(Refusal) -> [CaseEvent] {
    if let declined = file.declined, declined.ground == ground, declined.reason == reason {
      return []
    }
    try demandTakenInHere()
    if file.stage != .awaitingCorrection { try demand(.received) }
    try demandNotDeemedAccepted()
    try text(reason, else: .reasonMissing)
    try text(basis, else: .basisMissing)
    if ground == .notThisOrgan { try text(competentOrgan, else: .competentOrganMissing) }
    return [
      .declined(
        .init(
          ground: ground, reason: reason, basis: basis, competentOrgan: competentOrgan,
          declinedOn: today))
    ]
  }

  /// Accepts and grants in one act, under the department's delegation to the counter.
  func decideOnTheSpot(text: String, certificateNumber: String) throws(Refusal) -> [CaseEvent] {
    if let decision = file.decision, decision.isOnTheSpot, decision.text == text { return [] }
    try demandTakenInHere()
    guard sheet.allowsDecisionOnTheSpot else { throw .notDecidedOnTheSpot }
    try demand(.received)
    guard let intake = file.intake else { throw .notYetReceived }
    try checkFields(intake.fields, requireAll: true)
    try checkOffers(intake, deferring: [], underCommitment: false)
    try checkMaterials(intake, deferring: [])
    let accepted = acceptance(deferring: [], underCommitment: false)
    var events: [CaseEvent] = [
      .accepted(accepted),
      .decided(
        .init(
          verdict: .granted, decidedOn: today, text: text, basis: sheet.basis, isOnTheSpot: true,
          serveBy: calendar.dueDate(of: StatutoryLimits.service, from: today), netDays: 0,
          grossDays: 0)),
    ]
    if sheet.result.form == .certificate {
      try self.text(certificateNumber, else: .certificateNumberMissing)
      events.append(.certificateProduced(certificate(certificateNumber)))
    }
    return events
  }

  func supplyMaterials(
    _ materials: [MaterialReceived], fields: [FieldValue]
  ) throws(Refusal) -> [CaseEvent] {
    let supplied = materials.sorted { $0.number < $1.number }
    if file.stage == .received, file.suppliedMaterials == supplied,
      fields.allSatisfy({ file.intake?.fields.contains($0) ?? false })
    {
      return []
    }
    try demandTakenInHere()
    var (noticeFrom, noticeDue) = (file.noticeFrom, file.noticeDue)
    if file.stage != .received {
      try demand(.awaitingCorrection)
      noticeFrom = today
      noticeDue = calendar.dueDate(of: StatutoryLimits.notice, from: today)
    }
    guard let noticeFrom, let noticeDue else { throw .notYetReceived }
    let asked = file.stage == .received ? [] : file.corrections.last?.defects ?? []
    try checkSupplied(supplied, for: asked)
    try checkFields(fields, requireAll: false)
    return [
      .materialsSupplied(
        .init(
          materials: supplied, fields: fields, suppliedOn: today, noticeFrom: noticeFrom,
          noticeDue: noticeDue))
    ]
  }

  func lapse() throws(Refusal) -> [CaseEvent] {
    if case .withdrawn(_, _, isLapsed: true) = file.ending { return [] }
    try demand(.awaitingCorrection)
    if let due = file.correctBy, today <= due.on { throw .stillInTime(until: due.on) }
    return [.withdrawn(.init(reason: "", isLapsed: true, withdrawnOn: today))]
  }

  func supplyDeferred(_ material: MaterialReceived) throws(Refusal) -> [CaseEvent] {
    if file.intake?.material(material.number) == material,
      !file.deferredOutstanding.contains(material.number)
    {
      return []
    }
    try demandTakenInHere()
    let stage = try stage()
    if stage.isEnded { throw .caseEnded(stage) }
    guard file.deferredOutstanding.contains(material.number) else {
      throw .notDeferred(material.number)
    }
    let check = MaterialCheck(sheet: sheet, materials: [material])
    guard material.isInHand, !check.missing.contains(material.number) else {
      throw .materialsMissing([material.number])
    }
    guard check.originalsNotChecked.isEmpty else {
      throw .originalsNotChecked(check.originalsNotChecked)
    }
    return [.deferredMaterialSupplied(.init(material: material))]
  }
}

extension Clerk {
  /// The town that takes in when this person does; nil at the hall.
  fileprivate var intakeTownship: String? {
    switch reach {
    case .hall, .department: nil
    case .township(let name): name
    }
  }
}

extension Act {
  /// The limits start on the day of acceptance; if the notice was missed, on the day of receipt.
  private func acceptance(deferring: [Int], underCommitment: Bool) -> CaseEvent.Accepted {
    let acceptedOn = file.isDeemedAccepted(on: today) ? file.noticeFrom ?? today : today
    let clock = Deadline(
      from: acceptedOn, stops: [], calendar: calendar, hours: rules.openingHours,
      startedAt: occasion.acted)
    let committed =
      clock.due(sheet.committedLimit) ?? DueDate(on: acceptedOn, isProvisional: false)
    return .init(
      acceptedOn: acceptedOn, route: sheet.route, committedLimit: sheet.committedLimit,
      statutoryLimit: sheet.statutoryLimit, committedDue: committed,
      statutoryDue: clock.due(sheet.statutoryLimit), deferred: deferring.sorted(),
      deferredDue: deferring.isEmpty
        ? nil : Deadline.deferredMaterials(from: today, before: committed, in: calendar),
      isUnderCommitment: underCommitment,
      quotaPlace: rules.nextQuotaPlace)
  }

  func certificate(_ number: String) -> CaseEvent.CertificateProduced {
    .init(
      name: sheet.result.name.zh, number: number, validity: sheet.result.validity.zh,
      producedOn: today)
  }

  private func demandNotDeemedAccepted() throws(Refusal) {
    if file.isDeemedAccepted(on: today) {
      throw .deemedAccepted(since: file.noticeFrom ?? today)
    }
  }

  /// At a township only what its sheet lets the town take in.
  func demandTakenInHere() throws(Refusal) {
    if clerk.role == .townshipOperator, !sheet.allowsTownshipIntake {
      throw .townshipMayNotTakeIn
    }
  }
}

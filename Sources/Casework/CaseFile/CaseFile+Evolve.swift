import WorkCalendar

extension CaseFile {
  /// What the case is after an event; total and silent, so that any recorded history can be read.
  package mutating func evolve(_ event: CaseEvent, _ stamp: Stamp) {
    version += 1
    lastStamp = stamp
    if event.isOfRoute { lastActedAt = stamp.acted }
    keepClaims(of: stamp)
    switch event {
    case .received(let it): receive(it, stamp)
    case .materialsSupplied(let it):
      supply(it.materials)
      answer(it.fields)
      (stage, noticeDue, noticeFrom, correctBy) = (.received, it.noticeDue, it.noticeFrom, nil)
      note(&tookIn, stamp)
    case .correctionRequested(let it):
      corrections.append(it)
      find(it.defects)
      (stage, correctBy) = (.awaitingCorrection, it.correctBy)
      correctionRequestedOn = stamp.acted.date
      correctionDays.append(stamp.acted.date)
      note(&tookIn, stamp)
    case .declined(let it): (stage, declined) = (.declined, it)
    case .accepted(let it): accept(it, stamp)
    case .stepStarted(let it): start(it)
    case .taskClaimed(let it):
      let claim = Claim(
        department: it.department, clerk: stamp.clerk, at: stamp.acted, activeAt: stamp.at)
      change(it.step) { record in
        record.claims.removeAll { $0.department == it.department }
        record.claims.append(claim)
      }
    case .taskGivenBack(let it):
      change(it.step) { $0.claims.removeAll { $0.department == it.department } }
    case .opinionRecorded(let it): record(it, stamp)
    case .stepReturned(let it):
      for index in steps.indices where index >= it.to { steps[index] = StepRecord() }
      if zip(route.indices, route).contains(where: { $0 >= it.to && $1.kind == .referral }) {
        (referral, referralAnswer) = (nil, nil)
      }
      (currentStep, returned) = (nil, it)
    case .specialProcedureStarted(let it):
      (stage, specialProcedure) = (.inSpecialProcedure, it)
      stops.append(
        Stop(
          kind: .specialProcedure(it.kind), reason: it.reason, from: it.startedOn,
          plannedEnd: it.plannedEnd))
    case .specialProcedureEnded(let it):
      specialProcedureEnded = it
      resume(on: it.endedOn, committed: it.committedDue, statutory: it.statutoryDue, it.step)
    case .suspended(let it):
      stage = .suspended
      stops.append(Stop(kind: .suspension, reason: it.cause, from: it.suspendedOn))
    case .resumed(let it):
      resume(on: it.resumedOn, committed: it.committedDue, statutory: it.statutoryDue, it.step)
    case .examinationCorrectionRequested(let it):
      (stage, correctBy) = (.awaitingExaminationCorrection, it.correctBy)
      examinationCorrection = it
      examinationCorrections += 1
      examinationCorrectionDays.append(it.requestedOn)
      (toldDefects, notedDefects) = (notedDefects, [])
      find(it.defects)
      stops.append(
        Stop(
          kind: .correction, reason: it.defects.map(\.remark).joined(separator: "; "),
          from: it.requestedOn, plannedEnd: it.correctBy.on))
    case .examinationCorrectionSupplied(let it):
      supply(it.materials)
      correctBy = nil
      resume(on: it.suppliedOn, committed: it.committedDue, statutory: it.statutoryDue, it.step)
    case .referredUpward(let it): (stage, referral) = (.referredUpward, it)
    case .referralAnswered(let it):
      (stage, referralAnswer) = (.underExamination, it)
      complete(on: it.answeredOn)
    case .extended(let it):
      extensionDays += it.workingDays
      extended = it
      extensions.append(stamp)
      (committedDue, statutoryDue) = (it.committedDue, it.statutoryDue)
      note(&handledBy, stamp)
    case .deferredMaterialSupplied(let it):
      supply([it.material])
      deferredOutstanding.removeAll { $0 == it.material.number }
      deferredSuppliedOn = stamp.acted.date
    case .decided(let it): decide(it, stamp)
    case .certificateProduced(let it):
      (stage, certificate) = (.awaitingRelease, it)
      complete(on: it.producedOn)
      currentStep = nil
      note(&handledBy, stamp)
    case .handedOver(let it): handedOver = it
    case .posted(let it): (stage, posted, postReturned) = (.posted, it, nil)
    case .postReturned(let it):
      (stage, posted, postReturned) = (.awaitingRelease, nil, it)
    case .delivered(let it): delivered = it
    case .concluded(let it): (stage, ending) = (.concluded, .concluded(it.concludedOn))
    case .withdrawn(let it):
      end(.withdrawn, .withdrawn(it.withdrawnOn, reason: it.reason, isLapsed: it.isLapsed))
    case .terminated(let it):
      end(.terminated, .terminated(it.terminatedOn, cause: it.cause))
    case .documentIssued(let it): documents.append(it)
    case .documentReprinted: break
    case .enteredLate(let it):
      lateActs.append(LateAct(entry: it, recordedAt: stamp.at, recordedBy: stamp.clerk))
    case .deadlinesRecomputed(let it): for date in it.moved { move(date) }
    case .defectsNoted(let it):
      notedDefects.removeAll { $0.department == it.department }
      if !it.defects.isEmpty { notedDefects.append(it) }
      note(&handledBy, stamp)
    case .commitmentChecked(let it): commitmentCheck = it
    case .reportConfirmed(let it): reports.append(it)
    case .supervised(let it): supervision.evolve(it, stamp)
    case .rated(let it): rate(it)
    case .fee(.demanded(let it)): fees.demanded = it
    case .fee(.paid(let it)): fees.payments.append(it)
    }
  }

  /// Whoever does anything with the case still works on it.
  private mutating func keepClaims(of stamp: Stamp) {
    guard let currentStep else { return }
    change(currentStep) { record in
      for index in record.claims.indices where record.claims[index].clerk == stamp.clerk {
        record.claims[index].activeAt = stamp.at
      }
    }
  }

  private mutating func receive(_ it: CaseEvent.Received, _ stamp: Stamp) {
    stage = .received
    (number, queryCode, pickUpCode) = (it.caseNumber, it.queryCode, it.pickUpCode)
    (item, sheetVersion, department) = (it.item, it.sheetVersion, it.department)
    intake = it.intake
    (receivedOn, receivedAt, receivedBy) = (it.receivedOn, stamp.acted, stamp.clerk)
    (receivedAtCounter, ticketEndedAt) = (stamp.counter, it.ticketEndedAt)
    township = it.township
    (noticeDue, noticeFrom) = (it.noticeDue, it.receivedOn)
    note(&tookIn, stamp)
  }

  private mutating func accept(_ it: CaseEvent.Accepted, _ stamp: Stamp) {
    stage = .underExamination
    acceptance = it
    acceptedAt = stamp.acted
    route = it.route
    steps = it.route.map { _ in StepRecord() }
    (committedDue, statutoryDue) = (it.committedDue, it.statutoryDue)
    deferredOutstanding = it.deferred
    (noticeDue, correctBy) = (nil, nil)
    note(&tookIn, stamp)
  }

  private mutating func start(_ it: CaseEvent.StepStarted) {
    currentStep = it.step
    if returned?.to != it.step { returned = nil }
    change(it.step) { record in
      (record.startedOn, record.due, record.partyDue) = (it.startedOn, it.due, it.partyDue)
    }
    if it.stopsClock, openStop == nil {
      stops.append(
        Stop(
          kind: .step, reason: route.indices.contains(it.step) ? route[it.step].name.zh : "",
          from: it.startedOn, plannedEnd: it.due.on))
    }
  }

  private mutating func record(_ it: CaseEvent.OpinionRecorded, _ stamp: Stamp) {
    let opinion = Opinion(
      department: it.department, verdict: it.verdict, text: it.text, officers: it.officers,
      clerk: stamp.clerk, on: stamp.acted.date)
    change(it.step) { record in
      record.opinions.removeAll { $0.department == it.department }
      record.opinions.append(opinion)
      record.claims.removeAll { $0.department == it.department }
    }
    note(&handledBy, stamp)
    if route.indices.contains(it.step), route[it.step].kind == .examination,
      route[it.step].party(it.department)?.role == .examiner
    {
      note(&examinedBy, stamp)
    }
    if awaited.isEmpty { complete(on: stamp.acted.date) }
  }

  private mutating func decide(_ it: CaseEvent.Decided, _ stamp: Stamp) {
    (decision, decidedBy, decidedAt) = (it, stamp.clerk, stamp.acted)
    notedDefects = []
    complete(on: it.decidedOn)
    note(&handledBy, stamp)
    let hasCertificateStep =
      currentStep.map { $0 + 1 }.map {
        route.indices.contains($0) && route[$0].kind == .certificate
      }
      ?? false
    if it.verdict == .granted, hasCertificateStep {
      stage = .inProduction
    } else {
      (stage, currentStep) = (.awaitingRelease, nil)
    }
  }

  private mutating func resume(
    on date: LocalDate, committed: DueDate, statutory: DueDate?, _ step: CaseEvent.StepDues?
  ) {
    stage = .underExamination
    if let last = stops.indices.last, stops[last].to == nil { stops[last].to = date }
    (committedDue, statutoryDue) = (committed, statutory)
    if let currentStep, let step {
      change(currentStep) { ($0.due, $0.partyDue) = (step.due, step.partyDue) }
    }
  }

  private mutating func end(_ stage: CaseStage, _ ending: Ending) {
    self.stage = stage
    self.ending = ending
    currentStep = nil
  }

  private mutating func complete(on date: LocalDate) {
    guard let currentStep else { return }
    change(currentStep) { $0.completedOn = date }
  }

  private mutating func change(_ step: Int, _ body: (inout StepRecord) -> Void) {
    guard steps.indices.contains(step) else { return }
    body(&steps[step])
  }

  /// What a notice says of a material holds until something else comes in.
  private mutating func find(_ defects: [Defect]) {
    guard var changed = intake else { return }
    for defect in defects {
      let status: MaterialReceived.Status = defect.kind == .missing ? .missing : .defective
      if let index = changed.materials.firstIndex(where: { $0.number == defect.material }) {
        changed.materials[index].status = status
        changed.materials[index].remark = defect.remark
      } else {
        changed.materials.append(
          MaterialReceived(number: defect.material, status: status, remark: defect.remark))
      }
    }
    intake = changed
  }

  private mutating func answer(_ fields: [FieldValue]) {
    guard var changed = intake else { return }
    for field in fields {
      changed.fields.removeAll { $0.key == field.key }
      changed.fields.append(field)
    }
    intake = changed
  }

  private mutating func supply(_ materials: [MaterialReceived]) {
    suppliedMaterials = materials
    guard var changed = intake else { return }
    for material in materials {
      if let index = changed.materials.firstIndex(where: { $0.number == material.number }) {
        changed.materials[index] = material
      } else {
        changed.materials.append(material)
      }
    }
    intake = changed
  }

  private func note(_ clerks: inout [ClerkID], _ stamp: Stamp) {
    if !clerks.contains(stamp.clerk) { clerks.append(stamp.clerk) }
  }
}

import Casework
import Deskwork
import WorkCalendar

/// A case on its course: given what has become of it, says what is done next and by whom.
struct Walk {
  let course: Course
  let staff: Staff
  let people: People
  var chance: Chance
  private var done: Set<Course.Detour> = []

  init(_ course: Course, staff: Staff, people: People, chance: Chance) {
    self.course = course
    self.staff = staff
    self.people = people
    self.chance = chance
  }

  var names: DemoNames { people.names }
  var sheet: ImplementationSheet { course.sheet }

  /// Nil where the course ends.
  mutating func next(_ file: CaseFile) -> Move? {
    guard let stage = file.stage else { return nil }
    switch stage {
    case .received: return afterReceipt(file)
    case .awaitingCorrection: return correct(file)
    case .underExamination: return examine(file)
    case .inSpecialProcedure:
      guard course.halt != .inSpecialProcedure else { return nil }
      return later(3 + chance.below(6), lead(file, .endSpecialProcedure(outcome: "已完成,符合要求")), file)
    case .suspended:
      guard course.halt != .suspended, let approver = staff.approver(in: file.department) else {
        return nil
      }
      return later(4, by(approver, .resume, file), file)
    case .awaitingExaminationCorrection:
      guard course.halt != .awaitingExaminationCorrection else { return nil }
      let materials = supplied(file.examinationCorrection?.defects)
      return later(2, intake(file, .supplyExaminationCorrection(materials)), file)
    case .referredUpward: return answer(file)
    case .inProduction:
      guard course.halt != .inProduction else { return nil }
      return party(file) { _ in .produceCertificate(number: "") }
    case .awaitingRelease: return release(file)
    case .posted:
      guard course.halt != .posted else { return nil }
      let name = file.intake?.applicant.name ?? ""
      return by(releaser, .confirmDelivery(signedBy: name), file)
    case .declined, .concluded, .withdrawn, .terminated: return nil
    }
  }
}

extension Walk {
  private mutating func examine(_ file: CaseFile) -> Move? {
    guard let step = file.step, let record = file.stepRecord else { return nil }
    if let move = detour(file) { return move }
    let wasTouched = record.claims.first != nil || !record.opinions.isEmpty
    switch course.halt {
    case .withdrawn: return intake(file, .withdraw(reason: chance.pick(names.withdrawalReasons)))
    case .terminated:
      let cause = "申请人未在期限内补正,决定终止办理"
      return by(staff.approver(in: file.department), .terminate(cause: cause), file)
    case .unclaimed: return nil
    case .claimed where wasTouched: return nil
    case .partlyAnswered where step.parties.count > 1 && !record.opinions.isEmpty: return nil
    case .atDecision where step.kind == .decision: return nil
    case .returned where done.contains(.sendBack): return nil
    case .inSpecialProcedure, .suspended, .awaitingExaminationCorrection, .received,
      .awaitingCorrection, .declined, .lapsed, .claimed, .partlyAnswered, .atDecision, .returned,
      .referredUpward, .inProduction, .awaitingRelease, .posted, .concluded:
      break
    }
    switch step.kind {
    case .examination, .waitingPeriod: return giveOpinion(file, step)
    case .referral:
      let organ = chance.pick(names.correctAuthorities)
      let opinion = chance.pick(names.opinionsFor)
      return party(file) { _ in .referUpward(organ: organ, opinion: opinion) }
    case .decision: return decide(file)
    case .certificate, .followUp: return nil
    }
  }

  private mutating func giveOpinion(_ file: CaseFile, _ step: RouteStep) -> Move? {
    guard let index = file.currentStep, let department = file.awaited.first,
      let party = step.party(department), let clerk = staff.clerk(for: party, course.turn)
    else { return nil }
    let over = step.kind == .waitingPeriod ? file.stepRecord?.due?.on.advanced(by: 1) : nil
    guard file.stepRecord?.claim(of: department) != nil || step.kind == .waitingPeriod else {
      return Move(act: .on(file.id, .claim), clerk: clerk)
    }
    let hasRemark = chance.happens(15)
    let text = chance.pick(hasRemark ? names.opinionsWithRemarks : names.opinionsFor)
    let opinion = CaseCommand.recordOpinion(
      step: index, hasRemark ? .agreeWithConditions : .agree, text: text,
      officers: staff.officers(in: department, step.officers ?? 0))
    return Move(act: .on(file.id, opinion), clerk: clerk, notBefore: over)
  }

  private mutating func decide(_ file: CaseFile) -> Move? {
    if !file.deferredOutstanding.isEmpty, course.verdict == .granted, !file.isUnderCommitment {
      return supplyDeferred(file)
    }
    let verdict = file.referralAnswer?.verdict ?? course.verdict
    let text =
      verdict == .granted
      ? "准予。" + chance.pick(names.opinionsFor) : chance.pick(names.refusalReasons)
    let basis = sheet.basis.isEmpty ? sheet.lawful("第三十八条") : sheet.basis
    return party(file) { _ in .decide(verdict, text: text, basis: basis) }
  }

  private mutating func supplyDeferred(_ file: CaseFile) -> Move? {
    guard let number = file.deferredOutstanding.first, let wanted = sheet.material(number) else {
      return nil
    }
    var papers = papers(on: file.receivedOn ?? .distantPast)
    return intake(file, .supplyDeferredMaterial(papers.inOrder(wanted)))
  }

  private mutating func answer(_ file: CaseFile) -> Move? {
    guard course.halt != .referredUpward else { return nil }
    let text = course.verdict == .granted ? "同意" : chance.pick(names.refusalReasons)
    let number = "演市复〔\(file.receivedOn?.year ?? 0)〕\(1 + chance.below(400))号"
    let verdict = course.verdict
    let move = party(file) { _ in .answerReferral(verdict, text: text, documentNumber: number) }
    return later(3, move, file)
  }
}

extension Walk {
  /// What still has to happen on the way, if now is the time for it.
  private mutating func detour(_ file: CaseFile) -> Move? {
    for detour in Course.Detour.allCases
    where course.detours.contains(detour) && !done.contains(detour) {
      guard let move = move(detour, file) else { continue }
      done.insert(detour)
      return move
    }
    return nil
  }

  private mutating func move(_ detour: Course.Detour, _ file: CaseFile) -> Move? {
    // A step that stops the clock by itself leaves nothing to stop.
    guard file.openStop == nil else { return nil }
    switch detour {
    case .specialProcedure:
      guard file.currentStep == 0, let kind = sheet.specialProcedures.first?.kind,
        let today = file.stepRecord?.startedOn
      else { return nil }
      let end = today.advanced(by: 14 + chance.below(14))
      let reason = chance.pick(names.specialProcedureReasons)
      return lead(file, .startSpecialProcedure(kind, plannedEnd: end, reason: reason))
    case .suspension:
      guard file.currentStep == 0 else { return nil }
      return by(staff.approver(in: file.department), .suspend(cause: "等待司法机关结论"), file)
    case .extending:
      guard file.currentStep == 0, file.committedDue != nil else { return nil }
      return by(
        staff.approver(in: file.department),
        .extend(workingDays: 5, reason: "情况复杂,需进一步核实"), file, .soon)
    case .examinationCorrection:
      guard file.currentStep == 0, sheet.allowsExaminationCorrection else { return nil }
      var papers = papers(on: file.receivedOn ?? .distantPast)
      let noted = file.notedDefects.flatMap(\.defects)
      return lead(
        file,
        .requestExaminationCorrection(
          noted.isEmpty ? papers.defects() : noted, workingDays: 10))
    case .noteDefects:
      guard file.currentStep == 0, sheet.allowsExaminationCorrection else { return nil }
      var papers = papers(on: file.receivedOn ?? .distantPast)
      return lead(file, .noteDefects(papers.defects()))
    case .giveBack:
      guard let claim = file.stepRecord?.claims.first,
        let clerk = staff.holder(claim.clerk, in: claim.department)
      else { return nil }
      return by(clerk, .giveBack(reason: "临时外勤,请同事接办"), file, .soon)
    case .sendBack:
      guard let index = file.currentStep, index == sheet.firstReturn else { return nil }
      let reason = chance.pick(names.sendBackReasons)
      return party(file) { _ in .returnToStep(index - 1, reason: reason) }
    }
  }

  /// The part of whoever leads the case as a whole.
  private func lead(_ file: CaseFile, _ command: CaseCommand) -> Move? {
    by(staff.examiner(in: file.department, course.turn), command, file)
  }

  /// The part of the first department of the step at work.
  private func party(_ file: CaseFile, _ command: (RouteStep) -> CaseCommand) -> Move? {
    guard let step = file.step, let party = step.parties.first else { return nil }
    return by(staff.clerk(for: party, course.turn), command(step), file)
  }

  /// Not on the day of the last act, but some days after it.
  private func later(_ days: Int, _ move: Move?, _ file: CaseFile) -> Move? {
    var move = move
    move?.notBefore = file.lastStamp?.at.date.advanced(by: days)
    return move
  }

  func intake(_ file: CaseFile, _ command: CaseCommand) -> Move? {
    by(receiver, command, file)
  }

  func by(
    _ clerk: Clerk?, _ command: CaseCommand, _ file: CaseFile, _ haste: Move.Haste = .usual
  ) -> Move? {
    clerk.map { Move(act: .on(file.id, command), clerk: $0, haste: haste) }
  }

  /// Who took the case in, or a colleague beside.
  var receiver: Clerk? {
    course.isFromTownship ? staff.township(course.turn) : staff.counter(course.turn)
  }

  var releaser: Clerk? {
    // Whoever decided on the spot may not release as well.
    course.isFromTownship && !course.isPosted && course.opening != .decideOnTheSpot
      ? staff.township(course.turn) : staff.release(course.turn)
  }
}

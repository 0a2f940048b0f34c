import Casework
import Deskwork
import WorkCalendar

/// What happens at the counters, before and after the departments.
extension Walk {
  /// The application as it is taken in.
  mutating func takeIn(on today: LocalDate) -> Move? {
    guard let receiver else { return nil }
    var papers = papers(on: today)
    let defects = wantsDefects ? papers.defects() : []
    let deferred = course.isDeferred ? Array(deferrable.prefix(1)) : []
    let committed = course.isUnderCommitment ? Array(replaceable.prefix(1)) : []
    let materials = papers.materials(
      deferring: deferred, committing: committed, defects: defects)
    let applicant = applicant
    let intake = Intake(
      applicant: applicant, agent: course.takesAgent ? people.agent(course.applicant) : nil,
      materials: materials, fields: papers.fields(),
      channel: course.isFromTownship ? .township : .counter,
      delivery: course.isPosted
        ? DeliveryPreference(method: .post, address: applicant.address) : DeliveryPreference())
    return Move(
      act: .takeIn(sheet.id, intake, ending(defects, deferred)), clerk: receiver, haste: .soon)
  }

  private mutating func ending(_ defects: [Defect], _ deferred: [Int]) -> IntakeEnding? {
    if course.halt == .received { return nil }
    if course.halt == .declined {
      return course.opening == .acceptLater ? nil : decline()
    }
    if !defects.isEmpty {
      return .requestCorrection(defects, workingDays: course.correctionDays)
    }
    switch course.opening {
    case .decideOnTheSpot: return .decideOnTheSpot(text: "准予" + sheet.name.zh)
    case .acceptLater: return nil
    case .acceptAtOnce, .correctFirst:
      return .accept(deferring: deferred, underCommitment: course.isUnderCommitment)
    }
  }

  private mutating func decline() -> IntakeEnding {
    .decline(
      course.declineGround, reason: chance.pick(names.declineReasons),
      basis: sheet.lawful("第三十二条"),
      competentOrgan: course.declineGround == .notThisOrgan
        ? chance.pick(names.correctAuthorities) : "")
  }

  mutating func afterReceipt(_ file: CaseFile) -> Move? {
    switch course.halt {
    case .received, .awaitingCorrection: return nil
    case .declined:
      return intake(file, decline().command)
    case .withdrawn where course.opening == .acceptLater:
      return intake(file, .withdraw(reason: chance.pick(names.withdrawalReasons)))
    case .lapsed, .withdrawn, .unclaimed, .claimed, .partlyAnswered, .atDecision, .returned,
      .inSpecialProcedure, .suspended, .awaitingExaminationCorrection, .referredUpward,
      .inProduction, .awaitingRelease, .posted, .concluded, .terminated:
      let deferred = course.isDeferred ? Array(deferrable.prefix(1)) : []
      return intake(
        file, .accept(deferring: deferred, underCommitment: course.isUnderCommitment))
    }
  }

  mutating func correct(_ file: CaseFile) -> Move? {
    switch course.halt {
    case .awaitingCorrection: return nil
    case .lapsed:
      var move = intake(file, .lapse)
      move?.notBefore = file.correctBy?.on.advanced(by: 1)
      return move
    case .received, .declined, .withdrawn, .unclaimed, .claimed, .partlyAnswered, .atDecision,
      .returned, .inSpecialProcedure, .suspended, .awaitingExaminationCorrection,
      .referredUpward, .inProduction, .awaitingRelease, .posted, .concluded, .terminated:
      return intake(file, .supplyMaterials(supplied(file.corrections.last?.defects)))
    }
  }

  mutating func release(_ file: CaseFile) -> Move? {
    guard course.halt != .awaitingRelease, let intake = file.intake else { return nil }
    if course.isPosted {
      let waybill = chance.pick(names.courierPrefixes) + padded(chance.below(100_000_000), 9)
      let address =
        intake.delivery.address.isEmpty
        ? intake.applicant.address : intake.delivery.address
      return by(
        releaser, .post(carrier: "邮政速递", waybill: waybill, address: address), file)
    }
    return by(releaser, .handOver(recipient(intake), witness: ""), file)
  }

  private func recipient(_ intake: Intake) -> Recipient {
    if let agent = intake.agent {
      return Recipient(name: agent.name, relation: .agent, identity: agent.identity)
    }
    switch intake.applicant.kind {
    case .person:
      return Recipient(
        name: intake.applicant.name, relation: .applicant, identity: intake.applicant.identity)
    case .organisation:
      return Recipient(
        name: intake.applicant.legalRepresentative, relation: .legalRepresentative,
        identity: people.person(course.applicant + 7_000_000).identity)
    }
  }
}

extension Walk {
  func papers(on today: LocalDate) -> Papers {
    Papers(sheet: sheet, people: people, today: today, index: course.applicant, chance: chance)
  }

  /// What the applicant brings after a notice.
  mutating func supplied(_ defects: [Defect]?) -> [MaterialReceived] {
    var papers = papers(on: .distantPast)
    return (defects ?? []).compactMap { sheet.material($0.material) }.map { papers.inOrder($0) }
  }

  private var applicant: Applicant {
    course.applicantIsOrganisation
      ? people.organisation(course.applicant) : people.person(course.applicant)
  }

  private var wantsDefects: Bool {
    course.opening == .correctFirst || course.halt == .awaitingCorrection
      || course.halt == .lapsed
  }

  private var deferrable: [Int] { sheet.materials.filter(\.isDeferrable).map(\.number) }

  private var replaceable: [Int] {
    sheet.materials.filter { $0.share == .commitment }.map(\.number)
  }
}

extension ImplementationSheet {
  /// An article of the Licensing Law for a licence; for anything else the item's own sheet.
  func lawful(_ article: String) -> String {
    kind.isLicence ? "《行政许可法》\(article)" : "本事项实施清单"
  }
}

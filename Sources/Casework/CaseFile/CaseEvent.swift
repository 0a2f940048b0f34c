package import WorkCalendar

/// What happened to a case. An event carries its conclusion, so that replay consults nothing.
///
/// The stored kinds are spelled in the store's event coding, the stored keys are the property
/// names below: both are pinned by goldens and may only be added to.
package enum CaseEvent: Hashable, Sendable {
  case received(Received)
  case materialsSupplied(MaterialsSupplied)
  case correctionRequested(CorrectionRequested)
  case declined(Declined)
  case accepted(Accepted)
  case stepStarted(StepStarted)
  case taskClaimed(TaskClaimed)
  case taskGivenBack(TaskGivenBack)
  case opinionRecorded(OpinionRecorded)
  case stepReturned(StepReturned)
  case specialProcedureStarted(SpecialProcedureStarted)
  case specialProcedureEnded(SpecialProcedureEnded)
  case suspended(Suspended)
  case resumed(Resumed)
  case examinationCorrectionRequested(ExaminationCorrectionRequested)
  case examinationCorrectionSupplied(ExaminationCorrectionSupplied)
  case referredUpward(ReferredUpward)
  case referralAnswered(ReferralAnswered)
  case extended(Extended)
  case deferredMaterialSupplied(DeferredMaterialSupplied)
  case decided(Decided)
  case certificateProduced(CertificateProduced)
  case handedOver(HandedOver)
  case posted(Posted)
  case postReturned(PostReturned)
  case delivered(Delivered)
  case concluded(Concluded)
  case withdrawn(Withdrawn)
  case terminated(Terminated)
  case documentIssued(IssuedDocument)
  case documentReprinted(DocumentReprinted)
  case enteredLate(EnteredLate)
  case deadlinesRecomputed(DeadlinesRecomputed)
  case defectsNoted(DefectsNoted)
  case commitmentChecked(CommitmentChecked)
  case reportConfirmed(ReportConfirmed)
  case supervised(SupervisionEvent)
  case rated(RatingEvent)
  case fee(FeeEvent)
}

/// Who acted, where and when: recorded with every event.
package struct Stamp: Hashable, Sendable, Codable {
  package var clerk: ClerkID
  package var counter: CounterID?
  /// When it was recorded.
  package var at: Moment
  /// When it happened, if it was entered late.
  package var happenedAt: Moment?

  package init(
    clerk: ClerkID, counter: CounterID? = nil, at: Moment, happenedAt: Moment? = nil
  ) {
    self.clerk = clerk
    self.counter = counter
    self.at = at
    self.happenedAt = happenedAt
  }

  /// When it was done, whenever it was recorded.
  package var acted: Moment { happenedAt ?? at }
}

extension CaseEvent {
  package struct Received: Hashable, Sendable, Codable {
    package var caseNumber: String
    package var item: ItemID
    package var sheetVersion: Int
    package var department: DepartmentID
    /// What the applicant quotes to ask about the case.
    package var queryCode: String
    /// What the applicant shows to fetch the result; told only when it is ready.
    package var pickUpCode: String
    package var intake: Intake
    package var receivedOn: LocalDate
    package var noticeDue: DueDate
    /// When the number it came with had already been served.
    package var ticketEndedAt: Moment?
    /// The Chinese name of the town that took it in and sent it up; nil at the hall itself.
    package var township: String?
  }

  package struct MaterialsSupplied: Hashable, Sendable, Codable {
    package var materials: [MaterialReceived]
    package var fields: [FieldValue]
    package var suppliedOn: LocalDate
    /// The day the five days of the notice count from: this one after a notice, else receipt.
    package var noticeFrom: LocalDate
    package var noticeDue: DueDate
  }

  package struct CorrectionRequested: Hashable, Sendable, Codable {
    package var defects: [Defect]
    package var correctBy: DueDate
    /// 1 for the one notice the law allows; more is a matter for supervision.
    package var round: Int
  }

  package struct Declined: Hashable, Sendable, Codable {
    package var ground: DeclineGround
    package var reason: String
    package var basis: String
    /// Whom to turn to instead, if another organ is competent.
    package var competentOrgan: String
    package var declinedOn: LocalDate
  }

  package struct Accepted: Hashable, Sendable, Codable {
    package var acceptedOn: LocalDate
    package var route: [RouteStep]
    package var committedLimit: TimeLimit
    package var statutoryLimit: TimeLimit
    package var committedDue: DueDate
    package var statutoryDue: DueDate?
    /// Materials that may still come, and until when.
    package var deferred: [Int]
    package var deferredDue: DueDate?
    package var isUnderCommitment: Bool
    /// The place in the order of acceptance, for items with a quota.
    package var quotaPlace: Int?
  }

  package struct StepStarted: Hashable, Sendable, Codable {
    package var step: Int
    package var startedOn: LocalDate
    package var due: DueDate
    /// Due dates of parties with a limit of their own.
    package var partyDue: [PartyDue]
    package var stopsClock: Bool
  }

  package struct PartyDue: Hashable, Sendable, Codable {
    package var department: DepartmentID
    package var due: DueDate
  }

  /// The dates of the step at work as they are after a time that did not count.
  package struct StepDues: Hashable, Sendable, Codable {
    package var due: DueDate
    package var partyDue: [PartyDue]
  }

  package struct TaskClaimed: Hashable, Sendable, Codable {
    package var step: Int
    package var department: DepartmentID
    /// Whose claim had lapsed before.
    package var insteadOf: ClerkID?
  }

  package struct TaskGivenBack: Hashable, Sendable, Codable {
    package var step: Int
    package var department: DepartmentID
    package var reason: String
    /// Whose claim somebody else has freed; nil for one's own.
    package var freed: ClerkID?
  }

  package struct OpinionRecorded: Hashable, Sendable, Codable {
    package var step: Int
    package var department: DepartmentID
    package var verdict: OpinionVerdict
    package var text: String
    /// Who went to look, where the law asks for two.
    package var officers: [String]
  }

  package struct StepReturned: Hashable, Sendable, Codable {
    package var from: Int
    package var to: Int
    package var reason: String
  }

  package struct SpecialProcedureStarted: Hashable, Sendable, Codable {
    package var kind: SpecialProcedureKind
    package var basis: String
    package var reason: String
    package var startedOn: LocalDate
    /// The time the applicant was told (Law 45).
    package var plannedEnd: LocalDate
    package var estimatedDue: DueDate
  }

  package struct SpecialProcedureEnded: Hashable, Sendable, Codable {
    package var endedOn: LocalDate
    package var outcome: String
    package var committedDue: DueDate
    package var statutoryDue: DueDate?
    package var step: StepDues?
  }

  package struct Suspended: Hashable, Sendable, Codable {
    package var cause: String
    package var suspendedOn: LocalDate
  }

  package struct Resumed: Hashable, Sendable, Codable {
    package var resumedOn: LocalDate
    package var committedDue: DueDate
    package var statutoryDue: DueDate?
    /// Nil where the stop was the step itself.
    package var step: StepDues?
  }

  package struct ExaminationCorrectionRequested: Hashable, Sendable, Codable {
    package var defects: [Defect]
    package var requestedOn: LocalDate
    package var correctBy: DueDate
  }

  package struct ExaminationCorrectionSupplied: Hashable, Sendable, Codable {
    package var materials: [MaterialReceived]
    package var suppliedOn: LocalDate
    package var committedDue: DueDate
    package var statutoryDue: DueDate?
    package var step: StepDues?
  }

  package struct ReferredUpward: Hashable, Sendable, Codable {
    package var organ: String
    package var opinion: String
    package var referredOn: LocalDate
    package var answerDue: DueDate
  }

  package struct ReferralAnswered: Hashable, Sendable, Codable {
    package var verdict: Verdict
    package var text: String
    package var documentNumber: String
    package var answeredOn: LocalDate
  }

  package struct Extended: Hashable, Sendable, Codable {
    package var workingDays: Int
    package var reason: String
    package var approvedBy: String
    package var previousDue: DueDate
    package var committedDue: DueDate
    package var statutoryDue: DueDate?
  }

  package struct DeferredMaterialSupplied: Hashable, Sendable, Codable {
    package var material: MaterialReceived
  }

  package struct Decided: Hashable, Sendable, Codable {
    package var verdict: Verdict
    package var decidedOn: LocalDate
    /// What is granted: scope, conditions; for a refusal the facts and reasons.
    package var text: String
    package var basis: String
    /// Decided at the counter under the department's delegation.
    package var isOnTheSpot: Bool
    package var serveBy: DueDate
    /// Until when a commitment that took the place of a proof is checked.
    package var checkBy: DueDate?
    /// Working days from acceptance, the time that does not count left out.
    package var netDays: Int?
    /// Working days from acceptance, whatever stopped the clock.
    package var grossDays: Int?
    /// Cases accepted earlier under the same quota and still undecided (Law 57).
    package var passedOver: [CaseID]?
  }

  package struct CertificateProduced: Hashable, Sendable, Codable {
    package var name: String
    package var number: String
    package var validity: String
    package var producedOn: LocalDate
  }

  package struct HandedOver: Hashable, Sendable, Codable {
    package var recipient: Recipient
    package var handedOverOn: LocalDate
    package var witness: String
  }

  package struct Posted: Hashable, Sendable, Codable {
    package var carrier: String
    package var waybill: String
    package var address: String
    package var postedOn: LocalDate
  }

  package struct PostReturned: Hashable, Sendable, Codable {
    package var reason: String
    package var returnedOn: LocalDate
  }

  package struct Delivered: Hashable, Sendable, Codable {
    package var signedBy: String
    package var deliveredOn: LocalDate
  }

  package struct Concluded: Hashable, Sendable, Codable {
    package var concludedOn: LocalDate
  }

  package struct Withdrawn: Hashable, Sendable, Codable {
    package var reason: String
    /// Nobody corrected in time, which counts as withdrawal.
    package var isLapsed: Bool
    package var withdrawnOn: LocalDate
  }

  package struct Terminated: Hashable, Sendable, Codable {
    package var cause: String
    package var terminatedOn: LocalDate
  }

  package struct DocumentReprinted: Hashable, Sendable, Codable {
    package var kind: DocumentKind
    package var number: String
  }
}

/// One thing wrong with a material, and what the applicant has to do.
package struct Defect: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case missing, incorrect, expired, other
  }

  package var material: Int
  package var kind: Kind
  package var remark: String

  package init(material: Int, kind: Kind, remark: String) {
    self.material = material
    self.kind = kind
    self.remark = remark
  }
}

/// Why an application is not taken on (Law 32).
package enum DeclineGround: String, Hashable, Sendable, Codable, CaseIterable {
  case noPermitNeeded, notThisOrgan, conditionsNotMet, other
}

/// To whom a result was given.
package struct Recipient: Hashable, Sendable, Codable {
  package enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
    case applicant, legalRepresentative, agent
  }

  package var name: String
  package var relation: Relation
  package var identity: Identity

  package init(name: String, relation: Relation, identity: Identity) {
    self.name = name
    self.relation = relation
    self.identity = identity
  }
}

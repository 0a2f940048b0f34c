package import WorkCalendar

/// What happened to a case. An event carries its conclusion, so that replay consults nothing.
///
/// The stored kinds are spelled in the store's event coding, the stored keys are the property
/// names below: both are pinned by goldens and may only be added to.
package enum CaseEvent: Hashable, Sendable {
  indirect case received(Received)
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

    package init(
      verdict: Verdict, decidedOn: LocalDate, text: String, basis: String, isOnTheSpot: Bool,
      serveBy: DueDate, checkBy: DueDate? = nil, netDays: Int? = nil, grossDays: Int? = nil,
      passedOver: [CaseID]? = nil
    ) {
      self.verdict = verdict
      self.decidedOn = decidedOn
      self.text = text
      self.basis = basis
      self.isOnTheSpot = isOnTheSpot
      self.serveBy = serveBy
      self.checkBy = checkBy
      self.netDays = netDays
      self.grossDays = grossDays
      self.passedOver = passedOver
    }
  }

  package struct CertificateProduced: Hashable, Sendable, Codable {
    package var name: String
    package var number: String
    package var validity: String
    package var producedOn: LocalDate

    package init(name: String, number: String, validity: String, producedOn: LocalDate) {
      self.name = name
      self.number = number
      self.validity = validity
      self.producedOn = producedOn
    }
  }

  package struct HandedOver: Hashable, Sendable, Codable {
    package var recipient: Recipient
    package var handedOverOn: LocalDate
    package var witness: String

    package init(recipient: Recipient, handedOverOn: LocalDate, witness: String) {
      self.recipient = recipient
      self.handedOverOn = handedOverOn
      self.witness = witness
    }
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

    package init(concludedOn: LocalDate) {
      self.concludedOn = concludedOn
    }
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

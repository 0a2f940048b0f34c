package import WorkCalendar

/// One application being handled: what its events have made of it.
package struct CaseFile: Hashable, Sendable {
  package var id: CaseID
  /// The number of events it is made of; an act names the version it was decided on.
  package var version = 0
  package var stage: CaseStage?

  package var number = ""
  package var queryCode = ""
  package var pickUpCode = ""
  package var item: ItemID = ""
  package var sheetVersion = 0
  package var department: DepartmentID = ""
  package var intake: Intake?

  package var receivedOn: LocalDate?
  package var receivedAt: Moment?
  package var receivedBy: ClerkID?
  package var receivedAtCounter: CounterID?
  /// The town that took it in, by its Chinese name; nil at the hall itself.
  package var township: String?
  /// When the number had been served the application came with; nil if it still was.
  package var ticketEndedAt: Moment?
  package var noticeDue: DueDate?
  /// The day the five days of the notice started: receipt, or the day the corrections came.
  package var noticeFrom: LocalDate?

  package var corrections: [CaseEvent.CorrectionRequested] = []
  package var correctBy: DueDate?
  /// The day the last notice of what is wrong was given.
  package var correctionRequestedOn: LocalDate?
  /// The days on which notices were given: at the counter, and in the examination.
  package var correctionDays: [LocalDate] = []
  package var examinationCorrectionDays: [LocalDate] = []
  /// What a department asked for last after acceptance.
  package var examinationCorrection: CaseEvent.ExaminationCorrectionRequested?
  /// The materials that came in last, after a notice or a deferral.
  package var suppliedMaterials: [MaterialReceived] = []
  package var declined: CaseEvent.Declined?

  package var acceptance: CaseEvent.Accepted?
  package var committedDue: DueDate?
  package var statutoryDue: DueDate?
  package var extensionDays = 0
  package var deferredOutstanding: [Int] = []
  /// The day the last of the deferred materials came in.
  package var deferredSuppliedOn: LocalDate?
  package var stops: [Stop] = []
  /// The special procedure as it was started last, with what the applicant was told.
  package var specialProcedure: CaseEvent.SpecialProcedureStarted?
  package var specialProcedureEnded: CaseEvent.SpecialProcedureEnded?
  package var extended: CaseEvent.Extended?
  /// When and by whom the limit was extended; more than once is a matter for supervision.
  package var extensions: [Stamp] = []

  package var route: [RouteStep] = []
  package var steps: [StepRecord] = []
  /// The index of the step at work; nil before acceptance and after the last.
  package var currentStep: Int?
  /// The last time a step was sent back, until the route moves on.
  package var returned: CaseEvent.StepReturned?
  package var referral: CaseEvent.ReferredUpward?
  package var referralAnswer: CaseEvent.ReferralAnswered?

  package var decision: CaseEvent.Decided?
  package var decidedBy: ClerkID?
  package var certificate: CaseEvent.CertificateProduced?
  package var posted: CaseEvent.Posted?
  package var postReturned: CaseEvent.PostReturned?
  package var handedOver: CaseEvent.HandedOver?
  package var delivered: CaseEvent.Delivered?
  package var ending: Ending?

  package var documents: [IssuedDocument] = []
  /// Who took the case in: may not decide it.
  package var tookIn: [ClerkID] = []
  /// Who examined it in an examiner's step: may not decide it, whoever examined after it was sent back.
  package var examinedBy: [ClerkID] = []
  /// Who examined, decided or produced: may not release it.
  package var handledBy: [ClerkID] = []
  package var lastStamp: Stamp?
  /// When the last act of the route happened, whenever it was recorded.
  package var lastActedAt: Moment?

  package var acceptedAt: Moment?
  package var decidedAt: Moment?
  package var lateActs: [LateAct] = []
  /// What each department has found wrong since the last notice, in the order of the route.
  package var notedDefects: [CaseEvent.DefectsNoted] = []
  /// What the departments had noted when the last notice was given.
  package var toldDefects: [CaseEvent.DefectsNoted] = []
  /// How many notices of correction were given in the examination.
  package var examinationCorrections = 0
  package var commitmentCheck: CaseEvent.CommitmentChecked?
  package var reports: [CaseEvent.ReportConfirmed] = []
  package var fees = FeeRecord()
  package var rating: RatingRecord?
  package var supervision = SupervisionRecord()
  /// The year in whose closed file it lies; nothing can be done with it any more.
  package var closedYear: Int?

  package init(id: CaseID) { self.id = id }

  package init(id: CaseID, replaying history: [(CaseEvent, Stamp)]) {
    self.init(id: id)
    for (event, stamp) in history { evolve(event, stamp) }
  }
}

extension CaseFile {
  /// A time that does not count toward the limits.
  package struct Stop: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case specialProcedure(SpecialProcedureKind)
      case suspension
      case correction
      /// A step of the route that is not part of the limit.
      case step
    }

    package var kind: Kind
    package var reason: String
    package var from: LocalDate
    package var to: LocalDate?
    /// What the applicant was told.
    package var plannedEnd: LocalDate?
  }

  package struct StepRecord: Hashable, Sendable {
    package var startedOn: LocalDate?
    package var due: DueDate?
    package var partyDue: [CaseEvent.PartyDue] = []
    package var completedOn: LocalDate?
    package var claims: [Claim] = []
    package var opinions: [Opinion] = []

    package init() {}

    package func claim(of department: DepartmentID) -> Claim? {
      claims.first { $0.department == department }
    }

    package func opinion(of department: DepartmentID) -> Opinion? {
      opinions.first { $0.department == department }
    }

    package func due(of department: DepartmentID) -> DueDate? {
      partyDue.first { $0.department == department }?.due ?? due
    }
  }

  package struct Claim: Hashable, Sendable {
    package var department: DepartmentID
    package var clerk: ClerkID
    package var at: Moment
    /// When whoever has it last did anything with the case.
    package var activeAt: Moment
  }

  package struct Opinion: Hashable, Sendable {
    package var department: DepartmentID
    package var verdict: OpinionVerdict
    package var text: String
    package var officers: [String]
    package var clerk: ClerkID
    package var on: LocalDate
  }

  package enum Ending: Hashable, Sendable {
    case concluded(LocalDate)
    case withdrawn(LocalDate, reason: String, isLapsed: Bool)
    case terminated(LocalDate, cause: String)
  }
}

extension CaseFile {
  package var openStop: Stop? { stops.last.flatMap { $0.to == nil ? $0 : nil } }

  package var step: RouteStep? {
    currentStep.flatMap { route.indices.contains($0) ? route[$0] : nil }
  }

  package var stepRecord: StepRecord? {
    currentStep.flatMap { steps.indices.contains($0) ? steps[$0] : nil }
  }

  /// The departments whose opinion the current step still waits for.
  package var awaited: [DepartmentID] {
    guard let step, let record = stepRecord else { return [] }
    return step.parties.map(\.department).filter { record.opinion(of: $0) == nil }
  }

  /// The date that matters now, most pressing first: notice, correction, decision or service.
  package var due: DueDate? {
    switch stage {
    case nil, .declined, .concluded, .withdrawn, .terminated: nil
    case .received: noticeDue
    case .awaitingCorrection: correctBy
    case .referredUpward: referral?.answerDue ?? committedDue
    case .underExamination, .inSpecialProcedure, .suspended, .awaitingExaminationCorrection:
      dueBeforeDecision
    case .inProduction, .awaitingRelease, .posted: decision?.serveBy
    }
  }

  /// While the clock stands still nothing is late but what was planned meanwhile.
  private var dueBeforeDecision: DueDate? {
    guard let stop = openStop else { return committedDue }
    return stop.plannedEnd.map { DueDate(on: $0, isProvisional: false) }
  }

  /// The five days of the notice have gone by: accepted from receipt, whatever is missing (Law 32).
  package func isDeemedAccepted(on today: LocalDate) -> Bool {
    guard stage == .received, let noticeDue else { return false }
    return today > noticeDue.on
  }

  package var isExtended: Bool { extensionDays > 0 }
  package var isUnderCommitment: Bool { acceptance?.isUnderCommitment ?? false }
}

package import WorkCalendar

/// Why the rules of the hall do not allow a command now. A fact, not a sentence.
package enum Refusal: Error, Hashable, Sendable {
  // Who.
  case roleMayNot(ClerkRole)
  /// The step belongs to an approver of the department, not to its examiners.
  case stepIsForApprover
  /// The counters of the hall have no department; their manager speaks for them.
  case hallManagerAnswers
  case notYourDepartment(DepartmentID)
  case tookTheCaseIn(ClerkID)
  case examinedTheCase(ClerkID)
  case tookPartInDecision(ClerkID)
  case clerkDisabled(ClerkID)
  case townshipMayNotTakeIn
  // What has become of the case.
  case alreadyReceived
  case notYetReceived
  case notAwaited(CaseStage)
  case notYetAccepted
  case alreadyAccepted
  case alreadyDecided(Verdict)
  case caseEnded(CaseStage)
  /// It lies in the file of a closed year.
  case caseClosed(Int)
  case clockStopped(CaseStage)
  case clockRuns
  // Applicant, fields and materials.
  case applicantNameMissing
  case identityWrong(IdentityProblem)
  case agentNameMissing
  case agentIdentityWrong(IdentityProblem)
  case wrongAudience(Audience)
  case fieldsMissing([String])
  case fieldWrong(String)
  case unknownField(String)
  case unknownMaterial(Int)
  case materialsMissing([Int])
  case materialsDefective([Int])
  case originalsNotChecked([Int])
  case notDeferrable([Int])
  case commitmentNotOffered
  case notReplaceableByCommitment([Int])
  case notDecidedOnTheSpot
  case defectsMissing
  case defectsLeftOut([Int])
  case deemedAccepted(since: LocalDate)
  case stillInTime(until: LocalDate)
  case notDeferred(Int)
  case deferredMaterialsOutstanding([Int])
  /// What somebody worded cannot be taken as it is.
  case textUnfit(TextBlank, TextFault)
  case reasonMissing
  case basisMissing
  case competentOrganMissing
  // The route.
  case claimedBy(ClerkID, at: Moment)
  case notClaimed
  case opinionAlreadyRecorded(DepartmentID)
  case opinionsAwaited([DepartmentID])
  case wrongStep(RouteStep.Kind)
  case cannotReturnTo(Int)
  case officersMissing(Int)
  case waitingPeriodRuns(until: LocalDate)
  case specialProcedureNotListed(SpecialProcedureKind)
  case examinationCorrectionNotAllowed
  case dateNotAfter(LocalDate)
  case dateTooFar(LocalDate)
  case organMissing
  case documentNumberMissing
  case alreadyExtended
  case extensionTooLong(Int)
  case pastDue(LocalDate)
  case upperLevelDecidedOtherwise(Verdict)
  case certificateNumberMissing
  // Release.
  case recipientNotApplicant
  case recipientIdentityWrong(IdentityProblem)
  case deliveryByPostNotOffered
  case waybillMissing
  case addressMissing
  case signatureMissing
  case noSuchDocument(String)
  // What was entered late.
  case lateEntryNotEarlier(Moment)
  case lateEntryBeforeLastAct(Moment)
  case witnessIsActor(ClerkID)
  case witnessMayNot(ClerkRole)
  // Fees, commitments, reports and ratings.
  case amountWrong
  case feeNotCharged
  case feeAboveStandard(Int)
  case feeAlreadyDemanded(Int)
  case hearingTooSoon(earliest: LocalDate)
  case notUnderCommitment
  case commitmentAlreadyChecked
  case reportingNotRequired
  case alreadyRated
  case notRatedBadly
  // Supervision.
  case cardNotShown(CardKey)
  case cardAlreadySettled(CardKey)
  case cardAlreadyAppealed(CardKey)
  case orderAlreadyOpen(Int)
  case noSuchOrder(Int)
  case orderClosed(Int)
  case orderAnswered(Int)
  case orderAlreadyEscalated(Int)
  case departmentNotConcerned(DepartmentID)

  /// The refusal's name on the command line; a contract.
  package var code: String {
    switch self {
    case .roleMayNot: "role-may-not"
    case .stepIsForApprover: "step-is-for-approver"
    case .hallManagerAnswers: "hall-manager-answers"
    case .notYourDepartment: "not-your-department"
    case .tookTheCaseIn: "took-the-case-in"
    case .examinedTheCase: "examined-the-case"
    case .tookPartInDecision: "took-part-in-decision"
    case .clerkDisabled: "clerk-disabled"
    case .townshipMayNotTakeIn: "township-may-not-take-in"
    case .alreadyReceived: "already-received"
    case .notYetReceived: "not-yet-received"
    case .notAwaited: "not-awaited"
    case .notYetAccepted: "not-yet-accepted"
    case .alreadyAccepted: "already-accepted"
    case .alreadyDecided: "already-decided"
    case .caseEnded: "case-ended"
    case .caseClosed: "case-closed"
    case .clockStopped: "clock-stopped"
    case .clockRuns: "clock-runs"
    case .applicantNameMissing: "applicant-name-missing"
    case .identityWrong: "identity-wrong"
    case .agentNameMissing: "agent-name-missing"
    case .agentIdentityWrong: "agent-identity-wrong"
    case .wrongAudience: "wrong-audience"
    case .fieldsMissing: "fields-missing"
    case .fieldWrong: "field-wrong"
    case .unknownField: "unknown-field"
    case .unknownMaterial: "unknown-material"
    case .materialsMissing: "materials-missing"
    case .materialsDefective: "materials-defective"
    case .originalsNotChecked: "originals-not-checked"
    case .notDeferrable: "not-deferrable"
    case .commitmentNotOffered: "commitment-not-offered"
    case .notReplaceableByCommitment: "not-replaceable-by-commitment"
    case .notDecidedOnTheSpot: "not-decided-on-the-spot"
    case .defectsMissing: "defects-missing"
    case .defectsLeftOut: "defects-left-out"
    case .deemedAccepted: "deemed-accepted"
    case .stillInTime: "still-in-time"
    case .notDeferred: "not-deferred"
    case .deferredMaterialsOutstanding: "deferred-materials-outstanding"
    case .textUnfit: "text-unfit"
    case .reasonMissing: "reason-missing"
    case .basisMissing: "basis-missing"
    case .competentOrganMissing: "competent-organ-missing"
    case .claimedBy: "claimed-by"
    case .notClaimed: "not-claimed"
    case .opinionAlreadyRecorded: "opinion-already-recorded"
    case .opinionsAwaited: "opinions-awaited"
    case .wrongStep: "wrong-step"
    case .cannotReturnTo: "cannot-return-to"
    case .officersMissing: "officers-missing"
    case .waitingPeriodRuns: "waiting-period-runs"
    case .specialProcedureNotListed: "special-procedure-not-listed"
    case .examinationCorrectionNotAllowed: "examination-correction-not-allowed"
    case .dateNotAfter: "date-not-after"
    case .dateTooFar: "date-too-far"
    case .organMissing: "organ-missing"
    case .documentNumberMissing: "document-number-missing"
    case .alreadyExtended: "already-extended"
    case .extensionTooLong: "extension-too-long"
    case .pastDue: "past-due"
    case .upperLevelDecidedOtherwise: "upper-level-decided-otherwise"
    case .certificateNumberMissing: "certificate-number-missing"
    case .recipientNotApplicant: "recipient-not-applicant"
    case .recipientIdentityWrong: "recipient-identity-wrong"
    case .deliveryByPostNotOffered: "delivery-by-post-not-offered"
    case .waybillMissing: "waybill-missing"
    case .addressMissing: "address-missing"
    case .signatureMissing: "signature-missing"
    case .noSuchDocument: "no-such-document"
    case .lateEntryNotEarlier: "late-entry-not-earlier"
    case .lateEntryBeforeLastAct: "late-entry-before-last-act"
    case .witnessIsActor: "witness-is-actor"
    case .witnessMayNot: "witness-may-not"
    case .amountWrong: "amount-wrong"
    case .feeNotCharged: "fee-not-charged"
    case .feeAboveStandard: "fee-above-standard"
    case .feeAlreadyDemanded: "fee-already-demanded"
    case .hearingTooSoon: "hearing-too-soon"
    case .notUnderCommitment: "not-under-commitment"
    case .commitmentAlreadyChecked: "commitment-already-checked"
    case .reportingNotRequired: "reporting-not-required"
    case .alreadyRated: "already-rated"
    case .notRatedBadly: "not-rated-badly"
    case .cardNotShown: "card-not-shown"
    case .cardAlreadySettled: "card-already-settled"
    case .cardAlreadyAppealed: "card-already-appealed"
    case .orderAlreadyOpen: "order-already-open"
    case .noSuchOrder: "no-such-order"
    case .orderClosed: "order-closed"
    case .orderAnswered: "order-answered"
    case .orderAlreadyEscalated: "order-already-escalated"
    case .departmentNotConcerned: "department-not-concerned"
    }
  }
}

import Casework
import Deskwork
import WorkCalendar

private let day = LocalDate(dayNumber: 20_523)
private let moment = Moment(date: day, hour: 9, minute: 41)

extension Refusal {
  /// One of each, in order: a new refusal does not build until it has its place here.
  static var samples: [Refusal] {
    var samples: [Refusal] = []
    while let next = sample(after: samples.last) { samples.append(next) }
    return samples
  }

  private static func sample(after last: Refusal?) -> Refusal? {
    switch last {
    case nil: .roleMayNot(.examiner)
    case .roleMayNot: .stepIsForApprover
    case .stepIsForApprover: .hallManagerAnswers
    case .hallManagerAnswers: .notYourDepartment("scjg")
    case .notYourDepartment: .tookTheCaseIn("wangfang")
    case .tookTheCaseIn: .examinedTheCase("liming")
    case .examinedTheCase: .tookPartInDecision("liming")
    case .tookPartInDecision: .clerkDisabled("wangfang")
    case .clerkDisabled: .townshipMayNotTakeIn
    case .townshipMayNotTakeIn: .alreadyReceived
    case .alreadyReceived: .notYetReceived
    case .notYetReceived: .notAwaited(.awaitingRelease)
    case .notAwaited: .notYetAccepted
    case .notYetAccepted: .alreadyAccepted
    case .alreadyAccepted: .alreadyDecided(.granted)
    case .alreadyDecided: .caseEnded(.withdrawn)
    case .caseEnded: .caseClosed(2024)
    case .caseClosed: .clockStopped(.inSpecialProcedure)
    case .clockStopped: .clockRuns
    case .clockRuns: .applicantNameMissing
    case .applicantNameMissing: .identityWrong(.checkDigit)
    case .identityWrong: .agentNameMissing
    case .agentNameMissing: .agentIdentityWrong(.date)
    case .agentIdentityWrong: .wrongAudience(.organisations)
    case .wrongAudience: .fieldsMissing(["area", "premises"])
    case .fieldsMissing: .fieldWrong("area")
    case .fieldWrong: .unknownField("colour")
    case .unknownField: .unknownMaterial(9)
    case .unknownMaterial: .materialsMissing([1, 2])
    case .materialsMissing: .materialsDefective([2])
    case .materialsDefective: .originalsNotChecked([1])
    case .originalsNotChecked: .notDeferrable([1])
    case .notDeferrable: .commitmentNotOffered
    case .commitmentNotOffered: .notReplaceableByCommitment([1])
    case .notReplaceableByCommitment: .notDecidedOnTheSpot
    case .notDecidedOnTheSpot: .defectsMissing
    case .defectsMissing: .defectsLeftOut([2])
    case .defectsLeftOut: .deemedAccepted(since: day)
    case .deemedAccepted: .stillInTime(until: day)
    case .stillInTime: .notDeferred(2)
    case .notDeferred: .deferredMaterialsOutstanding([2])
    case .deferredMaterialsOutstanding: .textUnfit(.applicantName, .tooLong(most: 200))
    case .textUnfit: .reasonMissing
    case .reasonMissing: .basisMissing
    case .basisMissing: .competentOrganMissing
    case .competentOrganMissing: .claimedBy("liming", at: moment)
    case .claimedBy: .notClaimed
    case .notClaimed: .opinionAlreadyRecorded("scjg")
    case .opinionAlreadyRecorded: .opinionsAwaited(["scjg", "xfjy"])
    case .opinionsAwaited: .wrongStep(.decision)
    case .wrongStep: .cannotReturnTo(1)
    case .cannotReturnTo: .officersMissing(2)
    case .officersMissing: .waitingPeriodRuns(until: day)
    case .waitingPeriodRuns: .specialProcedureNotListed(.hearing)
    case .specialProcedureNotListed: .examinationCorrectionNotAllowed
    case .examinationCorrectionNotAllowed: .dateNotAfter(day)
    case .dateNotAfter: .dateTooFar(day)
    case .dateTooFar: .organMissing
    case .organMissing: .documentNumberMissing
    case .documentNumberMissing: .alreadyExtended
    case .alreadyExtended: .extensionTooLong(10)
    case .extensionTooLong: .pastDue(day)
    case .pastDue: .upperLevelDecidedOtherwise(.refused)
    case .upperLevelDecidedOtherwise: .certificateNumberMissing
    case .certificateNumberMissing: .recipientNotApplicant
    case .recipientNotApplicant: .recipientIdentityWrong(.length)
    case .recipientIdentityWrong: .deliveryByPostNotOffered
    case .deliveryByPostNotOffered: .waybillMissing
    case .waybillMissing: .addressMissing
    case .addressMissing: .signatureMissing
    case .signatureMissing: .noSuchDocument("市监受〔2026〕12号")
    case .noSuchDocument: .lateEntryNotEarlier(moment)
    case .lateEntryNotEarlier: .lateEntryBeforeLastAct(moment)
    case .lateEntryBeforeLastAct: .witnessIsActor("wangfang")
    case .witnessIsActor: .witnessMayNot(.examiner)
    case .witnessMayNot: .amountWrong
    case .amountWrong: .feeNotCharged
    case .feeNotCharged: .feeAboveStandard(12_050)
    case .feeAboveStandard: .feeAlreadyDemanded(5_000)
    case .feeAlreadyDemanded: .hearingTooSoon(earliest: day)
    case .hearingTooSoon: .notUnderCommitment
    case .notUnderCommitment: .commitmentAlreadyChecked
    case .commitmentAlreadyChecked: .reportingNotRequired
    case .reportingNotRequired: .alreadyRated
    case .alreadyRated: .notRatedBadly
    case .notRatedBadly: .cardNotShown(CardKey(.overdue))
    case .cardNotShown: .cardAlreadySettled(CardKey(.overdue))
    case .cardAlreadySettled: .cardAlreadyAppealed(CardKey(.overdue))
    case .cardAlreadyAppealed: .orderAlreadyOpen(1)
    case .orderAlreadyOpen: .noSuchOrder(2)
    case .noSuchOrder: .orderClosed(1)
    case .orderClosed: .orderAnswered(1)
    case .orderAnswered: .orderAlreadyEscalated(1)
    case .orderAlreadyEscalated: .departmentNotConcerned("scjg")
    case .departmentNotConcerned: nil
    }
  }
}

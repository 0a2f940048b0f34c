import CaseStore
import Casework
import Deskwork
import WorkCalendar

extension DeskRefusal {
  /// What a program needs of a refusal beside its name and its sentence.
  var facts: [JSONValue.Member] {
    switch self {
    case .refused(let refusal, let id): return named(id) + refusal.facts
    case .ticket(_, let id): return id.map { [.init("ticket", .text($0.rawValue))] } ?? []
    case .movedOn(let id, let seen, let now, let clerk, let at, let did):
      return named(id) + [
        .init("seen", .number(seen)), .init("version", .number(now)),
        .init("by", .text(clerk.rawValue)), .init("at", JSONValue(at)),
        .init("did", .text(HallEvent.file(did).storedKind)),
      ]
    case .ticketMovedOn(let id, let seen, let now, let clerk, let at):
      return [
        .init("ticket", .text(id.rawValue)), .init("seen", .number(seen)),
        .init("version", .number(now)), .init("by", .text(clerk.rawValue)),
        .init("at", JSONValue(at)),
      ]
    case .noSuchVersion(let seen, let now):
      return [.init("seen", .number(seen)), .init("version", .number(now))]
    case .noSuchCase(let text): return [.init("case", .text(quoted(text)))]
    case .noSuchItem(let id): return [.init("item", .text(quoted(id.rawValue)))]
    case .noSuchClerk(let id): return [.init("clerk", .text(quoted(id.rawValue)))]
    case .noSuchCounter(let id): return [.init("counter", .text(quoted(id.rawValue)))]
    case .templateMissing(let kind): return [.init("kind", .text(kind.rawValue))]
    case .outOfReach(let id): return named(id)
    case .yearNotOver(let year): return [.init("year", .number(year))]
    case .clockBehind(let last, let now):
      return [.init("last", JSONValue(last)), .init("now", JSONValue(now))]
    case .people(let problem): return problem.facts
    case .crowded, .signIn, .sittingOver, .store: return []
    }
  }

  private func named(_ id: CaseID?) -> [JSONValue.Member] {
    id.map { [.init("case", .text($0.rawValue))] } ?? []
  }
}

extension PeopleProblem {
  fileprivate var facts: [JSONValue.Member] {
    switch self {
    case .idTaken(let id), .lastHallManager(let id), .keyTaken(let id):
      [.init("clerk", .text(id.rawValue))]
    case .departmentExpected(let role), .departmentNotExpected(let role),
      .townshipNotExpected(let role):
      [.init("role", .text(role.rawValue))]
    case .noSuchDepartment(let id): [.init("department", .text(id.rawValue))]
    case .noSuchTownship(let name): [.init("township", .text(name))]
    case .key(.tooShort(let bits, let least)):
      [.init("bits", .number(bits)), .init("least", .number(least))]
    case .key, .idMalformed, .nameMissing, .textUnusable, .townshipExpected, .founded, .noSuchKey:
      []
    }
  }
}

extension Refusal {
  fileprivate var facts: [JSONValue.Member] {
    switch self {
    case .materialsMissing(let numbers), .materialsDefective(let numbers),
      .originalsNotChecked(let numbers), .notDeferrable(let numbers),
      .notReplaceableByCommitment(let numbers), .defectsLeftOut(let numbers),
      .deferredMaterialsOutstanding(let numbers):
      return [.init("materials", .array(numbers.map { .number($0) }))]
    case .unknownMaterial(let number), .notDeferred(let number):
      return [.init("materials", .array([.number(number)]))]
    case .fieldsMissing(let keys): return [.init("fields", .array(keys.map { .text($0) }))]
    case .fieldWrong(let key), .unknownField(let key):
      return [.init("fields", .array([.text(quoted(key))]))]
    case .textUnfit(_, let fault): return [.init("reason", .text(fault.code))]
    case .opinionsAwaited(let departments):
      return [.init("departments", .array(departments.map { .text($0.rawValue) }))]
    case .notYourDepartment(let department), .opinionAlreadyRecorded(let department),
      .departmentNotConcerned(let department):
      return [.init("departments", .array([.text(department.rawValue)]))]
    case .claimedBy(let clerk, let at):
      return [.init("by", .text(clerk.rawValue)), .init("at", JSONValue(at))]
    case .tookTheCaseIn(let clerk), .examinedTheCase(let clerk), .tookPartInDecision(let clerk),
      .clerkDisabled(let clerk):
      return [.init("by", .text(clerk.rawValue))]
    case .identityWrong(let problem), .agentIdentityWrong(let problem),
      .recipientIdentityWrong(let problem):
      return [.init("reason", .text(problem.rawValue))]
    case .notAwaited(let stage), .caseEnded(let stage), .clockStopped(let stage):
      return [.init("stage", .text(stage.rawValue))]
    case .caseClosed(let year): return [.init("year", .number(year))]
    case .deemedAccepted(let day), .stillInTime(let day), .waitingPeriodRuns(let day),
      .dateNotAfter(let day), .dateTooFar(let day), .pastDue(let day), .hearingTooSoon(let day):
      return [.init("on", JSONValue(day))]
    case .alreadyDecided(let verdict), .upperLevelDecidedOtherwise(let verdict):
      return [.init("verdict", .text(verdict.rawValue))]
    case .officersMissing(let number), .extensionTooLong(let number):
      return [.init("number", .number(number))]
    case .lateEntryNotEarlier(let at), .lateEntryBeforeLastAct(let at):
      return [.init("at", JSONValue(at))]
    case .feeAboveStandard(let fen), .feeAlreadyDemanded(let fen):
      return [.init("fen", .number(fen))]
    case .cardNotShown(let card), .cardAlreadySettled(let card), .cardAlreadyAppealed(let card):
      return [.init("card", .text(card.text))]
    case .orderAlreadyOpen(let order), .noSuchOrder(let order), .orderClosed(let order),
      .orderAnswered(let order), .orderAlreadyEscalated(let order):
      return [.init("order", .number(order))]
    case .witnessIsActor(let clerk): return [.init("by", .text(clerk.rawValue))]
    case .roleMayNot(let role), .witnessMayNot(let role):
      return [.init("role", .text(role.rawValue))]
    case .cannotReturnTo(let step): return [.init("step", .number(step + 1))]
    case .stepIsForApprover, .hallManagerAnswers, .townshipMayNotTakeIn, .alreadyReceived,
      .notYetReceived, .notYetAccepted,
      .alreadyAccepted, .clockRuns, .applicantNameMissing, .agentNameMissing, .wrongAudience,
      .commitmentNotOffered,
      .notDecidedOnTheSpot, .defectsMissing, .reasonMissing, .basisMissing,
      .competentOrganMissing, .notClaimed, .wrongStep, .specialProcedureNotListed,
      .examinationCorrectionNotAllowed, .organMissing, .documentNumberMissing, .alreadyExtended,
      .certificateNumberMissing, .recipientNotApplicant, .deliveryByPostNotOffered,
      .waybillMissing, .addressMissing, .signatureMissing, .noSuchDocument, .amountWrong,
      .feeNotCharged, .notUnderCommitment, .commitmentAlreadyChecked, .reportingNotRequired,
      .alreadyRated, .notRatedBadly:
      return []
    }
  }
}

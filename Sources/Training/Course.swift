import Casework
import Deskwork
import WorkCalendar

/// How an invented case is to go, and where it is to stand in the end.
struct Course: Sendable {
  /// Where the case stops and waits for whoever opens the demo.
  enum Halt: CaseIterable {
    case received, awaitingCorrection, declined, lapsed, withdrawn
    case unclaimed, claimed, partlyAnswered, atDecision, returned
    case inSpecialProcedure, suspended, awaitingExaminationCorrection, referredUpward
    case inProduction, awaitingRelease, posted, concluded, terminated
  }

  /// How the intake goes before it is accepted.
  enum Opening { case acceptAtOnce, acceptLater, correctFirst, decideOnTheSpot }

  /// What happens to a case on its way, once each.
  enum Detour: CaseIterable {
    case extending, specialProcedure, suspension, noteDefects, examinationCorrection
    case giveBack, sendBack
  }

  var sheet: ImplementationSheet
  var halt: Halt
  var opening = Opening.acceptAtOnce
  var detours: Set<Detour> = []
  var verdict = Verdict.granted
  var isDeferred = false
  var isUnderCommitment = false
  var isPosted = false
  var takesAgent = false
  var isFromTownship = false
  var declineGround = DeclineGround.other
  var correctionDays = 10
  /// Which invented person or organisation applies.
  var applicant = 0
  var applicantIsOrganisation = false
  /// Which of several colleagues handles it.
  var turn = 0
}

extension ImplementationSheet {
  /// Whether the item's route can bring a case to a halt.
  func canReach(_ halt: Course.Halt) -> Bool {
    let takesTime = handling != .immediate
    let canStop = takesTime && route.first?.countsTowardLimit == true
    switch halt {
    case .received, .declined, .withdrawn, .awaitingRelease, .concluded: return true
    case .awaitingCorrection, .lapsed: return materials.contains { $0.need == .required }
    case .unclaimed, .claimed, .terminated: return takesTime
    case .suspended: return canStop
    case .partlyAnswered: return takesTime && route.contains { $0.parties.count > 1 }
    case .atDecision: return takesTime && route.first?.kind != .decision
    case .returned: return takesTime && firstReturn != nil
    case .inSpecialProcedure: return canStop && !specialProcedures.isEmpty
    case .awaitingExaminationCorrection: return canStop && allowsExaminationCorrection
    case .referredUpward: return route.contains { $0.kind == .referral }
    case .inProduction: return takesTime && route.contains { $0.kind == .certificate }
    case .posted: return deliveryMethods.contains(.post)
    }
  }

  /// The first step from which a case may sensibly go back to the one before.
  var firstReturn: Int? {
    route.indices.dropFirst().first { index in
      route[index - 1].kind == .examination
        && (route[index].kind == .examination || route[index].kind == .decision)
    }
  }

  /// Days in which nothing can be done but wait.
  var waitingDays: Int {
    route.filter { $0.kind == .waitingPeriod }.reduce(0) { $0 + $1.limit.amount + 1 }
  }
}

/// One act of a course, still to be carried out.
struct Move {
  enum Haste { case soon, usual }

  var act: DeskAct
  var clerk: Clerk
  var haste = Haste.usual
  /// The first day on which it may be done.
  var notBefore: LocalDate?
}

/// Every act of the hall that somebody may or may not do, and which roles may (SPEC of posts: 岗位权限).
///
/// Who of a role may act on which case is a matter of its department, its reach and the separation
/// of duties, which the acts themselves refuse.
package enum Power: String, Hashable, Sendable, CaseIterable {
  // The queue.
  case issueTicket = "issue-ticket"
  case callTicket = "call-ticket"
  case serveTicket = "serve-ticket"
  case freeTicket = "free-ticket"
  // A case, in the order of its life.
  case receive
  case accept
  case requestCorrection = "request-correction"
  case decline
  case decideOnTheSpot = "decide-on-the-spot"
  case supplyMaterials = "supply-materials"
  case lapse
  case supplyDeferredMaterial = "supply-deferred-material"
  case claim
  case giveBack = "give-back"
  case freeClaim = "free-claim"
  case recordOpinion = "record-opinion"
  case returnToStep = "return-to-step"
  case startSpecialProcedure = "start-special-procedure"
  case endSpecialProcedure = "end-special-procedure"
  case suspend
  case resume
  case requestExaminationCorrection = "request-examination-correction"
  case supplyExaminationCorrection = "supply-examination-correction"
  case referUpward = "refer-upward"
  case answerReferral = "answer-referral"
  case extend
  case decide
  case produceCertificate = "produce-certificate"
  case handOver = "hand-over"
  case post
  case takePostBack = "take-post-back"
  case confirmDelivery = "confirm-delivery"
  case withdraw
  case terminate
  case reprint
  case noteDefects = "note-defects"
  case checkCommitment = "check-commitment"
  case confirmReport = "confirm-report"
  case orderFollowUp = "order-follow-up"
  case answerFollowUp = "answer-follow-up"
  case escalateFollowUp = "escalate-follow-up"
  case closeFollowUp = "close-follow-up"
  case appealCard = "appeal-card"
  case settleCard = "settle-card"
  case rate
  case callBack = "call-back"
  case rectify
  case demandFee = "demand-fee"
  case recordPayment = "record-payment"
  /// An act that happened earlier is recorded now.
  case enterLate = "enter-late"
  /// Vouches for an act entered late.
  case witnessLateEntry = "witness-late-entry"
  // Looking.
  case look
  case seeSupervision = "see-supervision"
  case seeStatistics = "see-statistics"
  case export
  /// Lists and exports with names and numbers in full.
  case seeUnmasked = "see-unmasked"
  // The hall itself.
  case publishCalendar = "publish-calendar"
  case publishRules = "publish-rules"
  case enrolClerk = "enrol-clerk"
  case disableClerk = "disable-clerk"
  case grantKey = "grant-key"
  case setPassword = "set-password"
  case endSitting = "end-sitting"
  case correctClock = "correct-clock"
  case closeYear = "close-year"
}

extension Power {
  /// The roles that may; an empty hand is none.
  package var roles: Set<ClerkRole> {
    switch self {
    case .issueTicket, .callTicket, .serveTicket: [.generalCounter, .release, .townshipOperator]
    case .freeTicket, .freeClaim, .endSitting: [.supervisor, .hallManager]
    case .receive, .accept, .requestCorrection, .decline, .decideOnTheSpot, .supplyMaterials,
      .supplyDeferredMaterial, .supplyExaminationCorrection, .withdraw:
      [.generalCounter, .townshipOperator]
    case .lapse: [.generalCounter, .townshipOperator, .supervisor, .hallManager]
    case .claim, .giveBack, .recordOpinion, .returnToStep, .startSpecialProcedure,
      .endSpecialProcedure, .requestExaminationCorrection, .referUpward, .answerReferral,
      .produceCertificate, .noteDefects, .checkCommitment:
      [.examiner, .approver]
    case .suspend, .resume, .extend, .decide, .terminate: [.approver]
    case .handOver, .post, .takePostBack, .confirmDelivery: [.release, .townshipOperator]
    case .reprint:
      [.generalCounter, .townshipOperator, .release, .examiner, .approver]
    case .confirmReport: [.generalCounter, .examiner, .approver]
    case .answerFollowUp, .appealCard: [.examiner, .approver, .hallManager]
    case .orderFollowUp, .escalateFollowUp, .closeFollowUp, .settleCard: [.supervisor]
    case .rate: [.generalCounter, .release, .townshipOperator, .hallManager]
    case .callBack, .rectify: [.hallManager, .examiner, .approver]
    case .demandFee: [.generalCounter, .townshipOperator, .examiner, .approver]
    case .recordPayment: [.generalCounter, .townshipOperator, .release]
    case .enterLate:
      [
        .generalCounter, .townshipOperator, .release, .examiner, .approver, .supervisor,
        .hallManager,
      ]
    case .witnessLateEntry: [.supervisor, .hallManager]
    case .look, .seeSupervision, .seeStatistics: Set(ClerkRole.allCases)
    case .export: [.supervisor, .hallManager, .itemManager]
    case .seeUnmasked: [.supervisor, .hallManager]
    case .publishCalendar: [.itemManager, .hallManager, .supervisor]
    case .publishRules: [.supervisor, .hallManager]
    case .enrolClerk, .disableClerk, .grantKey, .setPassword, .correctClock, .closeYear:
      [.hallManager]
    }
  }
}

extension Clerk {
  /// Whether the role may do it at all.
  package func may(_ power: Power) -> Bool { power.roles.contains(role) && !isDisabled }
}

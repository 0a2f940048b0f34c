package import WorkCalendar

/// What a person asks of a case.
package enum CaseCommand: Hashable, Sendable {
  case receive(CaseNumbers, Intake)
  /// Takes the application on; `deferring` names materials that may come later.
  case accept(deferring: [Int], underCommitment: Bool)
  /// Tells the applicant everything that is wrong, once.
  case requestCorrection([Defect], workingDays: Int)
  case decline(DeclineGround, reason: String, basis: String, competentOrgan: String)
  case decideOnTheSpot(text: String, certificateNumber: String)
  /// What the applicant brings before acceptance: after a notice everything it asked for.
  case supplyMaterials([MaterialReceived], fields: [FieldValue] = [])
  /// Records that nobody corrected in time.
  case lapse
  case supplyDeferredMaterial(MaterialReceived)

  case claim
  case giveBack(reason: String)
  /// Takes a task from whoever has claimed it, so that a colleague can.
  case freeClaim(DepartmentID, reason: String)
  /// Names the step, so that a second press does not speak for the step after it.
  case recordOpinion(step: Int, OpinionVerdict, text: String, officers: [String])
  case returnToStep(Int, reason: String)
  case startSpecialProcedure(SpecialProcedureKind, plannedEnd: LocalDate, reason: String)
  case endSpecialProcedure(outcome: String)
  case suspend(cause: String)
  case resume
  case requestExaminationCorrection([Defect], workingDays: Int)
  case supplyExaminationCorrection([MaterialReceived])
  case referUpward(organ: String, opinion: String)
  case answerReferral(Verdict, text: String, documentNumber: String)
  case extend(workingDays: Int, reason: String)
  case decide(Verdict, text: String, basis: String)
  case produceCertificate(number: String)

  case handOver(Recipient, witness: String)
  case post(carrier: String, waybill: String, address: String)
  /// The parcel came back; the result waits at the counter again.
  case takePostBack(reason: String)
  case confirmDelivery(signedBy: String)

  case withdraw(reason: String)
  case terminate(cause: String)
  case reprint(DocumentKind, number: String)

  /// What the clerk's department finds wrong in the step at work; replaces what it noted before.
  case noteDefects([Defect])
  /// What became of a commitment that took the place of a proof.
  case checkCommitment(isFulfilled: Bool, text: String, officers: [String])
  case confirmReport(ReportedAct, receipt: String)
  case supervise(SupervisionCommand)
  case rate(RatingCommand)
  case fee(FeeCommand)

  /// The act's name in the journal of requests, in refusals and on the command line.
  package var name: String { power.rawValue }

  /// What whoever gives the command has to be allowed to do.
  package var power: Power {
    switch self {
    case .receive: .receive
    case .accept: .accept
    case .requestCorrection: .requestCorrection
    case .decline: .decline
    case .decideOnTheSpot: .decideOnTheSpot
    case .supplyMaterials: .supplyMaterials
    case .lapse: .lapse
    case .supplyDeferredMaterial: .supplyDeferredMaterial
    case .claim: .claim
    case .giveBack: .giveBack
    case .freeClaim: .freeClaim
    case .recordOpinion: .recordOpinion
    case .returnToStep: .returnToStep
    case .startSpecialProcedure: .startSpecialProcedure
    case .endSpecialProcedure: .endSpecialProcedure
    case .suspend: .suspend
    case .resume: .resume
    case .requestExaminationCorrection: .requestExaminationCorrection
    case .supplyExaminationCorrection: .supplyExaminationCorrection
    case .referUpward: .referUpward
    case .answerReferral: .answerReferral
    case .extend: .extend
    case .decide: .decide
    case .produceCertificate: .produceCertificate
    case .handOver: .handOver
    case .post: .post
    case .takePostBack: .takePostBack
    case .confirmDelivery: .confirmDelivery
    case .withdraw: .withdraw
    case .terminate: .terminate
    case .reprint: .reprint
    case .noteDefects: .noteDefects
    case .checkCommitment: .checkCommitment
    case .confirmReport: .confirmReport
    case .supervise(.orderFollowUp): .orderFollowUp
    case .supervise(.answerFollowUp): .answerFollowUp
    case .supervise(.escalateFollowUp): .escalateFollowUp
    case .supervise(.closeFollowUp): .closeFollowUp
    case .supervise(.appealCard): .appealCard
    case .supervise(.settleCard): .settleCard
    case .rate(.give): .rate
    case .rate(.callBack): .callBack
    case .rate(.rectify): .rectify
    case .fee(.demand): .demandFee
    case .fee(.recordPayment): .recordPayment
    }
  }
}

/// The numbers a new case is given; allotted in order by whoever appends.
package struct CaseNumbers: Hashable, Sendable {
  package var id: CaseID
  /// The national number of 43 characters.
  package var number: String
  package var queryCode: String
  package var pickUpCode: String

  package init(
    id: CaseID, number: String, queryCode: String, pickUpCode: String
  ) {
    self.id = id
    self.number = number
    self.queryCode = queryCode
    self.pickUpCode = pickUpCode
  }
}

/// Who acts, where and when; `decide` learns of the outside world from nothing else.
package struct Occasion: Hashable, Sendable {
  package var clerk: Clerk
  package var counter: CounterID?
  package var at: Moment
  /// Set if the act happened earlier and is only recorded now.
  package var late: LateEntry?

  package init(
    clerk: Clerk, counter: CounterID? = nil, at: Moment, late: LateEntry? = nil
  ) {
    self.clerk = clerk
    self.counter = counter
    self.at = at
    self.late = late
  }

  /// When it is done, whenever it is recorded.
  package var acted: Moment { late?.happenedAt ?? at }
  /// The day it is done; limits count from it.
  package var today: LocalDate { acted.date }
  package var stamp: Stamp {
    Stamp(clerk: clerk.id, counter: counter, at: at, happenedAt: late?.happenedAt)
  }
}

/// The rules in force for a case: its sheet, in the version it was taken in under, and the calendar.
package struct CaseRules: Hashable, Sendable {
  package var sheet: ImplementationSheet
  package var calendar: WorkCalendar
  /// The next place in the order of acceptance, if the item has a quota (Law 57).
  package var nextQuotaPlace: Int?
  /// Cases accepted earlier under the same quota and still undecided.
  package var earlierInQuota: [CaseID]
  /// For limits in hours; nil where no hall is at hand.
  package var openingHours: OpeningHours?
  /// What supervision watches; nil where none is published.
  package var rulebook: Rulebook?
  /// When claims lapse.
  package var lapses = LapseTimes.standard
  /// When the number an application comes with was served, if that was before.
  package var ticketEndedAt: Moment?

  package init(
    sheet: ImplementationSheet, calendar: WorkCalendar, nextQuotaPlace: Int? = nil,
    earlierInQuota: [CaseID] = [], openingHours: OpeningHours? = nil, rulebook: Rulebook? = nil
  ) {
    self.sheet = sheet
    self.calendar = calendar
    self.nextQuotaPlace = nextQuotaPlace
    self.earlierInQuota = earlierInQuota
    self.openingHours = openingHours
    self.rulebook = rulebook
  }
}

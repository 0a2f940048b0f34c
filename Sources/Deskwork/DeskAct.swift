package import Casework

/// What a person at a desk does with cases.
package enum DeskAct: Hashable, Sendable {
  /// Takes an application in, and ends the intake in one of its four ways (or not yet).
  case takeIn(ItemID, Intake, IntakeEnding?)
  case on(CaseID, CaseCommand)
}

/// How an intake ends.
package enum IntakeEnding: Hashable, Sendable {
  case decideOnTheSpot(text: String)
  case accept(deferring: [Int], underCommitment: Bool)
  case requestCorrection([Defect], workingDays: Int)
  case decline(DeclineGround, reason: String, basis: String, competentOrgan: String)

  /// The same as a command on a case that has been received.
  package var command: CaseCommand {
    switch self {
    case .decideOnTheSpot(let text): .decideOnTheSpot(text: text, certificateNumber: "")
    case .accept(let deferring, let underCommitment):
      .accept(deferring: deferring, underCommitment: underCommitment)
    case .requestCorrection(let defects, let days): .requestCorrection(defects, workingDays: days)
    case .decline(let ground, let reason, let basis, let organ):
      .decline(ground, reason: reason, basis: basis, competentOrgan: organ)
    }
  }
}

/// Who sits where; every act is done by somebody at some place.
package struct Seat: Hashable, Sendable {
  package var clerk: Clerk
  package var counter: CounterID?
  /// The console somebody has signed in at; nil on the command line of the host.
  package var sitting: SittingID?

  package init(clerk: Clerk, counter: CounterID? = nil, sitting: SittingID? = nil) {
    self.clerk = clerk
    self.counter = counter
    self.sitting = sitting
  }
}

/// What an act led to.
package struct Outcome: Hashable, Sendable {
  package var id: CaseID
  package var version: Int
  package var events: [CaseEvent]
  package var documents: [IssuedDocument]
  /// The case afterwards.
  package var file: CaseFile
}

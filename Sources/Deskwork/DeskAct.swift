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

/// What an act led to; held once, for a case takes much room and it goes through several hands.
package final class Outcome: Sendable {
  package let id: CaseID
  package let version: Int
  package let events: [CaseEvent]
  package let documents: [IssuedDocument]
  /// The case afterwards.
  package let file: CaseFile

  init(
    id: CaseID, version: Int, events: [CaseEvent], documents: [IssuedDocument], file: CaseFile
  ) {
    (self.id, self.version) = (id, version)
    (self.events, self.documents, self.file) = (events, documents, file)
  }
}

extension Outcome: Hashable {
  package static func == (one: Outcome, other: Outcome) -> Bool {
    one.file == other.file && one.events == other.events && one.documents == other.documents
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(version)
  }
}

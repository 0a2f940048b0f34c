package import Casework
package import WorkCalendar

/// Why the desk did not carry an act out; nothing was written.
package enum DeskRefusal: Error, Hashable, Sendable {
  case refused(Refusal, CaseID?)
  case ticket(TicketRefusal, TicketID?)
  /// The case has moved on since the caller saw it.
  case movedOn(CaseID, seen: Int, now: Int, by: ClerkID, at: Moment, did: CaseEvent)
  /// A number of the queue has moved on since the caller saw it.
  case ticketMovedOn(TicketID, seen: Int, now: Int, by: ClerkID, at: Moment)
  /// The caller names a version that nobody has written yet.
  case noSuchVersion(seen: Int, now: Int)
  case noSuchCase(String)
  case noSuchItem(ItemID)
  case noSuchClerk(ClerkID)
  case noSuchCounter(CounterID)
  /// Somebody else was faster several times running.
  case crowded
  case templateMissing(DocumentKind)
  case signIn(SignInProblem)
  case people(PeopleProblem)
  /// The console one works in was ended, here or elsewhere.
  case sittingOver(Sitting.End, by: ClerkID?, at: Moment)
  /// The case is no matter of one's department or town.
  case outOfReach(CaseID)
  /// A year can be closed once it is over.
  case yearNotOver(Int)
  /// The host's clock stands before the last record.
  case clockBehind(last: Moment, now: Moment)
  case store(StoreError)

  package var code: String {
    switch self {
    case .refused(let refusal, _): refusal.code
    case .ticket(let refusal, _): refusal.code
    case .movedOn, .ticketMovedOn: "moved-on"
    case .noSuchVersion: "no-such-version"
    case .noSuchCase: "no-such-case"
    case .noSuchItem: "no-such-item"
    case .noSuchClerk: "no-such-clerk"
    case .noSuchCounter: "no-such-counter"
    case .crowded: "crowded"
    case .templateMissing: "template-missing"
    case .signIn(let problem): problem.code
    case .people(let problem): problem.code
    case .sittingOver: "sitting-over"
    case .outOfReach: "out-of-reach"
    case .yearNotOver: "year-not-over"
    case .clockBehind: "clock-behind"
    case .store: "store"
    }
  }
}

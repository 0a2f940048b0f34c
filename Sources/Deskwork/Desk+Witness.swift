package import Casework
import WorkCalendar

/// The second person of a late entry, who has to be there.
extension Desk {
  /// The entry with its witness's word for it: their password, typed by themselves. In a demo hall, and
  /// of somebody who has none, nothing is asked, and the entry says so.
  package func witness(
    _ late: LateEntry, password: String, by seat: Seat
  ) throws(DeskRefusal) -> LateEntry {
    var late = late
    late.witnessProvedAt = nil
    guard try asksToProve(late.witness.id) else { return late }
    guard !password.isEmpty else { throw .signIn(.witnessUnproved(late.witness.id)) }
    try prove(late.witness.id, password: password, at: seat.counter)
    late.witnessProvedAt = now
    witnessed.insert(late)
    return late
  }

  /// Whether somebody has to prove to be there before they answer for a late entry.
  private func asksToProve(_ id: ClerkID) throws(DeskRefusal) -> Bool {
    guard !nature.isDemo else { return false }
    return try asking { () throws(StoreError) in try store.passwordHash(of: id) } != nil
  }

  /// Refuses an entry that nobody has vouched for in front of this desk.
  func demandWitness(of late: LateEntry?) throws(DeskRefusal) {
    guard let late, !witnessed.contains(late) else { return }
    let isAsked = try asksToProve(late.witness.id)
    guard late.witnessProvedAt == nil, !isAsked else {
      throw .signIn(.witnessUnproved(late.witness.id))
    }
  }
}

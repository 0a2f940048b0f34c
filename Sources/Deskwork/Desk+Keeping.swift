import Casework
import WorkCalendar

/// What is begun and not finished: drafts and desks laid aside. They are no record; each belongs
/// to a clerk and a counter.
extension Desk {
  /// What this clerk has half-typed and may go on with here, the last first.
  package func drafts(of seat: Seat) throws(DeskRefusal) -> [Draft] {
    let all = try asking { () throws(StoreError) in try store.drafts(of: seat.clerk.id) }
    let taken = try countersAtWork(besides: seat)
    return taken.isEmpty ? all : all.filter { !taken.contains($0.counter) }
  }

  /// Keeps what is being typed; refused once the sitting is over.
  package func keep(_ draft: Draft, by seat: Seat) throws(DeskRefusal) {
    try whileStanding(seat) { () throws(StoreError) in try self.store.save(draft) }
  }

  package func discard(_ draft: DraftID, by seat: Seat) throws(DeskRefusal) {
    try whileStanding(seat) { () throws(StoreError) in try self.store.delete(draft) }
  }

  /// The desks this clerk has laid aside and may come back to here, the last first.
  package func workspaces(of seat: Seat) throws(DeskRefusal) -> [Workspace] {
    let all = try asking { () throws(StoreError) in try store.workspaces(of: seat.clerk.id) }
    let taken = try countersAtWork(besides: seat)
    return taken.isEmpty ? all : all.filter { !taken.contains($0.counter) }
  }

  package func keep(_ workspace: Workspace, by seat: Seat) throws(DeskRefusal) {
    try whileStanding(seat) { () throws(StoreError) in try self.store.save(workspace) }
  }

  package func discard(_ workspace: Workspace, by seat: Seat) throws(DeskRefusal) {
    try whileStanding(seat) { () throws(StoreError) in
      try self.store.deleteWorkspace(
        of: workspace.clerk, at: workspace.counter, place: workspace.place)
    }
  }

  /// Where the same person works at this moment in another console: what was begun there stays
  /// there until it is taken over.
  private func countersAtWork(besides seat: Seat) throws(DeskRefusal) -> Set<CounterID?> {
    guard seat.sitting != nil else { return [] }
    return Set(try otherSittings(of: seat).map(\.counter)).subtracting([seat.counter])
  }

  /// Whoever was taken over or sent away writes nothing more, not even a draft.
  private func whileStanding(
    _ seat: Seat, _ body: () throws(StoreError) -> Void
  ) throws(DeskRefusal) {
    guard seat.sitting != nil else { return try asking(body) }
    let result = inTurn { () throws(DeskRefusal) in
      _ = try self.standing(seat)
      try asking(body)
    }
    try result.get()
  }
}

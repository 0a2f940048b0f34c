package import Casework
import WorkCalendar

extension Desk {
  /// A case opened to be read, personal data and all; that somebody looked is recorded.
  ///
  /// Looking again within ten minutes is the same look.
  package func look(
    at id: CaseID, by seat: Seat
  ) throws(DeskRefusal) -> (file: CaseFile, events: [RecordedEvent]) {
    guard !seat.clerk.isDisabled else { throw .refused(.clerkDisabled(seat.clerk.id), nil) }
    let history = try history(id, by: seat)
    let now = now
    let looks = try asking { () throws(StoreError) in try store.looks(of: id, limit: 100) }
    let isSameLook = looks.contains {
      $0.clerk == seat.clerk.id && now.epochSeconds - $0.at.epochSeconds < Self.oneLook
    }
    if isSameLook { return history }
    let result = inTurn { () throws(DeskRefusal) in
      let seat = try self.standing(seat)
      let now = try self.momentOfAct()
      let clerk = seat.clerk.id
      try self.append(
        .looked(Looked(id: id)), to: .looks(now.date, clerk),
        Stamp(clerk: clerk, counter: seat.counter, at: now),
        changes: [.putLook(Look(id: id, clerk: clerk, counter: seat.counter, at: now))])
    }
    try result.get()
    return history
  }

  private static var oneLook: Int64 { 600 }
}

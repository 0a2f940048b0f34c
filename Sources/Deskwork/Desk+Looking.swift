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
    let result = inTurn { () throws(DeskRefusal) -> Bool in
      let seat = try self.standing(seat)
      let now = try self.momentOfAct()
      return try asking { () throws(StoreError) in try self.record(id, seat, at: now) }
    }
    guard try result.get() else { throw .crowded }
    return history
  }

  private static var oneLook: Int64 { 600 }

  private func record(_ id: CaseID, _ seat: Seat, at now: Moment) throws(StoreError) -> Bool {
    let stream = StreamID.looks(now.date, seat.clerk.id)
    for _ in 0..<3 {
      let batch = Batch(
        stamp: Stamp(clerk: seat.clerk.id, counter: seat.counter, at: now),
        appends: [
          StreamAppend(
            stream: stream, expecting: try store.lastVersion(of: stream),
            events: [.looked(Looked(id: id))])
        ],
        changes: [
          .putLook(Look(id: id, clerk: seat.clerk.id, counter: seat.counter, at: now))
        ])
      if case .committed = try store.append(batch) { return true }
    }
    return false
  }
}

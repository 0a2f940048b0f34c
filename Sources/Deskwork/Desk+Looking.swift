package import Casework
import WorkCalendar

extension Desk {
  /// A case opened to be read, personal data and all; that somebody looked is recorded.
  ///
  /// Looking again within ten minutes is the same look.
  package func look(
    at id: CaseID, by seat: Seat
  ) throws(DeskRefusal) -> (file: CaseFile, events: [RecordedEvent]) {
    let history = try history(id)
    let now = now
    let key = LookKey(id: id, clerk: seat.clerk.id)
    if let last = looks[key], now.epochSeconds - last.epochSeconds < Self.oneLook { return history }
    let result = inTurn { () throws(DeskRefusal) -> Bool in
      try asking { () throws(StoreError) in try self.record(id, seat, at: now) }
    }
    guard try result.get() else { throw .crowded }
    looks[key] = now
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

import Casework
import WorkCalendar

extension Desk {
  /// Goes on under the host's clock as it stands now, after it had run ahead: the record keeps the
  /// stamps it has, and says from where on they are right again.
  ///
  /// Refused where the clock is not behind the last record, for then there is nothing to put right.
  package func correctClock(reason: String, by seat: Seat) throws(DeskRefusal) -> ClockCorrected? {
    let result = inTurn { () throws(DeskRefusal) -> ClockCorrected? in
      try asking { () throws(StoreError) in _ = try self.keepUp() }
      let seat = try standing(seat)
      try permit(.correctClock, by: seat)
      guard !reason.allSatisfy(\.isWhitespace) else { throw .refused(.reasonMissing, nil) }
      let last = try asking { () throws(StoreError) in try store.lastRecordedAt() }
      let now = now
      guard let last, now.epochSeconds < last.epochSeconds else { return nil }
      let corrected = ClockCorrected(lastRecordedAt: last, reason: reason)
      let event = ReferenceEvent.clockCorrected(corrected)
      let version = try asking { () throws(StoreError) in try store.lastVersion(of: .hall) }
      let batch = Batch(
        stamp: Stamp(clerk: seat.clerk.id, counter: seat.counter, at: now),
        appends: [
          StreamAppend(stream: .hall, expecting: version, events: [.reference(event)])
        ], changes: [.putReference(event)])
      let appended = try asking { () throws(StoreError) in try store.append(batch) }
      guard case .committed = appended else { throw .crowded }
      return corrected
    }
    return try result.get()
  }
}

import Casework
import WorkCalendar

extension Desk {
  /// Goes on under the host's clock as it stands now, after it had run ahead: the record keeps the
  /// stamps it has, and says from where on they are right again.
  ///
  /// Refused where the clock is not behind the last record, for then there is nothing to put right.
  package func correctClock(reason: String, by seat: Seat) throws(DeskRefusal) -> ClockCorrected? {
    try publish(.correctClock, by: seat) { seat throws(DeskRefusal) in
      guard !reason.allSatisfy(\.isWhitespace) else { throw .refused(.reasonMissing, nil) }
      let last = try asking { () throws(StoreError) in try self.store.lastRecordedAt() }
      let now = self.now
      guard let last, now.epochSeconds < last.epochSeconds else { return (nil, nil) }
      let corrected = ClockCorrected(lastRecordedAt: last, reason: reason)
      return (
        corrected, try self.batch(publishing: [.clockCorrected(corrected)], by: seat, at: now)
      )
    }
  }
}

package import Casework
package import WorkCalendar

/// What holds for every act, checked while the turn is held.
extension Desk {
  /// The seat as the hall knows it now; refused if the person may not act from it any more.
  package func standing(_ seat: Seat) throws(DeskRefusal) -> Seat {
    guard let clerk = clerks[seat.clerk.id] else { throw .noSuchClerk(seat.clerk.id) }
    guard !clerk.isDisabled else { throw .refused(.clerkDisabled(clerk.id), nil) }
    if let id = seat.sitting { try demandOpen(id) }
    var current = seat
    current.clerk = clerk
    return current
  }

  /// Refuses whose role may not do it. In a demo hall whoever sits there may try what concerns the
  /// hall itself.
  package func permit(_ power: Power, by seat: Seat) throws(DeskRefusal) {
    guard !seat.clerk.isDisabled else { throw .refused(.clerkDisabled(seat.clerk.id), nil) }
    guard nature.isDemo || seat.clerk.may(power) else {
      throw .refused(.roleMayNot(seat.clerk.role), nil)
    }
  }

  private func demandOpen(_ id: SittingID) throws(DeskRefusal) {
    let sitting = try asking { () throws(StoreError) in try store.sitting(id) }
    guard let sitting, sitting.end == nil else {
      throw .sittingOver(sitting?.end ?? .ended, by: sitting?.endedBy, at: sitting?.endedAt ?? now)
    }
    if let fingerprint = sitting.fingerprint { try demandGranted(fingerprint, to: sitting.clerk) }
  }

  /// When an act is recorded: never before the last record. A clock that has been set back by more
  /// than a moment stops the act, for its dates would be wrong. A demo hall travels in time.
  package func momentOfAct() throws(DeskRefusal) -> Moment {
    let now = now
    guard !nature.isDemo else { return now }
    let last = try asking { () throws(StoreError) in try store.lastRecordedAt() }
    guard let last, now.epochSeconds < last.epochSeconds else { return now }
    guard last.epochSeconds - now.epochSeconds <= Self.clockSlack else {
      throw .clockBehind(last: last, now: now)
    }
    return Moment(epochSeconds: last.epochSeconds, offsetMinutes: now.offsetMinutes)
  }

  /// Seconds by which clocks are put right in the course of the day.
  private static var clockSlack: Int64 { 120 }

  /// Who acts and when, while the turn is held.
  func occasionInTurn(_ seat: Seat, late: LateEntry? = nil) throws(DeskRefusal) -> Occasion {
    Occasion(
      clerk: seat.clerk, counter: seat.counter, at: try momentOfAct(), late: late)
  }
}

import Casework
import WorkCalendar

/// How anything gets into the hall's own stream.
extension Desk {
  /// Works out what is to be published and appends it, in the hall's turn and by somebody who may;
  /// a lost race is run again.
  func publish<Impact>(
    _ power: Power, by seat: Seat,
    _ work: (Seat) throws(DeskRefusal) -> (Impact, Batch?)
  ) throws(DeskRefusal) -> Impact {
    let result = inTurn { () throws(DeskRefusal) -> Impact in
      for _ in 0..<3 {
        try asking { () throws(StoreError) in _ = try self.keepUp() }
        let seat = try self.standingOrFounding(seat)
        try self.permit(power, by: seat)
        let (impact, batch) = try work(seat)
        guard let batch else { return impact }
        let appended = try asking { () throws(StoreError) in try self.store.append(batch) }
        if case .committed = appended {
          try asking { () throws(StoreError) in _ = try self.keepUp() }
          return impact
        }
      }
      throw .crowded
    }
    return try result.get()
  }

  /// Events for the end of the hall's stream, with what they bring along.
  func batch(
    publishing events: [ReferenceEvent], by seat: Seat, at moment: Moment,
    with appends: [StreamAppend] = [], _ changes: [ReadModelChange] = []
  ) throws(DeskRefusal) -> Batch {
    let version = try asking { () throws(StoreError) in try store.lastVersion(of: .hall) }
    return Batch(
      stamp: Stamp(clerk: seat.clerk.id, counter: seat.counter, at: moment),
      appends: [
        StreamAppend(
          stream: .hall, expecting: version, events: events.map { .reference($0) })
      ] + appends, changes: events.map { .putReference($0) } + changes)
  }

  /// Adds one event to the end of a stream of the day, wherever that is; the turn is held.
  func append(
    _ event: HallEvent, to stream: StreamID, _ stamp: Stamp, changes: [ReadModelChange]
  ) throws(DeskRefusal) {
    for _ in 0..<3 {
      let version = try asking { () throws(StoreError) in try store.lastVersion(of: stream) }
      let batch = Batch(
        stamp: stamp,
        appends: [StreamAppend(stream: stream, expecting: version, events: [event])],
        changes: changes)
      let appended = try asking { () throws(StoreError) in try store.append(batch) }
      if case .committed = appended { return }
    }
    throw .crowded
  }

  /// Until there is a hall manager, whoever owns the store lets the first people in.
  func standingOrFounding(_ seat: Seat) throws(DeskRefusal) -> Seat {
    guard seat.clerk.id == Founding.founder else { return try standing(seat) }
    guard !hasHallManager else { throw .people(.founded) }
    return seat
  }
}

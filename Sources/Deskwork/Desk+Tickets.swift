package import Casework
import WorkCalendar

/// What may be done with a number of the queue.
package enum TicketAct: Hashable, Sendable {
  /// Gives the next number of a queue out.
  case issue(queue: String, purpose: String)
  /// Calls whoever has waited longest; two counters never call the same person.
  case callNext(queues: [String], CounterID)
  case on(TicketID, TicketCommand)
}

/// What became of an act on a number that carried a request.
package enum CarriedTicket: Hashable, Sendable {
  case done(TicketRow)
  /// Done before; this is what it answered.
  case repeated(String)
}

extension Desk {
  package func issueTicket(
    queue: String, purpose: String, by seat: Seat
  ) throws(DeskRefusal) -> TicketRow {
    try carryOut(.issue(queue: queue, purpose: purpose), by: seat)
  }

  package func callNext(
    queues: [String], at counter: CounterID, by seat: Seat
  ) throws(DeskRefusal) -> TicketRow {
    try carryOut(.callNext(queues: queues, counter), by: seat)
  }

  package func carryOut(
    _ command: TicketCommand, on id: TicketID, by seat: Seat
  ) throws(DeskRefusal) -> TicketRow {
    try carryOut(.on(id, command), by: seat)
  }

  private func carryOut(_ act: TicketAct, by seat: Seat) throws(DeskRefusal) -> TicketRow {
    switch try carryOut(act, by: seat, seen: nil, request: nil, answer: { _ in "" }) {
    case .done(let row): return row
    case .repeated: throw .crowded
    }
  }

  /// As with a case: the same request is done once, and a version that has been left behind is
  /// refused with who was first.
  package func carryOut(
    _ act: TicketAct, by seat: Seat, seen: Int?, request: RequestID?,
    answer: @escaping (TicketRow) -> String
  ) throws(DeskRefusal) -> CarriedTicket {
    let result = inTurn { () throws(DeskRefusal) -> CarriedTicket in
      if let request, let answer = try self.answer(to: request) { return .repeated(answer) }
      try asking { () throws(StoreError) in _ = try self.keepUp() }
      let seat = try self.standing(seat)
      let work = TicketWork(desk: self, seat: seat, seen: seen, request: request, answer: answer)
      return try work.carryOut(act)
    }
    return try result.get()
  }
}

/// One act on a number, while the turn is held.
private struct TicketWork {
  let desk: Desk
  let seat: Seat
  let seen: Int?
  let request: RequestID?
  let answer: (TicketRow) -> String
  private let day: LocalDate

  init(
    desk: Desk, seat: Seat, seen: Int?, request: RequestID?, answer: @escaping (TicketRow) -> String
  ) {
    (self.desk, self.seat, self.seen, self.request, self.answer) =
      (desk, seat, seen, request, answer)
    day = desk.today
  }

  func carryOut(_ act: TicketAct) throws(DeskRefusal) -> CarriedTicket {
    switch act {
    case .issue(let queue, let purpose):
      let last = try lastTicket(of: queue)
      let id = TicketID(queue + padded(last + 1, 3))
      return try change(
        Ticket(id: id, day: day), .issue(queue: queue, purpose: purpose),
        taking: [NumberTaken(series: Series.tickets(of: queue, on: day), number: last + 1)])
    case .callNext(let queues, let counter):
      for row in try waiting() where queues.contains(row.queue) {
        do throws(DeskRefusal) {
          return try change(ticket(row.id), .call(counter))
        } catch .crowded {
          continue  // A colleague was faster; the next in line then.
        }
      }
      throw .ticket(.nobodyWaits(queue: queues.joined(separator: " ")), nil)
    case .on(let id, let command):
      return try change(ticket(id), command)
    }
  }

  private func lastTicket(of queue: String) throws(DeskRefusal) -> Int {
    try asking { () throws(StoreError) in
      try desk.store.lastNumber(of: Series.tickets(of: queue, on: day))
    }
  }

  private func waiting() throws(DeskRefusal) -> [TicketRow] {
    try asking { () throws(StoreError) in
      try desk.store.tickets(on: day, in: [.waiting], limit: 50)
    }
  }

  private func ticket(_ id: TicketID) throws(DeskRefusal) -> Ticket {
    let records = try asking { () throws(StoreError) in
      try desk.store.events(of: .ticket(day, id), after: 0)
    }
    var ticket = Ticket(id: id, day: day)
    for record in records {
      guard case .ticket(let event) = record.event else { continue }
      ticket.evolve(event, record.stamp)
    }
    guard let seen, seen != ticket.version, let last = records.last else { return ticket }
    guard seen < ticket.version else { throw .noSuchVersion(seen: seen, now: ticket.version) }
    let first = records.first { $0.version > seen } ?? last
    throw .ticketMovedOn(
      id, seen: seen, now: ticket.version, by: first.stamp.clerk, at: first.stamp.at)
  }

  private func change(
    _ before: Ticket, _ command: TicketCommand, taking numbers: [NumberTaken] = []
  ) throws(DeskRefusal) -> CarriedTicket {
    let occasion = try desk.occasionInTurn(seat)
    let events: [TicketEvent]
    do throws(TicketRefusal) {
      events = try before.decide(command, occasion, under: desk.hall.lapses ?? .standard)
    } catch {
      throw .ticket(error, before.id)
    }
    var ticket = before
    for event in events { ticket.evolve(event, occasion.stamp) }
    guard let row = TicketRow(ticket) else { throw .ticket(.noSuchTicket, before.id) }
    guard !events.isEmpty || request != nil else { return .done(row) }
    var batch = Batch(stamp: occasion.stamp, appends: [], numbers: numbers)
    (batch.request, batch.answer) = (request, answer(row))
    if !events.isEmpty {
      batch.appends = [
        .init(
          stream: .ticket(before.day, before.id), expecting: before.version,
          events: events.map { .ticket($0) })
      ]
      batch.changes = [.putTicket(row)] + counts(from: before, to: ticket)
    }
    switch try asking({ () throws(StoreError) in try desk.store.append(batch) }) {
    case .committed: return .done(row)
    case .repeated(let answer): return .repeated(answer)
    case .conflict: throw .crowded
    }
  }

  private func counts(from before: Ticket, to after: Ticket) -> [ReadModelChange] {
    let was = before.state == .waiting ? 1 : 0
    let now = after.state == .waiting ? 1 : 0
    return was == now ? [] : [.count(.waiting(queue: after.queue, on: after.day), by: now - was)]
  }
}

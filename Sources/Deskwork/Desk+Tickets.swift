package import Casework
import WorkCalendar

extension Desk {
  /// Gives the next number of a queue out.
  package func issueTicket(
    queue: String, purpose: String, by seat: Seat
  ) throws(DeskRefusal) -> TicketRow {
    let day = today
    let result = inTurn { () throws(DeskRefusal) -> TicketRow in
      let last = try self.lastTicket(of: queue, on: day)
      let id = TicketID(queue + padded(last + 1, 3))
      let number = NumberTaken(series: Self.series(queue, day), number: last + 1)
      return try self.change(
        Ticket(id: id, day: day), .issue(queue: queue, purpose: purpose), seat, taking: [number])
    }
    return try result.get()
  }

  /// Calls whoever has waited longest; two counters never call the same person.
  package func callNext(
    queues: [String], at counter: CounterID, by seat: Seat
  ) throws(DeskRefusal) -> TicketRow {
    let day = today
    let result = inTurn { () throws(DeskRefusal) -> TicketRow in
      for row in try self.tickets(in: [.waiting], on: day) where queues.contains(row.queue) {
        do throws(DeskRefusal) {
          return try self.change(self.ticket(row.id, on: day), .call(counter), seat, taking: [])
        } catch .crowded {
          continue  // A colleague was faster; the next in line then.
        }
      }
      throw .ticket(.nobodyWaits(queue: queues.joined(separator: " ")), nil)
    }
    return try result.get()
  }

  package func carryOut(
    _ command: TicketCommand, on id: TicketID, by seat: Seat
  ) throws(DeskRefusal) -> TicketRow {
    let day = today
    let result = inTurn { () throws(DeskRefusal) -> TicketRow in
      try self.change(self.ticket(id, on: day), command, seat, taking: [])
    }
    return try result.get()
  }

  private static func series(_ queue: String, _ day: LocalDate) -> String {
    "ticket/\(queue)/\(day)"
  }

  private func lastTicket(of queue: String, on day: LocalDate) throws(DeskRefusal) -> Int {
    try asking { () throws(StoreError) in try store.lastNumber(of: Self.series(queue, day)) }
  }

  private func tickets(
    in states: [Ticket.State], on day: LocalDate
  ) throws(DeskRefusal) -> [TicketRow] {
    try asking { () throws(StoreError) in try store.tickets(on: day, in: states, limit: 50) }
  }

  private func ticket(_ id: TicketID, on day: LocalDate) throws(DeskRefusal) -> Ticket {
    let records = try asking { () throws(StoreError) in
      try store.events(of: .ticket(day, id), after: 0)
    }
    var ticket = Ticket(id: id, day: day)
    for record in records {
      guard case .ticket(let event) = record.event else { continue }
      ticket.evolve(event, record.stamp)
    }
    return ticket
  }

  private func change(
    _ before: Ticket, _ command: TicketCommand, _ seat: Seat, taking numbers: [NumberTaken]
  ) throws(DeskRefusal) -> TicketRow {
    let occasion = occasion(seat)
    let events: [TicketEvent]
    do throws(TicketRefusal) {
      events = try before.decide(command, occasion)
    } catch {
      throw .ticket(error, before.id)
    }
    var ticket = before
    for event in events { ticket.evolve(event, occasion.stamp) }
    guard let row = TicketRow(ticket) else { throw .ticket(.noSuchTicket, before.id) }
    guard !events.isEmpty else { return row }
    let batch = Batch(
      stamp: occasion.stamp,
      appends: [
        .init(
          stream: .ticket(before.day, before.id), expecting: before.version,
          events: events.map { .ticket($0) })
      ],
      numbers: numbers, changes: [.putTicket(row)] + counts(from: before, to: ticket))
    let appended = try asking { () throws(StoreError) in try store.append(batch) }
    guard case .committed = appended else { throw .crowded }
    return row
  }

  private func counts(from before: Ticket, to after: Ticket) -> [ReadModelChange] {
    let was = before.state == .waiting ? 1 : 0
    let now = after.state == .waiting ? 1 : 0
    return was == now ? [] : [.count(.waiting(queue: after.queue, on: after.day), by: now - was)]
  }
}

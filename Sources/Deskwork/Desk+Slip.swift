import Casework

extension Desk {
  /// What is printed when a number is given out; nil if the hall prints nothing.
  package func slip(for ticket: TicketRow) -> String? {
    let waiting = (try? store.tickets(on: ticket.day, in: [.waiting], limit: 1_000)) ?? []
    let queue = hall.queues.first { $0.letter == ticket.queue }
    return surroundings.slip(
      TicketFacts(
        ticket: ticket.id, queue: queue?.name ?? Words(ticket.queue, ticket.queue),
        purpose: ticket.purpose,
        ahead: waiting.count {
          $0.queue == ticket.queue && ($0.issuedAt, $0.id) < (ticket.issuedAt, ticket.id)
        },
        hall: hall, issuedAt: ticket.issuedAt, isDemo: nature.isDemo))
  }
}

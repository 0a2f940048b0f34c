package import Casework
package import WorkCalendar

package struct TicketRow: Hashable, Sendable {
  package var id: TicketID
  package var day: LocalDate
  package var queue: String
  package var purpose: String
  package var state: Ticket.State
  package var issuedAt: Moment
  package var calledAt: Moment?
  package var counter: CounterID?
  package var clerk: ClerkID?
  package var callCount: Int
  package var version: Int
  /// When anything last happened to it.
  package var changedAt: Moment?

  package init(
    id: TicketID, day: LocalDate, queue: String, purpose: String, state: Ticket.State,
    issuedAt: Moment, calledAt: Moment?, counter: CounterID?, clerk: ClerkID?, callCount: Int,
    version: Int, changedAt: Moment? = nil
  ) {
    self.id = id
    self.day = day
    self.queue = queue
    self.purpose = purpose
    self.state = state
    self.issuedAt = issuedAt
    self.calledAt = calledAt
    self.counter = counter
    self.clerk = clerk
    self.callCount = callCount
    self.version = version
    self.changedAt = changedAt
  }

  package init?(_ ticket: Ticket) {
    guard let state = ticket.state, let issuedAt = ticket.issuedAt else { return nil }
    id = ticket.id
    day = ticket.day
    queue = ticket.queue
    purpose = ticket.purpose
    self.state = state
    self.issuedAt = issuedAt
    calledAt = ticket.calledAt
    counter = ticket.counter
    clerk = ticket.clerk
    callCount = ticket.callCount
    version = ticket.version
    changedAt = ticket.changedAt
  }
}

package import WorkCalendar

/// A number somebody waits with.
package struct Ticket: Hashable, Sendable {
  package enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case waiting, called, serving, parked, passed, served
  }

  package var id: TicketID
  package var day: LocalDate
  package var version = 0
  package var state: State?
  package var queue = ""
  package var purpose = ""
  package var issuedAt: Moment?
  package var calledAt: Moment?
  package var callCount = 0
  package var counter: CounterID?
  package var clerk: ClerkID?
  /// When anything last happened to it.
  package var changedAt: Moment?

  package init(id: TicketID, day: LocalDate) {
    self.id = id
    self.day = day
  }
}

package enum TicketEvent: Hashable, Sendable {
  case issued(TicketIssued)
  case called(TicketCalled)
  /// The person stands at the counter.
  case arrived
  case parked(TicketParked)
  case passed
  case served
  /// Taken from the counter that had called it; it waits again at its old place.
  case freed(TicketFreed)
}

package struct TicketIssued: Hashable, Sendable, Codable {
  package var queue: String
  package var purpose: String

  package init(queue: String, purpose: String) {
    self.queue = queue
    self.purpose = purpose
  }
}

package struct TicketCalled: Hashable, Sendable, Codable {
  package var counter: CounterID
  /// Whose call had lapsed before.
  package var insteadOf: ClerkID?
}

package struct TicketFreed: Hashable, Sendable, Codable {
  package var reason: String
  package var freed: ClerkID?
}

package struct TicketParked: Hashable, Sendable, Codable {
  package var reason: String
}

package enum TicketCommand: Hashable, Sendable {
  case issue(queue: String, purpose: String)
  case call(CounterID)
  case arrive
  case park(reason: String)
  case pass
  case finish
  /// Takes the number from the counter that had called it, so that another can.
  case free(reason: String)

  /// What whoever gives the command has to be allowed to do.
  package var power: Power {
    switch self {
    case .issue: .issueTicket
    case .call: .callTicket
    case .arrive, .park, .pass, .finish: .serveTicket
    case .free: .freeTicket
    }
  }
}

/// Why a number cannot be called or served now.
package enum TicketRefusal: Error, Hashable, Sendable {
  case noSuchTicket
  case alreadyIssued
  case calledBy(ClerkID, at: Moment)
  case notCalled
  case alreadyServed
  case reasonMissing
  case roleMayNot(ClerkRole)
  case nobodyWaits(queue: String)
  case textUnfit(TextBlank, TextFault)

  package var code: String {
    switch self {
    case .noSuchTicket: "no-such-ticket"
    case .alreadyIssued: "already-issued"
    case .calledBy: "called-by"
    case .notCalled: "not-called"
    case .alreadyServed: "already-served"
    case .reasonMissing: "reason-missing"
    case .roleMayNot: "role-may-not"
    case .nobodyWaits: "nobody-waits"
    case .textUnfit: "text-unfit"
    }
  }
}

extension Ticket {
  package mutating func evolve(_ event: TicketEvent, _ stamp: Stamp) {
    version += 1
    changedAt = stamp.at
    switch event {
    case .issued(let it):
      (state, queue, purpose, issuedAt) = (.waiting, it.queue, it.purpose, stamp.at)
    case .called(let it):
      (state, counter, clerk, calledAt) = (.called, it.counter, stamp.clerk, stamp.at)
      callCount += 1
    case .arrived: state = .serving
    case .parked: state = .parked
    case .passed: state = .passed
    case .served: state = .served
    case .freed: (state, counter, clerk, calledAt) = (.waiting, nil, nil, nil)
    }
  }

  package func decide(
    _ command: TicketCommand, _ occasion: Occasion, under times: LapseTimes = .standard
  ) throws(TicketRefusal) -> [TicketEvent] {
    guard occasion.clerk.may(command.power) else { throw .roleMayNot(occasion.clerk.role) }
    for text in command.texts {
      if let fault = text.fault { throw .textUnfit(text.blank, fault) }
    }
    if case .issue(let queue, let purpose) = command {
      guard state == nil else { throw .alreadyIssued }
      return [.issued(.init(queue: queue, purpose: purpose))]
    }
    guard let state else { throw .noSuchTicket }
    if state == .served {
      if case .finish = command { return [] }
      throw .alreadyServed
    }
    let isFree = isFree(for: occasion, under: times)
    switch command {
    case .issue: return []
    case .call(let counter):
      // A number that has been passed or parked may be called again, by anybody.
      if state == .called || state == .serving { try demand(isFree) }
      if state == .serving, clerk == occasion.clerk.id { return [] }
      return [.called(.init(counter: counter, insteadOf: lost(to: occasion)))]
    case .arrive:
      if state == .serving, clerk == occasion.clerk.id { return [] }
      guard state == .called else { throw .notCalled }
      try demand(isFree)
      return [.arrived]
    case .park(let reason):
      if state == .parked { return [] }
      guard state == .called || state == .serving else { throw .notCalled }
      try demand(isFree)
      return [.parked(.init(reason: reason))]
    case .pass:
      if state == .passed { return [] }
      guard state == .called else { throw .notCalled }
      try demand(isFree)
      return [.passed]
    case .finish:
      guard state == .called || state == .serving else { throw .notCalled }
      try demand(isFree)
      return [.served]
    case .free(let reason): return try free(reason)
    }
  }

  private func free(_ reason: String) throws(TicketRefusal) -> [TicketEvent] {
    switch state {
    case nil, .waiting, .served: return []
    case .called, .serving, .parked, .passed:
      guard !reason.allSatisfy(\.isWhitespace) else { throw .reasonMissing }
      return [.freed(.init(reason: reason, freed: clerk))]
    }
  }

  /// Nobody else has it, or has left it alone for too long.
  private func isFree(for occasion: Occasion, under times: LapseTimes) -> Bool {
    guard let clerk, clerk != occasion.clerk.id else { return true }
    return lapse(under: times).map { occasion.at.epochSeconds >= $0.epochSeconds } ?? false
  }

  private func demand(_ isFree: Bool) throws(TicketRefusal) {
    guard !isFree, let clerk, let calledAt else { return }
    throw .calledBy(clerk, at: calledAt)
  }

  /// Whoever had called it before somebody else does; nil where nobody had.
  private func lost(to occasion: Occasion) -> ClerkID? {
    guard state == .called || state == .serving else { return nil }
    return clerk.flatMap { $0 == occasion.clerk.id ? nil : $0 }
  }
}

extension TicketCommand {
  /// Everything in it that somebody worded.
  var texts: [SuppliedText] {
    switch self {
    case .issue(let queue, let purpose): [.init(.queue, queue), .init(.purpose, purpose)]
    case .park(let reason), .free(let reason): [.init(.reason, reason)]
    case .call, .arrive, .pass, .finish: []
    }
  }
}

package import Casework
package import WorkCalendar

/// One sequence of events with versions of its own.
package enum StreamID: Hashable, Sendable {
  case file(CaseID)
  case ticket(LocalDate, TicketID)
  case item(ItemID)
  /// The hall: departments, counters, clerks, calendars.
  case hall
  /// Who looked into which cases on a day; a stream of its own, so that looking never gets in the
  /// way of work.
  case looks(LocalDate, ClerkID)

  /// As stored: a contract.
  package var text: String {
    switch self {
    case .file(let id): "case/\(id)"
    case .ticket(let day, let id): "ticket/\(day)/\(id)"
    case .item(let id): "item/\(id)"
    case .hall: "hall"
    case .looks(let day, let clerk): "looks/\(day)/\(clerk)"
    }
  }

  package init?(_ text: String) {
    let parts = text.split(separator: "/").map { String($0) }
    switch (parts.first, parts.count) {
    case ("case", 2): self = .file(CaseID(parts[1]))
    case ("item", 2): self = .item(ItemID(parts[1]))
    case ("hall", 1): self = .hall
    case ("ticket", 3):
      guard let day = LocalDate(parts[1]) else { return nil }
      self = .ticket(day, TicketID(parts[2]))
    case ("looks", 3):
      guard let day = LocalDate(parts[1]) else { return nil }
      self = .looks(day, ClerkID(parts[2]))
    default: return nil
    }
  }
}

/// Everything the journal can hold.
package enum HallEvent: Hashable, Sendable {
  case file(CaseEvent)
  case ticket(TicketEvent)
  case reference(ReferenceEvent)
  case looked(Looked)
}

/// A case was opened, with the personal data in it.
package struct Looked: Hashable, Sendable, Codable {
  package var id: CaseID

  package init(id: CaseID) { self.id = id }
}

/// What the hall is made of, published and never edited.
package enum ReferenceEvent: Hashable, Sendable {
  case hallOpened(Hall)
  case departmentRegistered(Department)
  case counterOpened(Counter)
  case clerkEnrolled(Clerk)
  case sheetPublished(ImplementationSheet)
  case calendarPublished(CalendarYear)
  case rulebookPublished(Rulebook)
}

/// An event as the journal keeps it.
package struct RecordedEvent: Hashable, Sendable {
  /// Its place in the whole journal.
  package var position: Int64
  package var stream: StreamID
  package var version: Int
  package var event: HallEvent
  package var stamp: Stamp
  /// Over this event and the hash before it in the stream; hexadecimal.
  package var hash: String

  package init(
    position: Int64, stream: StreamID, version: Int, event: HallEvent, stamp: Stamp, hash: String
  ) {
    self.position = position
    self.stream = stream
    self.version = version
    self.event = event
    self.stamp = stamp
    self.hash = hash
  }
}

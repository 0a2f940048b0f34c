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
  /// Who came in, was refused, locked and left on a day.
  case access(LocalDate, ClerkID)

  /// As stored: a contract.
  package var text: String {
    switch self {
    case .file(let id): "case/" + id.rawValue
    case .ticket(let day, let id): "ticket/\(day)/\(id)"
    case .item(let id): "item/\(id)"
    case .hall: "hall"
    case .looks(let day, let clerk): "looks/\(day)/\(clerk)"
    case .access(let day, let clerk): "access/\(day)/\(clerk)"
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
    case ("access", 3):
      guard let day = LocalDate(parts[1]) else { return nil }
      self = .access(day, ClerkID(parts[2]))
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
  case access(AccessEvent)
}

/// A case was opened, with the personal data in it.
package struct Looked: Hashable, Sendable, Codable {
  package var id: CaseID

  package init(id: CaseID) { self.id = id }
}

/// What the hall is made of, published and never edited.
package enum ReferenceEvent: Hashable, Sendable {
  indirect case hallOpened(Hall)
  case departmentRegistered(Department)
  case counterOpened(Counter)
  case clerkEnrolled(Clerk)
  /// The clerk as from now on, and why.
  case clerkChanged(ClerkChanged)
  case accessKeyGranted(AccessKey)
  case accessKeyWithdrawn(AccessKeyWithdrawn)
  /// The host's clock had run ahead; what comes after this may be stamped earlier.
  case clockCorrected(ClockCorrected)
  indirect case sheetPublished(ImplementationSheet)
  case calendarPublished(CalendarYear)
  case rulebookPublished(Rulebook)
  case yearClosed(YearClosed)
}

package struct ClerkChanged: Hashable, Sendable, Codable {
  package var clerk: Clerk
  package var reason: String

  package init(clerk: Clerk, reason: String) { (self.clerk, self.reason) = (clerk, reason) }
}

package struct AccessKeyWithdrawn: Hashable, Sendable, Codable {
  package var clerk: ClerkID
  package var fingerprint: String
  package var reason: String

  package init(clerk: ClerkID, fingerprint: String, reason: String) {
    (self.clerk, self.fingerprint, self.reason) = (clerk, fingerprint, reason)
  }
}

/// The finished cases of a year have a file of their own, which was found whole.
package struct YearClosed: Hashable, Sendable, Codable {
  package var year: Int
  /// Of the file among those of the store: 2024, and 2024-2 for what was finished later.
  package var name: String
  /// As it was called in the folder of the store.
  package var file: String
  package var cases: Int
  /// Of these cases.
  package var events: Int
  /// The head over all streams of the file.
  package var digest: String

  package init(
    year: Int, name: String, file: String, cases: Int, events: Int, digest: String
  ) {
    (self.year, self.name, self.file) = (year, name, file)
    (self.cases, self.events, self.digest) = (cases, events, digest)
  }
}

package struct ClockCorrected: Hashable, Sendable, Codable {
  /// The stamp of the last event before.
  package var lastRecordedAt: Moment
  package var reason: String

  package init(lastRecordedAt: Moment, reason: String) {
    (self.lastRecordedAt, self.reason) = (lastRecordedAt, reason)
  }
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

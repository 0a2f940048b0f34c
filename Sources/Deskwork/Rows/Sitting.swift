package import Casework
package import WorkCalendar

/// Who sits where; no record, for the journal has what happened.
package struct Sitting: Hashable, Sendable {
  package enum End: String, Hashable, Sendable, CaseIterable {
    case signedOut, takenOver, ended
  }

  package var id: SittingID
  package var clerk: ClerkID
  package var counter: CounterID?
  package var since: Moment
  /// The key it came by, if it was one.
  package var fingerprint: String?
  package var isLocked: Bool
  /// Set when it is over, however it ended.
  package var end: End?
  package var endedAt: Moment?
  package var endedBy: ClerkID?

  package init(
    id: SittingID, clerk: ClerkID, counter: CounterID?, since: Moment, fingerprint: String? = nil,
    isLocked: Bool = false, end: End? = nil, endedAt: Moment? = nil, endedBy: ClerkID? = nil
  ) {
    self.id = id
    self.clerk = clerk
    self.counter = counter
    self.since = since
    self.fingerprint = fingerprint
    self.isLocked = isLocked
    self.end = end
    self.endedAt = endedAt
    self.endedBy = endedBy
  }
}

/// A desk laid aside or left by a dropped line: pane, case, cursor and form, as the console writes it.
package struct Workspace: Hashable, Sendable {
  package var clerk: ClerkID
  /// Empty where the clerk sits at no counter.
  package var counter: CounterID?
  /// 0 is the desk one works at; the others were parked, the last one first to come back.
  package var place: Int
  /// What the list of parked desks shows; no personal number.
  package var title: String
  /// The console's own text, opaque to everybody else.
  package var body: String
  package var savedAt: Moment

  package init(
    clerk: ClerkID, counter: CounterID?, place: Int, title: String, body: String, savedAt: Moment
  ) {
    self.clerk = clerk
    self.counter = counter
    self.place = place
    self.title = title
    self.body = body
    self.savedAt = savedAt
  }
}

package import Casework
package import WorkCalendar

/// Somebody opened a case, where personal data stands in full.
package struct Look: Hashable, Sendable, Codable {
  package var id: CaseID
  package var clerk: ClerkID
  package var counter: CounterID?
  package var at: Moment

  package init(id: CaseID, clerk: ClerkID, counter: CounterID?, at: Moment) {
    self.id = id
    self.clerk = clerk
    self.counter = counter
    self.at = at
  }
}

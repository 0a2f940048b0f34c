package import Casework
package import WorkCalendar

package struct DraftID: TextIdentifier {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// Something half-typed, kept at every field.
package struct Draft: Hashable, Sendable {
  package var id: DraftID
  package var clerk: ClerkID
  package var counter: CounterID?
  /// Which form it belongs to (intake, opinion, decision …).
  package var form: String
  /// What the list of drafts shows; no personal number.
  package var title: String
  /// The form's own text, opaque to everybody else.
  package var body: String
  package var savedAt: Moment

  package init(
    id: DraftID, clerk: ClerkID, counter: CounterID?, form: String, title: String, body: String,
    savedAt: Moment
  ) {
    self.id = id
    self.clerk = clerk
    self.counter = counter
    self.form = form
    self.title = title
    self.body = body
    self.savedAt = savedAt
  }
}

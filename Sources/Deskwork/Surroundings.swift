package import Casework
package import WorkCalendar

/// What the desk needs of the outside: the clock and what lies in files.
package struct Surroundings: Sendable {
  package var now: @Sendable () -> Moment
  /// The text of a document; nil if the hall has no template of its kind.
  package var render: @Sendable (DocumentFacts) -> String?
  /// The slip of a number of the queue; nil if the hall prints none.
  package var slip: @Sendable (TicketFacts) -> String?
  /// Every reading of a text in pinyin initials.
  package var initials: @Sendable (String) -> [String]
  /// Six digits that cannot be guessed from the outside, always the same for the same words.
  package var code: @Sendable (_ words: String) -> String

  package init(
    now: @escaping @Sendable () -> Moment,
    render: @escaping @Sendable (DocumentFacts) -> String?,
    initials: @escaping @Sendable (String) -> [String],
    code: @escaping @Sendable (_ words: String) -> String,
    slip: @escaping @Sendable (TicketFacts) -> String? = { _ in nil }
  ) {
    self.now = now
    self.render = render
    self.initials = initials
    self.code = code
    self.slip = slip
  }
}

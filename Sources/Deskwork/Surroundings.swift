package import Casework
package import WorkCalendar

/// What the desk needs of the outside: the clock and what lies in files.
package struct Surroundings: Sendable {
  package var now: @Sendable () -> Moment
  /// The text of a document; nil if the hall has no template of its kind.
  package var render: @Sendable (DocumentFacts) -> PrintedText?
  /// The slip of a number of the queue; nil if the hall prints none.
  package var slip: @Sendable (TicketFacts) -> String?
  /// Every reading of a text in pinyin.
  package var readings: @Sendable (String) -> [Spelling]
  /// Six digits that cannot be guessed from the outside, always the same for the same words.
  package var code: @Sendable (_ words: String) -> String
  /// Whether a password is the one a hash was made of; without a hash it takes as long and fails.
  package var passwordMatches: @Sendable (_ password: String, _ hash: String?) -> Bool
  /// What is kept of a password; nil if the host cannot make it.
  package var hashPassword: @Sendable (_ password: String) -> String?
  /// Letters and digits that were never used before.
  package var token: @Sendable () -> String

  package init(
    now: @escaping @Sendable () -> Moment,
    render: @escaping @Sendable (DocumentFacts) -> PrintedText?,
    readings: @escaping @Sendable (String) -> [Spelling],
    code: @escaping @Sendable (_ words: String) -> String,
    slip: @escaping @Sendable (TicketFacts) -> String? = { _ in nil },
    passwordMatches: @escaping @Sendable (String, String?) -> Bool = { _, _ in false },
    hashPassword: @escaping @Sendable (String) -> String? = { _ in nil },
    token: @escaping @Sendable () -> String = {
      String(UInt64.random(in: UInt64.min...UInt64.max), radix: 36)
    }
  ) {
    self.now = now
    self.render = render
    self.readings = readings
    self.code = code
    self.slip = slip
    self.passwordMatches = passwordMatches
    self.hashPassword = hashPassword
    self.token = token
  }
}

package import Casework
package import WorkCalendar

/// Why somebody is not let in.
package enum SignInProblem: Hashable, Sendable {
  /// The ID or the password; which of the two is not said.
  case wrong
  /// No password is looked at before so many seconds have passed.
  case waitFirst(seconds: Int)
  /// The key has been withdrawn.
  case keyWithdrawn
  /// The same person sits at the same counter already: that one is taken over, or used.
  case sitsHere(since: Moment)
  /// Whoever answers for a late entry has not typed their password to it.
  case witnessUnproved(ClerkID)
  /// Too short to be one.
  case passwordTooShort(least: Int)
  case passwordTooLong(mostBytes: Int)
  /// With characters that nobody can type into a field.
  case passwordUntypable
  /// The host's libc makes no hashes of the kind that is kept.
  case noHash

  package var code: String {
    switch self {
    case .wrong: "sign-in-wrong"
    case .waitFirst: "sign-in-wait"
    case .keyWithdrawn: "key-withdrawn"
    case .sitsHere: "sits-here"
    case .witnessUnproved: "witness-unproved"
    case .passwordTooShort: "password-too-short"
    case .passwordTooLong: "password-too-long"
    case .passwordUntypable: "password-untypable"
    case .noHash: "password-no-hash"
    }
  }
}

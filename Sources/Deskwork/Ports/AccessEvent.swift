package import Casework

/// One console of one person, from signing in to leaving.
package struct SittingID: TextIdentifier {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// What happens at the door of the hall; the stamp says whose it is, where and when.
package enum AccessEvent: Hashable, Sendable {
  case signedIn(SignedIn)
  case signInRefused(SignInRefused)
  case locked(Locked)
  case unlocked(Unlocked)
  case signedOut(SignedOut)
  /// A sitting somewhere else was ended, and what was begun there came along.
  case tookOver(TookOver)
  /// Ended by somebody who answers for the hall.
  case sittingEnded(SittingEnded)
  /// The password itself never stands in the journal.
  case passwordSet(PasswordSet)
  case exported(Exported)
  /// A document of a closed year was printed once more; such a case takes up no more events.
  case reprinted(Reprinted)
}

/// How somebody proved to be who they are.
package enum SignInWay: String, Hashable, Sendable, Codable, CaseIterable {
  /// The key of an SSH connection.
  case key
  case password
  /// Whoever works as the owner of the store on the host itself.
  case host
  /// The free change of person in a demo hall.
  case demo
}

package struct SignedIn: Hashable, Sendable, Codable {
  package var sitting: SittingID
  package var way: SignInWay
  /// Of the key, if it was one.
  package var fingerprint: String?

  package init(sitting: SittingID, way: SignInWay, fingerprint: String? = nil) {
    (self.sitting, self.way, self.fingerprint) = (sitting, way, fingerprint)
  }
}

package struct SignInRefused: Hashable, Sendable, Codable {
  package enum Cause: String, Hashable, Sendable, Codable, CaseIterable {
    case wrongPassword, noPassword, clerkDisabled, noSuchClerk
  }

  package var cause: Cause

  package init(cause: Cause) { self.cause = cause }
}

package struct Locked: Hashable, Sendable, Codable {
  package enum Cause: String, Hashable, Sendable, Codable, CaseIterable { case byHand, idle }

  package var sitting: SittingID
  package var cause: Cause

  package init(sitting: SittingID, cause: Cause) { (self.sitting, self.cause) = (sitting, cause) }
}

package struct Unlocked: Hashable, Sendable, Codable {
  package var sitting: SittingID

  package init(sitting: SittingID) { self.sitting = sitting }
}

package struct SignedOut: Hashable, Sendable, Codable {
  package enum Cause: String, Hashable, Sendable, Codable, CaseIterable {
    case byHand, lineDropped, disabled
  }

  package var sitting: SittingID
  package var cause: Cause

  package init(sitting: SittingID, cause: Cause) { (self.sitting, self.cause) = (sitting, cause) }
}

package struct TookOver: Hashable, Sendable, Codable {
  package var sitting: SittingID
  package var from: SittingID

  package init(sitting: SittingID, from: SittingID) { (self.sitting, self.from) = (sitting, from) }
}

package struct SittingEnded: Hashable, Sendable, Codable {
  package var sitting: SittingID
  package var by: ClerkID
  package var reason: String

  package init(sitting: SittingID, by: ClerkID, reason: String) {
    (self.sitting, self.by, self.reason) = (sitting, by, reason)
  }
}

package struct PasswordSet: Hashable, Sendable, Codable {
  package var by: ClerkID

  package init(by: ClerkID) { self.by = by }
}

package struct Exported: Hashable, Sendable, Codable {
  package var count: Int
  /// The filter, as it was typed.
  package var filter: String
  package var isUnmasked: Bool

  package init(count: Int, filter: String, isUnmasked: Bool) {
    (self.count, self.filter, self.isUnmasked) = (count, filter, isUnmasked)
  }
}

package struct Reprinted: Hashable, Sendable, Codable {
  package var id: CaseID
  package var kind: DocumentKind
  package var number: String

  package init(id: CaseID, kind: DocumentKind, number: String) {
    (self.id, self.kind, self.number) = (id, kind, number)
  }
}

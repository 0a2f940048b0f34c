package import Casework
package import Deskwork
package import TerminalUI
package import WorkCalendar

/// What lies over the whole screen: nothing of the hall's cases is drawn or reached through it.
package enum Cover: Hashable, Sendable {
  /// Somebody says who they are: because nobody is here, or because the one who was went away.
  case door(Door)
  /// The same person works in another console too.
  case elsewhere(Elsewhere)
  /// The sitting is over; nothing is written any more.
  case over(sentence: String)
}

/// Two blanks, an ID and a password, and how long the next password has to wait.
package struct Door: Hashable, Sendable {
  package enum Blank: Hashable, Sendable { case id, password }

  /// How whoever went away comes back.
  package enum Unlocking: Hashable, Sendable {
    case password
    /// In a demo hall nobody needs a password.
    case freely
    /// Whoever came by a key and has no password comes by the key again.
    case byComingAnew
  }

  /// Whose work lies covered here.
  package struct Away: Hashable, Sendable {
    package var clerk: ClerkID
    package var since: Moment
    package var cause: Locked.Cause
    package var unlocking: Unlocking

    package init(clerk: ClerkID, since: Moment, cause: Locked.Cause, unlocking: Unlocking) {
      (self.clerk, self.since, self.cause) = (clerk, since, cause)
      self.unlocking = unlocking
    }
  }

  package var away: Away?
  package var id = TextField("", maximumLength: 40)
  package var password = TextField("", maximumLength: 200)
  package var focus = Blank.id
  /// Why one was not let in.
  package var problem = ""
  /// No password is looked at before this.
  package var waitsUntil: Moment?

  package init(away: Away? = nil, forAnother: Bool = false) {
    self.away = away
    guard let away, !forAnother else { return }
    id.replace(with: away.clerk.rawValue)
    focus = .password
  }

  /// As typed, without blanks and with full-width forms folded.
  package var clerk: ClerkID {
    ClerkID(String(id.text.map(\.folded).filter { !$0.isWhitespace }))
  }

  /// Whether whoever went away comes back.
  package var isReturn: Bool { away?.clerk == clerk }

  package func secondsToWait(at now: Moment) -> Int {
    Int(max(0, (waitsUntil?.epochSeconds ?? 0) - now.epochSeconds))
  }

  /// Nothing that was typed stays.
  package mutating func clear() { self = Door(away: away) }
}

/// Where else the same person has signed in.
package struct Elsewhere: Hashable, Sendable {
  package var sittings: [Sitting]
  /// Side by side only at different counters, each with the drafts begun there.
  package var mayWorkBeside: Bool

  package init(_ sittings: [Sitting], at counter: CounterID?) {
    self.sittings = sittings
    mayWorkBeside = !sittings.contains { $0.counter == counter }
  }
}

/// What is wanted at the door.
package enum DoorRequest: Hashable, Sendable {
  case signIn(ClerkID, password: String)
  case unlock(password: String)
  case lock(Locked.Cause, forAnother: Bool)
  case takeOver([SittingID])
  case workBeside
  /// The second person of a late entry types their password to it; the form it was typed in.
  case witness(LateEntry, password: String, form: DraftID)
  /// Signs out, and leaves unless others use this counter too.
  case leave
}

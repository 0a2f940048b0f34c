import Casework
import Deskwork

extension DeskClerk {
  /// Lets somebody in by ID and password; whoever sat here before is signed out, their work kept.
  func signIn(_ id: ClerkID, password: String) throws(DeskRefusal) -> Seat {
    let next = try desk.signIn(id, password: password, at: counter)
    if let before = seat { try? desk.signOut(before, .byHand) }
    take(next)
    return next
  }

  /// Journals that the screen is covered now; it is covered even where that cannot be written.
  func lock(_ cause: Locked.Cause) -> Door.Away? {
    guard let seat else { return nil }
    try? desk.lock(seat, cause)
    return Door.Away(
      clerk: seat.clerk.id, since: desk.now, cause: cause, unlocking: unlocking(seat))
  }

  private func unlocking(_ seat: Seat) -> Door.Unlocking {
    if (try? desk.store.passwordHash(of: seat.clerk.id)) != nil { return .password }
    return desk.nature.isDemo ? .freely : .byComingAnew
  }

  func unlock(password: String) throws(DeskRefusal) {
    guard let seat else { return }
    try desk.unlock(seat, password: password)
  }

  /// Takes the word of whoever answers for a late entry together with the one who sits here.
  func witness(_ late: LateEntry, password: String) throws(DeskRefusal) -> LateEntry {
    guard let seat else { return late }
    return try desk.witness(late, password: password, by: seat)
  }

  /// Seconds until the next password of this clerk is looked at.
  func secondsToWait(_ id: ClerkID) -> Int { (try? desk.secondsToWait(before: id)) ?? 0 }

  /// Where else the person who sits here works at this moment.
  func otherSittings() -> [Sitting] {
    guard let seat, seat.sitting != nil else { return [] }
    return (try? desk.otherSittings(of: seat)) ?? []
  }

  func takeOver(_ sittings: [SittingID]) throws(DeskRefusal) {
    guard let seat else { return }
    for id in sittings { try desk.takeOver(id, by: seat) }
  }

  /// The sitting is over; whoever was sent away may still say so.
  func signOut(_ cause: SignedOut.Cause) {
    guard let seat else { return }
    let isDisabled = desk.clerks[seat.clerk.id]?.isDisabled == true
    try? desk.signOut(seat, isDisabled ? .disabled : cause)
  }

  /// Why whoever sits here may not go on: taken over, sent away, disabled, the key withdrawn.
  func reasonToLeave() -> DeskRefusal? {
    guard let seat else { return nil }
    _ = try? desk.keepUp()
    do throws(DeskRefusal) {
      _ = try desk.standing(seat)
      return nil
    } catch {
      return error.endsSitting ? error : nil
    }
  }
}

extension DeskRefusal {
  /// Whether nothing can be done from this seat any more.
  var endsSitting: Bool {
    switch self {
    case .sittingOver, .noSuchClerk, .signIn(.keyWithdrawn), .refused(.clerkDisabled, nil): true
    case .refused, .ticket, .movedOn, .ticketMovedOn, .noSuchVersion, .noSuchCase, .noSuchItem,
      .noSuchCounter, .crowded, .templateMissing, .signIn, .people, .outOfReach, .yearNotOver,
      .clockBehind,
      .store:
      false
    }
  }
}

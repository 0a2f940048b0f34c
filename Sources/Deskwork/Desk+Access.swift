package import Casework
import WorkCalendar

/// Coming, being away for a moment and leaving; everything of it is journaled.
extension Desk {
  /// Lets somebody sit down who has proved who they are in some way other than a password.
  package func signIn(
    _ id: ClerkID, at counter: CounterID?, by way: SignInWay, fingerprint: String? = nil
  ) throws(DeskRefusal) -> Seat {
    let result = inTurn { () throws(DeskRefusal) -> Seat in
      try asking { () throws(StoreError) in _ = try self.keepUp() }
      return try self.sitDown(id, at: counter, by: way, fingerprint: fingerprint)
    }
    return try result.get()
  }

  /// Lets somebody sit down by ID and password; every wrong one makes the next wait longer.
  package func signIn(
    _ id: ClerkID, password: String, at counter: CounterID?
  ) throws(DeskRefusal) -> Seat {
    try prove(id, password: password, at: counter)
    return try signIn(id, at: counter, by: .password)
  }

  /// The other consoles the same person works in at this moment, the last begun first.
  package func otherSittings(of seat: Seat) throws(DeskRefusal) -> [Sitting] {
    let open = try asking { () throws(StoreError) in
      try store.openSittings(of: seat.clerk.id)
    }
    return open.filter { $0.id != seat.sitting && store.isAlive($0.id) }
  }

  /// Ends a sitting of the same person somewhere else; what was begun there is at hand here.
  package func takeOver(_ other: SittingID, by seat: Seat) throws(DeskRefusal) {
    guard let mine = seat.sitting else { return }
    try change(other, for: seat) { sitting, at in
      guard sitting.clerk == seat.clerk.id else { return nil }
      (sitting.end, sitting.endedAt, sitting.endedBy) = (.takenOver, at, seat.clerk.id)
      return .tookOver(TookOver(sitting: mine, from: other))
    }
  }

  /// Ends the sitting of somebody else, such as one left open at a counter.
  package func endSitting(
    _ other: SittingID, reason: String, by seat: Seat
  ) throws(DeskRefusal) {
    try permit(.endSitting, by: seat)
    try change(other, for: seat) { sitting, at in
      (sitting.end, sitting.endedAt, sitting.endedBy) = (.ended, at, seat.clerk.id)
      return .sittingEnded(SittingEnded(sitting: other, by: seat.clerk.id, reason: reason))
    }
  }

  /// Covers the screen of a counter.
  package func lock(_ seat: Seat, _ cause: Locked.Cause) throws(DeskRefusal) {
    guard let mine = seat.sitting else { return }
    try change(mine, for: seat) { sitting, _ in
      guard !sitting.isLocked else { return nil }
      sitting.isLocked = true
      return .locked(Locked(sitting: mine, cause: cause))
    }
  }

  /// Takes the cover away again, by the password of whoever sits there.
  package func unlock(_ seat: Seat, password: String) throws(DeskRefusal) {
    if try !needsNoPassword(seat.clerk.id) {
      try prove(seat.clerk.id, password: password, at: seat.counter)
    }
    guard let mine = seat.sitting else { return }
    try change(mine, for: seat) { sitting, _ in
      sitting.isLocked = false
      return .unlocked(Unlocked(sitting: mine))
    }
  }

  /// Leaves; whoever was disabled or ended before may still do that.
  package func signOut(_ seat: Seat, _ cause: SignedOut.Cause) throws(DeskRefusal) {
    guard let mine = seat.sitting else { return }
    defer { store.leave(mine) }
    try change(mine, for: seat) { sitting, at in
      (sitting.end, sitting.endedAt, sitting.endedBy) = (.signedOut, at, seat.clerk.id)
      return .signedOut(SignedOut(sitting: mine, cause: cause))
    }
  }

  /// Whether the password is that of the clerk; a wrong one is journaled and makes the next wait.
  package func prove(
    _ id: ClerkID, password: String, at counter: CounterID?
  ) throws(DeskRefusal) {
    try asking { () throws(StoreError) in _ = try keepUp() }
    let clerk = clerks[id]
    // Whoever is nobody here shares one stream, so that what was typed for an ID is not kept.
    let door = clerk?.id ?? Self.nobody
    let wait = try secondsToWait(of: door)
    guard wait == 0 else { throw .signIn(.waitFirst(seconds: wait)) }
    let hash = try asking { () throws(StoreError) in try store.passwordHash(of: id) }
    // A password is looked at even where there is none, so that the time tells nothing.
    let isRight = surroundings.passwordMatches(password, hash)
    let cause: SignInRefused.Cause? =
      clerk == nil
      ? .noSuchClerk
      : clerk?.isDisabled == true
        ? .clerkDisabled : hash == nil ? .noPassword : isRight ? nil : .wrongPassword
    guard let cause else { return }
    try record(.signInRefused(SignInRefused(cause: cause)), of: door, at: counter)
    throw .signIn(.wrong)
  }

  /// In whose name wrong IDs are journaled.
  package static var nobody: ClerkID { "nobody" }

  /// In a demo hall people have none, unless somebody has given them one.
  private func needsNoPassword(_ id: ClerkID) throws(DeskRefusal) -> Bool {
    guard nature.isDemo else { return false }
    return try asking { () throws(StoreError) in try store.passwordHash(of: id) } == nil
  }

  /// Seconds until the next password given with this ID is looked at.
  package func secondsToWait(before id: ClerkID) throws(DeskRefusal) -> Int {
    try secondsToWait(of: clerks[id]?.id ?? Self.nobody)
  }

  private func secondsToWait(of id: ClerkID) throws(DeskRefusal) -> Int {
    let records = try asking { () throws(StoreError) in
      try store.events(of: .access(today, id), after: 0)
    }
    var wrong: [Moment] = []
    for record in records {
      guard case .access(let event) = record.event else { continue }
      switch event {
      case .signInRefused: wrong.append(record.stamp.at)
      case .signedIn, .unlocked, .passwordSet: wrong = []
      case .locked, .signedOut, .tookOver, .sittingEnded, .exported, .reprinted: break
      }
    }
    guard let last = wrong.last else { return 0 }
    let until = last.epochSeconds + Int64(SignInDelay.seconds(afterWrong: wrong.count))
    return Int(max(0, until - now.epochSeconds))
  }
}

extension Desk {
  private func sitDown(
    _ id: ClerkID, at counter: CounterID?, by way: SignInWay, fingerprint: String?
  ) throws(DeskRefusal) -> Seat {
    guard let clerk = clerks[id] else { throw .noSuchClerk(id) }
    guard !clerk.isDisabled else {
      try record(.signInRefused(SignInRefused(cause: .clerkDisabled)), of: id, at: counter)
      throw .refused(.clerkDisabled(id), nil)
    }
    if let fingerprint { try demandGranted(fingerprint, to: id) }
    let at = try momentOfAct()
    let sitting = Sitting(
      id: SittingID(surroundings.token()), clerk: id, counter: counter ?? clerk.counter, since: at,
      fingerprint: fingerprint)
    try asking { () throws(StoreError) in try store.occupy(sitting.id) }
    try record(
      .signedIn(SignedIn(sitting: sitting.id, way: way, fingerprint: fingerprint)), of: id,
      at: sitting.counter, changes: [.putSitting(sitting)])
    return Seat(clerk: clerk, counter: sitting.counter, sitting: sitting.id)
  }

  func demandGranted(_ fingerprint: String, to id: ClerkID) throws(DeskRefusal) {
    let key = try asking { () throws(StoreError) in try store.accessKey(fingerprint) }
    guard key?.clerk == id else { throw .signIn(.keyWithdrawn) }
  }

  /// Changes a sitting that is not over; what `change` answers is journaled, nil means nothing to do.
  private func change(
    _ id: SittingID, for seat: Seat,
    _ change: (inout Sitting, Moment) -> AccessEvent?
  ) throws(DeskRefusal) {
    let result = inTurn { () throws(DeskRefusal) in
      let found = try asking { () throws(StoreError) in try store.sitting(id) }
      guard var sitting = found, sitting.end == nil,
        let event = change(&sitting, try momentOfAct())
      else { return }
      try record(
        event, of: seat.clerk.id, at: seat.counter, changes: [.putSitting(sitting)])
    }
    try result.get()
  }

  /// Writes into the day's stream of a clerk.
  package func record(
    _ event: AccessEvent, of clerk: ClerkID, at counter: CounterID?, by actor: ClerkID? = nil,
    changes: [ReadModelChange] = []
  ) throws(DeskRefusal) {
    let result = inTurn { () throws(DeskRefusal) in
      let at = try momentOfAct()
      try append(
        .access(event), to: .access(at.date, clerk),
        Stamp(clerk: actor ?? clerk, counter: counter, at: at), changes: changes)
    }
    try result.get()
  }
}

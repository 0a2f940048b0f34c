package import Casework
import WorkCalendar

/// The people of the hall, let in and sent away by whoever answers for it; all of it is journaled.
///
/// Each act answers whether anything was changed.
extension Desk {
  package func enrol(_ clerk: Clerk, by seat: Seat) throws(DeskRefusal) -> Bool {
    try changePeople(.enrolClerk, by: seat) { () throws(DeskRefusal) in
      guard clerk.id.isUsable else { throw .people(.idMalformed) }
      guard self.clerks[clerk.id] == nil, ![Founding.founder, Self.nobody].contains(clerk.id) else {
        throw .people(.idTaken(clerk.id))
      }
      try self.demandPlace(for: clerk)
      return .clerkEnrolled(clerk)
    }
  }

  /// Puts down what is different about a person from now on.
  package func change(
    _ id: ClerkID, reason: String, by seat: Seat, _ change: (inout Clerk) -> Void
  ) throws(DeskRefusal) -> Bool {
    try changePeople(.enrolClerk, by: seat) { () throws(DeskRefusal) in
      let before = try self.clerk(id)
      var clerk = before
      change(&clerk)
      (clerk.id, clerk.isDisabled) = (before.id, before.isDisabled)
      guard clerk != before else { return nil }
      try self.demandReason(reason)
      try self.demandPlace(for: clerk)
      if clerk.role != .hallManager { try self.demandAnotherManager(than: before) }
      return .clerkChanged(ClerkChanged(clerk: clerk, reason: reason))
    }
  }

  /// Out at the next key press, wherever this person works.
  package func disable(_ id: ClerkID, reason: String, by seat: Seat) throws(DeskRefusal) -> Bool {
    try switchOff(id, true, reason, by: seat)
  }

  package func enable(_ id: ClerkID, reason: String, by seat: Seat) throws(DeskRefusal) -> Bool {
    try switchOff(id, false, reason, by: seat)
  }

  /// Grants what stands in a line of OpenSSH's. A key belongs to one person alone, or the journal
  /// would not say who it was.
  package func grantKey(
    _ line: String, note: String?, to id: ClerkID, by seat: Seat
  ) throws(DeskRefusal) -> AccessKey {
    let key: PublicKey
    do throws(PublicKey.Flaw) { key = try PublicKey(line: line) } catch {
      throw .people(.key(error))
    }
    let words = note ?? (isPlainLine(key.comment) ? String(key.comment.prefix(80)) : "")
    guard words.count <= 80, isPlainLine(words) else { throw .people(.textUnusable) }
    let granted = AccessKey(
      clerk: id, fingerprint: key.fingerprint, algorithm: key.algorithm, material: key.material,
      note: words)
    _ = try changePeople(.grantKey, by: seat) { () throws(DeskRefusal) in
      _ = try self.clerk(id)
      let holder = try asking { () throws(StoreError) in
        try self.store.accessKey(key.fingerprint)?.clerk
      }
      guard let holder else { return .accessKeyGranted(granted) }
      guard holder == id else { throw .people(.keyTaken(by: holder)) }
      return nil
    }
    return granted
  }

  package func withdrawKey(
    _ fingerprint: String, of id: ClerkID, reason: String, by seat: Seat
  ) throws(DeskRefusal) {
    _ = try changePeople(.grantKey, by: seat) { () throws(DeskRefusal) in
      _ = try self.clerk(id)
      let key = try asking { () throws(StoreError) in try self.store.accessKey(fingerprint) }
      guard key?.clerk == id else { throw .people(.noSuchKey) }
      try self.demandReason(reason)
      return .accessKeyWithdrawn(
        AccessKeyWithdrawn(clerk: id, fingerprint: fingerprint, reason: reason))
    }
  }

  /// Sets somebody's password; nobody's own is asked, for this is how a forgotten one is replaced.
  package func setPassword(
    _ password: String, of id: ClerkID, by seat: Seat
  ) throws(DeskRefusal) {
    try asking { () throws(StoreError) in _ = try keepUp() }
    try permitPassword(of: id, by: seat)
    let hash = try hash(of: password)
    let result = inTurn { () throws(DeskRefusal) in
      try asking { () throws(StoreError) in _ = try self.keepUp() }
      try self.permitPassword(of: id, by: seat)
      try self.keep(hash, of: id, by: seat)
    }
    try result.get()
  }

  /// Changes one's own password, by the old one.
  package func changePassword(
    from old: String, to new: String, by seat: Seat
  ) throws(DeskRefusal) {
    let id = seat.clerk.id
    try prove(id, password: old, at: seat.counter)
    let hash = try hash(of: new)
    let result = inTurn { () throws(DeskRefusal) in
      try asking { () throws(StoreError) in _ = try self.keepUp() }
      try self.keep(hash, of: id, by: try self.standing(seat))
    }
    try result.get()
  }
}

extension Desk {
  private func changePeople(
    _ power: Power, by seat: Seat, _ decide: () throws(DeskRefusal) -> ReferenceEvent?
  ) throws(DeskRefusal) -> Bool {
    try publish(power, by: seat) { seat throws(DeskRefusal) in
      guard let event = try decide() else { return (false, nil) }
      return (
        true, try self.batch(publishing: [event], by: seat, at: try self.momentOfAct())
      )
    }
  }

  private func switchOff(
    _ id: ClerkID, _ isDisabled: Bool, _ reason: String, by seat: Seat
  ) throws(DeskRefusal) -> Bool {
    try changePeople(.disableClerk, by: seat) { () throws(DeskRefusal) in
      var clerk = try self.clerk(id)
      guard clerk.isDisabled != isDisabled else { return nil }
      try self.demandReason(reason)
      if isDisabled { try self.demandAnotherManager(than: clerk) }
      clerk.isDisabled = isDisabled
      return .clerkChanged(ClerkChanged(clerk: clerk, reason: reason))
    }
  }

  private func demandAnotherManager(than clerk: Clerk) throws(DeskRefusal) {
    guard clerk.role == .hallManager, !clerk.isDisabled else { return }
    let others = clerks.values.filter {
      $0.role == .hallManager && !$0.isDisabled && $0.id != clerk.id
    }
    guard !others.isEmpty else { throw .people(.lastHallManager(clerk.id)) }
  }

  private func permitPassword(of id: ClerkID, by seat: Seat) throws(DeskRefusal) {
    try permit(.setPassword, by: try standingOrFounding(seat))
    _ = try clerk(id)
  }

  /// Made before the turn is taken, for it takes its time.
  private func hash(of password: String) throws(DeskRefusal) -> String {
    if let problem = PasswordRule.problem(of: password) { throw .signIn(problem) }
    guard let hash = surroundings.hashPassword(password) else { throw .signIn(.noHash) }
    return hash
  }

  private func keep(_ hash: String, of id: ClerkID, by seat: Seat) throws(DeskRefusal) {
    try record(
      .passwordSet(PasswordSet(by: seat.clerk.id)), of: id, at: seat.counter,
      by: seat.clerk.id, changes: [.putPassword(id, hash: hash, at: try momentOfAct())])
  }
}

extension Founding {
  /// Whoever sets a hall up, before anybody else can.
  package static var seat: Seat {
    Seat(
      clerk: Clerk(
        id: founder, name: Words("建厅", "Founding"), role: .hallManager), counter: nil)
  }
}

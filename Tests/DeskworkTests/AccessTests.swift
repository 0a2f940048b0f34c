import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// Who comes in, who is kept out, and what is left behind.
struct AccessTests {
  private let hall: DeskHall

  init() throws {
    hall = try DeskHall()
    _ = try hall.store.append(
      Batch(
        stamp: Stamp(clerk: "H01", at: hall.clock.now),
        changes: [.putPassword("C01", hash: "kept:right", at: hall.clock.now)]))
  }

  private var desk: Desk { hall.desk }

  private func signIn(_ password: String) throws -> Seat {
    try desk.signIn("C01", password: password, at: "W01")
  }

  private func accesses(_ id: ClerkID = "C01") throws -> [AccessEvent] {
    try hall.store.events(of: .access(desk.today, id), after: 0).compactMap {
      guard case .access(let event) = $0.event else { return nil }
      return event
    }
  }

  @Test func `the right password opens a sitting of one's own`() throws {
    let seat = try signIn("right")
    let sitting = try #require(seat.sitting)
    #expect(seat.counter == "W01")
    #expect(try accesses() == [.signedIn(SignedIn(sitting: sitting, way: .password))])
    #expect(try hall.store.openSittings(of: "C01").map(\.id) == [sitting])
  }

  @Test func `each wrong password from the third on makes the next wait longer`() throws {
    for wait in [0, 0, 0, 2, 4, 8] {
      if wait > 0 {
        #expect(
          hall.refusal { _ = try signIn("right") } == .signIn(.waitFirst(seconds: wait)))
        hall.clock.move(seconds: wait)
      }
      #expect(hall.refusal { _ = try signIn("wrong") } == .signIn(.wrong))
    }
    hall.clock.move(seconds: 16)
    _ = try signIn("right")
    #expect(hall.refusal { _ = try signIn("wrong") } == .signIn(.wrong))
    _ = try signIn("right")
  }

  @Test func `an ID nobody has is refused like a wrong password, and is not kept`() throws {
    let refusal = hall.refusal { _ = try desk.signIn("hunter2", password: "x", at: nil) }
    #expect(refusal == .signIn(.wrong))
    #expect(try accesses(Desk.nobody) == [.signInRefused(SignInRefused(cause: .noSuchClerk))])
    #expect(try hall.store.lastVersion(of: .access(desk.today, "hunter2")) == 0)
  }

  @Test func `whoever is disabled is out at the next act`() throws {
    let seat = try signIn("right")
    var clerk = seat.clerk
    clerk.isDisabled = true
    let changed = ReferenceEvent.clerkChanged(ClerkChanged(clerk: clerk, reason: "调离"))
    _ = try hall.store.append(
      Batch(
        stamp: Stamp(clerk: "H01", at: hall.clock.now),
        appends: [
          StreamAppend(
            stream: .hall, expecting: try hall.store.lastVersion(of: .hall),
            events: [.reference(changed)])
        ], changes: [.putReference(changed)]))
    let act = DeskAct.takeIn(ImplementationSheet.foodLicence.id, hall.intake(.foodLicence), nil)
    #expect(
      hall.refusal { _ = try desk.carryOut(act, by: seat) } == .refused(.clerkDisabled("C01"), nil))
    #expect(
      hall.refusal { _ = try signIn("right") } == .signIn(.wrong))
  }

  @Test func `a sitting that was taken over writes nothing more`() throws {
    let first = try signIn("right")
    let second = try desk.signIn("C01", at: "W02", by: .key)
    let others = try desk.otherSittings(of: second)
    #expect(others.map(\.id) == [first.sitting])
    try desk.takeOver(try #require(first.sitting), by: second)
    let act = DeskAct.takeIn(ImplementationSheet.foodLicence.id, hall.intake(.foodLicence), nil)
    let now = hall.clock.now
    #expect(
      hall.refusal { _ = try desk.carryOut(act, by: first) }
        == .sittingOver(.takenOver, by: "C01", at: now))
    #expect(try desk.otherSittings(of: second).isEmpty)
  }

  @Test func `a sitting whose process died is no other sitting`() throws {
    let first = try signIn("right")
    let second = try desk.signIn("C01", at: "W02", by: .key)
    hall.store.leave(try #require(first.sitting))
    #expect(try desk.otherSittings(of: second).isEmpty)
  }

  @Test func `locking, unlocking and leaving are journaled once each`() throws {
    let seat = try signIn("right")
    let sitting = try #require(seat.sitting)
    try desk.lock(seat, .idle)
    try desk.lock(seat, .idle)
    #expect(hall.refusal { try desk.unlock(seat, password: "wrong") } == .signIn(.wrong))
    try desk.unlock(seat, password: "right")
    try desk.signOut(seat, .byHand)
    try desk.signOut(seat, .byHand)
    #expect(
      try accesses() == [
        .signedIn(SignedIn(sitting: sitting, way: .password)),
        .locked(Locked(sitting: sitting, cause: .idle)),
        .signInRefused(SignInRefused(cause: .wrongPassword)),
        .unlocked(Unlocked(sitting: sitting)),
        .signedOut(SignedOut(sitting: sitting, cause: .byHand)),
      ])
  }

  @Test func `a clock set back by an hour stops every act, by a moment it does not`() throws {
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    let last = hall.clock.now
    let act = DeskAct.takeIn(ImplementationSheet.foodLicence.id, hall.intake(.foodLicence), nil)
    hall.clock.move(seconds: -60)
    let outcome = try desk.carryOut(act, by: seat)
    let stamps = try hall.store.events(of: .file(outcome.id), after: 0).map(\.stamp.at)
    #expect(Set(stamps) == [last])
    hall.clock.move(seconds: -3600)
    let now = hall.clock.now
    #expect(
      hall.refusal { _ = try desk.carryOut(act, by: seat) } == .clockBehind(last: last, now: now))
  }

  @Test func `a clock that had run ahead is corrected by the hall manager, with a reason`() throws {
    let counter = Seat(clerk: .counterClerk, counter: "W01")
    let manager = Seat(clerk: .hallManager)
    let act = DeskAct.takeIn(ImplementationSheet.foodLicence.id, hall.intake(.foodLicence), nil)
    let wrong = hall.clock.now
    hall.clock.move(seconds: -3600)
    #expect(
      hall.refusal { _ = try desk.correctClock(reason: "快了", by: counter) }
        == .refused(.roleMayNot(.generalCounter), nil))
    #expect(
      hall.refusal { _ = try desk.correctClock(reason: " ", by: manager) }
        == .refused(.reasonMissing, nil))
    let corrected = try desk.correctClock(reason: "主机时钟快了", by: manager)
    #expect(corrected?.lastRecordedAt == wrong)
    #expect(try desk.correctClock(reason: "再一次", by: manager) == nil)
    let outcome = try desk.carryOut(act, by: counter)
    let stamps = try hall.store.events(of: .file(outcome.id), after: 0).map(\.stamp.at)
    #expect(Set(stamps) == [hall.clock.now])
  }
}

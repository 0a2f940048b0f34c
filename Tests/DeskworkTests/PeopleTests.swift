import Casework
import Deskwork
import TestSupport
import Testing

/// Who lets people into the hall, and what is asked of them.
struct PeopleTests {
  private let hall: DeskHall
  init() throws { hall = try DeskHall() }

  private var desk: Desk { hall.desk }
  private var manager: Seat { Seat(clerk: .hallManager) }

  private static let someone = Clerk(
    id: "zhangwei", name: Words("张伟", "Zhang Wei"), role: .generalCounter, counter: "W01")

  private func references() throws -> [ReferenceEvent] {
    try hall.store.events(of: .hall, after: 0).compactMap {
      guard case .reference(let event) = $0.event else { return nil }
      return event
    }
  }

  @Test func `whoever is enrolled by the hall manager works from then on`() throws {
    let other = try hall.anotherDesk()
    #expect(try desk.enrol(Self.someone, by: manager))
    #expect(try references().last == .clerkEnrolled(Self.someone))
    let seat = try other.signIn("zhangwei", at: nil, by: .key)
    #expect(seat.clerk == Self.someone && seat.counter == "W01")
  }

  @Test(arguments: [Clerk.counterClerk, .approver, .supervisor])
  func `nobody but the hall manager lets people in or out`(clerk: Clerk) throws {
    let seat = Seat(clerk: clerk)
    let refusal = DeskRefusal.refused(.roleMayNot(clerk.role), nil)
    #expect(hall.refusal { _ = try desk.enrol(Self.someone, by: seat) } == refusal)
    #expect(hall.refusal { _ = try desk.disable("C01", reason: "x", by: seat) } == refusal)
    #expect(hall.refusal { _ = try desk.enable("C01", reason: "x", by: seat) } == refusal)
    #expect(
      hall.refusal { _ = try desk.change("C01", reason: "x", by: seat) { $0.counter = nil } }
        == refusal)
    #expect(
      hall.refusal { _ = try desk.grantKey(Self.key, note: nil, to: "C01", by: seat) } == refusal)
    #expect(
      hall.refusal { try desk.withdrawKey("SHA256:x", of: "C01", reason: "x", by: seat) }
        == refusal)
    #expect(
      hall.refusal { try desk.setPassword("long enough", of: "C01", by: seat) } == refusal)
  }

  @Test(arguments: [
    ("W", PeopleProblem.idMalformed), ("Wang", .idMalformed), ("wang fang", .idMalformed),
    ("王芳", .idMalformed), ("-wang", .idMalformed), ("wang-", .idMalformed),
    ("a/b", .idMalformed), (String(repeating: "a", count: 33), .idMalformed),
    ("founding", .idTaken("founding")), ("nobody", .idTaken("nobody")),
  ])
  func `an ID is plain and belongs to nobody else`(id: String, problem: PeopleProblem) {
    var clerk = Self.someone
    clerk.id = ClerkID(id)
    #expect(hall.refusal { _ = try desk.enrol(clerk, by: manager) } == .people(problem))
  }

  @Test func `an ID is given once, even after its owner has left`() throws {
    _ = try desk.enrol(Self.someone, by: manager)
    _ = try desk.disable("zhangwei", reason: "调离", by: manager)
    #expect(
      hall.refusal { _ = try desk.enrol(Self.someone, by: manager) }
        == .people(.idTaken("zhangwei")))
  }

  @Test func `a place in the hall has to be there and to fit the role`() {
    func problem(_ change: (inout Clerk) -> Void) -> DeskRefusal? {
      var clerk = Self.someone
      change(&clerk)
      return hall.refusal { _ = try desk.enrol(clerk, by: manager) }
    }
    #expect(problem { $0.counter = "Z99" } == .noSuchCounter("Z99"))
    #expect(problem { $0.role = .examiner } == .people(.departmentExpected(.examiner)))
    #expect(
      problem { ($0.role, $0.department) = (.examiner, "none") }
        == .people(.noSuchDepartment("none")))
    #expect(
      problem { $0.department = Department.market.id }
        == .people(.departmentNotExpected(.generalCounter)))
    #expect(problem { $0.role = .townshipOperator } == .people(.townshipExpected))
    #expect(
      problem { $0.township = Words("青溪镇", "Qingxi") }
        == .people(.townshipNotExpected(.generalCounter)))
    #expect(problem { $0.name = Words(" ", "x") } == .people(.nameMissing))
    #expect(problem { $0.name = Words("王\u{202E}芳", "x") } == .people(.textUnusable))
    #expect(problem { $0.name = Words("王\u{1B}[2J", "x") } == .people(.textUnusable))
  }

  @Test func `a change needs a reason, and what stays the same is not written`() throws {
    let before = try hall.eventCount()
    #expect(
      hall.refusal { _ = try desk.change("C01", reason: " ", by: manager) { $0.counter = "W02" } }
        == .refused(.reasonMissing, nil))
    #expect(try !desk.change("C01", reason: "", by: manager) { $0.counter = $0.counter })
    #expect(try !desk.enable("C01", reason: "", by: manager))
    #expect(try hall.eventCount() == before)
    #expect(try desk.change("C01", reason: "轮岗", by: manager) { $0.counter = "W02" })
    guard case .clerkChanged(let it) = try references().last else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(it.reason == "轮岗" && it.clerk.counter == "W02" && it.clerk.id == "C01")
  }

  @Test func `the last hall manager stays one, until there is another`() throws {
    let id = Clerk.hallManager.id
    let refusal = DeskRefusal.people(.lastHallManager(id))
    #expect(hall.refusal { _ = try desk.disable(id, reason: "调离", by: manager) } == refusal)
    #expect(
      hall.refusal {
        _ = try desk.change(id, reason: "调离", by: manager) { $0.role = .supervisor }
      } == refusal)
    var second = Self.someone
    (second.role, second.counter) = (.hallManager, nil)
    _ = try desk.enrol(second, by: manager)
    #expect(try desk.disable(id, reason: "调离", by: Seat(clerk: second)))
    #expect(
      hall.refusal { _ = try desk.disable("zhangwei", reason: "x", by: Seat(clerk: second)) }
        == .people(.lastHallManager("zhangwei")))
  }

  @Test func `whoever founds a hall lets people in only until there is a hall manager`() throws {
    #expect(
      hall.refusal { _ = try desk.enrol(Self.someone, by: Founding.seat) } == .people(.founded))
    let bare = try unmanned()
    let first = Clerk(id: "lihua", name: Words("李华", "Li Hua"), role: .hallManager)
    #expect(try bare.enrol(first, by: Founding.seat))
    let refusal = hall.refusal { _ = try bare.enrol(Self.someone, by: Founding.seat) }
    #expect(refusal == .people(.founded))
  }

  /// A hall that nobody works in yet.
  private func unmanned() throws -> Desk {
    let store = MemoryStore(nature: StoreNature(isDemo: false, secret: "s"))
    let reference = HallReference(
      hall: .model, departments: [], counters: [], clerks: [], sheets: [], calendarYears: [])
    try Founding.found(
      reference, in: store, stamp: Stamp(clerk: Founding.founder, at: hall.clock.now))
    return try Desk(store: store, surroundings: desk.surroundings)
  }

  // MARK: Keys and passwords

  private static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDfDAnytJ4u3R0qhjucnzBkSVji+BgCfwhS3+o6Nkuru counter 3"

  @Test func `a key belongs to one person, and opens until it is withdrawn`() throws {
    let key = try desk.grantKey(Self.key, note: nil, to: "C01", by: manager)
    #expect(key.clerk == "C01" && key.note == "counter 3" && key.algorithm == "ssh-ed25519")
    let count = try hall.eventCount()
    _ = try desk.grantKey(Self.key, note: nil, to: "C01", by: manager)
    #expect(try hall.eventCount() == count)
    #expect(
      hall.refusal { _ = try desk.grantKey(Self.key, note: nil, to: "C02", by: manager) }
        == .people(.keyTaken(by: "C01")))
    let seat = try desk.signIn("C01", at: nil, by: .key, fingerprint: key.fingerprint)
    #expect(
      hall.refusal {
        _ = try desk.signIn("C02", at: nil, by: .key, fingerprint: key.fingerprint)
      } == .signIn(.keyWithdrawn))
    _ = try desk.standing(seat)
    try desk.withdrawKey(key.fingerprint, of: "C01", reason: "遗失", by: manager)
    #expect(hall.refusal { _ = try desk.standing(seat) } == .signIn(.keyWithdrawn))
    #expect(
      hall.refusal { try desk.withdrawKey(key.fingerprint, of: "C01", reason: "x", by: manager) }
        == .people(.noSuchKey))
  }

  @Test func `a sitting by password goes on when a key is withdrawn`() throws {
    let key = try desk.grantKey(Self.key, note: nil, to: "C01", by: manager)
    let seat = try desk.signIn("C01", at: nil, by: .host)
    try desk.withdrawKey(key.fingerprint, of: "C01", reason: "遗失", by: manager)
    _ = try desk.standing(seat)
  }

  @Test func `a password is kept as a hash, its setting journaled without it`() throws {
    try desk.setPassword("long enough", of: "C01", by: manager)
    #expect(try hall.store.passwordHash(of: "C01") == "kept:long enough")
    let recorded = try hall.store.events(of: .access(desk.today, "C01"), after: 0)
    #expect(recorded.map(\.event) == [.access(.passwordSet(PasswordSet(by: Clerk.hallManager.id)))])
    _ = try desk.signIn("C01", password: "long enough", at: nil)
  }

  @Test(arguments: [
    ("seven77", SignInProblem.passwordTooShort(least: 8)),
    (String(repeating: "密", count: 43), .passwordTooLong(mostBytes: 128)),
    ("tabbed\tpassword", .passwordUntypable), ("zero\u{0}password", .passwordUntypable),
    ("turned\u{202E}password", .passwordUntypable),
  ])
  func `a password is long enough and can be typed`(password: String, problem: SignInProblem) {
    #expect(
      hall.refusal { try desk.setPassword(password, of: "C01", by: manager) } == .signIn(problem))
  }

  @Test func `one's own password is changed by the old one, and by nothing else`() throws {
    try desk.setPassword("the old one", of: "C01", by: manager)
    let seat = Seat(clerk: .counterClerk)
    #expect(
      hall.refusal { try desk.changePassword(from: "guessed", to: "the new one", by: seat) }
        == .signIn(.wrong))
    #expect(
      hall.refusal { try desk.changePassword(from: "the old one", to: "short", by: seat) }
        == .signIn(.passwordTooShort(least: 8)))
    try desk.changePassword(from: "the old one", to: "the new one", by: seat)
    #expect(try hall.store.passwordHash(of: "C01") == "kept:the new one")
    _ = try desk.disable("C01", reason: "调离", by: manager)
    #expect(
      hall.refusal { try desk.changePassword(from: "the new one", to: "another one", by: seat) }
        == .signIn(.wrong))
  }
}

import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// Whoever opens a case sees personal data; that they looked is on record.
struct LookingTests {
  private let hall: DeskHall
  private let id: CaseID

  init() throws {
    hall = try DeskHall()
    id = try hall.takeIn().id
  }

  private func look(_ clerk: Clerk = .supervisor, _ desk: Desk? = nil) throws {
    _ = try (desk ?? hall.desk).look(at: id, by: Seat(clerk: clerk, counter: clerk.counter))
  }

  private func looks() throws -> [Look] { try hall.store.looks(of: id, limit: 100) }

  @Test func `looking again within ten minutes is the same look`() throws {
    let first = hall.clock.now
    try look()
    hall.clock.move(seconds: 599)
    try look()
    #expect(try looks() == [Look(id: id, clerk: "S01", counter: nil, at: first)])
    hall.clock.move(seconds: 1)
    try look()
    #expect(try looks().map(\.at) == [hall.clock.now, first])
  }

  @Test func `looking never touches the case`() throws {
    let before = try hall.desk.history(id)
    let row = try hall.store.caseRow(id)
    try look()
    #expect(try hall.desk.history(id).events == before.events)
    #expect(try hall.store.caseRow(id) == row)
    try hall.act(.claim, on: id, as: .examiner, seen: before.file.version)
  }

  @Test func `who takes the place of another at the same counter looks for themselves`() throws {
    try look(.counterClerk)
    try look(.supervisor)
    #expect(try looks().map(\.clerk) == ["S01", "C01"])
    #expect(try looks().map(\.counter) == [nil, "W01"])
  }

  @Test func `two sessions of one clerk look as one person, in one stream of the day`() throws {
    let other = try hall.anotherDesk()
    try look(.supervisor)
    hall.clock.move(seconds: 1)
    try look(.supervisor, other)
    #expect(try looks().count == 1)
    hall.clock.move(seconds: 600)
    try look(.supervisor, other)
    let another = try hall.takeIn().id
    _ = try hall.desk.look(at: another, by: Seat(clerk: .supervisor))
    let stream = StreamID.looks(on(2026, 3, 2), "S01")
    #expect(try hall.store.events(of: stream, after: 0).map(\.version) == [1, 2, 3])
    hall.clock.move(days: 1)
    try look(.supervisor, other)
    #expect(try hall.store.lastVersion(of: .looks(on(2026, 3, 3), "S01")) == 1)
  }

  @Test func `a case that is not there cannot be looked into`() throws {
    let count = try hall.eventCount()
    let refusal = hall.refusal {
      _ = try hall.desk.look(at: "YC209901010001", by: Seat(clerk: .supervisor))
    }
    #expect(refusal == .noSuchCase("YC209901010001"))
    var gone = Clerk.supervisor
    gone.isDisabled = true
    #expect(hall.refusal { try look(gone) }?.code == "clerk-disabled")
    #expect(try hall.eventCount() == count)
  }
}

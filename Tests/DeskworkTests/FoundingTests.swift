import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

struct FoundingTests {
  @Test func `a founded hall is what was published`() throws {
    let hall = try DeskHall()
    #expect(hall.desk.hall == .model)
    #expect(Set(hall.desk.clerks.values) == Set(DeskHall.clerks))
    #expect(try hall.desk.items().map(\.id) == DeskHall.sheets.map(\.id))
    #expect(try hall.desk.sheet("SJ30") == .jointApproval)
  }

  @Test func `a hall is founded once`() throws {
    let hall = try DeskHall()
    let empty = HallReference(
      hall: .model, departments: [], counters: [], clerks: [], sheets: [], calendarYears: [])
    let stamp = Stamp(clerk: Founding.founder, at: hall.clock.now)
    #expect(throws: StoreError.self) { try Founding.found(empty, in: hall.store, stamp: stamp) }
  }
}

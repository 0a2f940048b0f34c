import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

@testable import Console

@Suite struct BesideFormTests {
  @Test(arguments: [
    ("120", 12_000), ("120.5", 12_050), ("120.05", 12_005), ("０.０１", 1), ("0", 0),
    ("1000000000", 100_000_000_000),
  ])
  func `an amount in yuan becomes fen`(text: String, fen: Int) {
    #expect(Form.fen(text) == fen)
  }

  @Test(arguments: ["", "-1", "1.234", "1.", ".5", "1,000", "12a", "99999999999999999999"])
  func `what is no amount is none`(text: String) { #expect(Form.fen(text) == nil) }

  @Test func `a bad rating asks for what was wrong`() throws {
    let hall = try ConsoleHall.atWork()
    let id = try #require(try concluded(in: hall))
    let open = "<M-7> \(id.spoken) <Enter> <F3> 7 3"
    let without = try ConsoleDriver(hall, as: "sunli").press(open + " 1 <F10>")
    #expect(try hall.desk.file(id).rating == nil && !without.notice.isEmpty)
    _ = try ConsoleDriver(hall, as: "sunli").press(open + " 1 <Tab> <Tab> 等了很久 <F10> <C-y>")
    #expect(try hall.desk.file(id).rating?.given.grade == .veryDissatisfied)
  }

  @Test func `what cannot be done says so in the menu`() throws {
    let run = try ConsoleDriver(.atWork(), as: "hewei", columns: 100, rows: 30)
      .press("3 <Down> <Enter> <F3> 7")
    #expect(run.text.contains("登记评价") && run.text.contains("差评回访"))
    expectGolden(run.frame, named: "beside-menu-100x30-zh")
  }

  private func concluded(in hall: ConsoleHall) throws -> CaseID? {
    try hall.desk.store.cases(CaseFilter(stage: .concluded), after: nil, limit: 1).rows.first?.id
  }
}

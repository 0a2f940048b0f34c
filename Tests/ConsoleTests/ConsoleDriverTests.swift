import Casework
import Deskwork
import TerminalUI
import Testing
import WorkCalendar

@Suite struct ConsoleDriverTests {
  @Test func `the hall at work has cases in the stages that the panes show`() throws {
    let hall = try ConsoleHall.atWork()
    let rows = try hall.desk.store.cases(.init(), after: nil, limit: 100).rows
    let expected: Set<CaseStage> = [
      .received, .awaitingCorrection, .underExamination, .inSpecialProcedure, .awaitingRelease,
      .posted, .concluded,
    ]
    #expect(Set(rows.map(\.stage)) == expected)
  }

  @Test func `each person begins in the pane of their work`() throws {
    let hall = try ConsoleHall.atWork()
    let tabs: [(ClerkID, String)] = [
      ("wangfang", "[1 叫号]"), ("xujing", "[3 待办]"), ("machunmei", "[3 待办]"),
      ("sunli", "[4 出件]"), ("duanyumin", "[5 监察]"), ("leiming", "[6 事项]"),
      ("qianjin", "[7 台账]"), ("tangyuanyuan", "[2 收件]"),
    ]
    for (clerk, tab) in tabs {
      let text = try ConsoleDriver(hall, as: clerk).press("").text
      #expect(text.contains(tab), "\(clerk)")
    }
  }
}

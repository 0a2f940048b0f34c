import Casework
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

@Suite struct TicketsPaneTests {
  @Test func `whoever has waited longest in the counter's queue is called first`() throws {
    for (clerk, keys, number) in [("wangfang", "<F6>", "A001"), ("sunli", "<M-1> <F6>", "B001")] {
      let hall = try ConsoleHall.atWork()
      let run = try ConsoleDriver(hall, as: ClerkID(clerk)).press(keys)
      #expect(run.row(with: number).contains("已叫号"))
      #expect(try hall.desk.store.ticket(TicketID(number), on: hall.desk.today)?.state == .called)
    }
  }

  @Test func `what the next key does for a number depends on where the number stands`() throws {
    let steps: [(String, String)] = [
      ("<F6> <Enter>", "办理中"), ("<F6> <F7> 1", "挂起"), ("<F6> <F7> 1 <Enter>", "已叫号"),
      ("<Down> <Enter>", "等候"), ("<F6> <F3>", ""), ("<F6> <F4>", ""),
    ]
    for (keys, state) in steps {
      let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang").press(keys)
      #expect(run.row(with: "A001  ").contains(state), "\(keys)")
      #expect(run.text.contains("A001  ") == !state.isEmpty, "\(keys)")
    }
  }

  @Test func `nobody is called while somebody stands at the counter`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "wangfang").press("<F6> <Enter> <F6>")
    #expect(run.notice.contains("A001 还在办理"))
    #expect(try hall.desk.store.ticket("A002", on: hall.desk.today)?.state == .waiting)
  }

  @Test func `a number that has left selects nobody else`() throws {
    let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang").press("<F6> <F4>")
    #expect(run.text.contains("没有选中号"))
  }

  @Test func `a key that does nothing says why in the words of the rule`() throws {
    let refusals: [(ClerkID, String, String)] = [
      ("xujing", "<M-1> <F6>", "岗位不叫号"), ("wangfang", "<F3>", "还没有叫"),
      ("wangfang", "<F10>", "没有叫到的号"), ("sunli", "<M-1> <F8>", "岗位不能办这一步"),
      ("wangfang", "<Delete>", "不是草稿"),
    ]
    for (clerk, keys, words) in refusals {
      let run = try ConsoleDriver(ConsoleHall.atWork(), as: clerk).press(keys)
      #expect(run.notice.contains(words), "\(clerk) \(keys)")
    }
  }

  @Test func `the numbers of the day in frames`() throws {
    expectGolden(
      try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang").press("<F6>").frame,
      named: "Tickets-80x24")
    expectGolden(
      try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang", .en, columns: 100, rows: 30).press(
        "<Down>"
      ).frame,
      named: "Tickets-100x30-en")
  }

  @Test func `a number is given out with its slip`() throws {
    let run = try ConsoleDriver(.atWork(), as: "wangfang").press("1<C-n>1")
    #expect(run.printed.count == 1 && run.printed.allSatisfy { $0.hasSuffix(" true") })
    #expect(run.notice.contains("已发号 A"))
  }
}

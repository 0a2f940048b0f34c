import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

/// One person in two consoles, and persons who are sent away.
@Suite struct TwoConsolesTests {
  private let half = "<F8>SJ05<Enter><Scan:92539901MA6KCD3T34>"

  @Test func `taking over covers the other screen at its next key, and it writes nothing more`()
    throws
  {
    let hall = try ConsoleHall.inEarnest()
    var first = try DoorConsole(hall, as: hall.signIn("wangfang", at: "A01"), counter: "A01")
    try first.press(half + "张")
    var second = try DoorConsole(hall, counter: "A02")
    try second.signIn("wangfang")
    #expect(second.text.contains("已在别处登录") && !second.text.contains("老街面馆"))
    try second.press("<C-y>")
    #expect(second.state.cover == nil)
    let drafts = try hall.desk.store.drafts(of: "wangfang")
    try first.press("三")
    #expect(first.text.contains("接管") && !first.text.contains("老街面馆"))
    #expect(try hall.desk.store.drafts(of: "wangfang") == drafts)
    #expect(!first.isLeft)
    expectGolden(first.grid.frame, named: "door-over-80x24-zh")
    try first.press("x")
    #expect(first.isLeft)
  }

  @Test func `what was typed at the first console comes along`() throws {
    let hall = try ConsoleHall.inEarnest()
    var first = try DoorConsole(hall, as: hall.signIn("wangfang", at: "A01"), counter: "A01")
    try first.press(half + "张三<Esc>")
    var second = try DoorConsole(hall, counter: "A02")
    try second.signIn("wangfang")
    try second.press("<C-y>")
    #expect(second.text.contains("草稿") && second.text.contains("食品经营许可新办"))
  }

  @Test func `who works beside sees only what was begun at the own counter`() throws {
    let hall = try ConsoleHall.inEarnest()
    var first = try DoorConsole(hall, as: hall.signIn("wangfang", at: "A01"), counter: "A01")
    try first.press(half + "张三<Esc>")
    var second = try DoorConsole(hall, counter: "A02")
    try second.signIn("wangfang")
    try second.press("<Enter>")
    #expect(second.state.cover == nil && !second.text.contains("食品经营许可新办"))
    try second.press("<F8>GA03<Enter><Scan:539901199511050244><Esc>")
    first.wait()
    #expect(!first.text.contains("身份证"))
    #expect(try hall.desk.store.drafts(of: "wangfang").count == 2)
  }

  @Test func `the same counter twice is taken over or left`() throws {
    let hall = try ConsoleHall.inEarnest()
    _ = try hall.signIn("wangfang", at: "A01")
    var second = try DoorConsole(hall, counter: "A01")
    try second.signIn("wangfang")
    try second.press("<Enter>")
    #expect(second.state.cover != nil)
    try second.press("<Esc>")
    #expect(try hall.store.openSittings(of: "wangfang").count == 1)
  }

  @Test func `whoever is disabled is out at the next key, before it does anything`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("wangfang"))
    console.wait()
    try hall.disable("wangfang")
    let waiting = try hall.desk.store.tickets(on: hall.desk.today, in: [.waiting], limit: 9).count
    try console.press("<F6>")
    guard case .over = console.state.cover else {
      Issue.record("\(console.text)")
      return
    }
    let left = try hall.desk.store.tickets(on: hall.desk.today, in: [.waiting], limit: 9).count
    #expect(left == waiting)
  }

  @Test func `whoever was sent away sees it within a second`() throws {
    let hall = try ConsoleHall.inEarnest()
    let seat = try hall.signIn("wangfang")
    var console = try DoorConsole(hall, as: seat)
    try hall.desk.endSitting(
      #require(seat.sitting), reason: "下班未退", by: hall.signIn("qianjin"))
    #expect(console.wait().text.contains("钱进"))
  }
}

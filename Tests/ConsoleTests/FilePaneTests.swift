import Casework
import Deskwork
import TerminalUI
import TestSupport
import Testing

@Suite struct FilePaneTests {
  @Test(
    arguments: [
      ("file-overview-80x24-zh", "xujing", Language.zh, 80, 24, 1, "<Enter>"),
      ("file-materials-80x24-zh", "xujing", .zh, 80, 24, 1, "<Enter><Right>"),
      ("file-route-100x30-zh-wide", "zhenghaitao", .zh, 100, 30, 2, "<Enter><Right><Right>"),
      ("file-clocks-80x24-zh", "xujing", .zh, 80, 24, 1, "<Down><Enter><Tab><Tab><Tab>"),
      ("file-papers-80x24-en", "xujing", .en, 80, 24, 1, "<Enter><Left><Left>"),
      ("file-history-80x24-zh", "songxinhe", .zh, 80, 24, 1, "<Enter><Left>"),
      ("file-overview-120x40-en", "songxinhe", .en, 120, 40, 1, "<Enter>"),
    ] as [(String, ClerkID, Language, Int, Int, Int, String)])
  func `frames of a case`(
    name: String, clerk: ClerkID, language: Language, columns: Int, rows: Int, ambiguous: Int,
    keys: String
  ) throws {
    let driver = ConsoleDriver(
      try .atWork(), as: clerk, language, columns: columns, rows: rows, ambiguous: ambiguous)
    expectGolden(try driver.press(keys).frame, named: name)
  }

  @Test func `next and previous follow the list it was opened from`() throws {
    let driver = ConsoleDriver(try .atWork(), as: "xujing")
    #expect(try driver.press("<Enter><C-n>").row(with: "列表 2/3").isEmpty == false)
    #expect(try driver.press("<Enter><C-n>").text.contains("0226-0001"))
    #expect(try driver.press("<Enter><C-n><C-b>").text.contains("0224-0001"))
    #expect(try driver.press("<End><Enter><C-n>").notice.contains("最后一件"))
  }

  @Test func `Esc goes back to the same row`() throws {
    let run = try ConsoleDriver(.atWork(), as: "xujing").press("<Down><Enter><Tab><C-n><Esc>")
    #expect(run.frames.last?.selectedRow.contains("0226-0001") == true)
  }

  @Test func `what another does to the open case is read and said`() throws {
    let hall = try ConsoleHall.atWork()
    var console = try OpenConsole(hall, as: "hewei")
    try console.press("<End><Enter><Tab><Tab>")
    try hall.act(.claim, on: "YC202603060001", by: "xujing")
    let frame = console.look()
    #expect(console.notice.contains("徐静刚刚领取了任务"))
    #expect(frame.text.contains("市监局徐静(10:24领)") && frame.text.contains("[流程]"))
  }

  @Test func `a document is read, and printed again under its number`() throws {
    let driver = ConsoleDriver(try .atWork(), as: "xujing")
    let documents = "<Enter><Left><Left>"
    #expect(try driver.press(documents + "<Enter>").text.contains("受理通知书"))
    let run = try driver.press(documents + "<C-r>")
    #expect(run.printed.count == 1 && run.printed.first?.hasSuffix("again") == true)
    #expect(try driver.press("<Enter><Left>").text.contains("补打了文书"))
  }

  @Test(arguments: ["护士", "货物"])
  func `a case that waits for the counter goes on in the intake`(item: String) throws {
    let run = try ConsoleDriver(.atWork(), as: "wangfang").press("7\(item)<Down><Enter><F6>")
    #expect(run.row(with: "一窗").contains("收件") && run.text.contains(item))
  }

  @Test func `a delivery is recorded from the case itself`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "sunli").press("<M-7>护照<Enter><F6><F10><C-y>")
    #expect(try hall.desk.file("YC202603020002").stage == .concluded)
    #expect(run.text.contains("已办结"))
  }

  @Test func `who may do nothing with a case reads why`() throws {
    let run = try ConsoleDriver(.atWork(), as: "wangfang").press("7护照<Enter><F6>")
    #expect(run.notice.contains("综合窗口岗位不能办这一步"))
  }
}

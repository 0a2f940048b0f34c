import Casework
import Console
import Deskwork
import TestSupport
import Testing

/// Several departments find something wrong; the applicant is told once.
@Suite struct CombinedNoticeTests {
  @Test func `what the consulted departments note stands in the notice of the lead`() throws {
    let hall = try ConsoleHall.atWork()
    let id = try hall.takeIn(
      "ZR02", of: .hotel, ending: .accept(deferring: [], underCommitment: false),
      on: on(2026, 3, 10))
    hall.now = ConsoleHall.now
    for (clerk, text) in [
      ("tangli", "总平面图未盖章"), ("jinxinyuan", "总平面图未盖章；缺环评意见"),
    ] {
      var console = try OpenConsole(hall, as: ClerkID(clerk))
      try console.press("<M-7>云溪<Enter><F7>\(text)<F10>")
      #expect(try hall.desk.file(id).notedDefects.last?.defects.map(\.remark) == [text])
    }
    let driver = ConsoleDriver(hall, as: "zhenghaitao")
    let keys = "<M-7>云溪<Enter><F7>"
    expectGolden(try driver.press(keys).frame, named: "form-correction-combined-80x24-zh")
    #expect(try driver.press(keys + "<C-k><F10>").state.dialogs.count == 2)
    _ = try driver.press(keys + "<F10><C-y>")
    let file = try hall.desk.file(id)
    #expect(file.examinationCorrection?.defects.map(\.remark) == ["总平面图未盖章；缺环评意见"])
    let notice = try #require(file.documents.last { $0.kind == .correctionNotice })
    let text = notice.text.string
    #expect(text.contains("提出部门：") && text.contains("缺环评意见"))
  }

  @Test func `papers are read before one says yes, their numbers open, and nothing is done`() throws
  {
    let hall = try ConsoleHall.atWork()
    let before = try hall.desk.file("YC202603090001").version
    let run = try ConsoleDriver(hall, as: "songxinhe", columns: 100, rows: 30)
      .press("<F6>1<F10><C-p>")
    expectGolden(run.frame, named: "question-preview-100x30-zh")
    #expect(run.text.contains("__号"))
    let back = try ConsoleDriver(hall, as: "songxinhe").press("<F6>1<F10><C-p><Esc><C-y>")
    #expect(back.printed.count == 1)
    #expect(try hall.desk.file("YC202603090001").version > before)
  }

  @Test func `a printer that works again prints what waits at one key`() throws {
    let run = try ConsoleDriver(.atWork(), as: "songxinhe").press("<M-p>")
    #expect(run.notice.contains("没有文书在等候打印"))
  }
}

import Casework
import Deskwork
import TestSupport
import TerminalUI
import Testing

@Suite struct FormTests {
  @Test(
    arguments: [
      ("form-opinion-80x24-zh", "xujing", Language.zh, "<F6><Tab>经营场所与平面图一致"),
      ("form-correction-80x24-zh", "xujing", .zh, "<F7><Down>请补全设备布局图并标明操作流程"),
      ("form-special-80x24-en", "hewei", .en, "<End><F8><Tab>"),
      ("form-refuse-80x24-zh", "songxinhe", .zh, "<F6>2"),
    ] as [(String, ClerkID, Language, String)])
  func `frames of forms`(name: String, clerk: ClerkID, language: Language, keys: String) throws {
    expectGolden(
      try ConsoleDriver(.atWork(), as: clerk, language).press(keys).frame, named: name)
  }

  @Test func `what was typed comes back when the form is opened again`() throws {
    let hall = try ConsoleHall.atWork()
    let driver = ConsoleDriver(hall, as: "songxinhe")
    #expect(try driver.press("<F6>2申请人未失业<Esc>").notice == "已存草稿")
    let run = try driver.press("<F6>2")
    #expect(run.text.contains("申请人未失业") && run.notice.contains("已恢复"))
    #expect(try driver.press("<F6>2<C-r>").text.contains("申请人未失业") == false)
    #expect(try driver.press("<F6>2").notice.isEmpty)
  }

  @Test func `a form closed untouched leaves no draft`() throws {
    let hall = try ConsoleHall.atWork()
    #expect(try ConsoleDriver(hall, as: "songxinhe").press("<F6>2<Esc>").notice.isEmpty)
    #expect(try hall.desk.store.drafts(of: "songxinhe").isEmpty)
  }

  @Test func `who loses a race reads who was first and keeps the text`() throws {
    let hall = try ConsoleHall.atWork()
    var console = try OpenConsole(hall, as: "songxinhe")
    try console.press("<F6>2申请人未失业<Tab>失业保险条例第十四条")
    try hall.act(.withdraw(reason: "已就业"), on: "YC202603090001", by: "wangfang")
    try console.press("<F10><C-y>")
    #expect(console.notice.contains("王芳") && console.notice.contains("已存草稿"))
    #expect(console.dialogs == 0)
    #expect(try hall.desk.store.drafts(of: "songxinhe").count == 1)
  }

  @Test func `what the loser typed is back at one key`() throws {
    let hall = try ConsoleHall.atWork()
    var console = try OpenConsole(hall, as: "xujing")
    try console.press("<F6>现场核查合格<Tab>徐静")
    try hall.act(
      .suspend(cause: "须听证"), on: "YC202602240001", by: "machunmei")
    try hall.act(.resume, on: "YC202602240001", by: "machunmei")
    try console.press("<Tab>李演示<F10>")
    #expect(console.notice.contains("马春梅") && console.notice.contains("已存草稿"))
    #expect(console.dialogs == 0)
    #expect(try console.press("<F6>").text.contains("现场核查合格"))
  }

  @Test(arguments: ["<F6><F10>", "<F6><Tab><Tab><Tab><Enter>"])
  func `what is missing is said and gets the cursor`(keys: String) throws {
    let run = try ConsoleDriver(.atWork(), as: "xujing").press(keys)
    #expect(run.notice == "请填写核查人2" && run.row(with: "> 核查人2").isEmpty == false)
  }

  @Test(arguments: [
    ("2026-03-25", "3月25日"), ("3-24", "3月24日"), ("3/24", "3月24日"), ("+13", "3月30日"),
    ("2-1", "2027年2月1日"), ("2026-02-30", "日期写成"), ("abc", "日期写成"),
    ("2026-03-10", "2026-03-11"),
  ])
  func `a date is read as people write it`(typed: String, shown: String) throws {
    let run = try ConsoleDriver(.atWork(), as: "hewei")
      .press("<End><F8><Tab><C-u>\(typed)<Tab>检验<F10>")
    #expect(run.text.contains(shown))
  }

  @Test func `text typed in a choice goes into the blank after it`() throws {
    let run = try ConsoleDriver(.atWork(), as: "xujing").press("<F6>符合")
    #expect(run.row(with: "> 说明").contains("符合"))
  }
}

import Casework
import Deskwork
import TerminalUI
import TestSupport
import Testing

@Suite struct InboxPaneTests {
  @Test(
    arguments: [
      ("inbox-80x24-zh", "xujing", Language.zh, 80, 24, 1, "<Down>"),
      ("inbox-100x30-en", "machunmei", .en, 100, 30, 1, "<Down>"),
      ("inbox-120x40-zh", "zhenghaitao", .zh, 120, 40, 1, ""),
      ("inbox-80x24-zh-wide", "songxinhe", .zh, 80, 24, 2, ""),
      ("inbox-80x24-zh-nobody", "wangfang", .zh, 80, 24, 1, "3"),
    ] as [(String, ClerkID, Language, Int, Int, Int, String)])
  func `frames of the inbox`(
    name: String, clerk: ClerkID, language: Language, columns: Int, rows: Int, ambiguous: Int,
    keys: String
  ) throws {
    let driver = ConsoleDriver(
      try .atWork(), as: clerk, language, columns: columns, rows: rows, ambiguous: ambiguous)
    expectGolden(try driver.press(keys).frame, named: name)
  }

  @Test(arguments: [
    ("hewei", "<F6>", "本件已由徐静"),  // A colleague has claimed it.
    ("xujing", "<Down><F7>", "计时已停"),
    ("xujing", "<C-d>", "只能看本部门的待办"),
    ("wangfang", "3<F6>", "请先选一个部门"),
  ])
  func `a key that cannot be used says what the rule says`(
    clerk: String, keys: String, sentence: String
  ) throws {
    let run = try ConsoleDriver(.atWork(), as: ClerkID(clerk)).press(keys)
    #expect(run.notice.contains(sentence))
  }

  @Test func `claiming makes a case mine and doing it again gives it back`() throws {
    let hall = try ConsoleHall.atWork()
    var console = try OpenConsole(hall, as: "hewei")
    try console.press("<End>")
    #expect(try console.press("<F4>").selectedRow.contains("我 10:24"))
    #expect(try console.press("<F4>").selectedRow.contains("未领"))
  }

  @Test func `marked cases are claimed in one act`() throws {
    let hall = try ConsoleHall.atWork()
    let another = try hall.takeIn(
      "SJ05", of: .noodleHouse, ending: .accept(deferring: [], underCommitment: false),
      on: on(2026, 3, 10))
    hall.now = ConsoleHall.now
    var console = try OpenConsole(hall, as: "hewei")
    try console.press("<End><Up><Space><Space><F4>")
    #expect(try hall.desk.file(another).stepRecord?.claims.map(\.clerk) == ["hewei"])
    #expect(console.notice.contains("0306-0001") && console.notice.contains(another.spoken))
  }

  @Test func `a case that a colleague has claimed cannot be marked`() throws {
    let run = try ConsoleDriver(.atWork(), as: "hewei").press("<Space>")
    #expect(run.notice.contains("徐静已领取"))
  }

  @Test func `a row that has gone leaves nothing selected`() throws {
    let hall = try ConsoleHall.atWork()
    var console = try OpenConsole(hall, as: "songxinhe")
    #expect(console.look().selectedRow.contains("0309-0001"))
    let id: CaseID = "YC202603090001"
    try hall.act(.decide(.refused, text: "不符合", basis: "条例"), on: id, by: "songxinhe")
    _ = try hall.takeIn(
      "RS05", of: .student, ending: .accept(deferring: [], underCommitment: false),
      on: on(2026, 3, 10))
    hall.now = ConsoleHall.now
    let frame = console.look()
    #expect(frame.selectedRow.isEmpty && frame.text.contains("0310-"))
  }

  @Test func `news keeps the cursor on the same case`() throws {
    let hall = try ConsoleHall.atWork()
    var console = try OpenConsole(hall, as: "hewei")
    let before = try console.press("<End>").selectedRow
    _ = try hall.takeIn(
      "SJ05", of: .restaurant, ending: .accept(deferring: [], underCommitment: false),
      on: on(2026, 2, 25))
    hall.now = ConsoleHall.now
    #expect(console.look().selectedRow == before)
  }

  @Test(arguments: ["/药品", "药品", "/0226", "<C-f>康民", "/26-0"])
  func `typing narrows the list as one types`(keys: String) throws {
    let run = try ConsoleDriver(.atWork(), as: "hewei").press(keys)
    #expect(run.row(with: "剩余").contains("1/1") && run.text.contains("0226-0001"))
  }

  @Test func `Esc clears the filter before it leaves the pane`() throws {
    let run = try ConsoleDriver(.atWork(), as: "hewei").press("药品<Esc>")
    #expect(run.row(with: "剩余").contains("/3"))
  }

  @Test func `a supervisor frees a claim with a reason`() throws {
    let hall = try ConsoleHall.atWork()
    let supervisor = try #require(
      hall.desk.clerks.values.filter { $0.role == .supervisor }.map(\.id).min())
    var console = try OpenConsole(hall, as: supervisor)
    try console.press("3<Enter>1<F4>")
    try console.press("休假待办无人处理<F10>")
    #expect(try hall.desk.file("YC202602240001").stepRecord?.claims.isEmpty == true)
  }

  @Test func `an opinion carries the case on without a question`() throws {
    let hall = try ConsoleHall.atWork()
    var console = try OpenConsole(hall, as: "xujing")
    try console.press("<F6><Tab>符合要求<Tab><Tab>何伟<F10>")
    let file = try hall.desk.file("YC202602240001")
    #expect(file.currentStep == 1)
    #expect(file.steps[0].opinions.first?.officers == ["徐静", "何伟"])
    #expect(console.notice.contains("转 审查"))
  }

  @Test func `a decision is asked about once and names what follows`() throws {
    let hall = try ConsoleHall.atWork()
    let driver = ConsoleDriver(hall, as: "songxinhe")
    expectGolden(try driver.press("<F6>1<F10>").frame, named: "inbox-question-grant")
    let run = try driver.press("<F6>1<F10><C-y>")
    #expect(try hall.desk.file("YC202603090001").decision?.verdict == .granted)
    #expect(run.printed.count == 1)
  }
}

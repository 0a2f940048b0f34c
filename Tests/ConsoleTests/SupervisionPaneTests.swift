import Casework
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

@Suite struct SupervisionPaneTests {
  private static let overdue: CaseID = "YC202602240001"

  /// The keys to the overdue case among the cards of the hall, and among those of its department.
  private static let toOverdue = "<Down> <Down> <Down>"
  private static let toOwnOverdue = "5 <Down>"

  @Test(arguments: [
    (10, "0304-0001", "- 预警"), (11, "0304-0001", "! 黄牌"), (11, "0224-0001", "!! 红牌"),
    (12, "0304-0001", "!! 红牌"),
  ])
  func `each card says in words how grave it is, and in marks`(
    day: Int, number: String, level: String
  ) throws {
    let hall = try ConsoleHall.atWork()
    hall.now = Moment(date: on(2026, 3, day), hour: 17, minute: 0)
    let run = try ConsoleDriver(hall, as: "duanyumin", columns: 100, rows: 40).press("")
    let row = run.frames.last?.lines.first { $0.contains("J01") && $0.contains(number) } ?? ""
    #expect(row.contains(level), "\(row)")
  }

  @Test func `the four violations are counted whatever is filtered`() throws {
    for keys in ["", "<Right> <Right>", "<F3> 未 答 复 <Enter>"] {
      let run = try ConsoleDriver(.atWork(), as: "duanyumin").press(keys)
      #expect(run.row(with: "四类违规").contains("办件超期 1"), "\(keys)")
    }
  }

  @Test func `a card says who held the case when it crossed the line, and for how long`() throws {
    let run = try ConsoleDriver(.atWork(), as: "duanyumin").press(Self.toOverdue)
    #expect(run.row(with: "过线时").contains("市监局(徐静)"))
    #expect(run.row(with: "历时").contains("市监局 "))
    let whole = try ConsoleDriver(.atWork(), as: "duanyumin").press(Self.toOverdue + " <Space>")
    #expect(whole.text.contains("越线时办件在市监局(徐静)"))
  }

  @Test
  func `only graver cards are listed where one asks for them, and the others are still counted`()
    throws
  {
    let run = try ConsoleDriver(.atWork(), as: "duanyumin").press("<Right> <Right>")
    #expect(run.row(with: "全部规则").contains("不列"))
    #expect(!run.text.contains("J02 收件未答复") && run.text.contains("J01 办件超期"))
  }

  @Test func `an order is asked about with its date, printed, and shown as awaited`() throws {
    let hall = try ConsoleHall.atWork()
    let asked = try ConsoleDriver(hall, as: "duanyumin").press(Self.toOverdue + " <F6> 1 <F10>")
    #expect(asked.text.contains("督办第1号发 市监局") && asked.text.contains("3月16日 周一"))
    #expect(try hall.desk.file(Self.overdue).supervision.orders.isEmpty)
    let run = try ConsoleDriver(hall, as: "duanyumin").press(Self.toOverdue + " <F6> 1 <F10> <C-y>")
    #expect(run.row(with: ">!! 红牌").contains("督1待复"))
    #expect(try hall.desk.file(Self.overdue).supervision.orders.first?.department == "SJ")
  }

  @Test func `an order stays in sight though its card has cleared, until it is closed`() throws {
    let hall = try ConsoleHall.atWork()
    try hall.act(
      .supervise(.orderFollowUp(CardKey(.overdue), "SJ", text: "查明原因")), on: Self.overdue,
      by: "duanyumin")
    try hall.act(.giveBack(reason: "-"), on: Self.overdue, by: "xujing")
    try hall.finish(Self.overdue)
    hall.now = ConsoleHall.now
    let run = try ConsoleDriver(hall, as: "duanyumin").press("<End>")
    #expect(run.row(with: "督1待复").contains("- 预警") && run.text.contains("牌已消除"))
    _ = try ConsoleDriver(hall, as: "duanyumin").press("<End> <F6> 3 <Tab> 已办结 <F10>")
    let after = try ConsoleDriver(hall, as: "duanyumin").press("<End>")
    #expect(!after.text.contains("督1"))
    #expect(try hall.desk.file(Self.overdue).supervision.orders.first?.isOpen == false)
  }

  @Test func `an order that nobody answers in time goes to the second level, and not before`()
    throws
  {
    let hall = try ConsoleHall.atWork()
    try hall.act(
      .supervise(.orderFollowUp(CardKey(.overdue), "SJ", text: "查明原因")), on: Self.overdue,
      by: "duanyumin")
    let early = try ConsoleDriver(hall, as: "duanyumin").press(Self.toOverdue + " <F6> 2")
    #expect(!early.notice.isEmpty)
    hall.now = Moment(date: on(2026, 3, 17), hour: 9, minute: 0)
    let driver = ConsoleDriver(hall, as: "duanyumin", columns: 100, rows: 40)
    let rows = try driver.press("").frames.last?.lines ?? []
    let start = try #require(rows.firstIndex { $0.hasPrefix(">") })
    let place = try #require(rows.firstIndex { $0.contains("督1逾期") })
    let downs = String(repeating: "<Down> ", count: place - start)
    _ = try driver.press(downs + "<F6> 2 逾期未复 <F10> <C-y>")
    #expect(try hall.desk.file(Self.overdue).supervision.orders.first?.tier == 2)
  }

  @Test func `a department sees what is ordered of it, answers, and appeals`() throws {
    let hall = try ConsoleHall.atWork()
    _ = try ConsoleDriver(hall, as: "duanyumin").press(Self.toOverdue + " <F6> 1 <F10> <C-y>")
    let inbox = try ConsoleDriver(hall, as: "xujing").press("")
    #expect(inbox.row(with: "[全部]").contains("督办待复1"))
    #expect(inbox.frames.count == 1)
    let own = try ConsoleDriver(hall, as: "xujing").press("5")
    #expect(own.row(with: "全部规则").contains("市监局") && own.text.contains("督1待复"))
    let answered = try ConsoleDriver(hall, as: "xujing").press(
      Self.toOwnOverdue + " <F6> 1 申请人改期核查 <F10>")
    #expect(answered.text.contains("督1已复"))
    #expect(try !ConsoleDriver(hall, as: "xujing").press("").text.contains("督办待复"))
    let appealed = try ConsoleDriver(hall, as: "xujing").press(
      Self.toOwnOverdue + " <F6> 2 系统中断两日 <F10>")
    #expect(appealed.text.contains("申诉中"))
    let file = try hall.desk.file(Self.overdue)
    #expect(file.supervision.orders.first?.answers.count == 1)
    #expect(file.supervision.appeals.first?.ground == "系统中断两日")
  }

  @Test func `a ruling that excuses a card takes it off the list and keeps it in the history`()
    throws
  {
    let hall = try ConsoleHall.atWork()
    try hall.act(
      .supervise(.appealCard(CardKey(.overdue), ground: "系统中断两日")), on: Self.overdue, by: "xujing")
    let menu = try ConsoleDriver(hall, as: "duanyumin").press(Self.toOverdue + " <F6>")
    #expect(menu.row(with: "裁定").contains("系统中断两日"))
    let ruled = try ConsoleDriver(hall, as: "duanyumin").press(
      Self.toOverdue + " <F6> 4 2 <Tab> 情况属实 <F10>")
    #expect(ruled.row(with: "四类违规").contains("办件超期 0"))
    let history = try ConsoleDriver(hall, as: "duanyumin").press("7 0224-0001 <Enter> <Left>")
    #expect(history.text.contains("认定J01不计") && history.text.contains("对J01提出申诉"))
  }

  @Test func `what one's office may not do says why`() throws {
    let run = try ConsoleDriver(.atWork(), as: "xujing").press("5 <F6> 3")
    #expect(run.notice.contains("承办人"))
  }

  @Test func `Tab turns to every open case by its date`() throws {
    let hall = try ConsoleHall.atWork()
    _ = try hall.takeIn(
      "RS05", of: .mother, ending: .accept(deferring: [], underCommitment: false),
      on: on(2026, 3, 5))
    hall.now = ConsoleHall.now
    let run = try ConsoleDriver(hall, as: "duanyumin", columns: 100, rows: 40).press("<Tab>")
    let words = [
      ("0224-0001", "红 超2日"), ("0304-0001", "黄 今日"), ("0305-0001", "提醒余1"),
      ("0306-0001", "余7日"), ("0226-0001", "停"),
    ]
    for (number, word) in words { #expect(run.row(with: number).contains(word), "\(number)") }
    #expect(!run.text.contains("0310-0003"))
    #expect(run.row(with: "红 1").contains("黄 1") && run.row(with: "红 1").contains("市监局3"))
  }

  @Test func `a department can be looked at alone`() throws {
    let run = try ConsoleDriver(.atWork(), as: "duanyumin").press("<Tab> <F4> 公 安 <Enter>")
    #expect(run.text.contains("0304-0001") && !run.text.contains("0224-0001"))
  }

  @Test func `a claim is freed with a reason and not without`() throws {
    let hall = try ConsoleHall.atWork()
    let without = try ConsoleDriver(hall, as: "duanyumin").press("<Down> <Down> <F7> <F10>")
    #expect(without.notice.contains("理由"))
    #expect(try hall.desk.file(Self.overdue).stepRecord?.claims.isEmpty == false)
    _ = try ConsoleDriver(hall, as: "duanyumin").press("<Down> <Down> <F7> 长期无人办理 <F10>")
    #expect(try hall.desk.file(Self.overdue).stepRecord?.claims.isEmpty == true)
  }

  @Test func `news leaves the cursor on its card`() throws {
    let hall = try ConsoleHall.atWork()
    var sitting = try ConsoleSitting(ConsoleDriver(hall, as: "duanyumin"))
    let before = try sitting.press("<Down>")
    let selected = { (text: String) in text.split(separator: "\n").first { $0.hasPrefix(">") } }
    _ = try sitting.wait()
    try hall.act(
      .supervise(.orderFollowUp(CardKey(.overdue), "SJ", text: "查明原因")), on: Self.overdue,
      by: "duanyumin")
    let after = try sitting.wait()
    #expect(selected(before) == selected(after) && after.contains("督1待复"))
  }

  @Test(arguments: [
    ("supervision-80x24-zh", Language.zh, 80, 24, 1, ""),
    ("supervision-80x24-en", .en, 80, 24, 1, "<Down>"),
    ("supervision-100x30-zh", .zh, 100, 30, 1, "<Down>"),
    ("supervision-120x40-zh-wide", .zh, 120, 40, 2, ""),
    ("supervision-cases-80x24-zh", .zh, 80, 24, 1, "<Tab> <Down>"),
    ("supervision-acts-80x24-zh", .zh, 80, 24, 1, "<F6>"),
    ("supervision-order-80x24-zh", .zh, 80, 24, 1, "<F6> 1"),
    ("supervision-question-80x24-en", .en, 80, 24, 1, "<F6> 1 <F10>"),
  ])
  func `the pane looks as agreed`(
    name: String, language: Language, columns: Int, rows: Int, ambiguous: Int, keys: String
  ) throws {
    let driver = ConsoleDriver(
      try .atWork(), as: "duanyumin", language, columns: columns, rows: rows, ambiguous: ambiguous)
    expectGolden(try driver.press(keys).frame, named: name)
  }
}

import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

@Suite struct SupervisionPaneTests {
  @Test func `each open case says in words how near its date is`() throws {
    let hall = try ConsoleHall.atWork()
    _ = try hall.takeIn(
      "RS05", of: .mother, ending: .accept(deferring: [], underCommitment: false),
      on: on(2026, 3, 5))
    hall.now = ConsoleHall.now
    let run = try ConsoleDriver(hall, as: "duanyumin", columns: 100, rows: 40).press("")
    let words = [
      ("0224-0001", "红 超2日"), ("0304-0001", "黄 今日"), ("0305-0001", "提醒余1"),
      ("0306-0001", "余7日"), ("0226-0001", "停"),
    ]
    for (number, word) in words { #expect(run.row(with: number).contains(word), "\(number)") }
    #expect(!run.text.contains("0310-0003"))
  }

  @Test func `the top line counts the levels and the inboxes`() throws {
    let run = try ConsoleDriver(.atWork(), as: "duanyumin", columns: 100, rows: 40).press("")
    #expect(run.row(with: "红 1").contains("黄 1"))
    #expect(run.row(with: "红 1").contains("市监局3"))
  }

  @Test func `a department can be looked at alone`() throws {
    let run = try ConsoleDriver(.atWork(), as: "duanyumin").press("<F4> 公 安 <Enter>")
    #expect(run.text.contains("0304-0001") && !run.text.contains("0224-0001"))
  }

  @Test func `a claim is freed with a reason and not without`() throws {
    let hall = try ConsoleHall.atWork()
    let without = try ConsoleDriver(hall, as: "duanyumin").press("<F7> <F10>")
    #expect(without.notice.contains("理由"))
    #expect(try hall.desk.file("YC202602240001").stepRecord?.claims.isEmpty == false)
    _ = try ConsoleDriver(hall, as: "duanyumin").press("<F7> 长期无人办理 <F10>")
    #expect(try hall.desk.file("YC202602240001").stepRecord?.claims.isEmpty == true)
  }

  @Test func `where nothing is claimed the key says so`() throws {
    let run = try ConsoleDriver(.atWork(), as: "duanyumin").press("<Down> <F7>")
    #expect(run.notice == Refusal.notClaimed.sentence(in: .zh, names: SpokenNames()))
  }

  @Test(arguments: [
    ("supervision-80x24-zh", Language.zh, 80, 24, 1),
    ("supervision-80x24-en", .en, 80, 24, 1),
    ("supervision-120x40-zh-wide", .zh, 120, 40, 2),
  ])
  func `the pane looks as agreed`(
    name: String, language: Language, columns: Int, rows: Int, ambiguous: Int
  ) throws {
    let driver = ConsoleDriver(
      try .atWork(), as: "duanyumin", language, columns: columns, rows: rows, ambiguous: ambiguous)
    expectGolden(try driver.press("<Down>").frame, named: name)
  }
}

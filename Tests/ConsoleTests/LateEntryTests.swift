import Casework
import Console
import Deskwork
import TestSupport
import Testing
import WorkCalendar

@Suite struct LateEntryTests {
  private static let form = "3-9 <Tab> 15:20 <Tab> 系统中断 <Tab> 纸0091 <Tab> 1"
  private static let decided: CaseID = "YC202603090001"

  @Test func `while late entry is on nobody can overlook it`() throws {
    let run = try ConsoleDriver(.atWork(), as: "hewei")
      .press("3 <Down> <Down> <Enter> <M-l> \(Self.form) <F10>")
    #expect(run.row(with: "补录中").contains("3/9 15:20") && run.state.context.late != nil)
  }

  @Test(arguments: ["<M-l>", "<Esc>", "5", "7"])
  func `leaving the pane or the key again turns it off`(key: String) throws {
    let run = try ConsoleDriver(.atWork(), as: "hewei")
      .press("3 <Down> <Down> <Enter> <M-l> \(Self.form) <F10> \(key)")
    #expect(run.state.context.late == nil && !run.text.contains("补录中"))
  }

  @Test func `a question shows both times, and the act has both`() throws {
    let hall = try ConsoleHall.atWork()
    let driver = ConsoleDriver(hall, as: "hewei")
    let keys = "3 <Down> <Down> <Enter> <M-l> \(Self.form) <F10> <F4>"
    let asked = try driver.press(keys)
    #expect(asked.text.contains("3/9 15:20 发生, 3/11 10:24 记录") && asked.text.contains("纸0091"))
    let done = try driver.press(keys + " <C-y>")
    let file = try hall.desk.file("YC202603060001")
    let late = try #require(file.lateActs.first)
    #expect(late.entry.act == "claim" && late.entry.documentNumber == "纸0091")
    #expect(late.entry.happenedAt == Moment(date: on(2026, 3, 9), hour: 15, minute: 20))
    #expect(late.recordedAt == ConsoleHall.now && done.state.context.late == nil)
    #expect(done.notice.contains("0306-0001 领取了任务 (补录)"))
    let overview = try driver.press("3 <Down> <Down> <Enter>")
    #expect(overview.row(with: "补录 ").contains("3/9 15:20 发生, 3/11 10:24 记录"))
    let list = try driver.press("3")
    #expect(list.row(with: "0306-0001").contains("补 食品"))
  }

  @Test(arguments: [
    ("3-12 <Tab> 15:20", "3/12"), ("3-9 <Tab> 25:00", "15:20"), ("3-1 <Tab> 10:00", "3/6"),
  ])
  func `a time that cannot be is refused before any act`(typed: String, said: String) throws {
    let run = try ConsoleDriver(.atWork(), as: "hewei")
      .press("3 <Down> <Down> <Enter> <M-l> \(typed) <Tab> 系统中断 <Tab> 纸0091 <F10>")
    #expect(run.state.context.late == nil, "\(run.notice)")
    #expect(!run.notice.isEmpty && !run.text.contains("补录中"))
  }

  @Test func `an intake of an earlier day counts its limits from that day`() throws {
    let hall = try ConsoleHall.atWork()
    let begun = "2 JZZSL <Enter> 539901199003070126 <Enter> 周小兰 <Enter> 13888885555 <Enter>"
    let filled = " 云岭镇 <Enter> 云岭镇 <Enter> 外省 <Enter> 20250601 <Enter> 1 <Enter>"
    let materials = " <Space> <Space> <Space> <Space> <M-l> \(Self.form) <F10> <F10> <F10>"
    let driver = ConsoleDriver(hall, as: "wangfang", columns: 100, rows: 40)
    let asked = try driver.press(begun + filled + materials)
    #expect(asked.text.contains("3/9 15:20 发生, 3/11 10:24 记录"), "\(asked.text)")
    let run = try driver.press(begun + filled + materials + " <C-y>")
    #expect(run.state.context.late == nil && run.notice.contains("(补录)"))
    let newest = try #require(
      try hall.desk.store.search("0311", limit: 9).first { $0.isEnteredLate })
    let file = try hall.desk.file(newest.id)
    #expect(file.acceptance?.acceptedOn == on(2026, 3, 9) && file.receivedOn == on(2026, 3, 9))
  }

  @Test func `the form looks as agreed`() throws {
    let run = try ConsoleDriver(.atWork(), as: "hewei")
      .press("3 <Down> <Down> <Enter> <M-l> 3-9 <Tab> 15:20 <Tab> 系统中断")
    expectGolden(run.frame, named: "late-entry-80x24-zh")
  }

  @Test(arguments: [("late-question-80x24-en", Language.en), ("late-question-80x24-zh", .zh)])
  func `the question under the banner looks as agreed`(name: String, language: Language) throws {
    let run = try ConsoleDriver(.atWork(), as: "hewei", language)
      .press("3 <Down> <Down> <Enter> <M-l> \(Self.form) <F10> <F4>")
    expectGolden(run.frame, named: name)
  }

  @Test func `in a real hall the second person types a password, which no draft ever holds`() throws
  {
    let hall = try ConsoleHall.inEarnest()
    _ = try hall.store.append(
      Batch(
        stamp: Stamp(clerk: "qianjin", at: hall.now),
        changes: [.putPassword("qianjin", hash: "kept:qianjin-2026", at: hall.now)]))
    var console = try DoorConsole(hall, as: hall.signIn("hewei"))
    let witness = try #require(
      hall.desk.clerks.values.filter { $0.may(.witnessLateEntry) }
        .sorted { ($0.role.rawValue, $0.id) < ($1.role.rawValue, $1.id) }
        .firstIndex { $0.id == "qianjin" })
    let form = "3-9 <Tab> 15:20 <Tab> 系统中断 <Tab> 纸0091 <Tab> \(witness + 1) <Tab>"
    try console.press("3 <Down> <Down> <Enter> <M-l> \(form)")
    for wrong in ["", "guessed"] {
      try console.press(wrong.map(String.init).joined(separator: " "))
      #expect(!console.text.contains("guessed"))
      try console.press("<F10>")
      #expect(console.state.context.late == nil && console.state.notice?.kind == .refused)
    }
    hall.now = hall.now.adding(seconds: 60)
    for character in "qianjin-2026" { try console.press(String(character)) }
    #expect(console.text.contains(String(repeating: "*", count: 12)))
    #expect(!console.text.contains("qianjin-2026"))
    let drafts = try hall.store.drafts(of: "hewei")
    #expect(drafts.contains { $0.body.contains("纸0091") })
    #expect(drafts.allSatisfy { !$0.body.contains("guessed") && !$0.body.contains("2026\n") })
    #expect(drafts.allSatisfy { !$0.body.contains("qianjin-") && !$0.body.contains("password") })
    try console.press("<F10>")
    #expect(console.text.contains("补录中"))
    try console.press("<F4> <C-y>")
    let late = try #require(try hall.desk.file("YC202603060001").lateActs.first)
    #expect(late.entry.witness == "qianjin" && late.entry.witnessProvedAt == hall.now)
  }
}

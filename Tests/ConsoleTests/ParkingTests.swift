import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

/// Laying a desk aside, and finding it again after somebody else, a dropped line or another day.
@Suite struct ParkingTests {
  /// Who was in the middle of what.
  private static let desks: [(clerk: ClerkID, keys: String)] = [
    ("wangfang", "<F8>SJ05<Enter><Scan:92539901MA6KCD3T34>张三<Enter>"),
    ("wangfang", "<F8>食品"), ("wangfang", "<F8>GA03<Enter>"),
    ("wangfang", "7<Down><Down><Enter><Tab><Tab>"),
    ("wangfang", "7护士<Down><Enter><F6>"),
    ("xujing", "<F6>现场核查<Tab>徐静"), ("hewei", "<End><F8><Tab><C-u>3-24<Tab>检验"),
    ("hewei", "<End><Enter><Tab>"), ("hewei", "药品"), ("songxinhe", "<F6>2申请人未失业"),
    ("sunli", "<Down><Down>"), ("sunli", "李演秀"), ("sunli", "<Down><Space><F6><Tab>"),
    ("duanyumin", "<Right><Down>"), ("duanyumin", "<Tab><Down><Down>"),
    ("qianjin", "<F4>2"), ("qianjin", "8<Tab><Down>"), ("leiming", "营业<Down>"),
  ]

  /// What lies between the tabs and the notice.
  private func body(_ grid: CellGrid) -> [String] { Array(grid.lines.dropFirst(3).prefix(17)) }

  @Test(arguments: desks)
  func `what was laid aside comes back as it was`(clerk: ClerkID, keys: String) throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn(clerk), counter: nil)
    let home = body(console.grid)
    let before = body(try console.press(keys))
    let aside = try console.press("<M-g>")
    let isDraftListed = body(aside).contains { $0.contains("草稿") }
    #expect((body(aside) == home || isDraftListed) && aside.text.contains("挂起1"), "\(aside.text)")
    let after = try console.press("<M-b>")
    #expect(body(after) == before, "\(after.text)")
    #expect(!after.text.contains("挂起1"))
  }

  @Test(arguments: desks)
  func `after a dropped line one key brings everything back`(clerk: ClerkID, keys: String) throws {
    let hall = try ConsoleHall.inEarnest()
    let first = try hall.signIn(clerk)
    var console = try DoorConsole(hall, as: first, counter: nil)
    let before = body(try console.press(keys))
    console.wait()
    hall.store.leave(try #require(first.sitting))
    var again = try DoorConsole(hall, as: hall.signIn(clerk), counter: nil)
    #expect(again.text.contains("Alt-B 接着办"), "\(again.text)")
    let after = try again.press("<M-b>")
    #expect(body(after) == before, "\(after.text)")
  }

  @Test func `several citizens are kept apart, the last one first`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("wangfang"))
    for (item, number) in [("GA03", "539901199511050244"), ("GA04", "539901197909230115")] {
      try console.press("<F8>\(item)<Enter><Scan:\(number)><M-g>")
      hall.now = hall.now.adding(seconds: 60)
    }
    let list = try console.press("<M-v>")
    expectGolden(list.frame, named: "parked-80x24-zh")
    #expect(!list.text.contains("539901199511050244"))
    let second = try console.press("<Down><Enter>").text
    #expect(second.contains("539901199511050244"), "\(second)")
    // What is in hand changes places with what comes back.
    #expect(try console.press("<M-b>").text.contains("539901197909230115"))
    #expect(try console.press("<M-b>").text.contains("539901199511050244"))
  }

  @Test func `ignoring what was left loses nothing`() throws {
    let hall = try ConsoleHall.inEarnest()
    let first = try hall.signIn("wangfang")
    var console = try DoorConsole(hall, as: first)
    try console.press("<F8>GA03<Enter><Scan:539901199511050244>")
    hall.store.leave(try #require(first.sitting))
    var again = try DoorConsole(hall, as: hall.signIn("wangfang"))
    try again.press("<F8>GA04<Enter><Scan:539901197909230115><Esc>7<Down>")
    again.wait()
    #expect(again.text.contains("挂起1"))
    let back = try again.press("<M-b>").text
    #expect(back.contains("539901199511050244"), "\(back)")
  }

  @Test(arguments: Language.allCases)
  func `the greeting after a dropped line looks as agreed`(language: Language) throws {
    let hall = try ConsoleHall.inEarnest()
    let first = try hall.signIn("xujing")
    var console = try DoorConsole(hall, as: first, counter: nil)
    try console.press("<F6>现场核查")
    hall.store.leave(try #require(first.sitting))
    hall.now = hall.now.adding(seconds: 300)
    let again = try DoorConsole(hall, as: hall.signIn("xujing"), counter: nil, language)
    expectGolden(again.grid.frame, named: "greeting-80x24-\(language)")
  }

  @Test func `who comes back to a shared counter finds the desk as it was left`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall)
    try console.signIn("wangfang")
    try console.press("<F8>GA03<Enter><Scan:539901199511050244><F9>")
    try console.signIn("limin")
    #expect(!console.text.contains("Alt-B"))
    try console.press("<F9>")
    try console.signIn("wangfang")
    #expect(try console.press("<M-b>").text.contains("539901199511050244"))
  }

  @Test func `taking over brings the other desk along`() throws {
    let hall = try ConsoleHall.inEarnest()
    var first = try DoorConsole(hall, as: hall.signIn("wangfang", at: "A01"), counter: "A01")
    try first.press("<F8>GA03<Enter><Scan:539901199511050244>")
    var second = try DoorConsole(hall, counter: "A02")
    try second.signIn("wangfang")
    try second.press("<C-y>")
    #expect(try second.press("<M-b>").text.contains("539901199511050244"))
    first.wait()
    #expect(first.text.contains("接管"))
  }

  @Test func `a form whose case has moved on meanwhile says so and keeps the text`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("songxinhe"), counter: nil)
    try console.press("<F6>2申请人未失业<M-g>")
    try hall.act(.withdraw(reason: "已就业"), on: "YC202603090001", by: "wangfang")
    #expect(try console.press("<M-b>").text.contains("变动"))
    #expect(try hall.desk.store.drafts(of: "songxinhe").first?.body.contains("申请人未失业") == true)
  }

  @Test func `what is kept of a desk is a contract`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("hewei"), counter: nil)
    try console.press("<End><F8><Tab><C-u>3-24")
    console.wait()
    let kept = try #require(try hall.store.workspaces(of: "hewei").first)
    expectGolden(kept.body, named: "workspace")
  }

  @Test func `a desk of another version is left alone, its draft is there`() throws {
    let hall = try ConsoleHall.inEarnest()
    try hall.store.save(
      Workspace(
        clerk: "wangfang", counter: "A01", place: 1, title: "别的版本",
        body: #"{"version":9,"path":["tickets"],"panes":{}}"#, savedAt: hall.now))
    var console = try DoorConsole(hall, as: hall.signIn("wangfang"))
    #expect(try console.press("<M-b>").text.contains("另一版本"))
  }

  @Test func `nothing in hand is nothing to lay aside`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("wangfang"))
    #expect(try console.press("<M-g>").text.contains("手上没有可挂起的"))
    #expect(try console.press("<M-b>").text.contains("没有挂起的工位"))
    #expect(try hall.store.workspaces(of: "wangfang").isEmpty)
  }

  @Test func `the cursor is kept with the next second, not at every key`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("hewei"), counter: nil)
    try console.press("<Down>")
    #expect(try hall.store.workspaces(of: "hewei").isEmpty)
    console.wait()
    #expect(try hall.store.workspaces(of: "hewei").count == 1)
  }

  @Test(arguments: Array(0..<10) as [UInt64])
  func `no order of keys loses a typed field or shows a case under a cover`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let hall = try ConsoleHall.inEarnest()
    var seat = try hall.signIn("xujing")
    var console = try DoorConsole(hall, as: seat, counter: nil)
    var typed: [String] = []
    for step in 0..<40 {
      switch random.next() % 9 {
      case 0, 1:
        if console.state.dialogs.isEmpty { try console.press("3<Home><F6>") }
        guard case .form = console.state.dialogs.last else { continue }
        typed.append("词\(step)")
        try console.press("<End>词\(step)")
      case 2: try console.press("<M-g>")
      case 3: try console.press("<M-b>")
      case 4:
        try console.press("<M-x>")
        for secret in ["0225-0001", "药品", "滇味", "现场", "词"] {
          #expect(!console.text.contains(secret), "seed \(seed)")
        }
        try console.press("xujing-2026<Enter>")
        #expect(console.state.cover == nil, "seed \(seed)")
      case 5:
        hall.store.leave(try #require(seat.sitting))
        seat = try hall.signIn("xujing")
        console = try DoorConsole(hall, as: seat, counter: nil)
      case 6: try console.press("<Esc>")
      case 7: try console.press("<Down><Up>7")
      default: console.wait()
      }
      let kept = try hall.desk.store.drafts(of: "xujing").map(\.body).joined()
      for word in typed { #expect(kept.contains(word), "seed \(seed), step \(step): \(word)") }
    }
  }
}

import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

/// Signing in, being away for a moment, and letting a colleague sit down.
@Suite struct DoorTests {
  /// What stands on the screens of the hall at work and may not be seen from the door.
  private static let secrets = ["0225-0001", "老街面馆", "云溪酒店", "李演秀", "A002", "食品经营"]

  @Test(arguments: Language.allCases)
  func `the sign-in screen looks as agreed`(language: Language) throws {
    var console = try DoorConsole(.inEarnest(), language)
    expectGolden(console.grid.frame, named: "door-sign-in-80x24-\(language)")
    try console.press("wangfang<Enter>wrong<Enter>")
    expectGolden(console.grid.frame, named: "door-wrong-80x24-\(language)")
    for _ in 0..<3 { try console.press("wrong<Enter>") }
    expectGolden(console.grid.frame, named: "door-waiting-80x24-\(language)")
  }

  @Test(arguments: Language.allCases)
  func `the locked screen looks as agreed`(language: Language) throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("wangfang"), language)
    expectGolden(try console.press("<M-x>").frame, named: "door-locked-80x24-\(language)")
  }

  @Test(arguments: Language.allCases)
  func `whoever works elsewhere too is told, and may take over`(language: Language) throws {
    let hall = try ConsoleHall.inEarnest()
    _ = try hall.signIn("wangfang", at: "A02")
    hall.now = hall.now.adding(seconds: 600)
    var console = try DoorConsole(hall, language)
    try console.signIn("wangfang")
    expectGolden(console.grid.frame, named: "door-elsewhere-80x24-\(language)")
  }

  @Test func `nobody sees a case before signing in, whatever key is pressed`() throws {
    let keys =
      (1...12).map { "<F\($0)>" } + (1...8).map { "<M-\($0)>" } + (1...8).map { "\($0)" }
      + "abcdefghijklmnoprstuvwxyz".map { "<C-\($0)>" }
      + [
        "<M-x>", "<M-l>", "<M-p>", "<Scan:*YC202602250001*>", "<Enter>", "<Esc>", "<Tab>", "/", "?",
      ]
    for key in keys where key != "<C-q>" {
      var console = try DoorConsole(.inEarnest())
      try console.press(key)
      try console.press("<Enter>")
      console.wait()
      #expect(console.state.cover != nil, "\(key)")
      for secret in Self.secrets { #expect(!console.text.contains(secret), "\(key): \(secret)") }
    }
  }

  @Test func `ID and password let one in, at the counter of the console, and it is journaled`()
    throws
  {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, counter: "A02")
    try console.signIn("wangfang")
    #expect(console.state.cover == nil)
    #expect(console.text.contains("[1 叫号]") && console.text.contains("综合窗口2号"))
    #expect(try hall.accesses("wangfang") == ["signedIn password"])
  }

  @Test func `the password is never in sight`() throws {
    var console = try DoorConsole(.inEarnest())
    try console.press("wangfang<Enter>wangfang-2026")
    #expect(!console.text.contains("-2026") && console.text.contains("*************"))
  }

  @Test func `a wrong password is said in a sentence, and the wait after several is counted down`()
    throws
  {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall)
    try console.signIn("wangfang", "wrong")
    #expect(console.text.contains("编号或密码不对"))
    for _ in 0..<3 {
      try console.press("wrong<Enter>")
      console.wait(seconds: 4)
    }
    try console.press("wrong<Enter>")
    #expect(console.text.contains("8 秒后可以再试"))
    try console.press("wangfang-2026<Enter>")
    #expect(console.state.cover != nil)
    let looked = try hall.accesses("wangfang").count
    console.wait()
    #expect(console.text.contains("7 秒后可以再试"))
    console.wait(seconds: 7)
    try console.press("<C-u>wangfang-2026<Enter>")
    #expect(console.state.cover == nil)
    #expect(try hall.accesses("wangfang").count == looked + 1)
  }

  @Test func `a password half typed does not wait for the next person`() throws {
    var console = try DoorConsole(.inEarnest())
    try console.press("wangfang<Enter>wang")
    console.wait(seconds: 59)
    #expect(console.text.contains("****"))
    console.wait()
    #expect(!console.text.contains("****") && !console.text.contains("wangfang"))
  }

  @Test func `a badge under the reader goes into the blank for the ID`() throws {
    var console = try DoorConsole(.inEarnest())
    try console.press("<Scan:wangfang><Scan:wangfang-2026>")
    #expect(console.state.cover == nil)
  }

  @Test func `locking covers the screen at once, and the password brings everything back`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("wangfang"))
    let before = try console.press("<F8>SJ05<Enter><Scan:92539901MA6KCD3T34>人民路").text
    let covered = try console.press("<M-x>").text
    #expect(!covered.contains("人民路") && covered.contains("王芳"))
    try console.press("wrong<Enter>")
    #expect(console.state.cover != nil)
    let after = try console.press("wangfang-2026<Enter>").text
    #expect(after == before)
    #expect(
      try hall.accesses("wangfang") == [
        "signedIn key", "locked byHand", "refused wrongPassword", "unlocked",
      ])
  }

  @Test func `locking works over a form half typed`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("xujing"), counter: nil)
    let before = try console.press("<F6>现场核查").text
    #expect(before.contains("现场核查"))
    #expect(!(try console.press("<F11>").text.contains("现场核查")))
    #expect(try console.press("xujing-2026<Enter>").text == before)
  }

  @Test func `after idle minutes the screen is covered by itself; a key postpones it`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("wangfang"), idleMinutes: 10)
    console.wait(seconds: 590)
    try console.press("<Down>")
    console.wait(seconds: 590)
    #expect(console.state.cover == nil)
    console.wait(seconds: 10)
    #expect(console.text.contains("自动锁上"))
    #expect(try hall.accesses("wangfang").last == "locked idle")
    var never = try DoorConsole(hall, as: hall.signIn("limin"), idleMinutes: 0)
    never.wait(seconds: 40_000)
    #expect(never.state.cover == nil)
  }

  @Test func `a colleague may sign in on a locked screen; the other one is signed out`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("wangfang"))
    try console.press("<F8>SJ05<Enter><Scan:539901199511050244><F9>")
    #expect(console.state.cover != nil)
    try console.signIn("limin")
    #expect(console.state.cover == nil && console.text.contains("[1 叫号]"))
    #expect(!console.text.contains("539901199511050244"))
    try console.press("2")
    #expect(!console.text.contains("539901199511050244"))
    #expect(
      try hall.accesses("wangfang") == ["signedIn key", "locked byHand", "signedOut byHand"])
    #expect(try hall.desk.store.drafts(of: "wangfang").count == 1)
  }

  @Test func `in a demo hall a locked screen opens without a password`() throws {
    var console = try DoorConsole(.atWork(), as: ConsoleHall.atWork().seat("wangfang"))
    try console.press("<M-x>")
    #expect(console.text.contains("不设密码"))
    try console.press("<Enter>")
    #expect(console.state.cover == nil)
  }

  @Test func `whoever leaves a shared counter leaves the sign-in screen behind`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall)
    try console.signIn("wangfang")
    try console.press("<C-q>")
    #expect(!console.isLeft && console.state.cover != nil)
    #expect(try hall.accesses("wangfang") == ["signedIn password", "signedOut byHand"])
    try console.press("<C-q>")
    #expect(console.isLeft)
  }
}

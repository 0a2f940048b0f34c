import Casework
import Deskwork
import TerminalUI
import TestSupport
import Testing

/// The dates of a case on screen: the ruler, every limit, the proof, what if.
@Suite struct ClockFrameTests {
  private static let toClocks = "<Enter><Tab><Tab><Tab>"

  @Test(
    arguments: [
      ("clocks-late-80x24-zh", "xujing", Language.zh, 80, 24, 1, toClocks),
      ("clocks-stopped-80x24-en", "xujing", .en, 80, 24, 1, "<Down>" + toClocks),
      ("clocks-120x40-zh-wide", "zhenghaitao", .zh, 120, 40, 2, toClocks),
      ("proof-late-80x24-zh", "xujing", .zh, 80, 24, 1, toClocks + "<Enter>"),
      ("proof-stopped-80x24-zh", "xujing", .zh, 80, 24, 1, "<Down>" + toClocks + "<Enter>"),
      (
        "proof-unfolded-100x30-zh-wide", "xujing", .zh, 100, 30, 2,
        "<Down>" + toClocks + "<Enter><Space><Down>"
      ),
      ("proof-80x24-en", "songxinhe", .en, 80, 24, 1, toClocks + "<Enter>"),
      (
        "what-if-80x24-zh", "songxinhe", .zh, 80, 24, 1,
        toClocks + "<Enter>5<Tab>3/20<Tab>+2"
      ),
      ("what-if-refused-80x24-zh", "xujing", .zh, 80, 24, 1, toClocks + "<Enter><Tab><Tab>3/11"),
      ("what-if-120x40-en", "songxinhe", .en, 120, 40, 1, toClocks + "<Enter><Tab><Tab>+10"),
    ] as [(String, ClerkID, Language, Int, Int, Int, String)])
  func `frames of the clocks`(
    name: String, clerk: ClerkID, language: Language, columns: Int, rows: Int, ambiguous: Int,
    keys: String
  ) throws {
    let driver = ConsoleDriver(
      try .atWork(), as: clerk, language, columns: columns, rows: rows, ambiguous: ambiguous)
    expectGolden(try driver.press(keys).frame, named: name)
  }
}

extension ClockFrameTests {
  @Test(arguments: ["<C-k>", "?", "<Enter><C-k>", "<Enter>?", "<Enter><Enter>"])
  func `one key leads from a case to the count of its date`(keys: String) throws {
    let run = try ConsoleDriver(.atWork(), as: "songxinhe").press(keys)
    #expect(run.text.contains("为什么是 3月16日 周一") && run.text.contains("第5日"))
  }

  @Test func `the count can be printed for the applicant`() throws {
    let run = try ConsoleDriver(.atWork(), as: "xujing").press("<Down><C-k><C-r>")
    #expect(run.printed == ["20260311-YC202602260001-clock-committed"])
    expectGolden(run.sheets.first ?? "", named: "proof-printed-zh")
    let clocks = "<Enter><Tab><Tab><Tab><Down>"
    let other = try ConsoleDriver(.atWork(), as: "xujing", .en).press("<Down>\(clocks)<C-r>")
    expectGolden(other.sheets.first ?? "", named: "proof-printed-en")
  }

  @Test func `left and right go through the limits of the case`() throws {
    let driver = ConsoleDriver(try .atWork(), as: "xujing")
    #expect(try driver.press("<C-k><Right>").text.contains("为什么是 3月16日"))
    #expect(try driver.press("<C-k><Right><Left><Left>").text.contains("受理或告知"))
  }

  @Test func `Esc leaves the blank before it leaves the count`() throws {
    let driver = ConsoleDriver(try .atWork(), as: "songxinhe")
    #expect(try driver.press("<C-k><Tab>5<Esc>").text.contains("为什么是"))
    #expect(try !driver.press("<C-k><Tab>5<Esc><Esc>").text.contains("为什么是"))
  }

  @Test(arguments: [
    ("wangfang", "7护士<Down><Enter>", "收件"), ("wangfang", "7货物<Down><Enter>", "补正"),
    ("sunli", "<M-7>护照<Enter>", "送达"), ("leiming", "7食品<Enter>", "法定"),
  ])
  func `every case has its ruler`(clerk: ClerkID, keys: String, part: String) throws {
    let run = try ConsoleDriver(.atWork(), as: clerk).press(keys)
    #expect(run.row(with: "期限").contains(part), "\(run.text)")
  }
}

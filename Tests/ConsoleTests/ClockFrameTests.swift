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

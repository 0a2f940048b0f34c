import NcursesTerminal
import TerminalUI
import Testing

struct NcursesTerminalTests {
  @Test(
    arguments: [
      (nil, false, 50), (nil, true, 100), ("25", true, 25), ("0", false, 0), ("abc", false, 50),
      ("-1", true, 100), ("99999", false, 50),
    ] as [(String?, Bool, Int)])
  func `Escape waits longer on a distant line, and as long as one says`(
    set: String?, isRemote: Bool, milliseconds: Int
  ) {
    #expect(NcursesTerminal.escapeDelay(set: set, isRemote: isRemote) == milliseconds)
  }

  @Test(arguments: [
    (Colour.standard, 8, -1, false), (.indexed(3), 8, 3, false), (.indexed(9), 8, 1, true),
    (.indexed(9), 16, 9, false), (.indexed(196), 256, 196, false), (.indexed(196), 8, 1, false),
    (.indexed(46), 16, 2, false), (.indexed(21), 8, 4, false), (.indexed(255), 8, 7, false),
    (.indexed(232), 8, 0, false), (.indexed(16), 8, 0, false),
  ])
  func `a colour the terminal lacks becomes its nearest`(
    colour: Colour, available: Int, index: Int, isBright: Bool
  ) {
    let nearest = colour.index(among: available)
    #expect(nearest.index == index)
    #expect(nearest.isBright == isBright)
  }

  @Test(arguments: [
    TerminalFault.notATerminal, .unknownTerminal("xyz"), .unknownTerminal(""),
    .poorTerminal("dumb"), .missingLocale("zh_CN.GB18030"), .noChineseLocale, .noSignals,
  ])
  func `each refusal says in one line what to do`(fault: TerminalFault) {
    #expect(!fault.sentence.isEmpty && !fault.sentence.contains("\n"))
  }

  @Test(arguments: [TerminalFault.noChineseLocale, .missingLocale("zh_CN.GBK")])
  func `where Chinese cannot be shown the refusal is plain ASCII`(fault: TerminalFault) {
    #expect(fault.sentence.unicodeScalars.allSatisfy { $0.isASCII })
  }
}

import TerminalUI
import Testing

struct TerminalScreenTests {
  @Test func `the text of what changed is whole rows, without orders and the blanks at their ends`()
  {
    var screen = TerminalScreen(columns: 20, rows: 4)
    screen.feed("\u{1B}[1;1Hab 受理\u{1B}[2;1H件号\u{1B}[4;1Hend".utf8)
    let before = screen.lines
    screen.feed("\u{1B}[1;2H\u{1B}[7mc\u{1B}(B\u{1B}[m\u{1B}]2;title\u{7}\u{1B}[4;1H\u{1B}[K".utf8)
    #expect(screen.lines[0].hasPrefix("ac 受理"))
    #expect(screen.textBytes(changedSince: before) == "ac 受理".utf8.count)
    #expect(screen.textBytes(changedSince: screen.lines) == 0)
  }
}

import TerminalUI
import TestSupport
import Testing

struct KeyTableTests {
  private enum Act: Hashable, Sendable { case help, back, claim, decide, next }

  private static let table = KeyTable<Bool, Act>([
    KeyBinding(
      [.function(6)], .decide, label: "决定", sentence: "准予或者不予", group: "审批", priority: 2,
      availability: { $0 ? .available : .unavailable("消防的意见还没到") }),
    KeyBinding([.function(4), .character("l")], .claim, label: "领取", group: "审批", priority: 1),
    KeyBinding([.control("n")], .next, label: "下件", group: "移动"),
    KeyBinding([.escape], .back, label: "返回", group: "总是", priority: 9),
    KeyBinding([.function(1)], .help, label: "说明", group: "总是", priority: 0),
  ])

  @Test func `a key leads to its act, a dimmed one says why not`() {
    let table = KeyTableTests.table
    #expect(table.outcome(of: .function(6), in: true) == .message(.decide))
    #expect(table.outcome(of: .function(6), in: false) == .refused("消防的意见还没到"))
    #expect(table.outcome(of: .character("ｌ"), in: true) == .message(.claim))
    #expect(table.outcome(of: .function(9), in: true) == nil)
  }

  @Test(arguments: [40, 24, 12])
  func `help and the way back are never cut from the footer`(columns: Int) {
    var grid = CellGrid(columns: columns, rows: 1, glyphs: .fixed())
    KeyTableTests.table.drawFooter(
      in: false, on: &grid, row: 0, caps: KeyCaps([.escape: "退"]))
    expectGolden(grid.frame, named: "footer-\(columns)")
  }

  @Test func `help and manual come from the same rows`() {
    let help = KeyTableTests.table.help(in: false)
    #expect(help.map(\.caps) == ["F6", "F4 l", "^N", "Esc", "F1"])
    #expect(help[0].availability == .unavailable("消防的意见还没到"))
    #expect(
      KeyTableTests.table.markdownRows().hasPrefix("| 审批 | `F6` | 决定 | 准予或者不予 |\n| 审批 | `F4` `l` |")
    )
  }

  @Test func `a pane's table serves in a wider one`() {
    let wider = KeyTableTests.table.lifted(
      message: { [$0] }, state: { (text: String) in text.isEmpty })
    #expect(wider.outcome(of: .function(6), in: "") == .message([.decide]))
    #expect(wider.outcome(of: .function(6), in: "x") == .refused("消防的意见还没到"))
  }
}

import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

private let begun = "<F6><F10>spjy<Enter><scan:92539901MA6KCD3T34>"
private let fields = "人民路8号<Enter><Space><Enter>热食<Enter>120<Enter>张安全<Enter>"

@Suite struct IntakeFrameTests {
  @Test func `an intake from the first key to the receipt, in frames`() throws {
    let frames: [(String, String)] = [
      ("Intake-finding-80x24", "<F6><F10>food"), ("Intake-begun-80x24", begun),
      ("Intake-defect-80x24", begun + fields + "<Space><F4>未签字<Enter><F8>"),
      ("Intake-notice-80x24", begun + fields + "<Space><F4>未签字<F10>3"),
      ("Intake-question-80x24", begun + fields + "<Space><Space><Space><F8><F8><F7><F10>2"),
      ("Intake-receipt-80x24", begun + fields + "<Space><Space><Space><F8><F8><F7><F10>2<C-y>"),
    ]
    for (name, keys) in frames {
      let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang").press(keys)
      expectGolden(run.frame, named: name)
    }
  }

  @Test func `an intake in English, in a wide terminal and where marks are two columns wide`()
    throws
  {
    let keys = begun + fields + "<Space><F4>no<Enter><F10>"
    expectGolden(
      try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang", .en).press(keys).frame,
      named: "Intake-80x24-en")
    expectGolden(
      try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang", .en, columns: 120, rows: 30)
        .press(keys).frame,
      named: "Intake-120x30-en")
    expectGolden(
      try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang", columns: 100, rows: 30, ambiguous: 2)
        .press(keys).frame,
      named: "Intake-100x30-wide")
  }

  @Test(arguments: [UInt64(3), 17, 2026])
  func `no key in any size of terminal stops the counter's screens`(seed: UInt64) throws {
    var numbers = SplitMix(seed: seed)
    let keys: [Key] =
      [
        .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home,
        .end, .pageUp, .pageDown, .scan("539901197909230115"), .scan("YC202603090002"),
        .paste("食品\n经营"), .character(" "), .character("食"), .control("y"),
      ]
      + (1...12).map { .function($0) } + "adekrotxs".map { .control($0) }
      + "12345678spjy/".map { .character($0) }
    var events: [TerminalEvent] = []
    for _ in 0..<300 {
      if Int.random(in: 0..<20, using: &numbers) == 0 {
        events.append(
          .resized(
            Size(
              columns: Int.random(in: 0...250, using: &numbers),
              rows: Int.random(in: 0...80, using: &numbers))))
      }
      events.append(.key(keys.randomElement(using: &numbers) ?? .enter))
    }
    let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang").run(events)
    #expect(run.frames.count > 200 || run.state.isLeaving)
  }
}

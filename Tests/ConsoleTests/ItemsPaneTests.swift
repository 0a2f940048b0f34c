import Casework
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

@Suite struct ItemsPaneTests {
  @Test func `an item is found by name, pinyin, code, department or English`() throws {
    let hall = try ConsoleHall()
    let searches: [(String, ItemID)] = [
      ("spjy", "SJ05"), ("shipinjingy", "SJ05"), ("食品经营", "SJ05"), ("sj05", "SJ05"),
      ("food<Space>business", "SJ05"),
      ("/530131905000", "SJ05"), ("残联", "CL01"), ("gtgs", "SJ01"), ("劳务派遣", "RS01"),
    ]
    for (words, item) in searches {
      let run = try ConsoleDriver(hall, as: "wangfang").press("6 \(words)")
      #expect(run.row(with: ">").contains(item.rawValue), "\(words)")
    }
  }

  @Test func `digits open screens until something is being searched`() throws {
    let hall = try ConsoleHall()
    let screens = [("6 1", "[1 叫号]"), ("6 sj 1", "[6 事项]"), ("6 sj <Esc> 1", "[1 叫号]")]
    for (keys, tab) in screens {
      #expect(try ConsoleDriver(hall, as: "wangfang").press(keys).text.contains(tab), "\(keys)")
    }
  }

  @Test func `an intake starts with the item one has read about`() throws {
    let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang").press(
      "<F6> <F10> 6 spjy <F10>")
    #expect(run.text.contains("[2 收件]"))
    #expect(run.row(with: "事项    ").contains("食品经营许可新办"))
  }

  @Test func `a township operator reads every guide and starts only what a township takes in`()
    throws
  {
    let hall = try ConsoleHall()
    let refused = try ConsoleDriver(hall, as: "tangyuanyuan").press("6 spjy <Enter>")
    #expect(refused.notice.contains("不在镇村受理"))
    #expect(refused.text.contains("有与食品品种数量相适应的经营场所"))
    let started = try ConsoleDriver(hall, as: "tangyuanyuan").press("6 gtgs <Enter>")
    #expect(started.text.contains("[2 收件]"))
  }

  @Test func `the guide reads on page by page and comes back to its start`() throws {
    // Each in a hall of its own: what one leaves behind waits for the next as a parked desk.
    let first = try ConsoleDriver(ConsoleHall(), as: "wangfang").press("6 spjy")
    let second = try ConsoleDriver(ConsoleHall(), as: "wangfang").press("6 spjy <PageDown>")
    #expect(first.text != second.text)
    let comesBack = try (2...6).contains { times in
      let keys = "6 spjy" + String(repeating: " <Tab>", count: times)
      return try ConsoleDriver(ConsoleHall(), as: "wangfang").press(keys).text == first.text
    }
    #expect(comesBack)
  }

  @Test func `the catalogue in frames`() throws {
    let hall = try ConsoleHall()
    expectGolden(
      try ConsoleDriver(hall, as: "wangfang").press("6 spjy").frame, named: "Items-80x24")
    expectGolden(
      try ConsoleDriver(hall, as: "wangfang", .en, columns: 120, rows: 30).press("6 market").frame,
      named: "Items-120x30-en")
  }
}

import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

@Suite struct LedgerPaneTests {
  @Test func `the most urgent case stands first and what has ended last`() throws {
    let text = try ConsoleDriver(.atWork(), as: "qianjin", columns: 100, rows: 40).press("").text
    let rows = text.split(separator: "\n").filter { $0.contains("-000") }
    #expect(rows.first?.contains("红 超2日") == true)
    #expect(rows.firstIndex { $0.contains("0304-0001") } == 1)
  }

  @Test(arguments: [(Language.zh, "!红 超"), (.en, "!RED ")])
  func `of a case from another year no number is cut`(language: Language, mark: String) throws {
    let hall = try ConsoleHall.atWork()
    hall.now = Moment(date: on(2027, 2, 1), hour: 10, minute: 0)
    let text = try ConsoleDriver(hall, as: "qianjin", language).press("").text
    let rows = text.split(separator: "\n").filter { $0.contains(mark) }
    #expect(rows.contains { $0.contains(" 2026") }, "\(text)")
    for row in rows {
      let beforeNumber = row.prefix { $0 != "-" }
      #expect(!beforeNumber.contains("..") && !row.contains("202.."), "\(row)")
    }
  }

  @Test(arguments: [
    ("spjy", ["0306-0001", "0224-0001"]), ("护照", ["0302-0002"]), ("何小雨", ["0309-0001"]),
    ("0310-0001", ["0310-0001"]), ("539901199511050244", ["0309-0001"]),
    ("<Scan:*YC202603100003*>", ["0310-0003"]),
  ])
  func `typing finds cases at once`(keys: String, numbers: [String]) throws {
    let text = try ConsoleDriver(.atWork(), as: "qianjin", columns: 100, rows: 40)
      .press(keys).text
    let lines = text.split(separator: "\n").dropFirst(5).prefix(20)
    let found = lines.filter { $0.contains("-000") }
    #expect(found.count == numbers.count, "\(text)")
    for number in numbers { #expect(found.contains { $0.contains(number) }) }
  }

  @Test func `Escape drops the search first and shows the row that was selected before`() throws {
    let run = try ConsoleDriver(.atWork(), as: "qianjin").press("<Down> <Down> spjy <Esc>")
    #expect(run.row(with: ">").contains("0225-0001"))
  }

  @Test func `a stage, a department or an item narrows the ledger`() throws {
    let hall = try ConsoleHall.atWork()
    let filters = [
      ("<F4> 3 待 补 <Enter>", "0309-0002", 1), ("<F4> 4 gaj <Enter>", "0304-0001", 3),
      ("<F4> 5 SJ05 <Enter>", "0224-0001", 2), ("<F4> 2", "0224-0001", 14),
    ]
    for (keys, number, count) in filters {
      let text = try ConsoleDriver(hall, as: "qianjin", columns: 100, rows: 40).press(keys).text
      let rows = text.split(separator: "\n").dropFirst(4).prefix(25).filter {
        $0.contains("-000")
      }
      #expect(rows.count == count && rows.contains { $0.contains(number) }, "\(text)")
    }
    let all = try ConsoleDriver(hall, as: "qianjin").press("<F4> 2 <F4> 1").text
    #expect(all.contains("全部办件"))
  }

  @Test func `the next page is read when the selection comes near the end`() throws {
    let hall = try ConsoleHall.atWork()
    let first = try ConsoleDriver(hall, as: "qianjin").press("").text
    #expect(first.contains("1/12+"))
    let last = try ConsoleDriver(hall, as: "qianjin").press("<PgDn> <PgDn>").text
    #expect(last.contains("15/15") && last.contains(">          0310-0003"))
  }

  @Test func `a larger terminal reads as many rows as it has room for`() throws {
    let driver = ConsoleDriver(try .atWork(), as: "qianjin")
    let run = try driver.run([.resized(Size(columns: 100, rows: 40))])
    #expect(run.text.contains("1/15") && run.text.contains("0310-0003"))
  }

  @Test func `Enter opens the case and Escape comes back to the same row`() throws {
    let hall = try ConsoleHall.atWork()
    let open = try ConsoleDriver(hall, as: "qianjin").press("<Down> <Down> <Enter>")
    #expect(open.state.path == [.ledger, .file])
    let back = try ConsoleDriver(hall, as: "qianjin").press("<Down> <Down> <Enter> <Esc>")
    #expect(back.row(with: ">").contains("0225-0001"))
  }

  @Test func `new cases move neither the cursor nor what is in sight`() throws {
    let hall = try ConsoleHall.atWork()
    var sitting = try ConsoleSitting(ConsoleDriver(hall, as: "qianjin"))
    let before = try sitting.press("<Down> <Down>")
    _ = try hall.takeIn("RS05", of: .student, ending: nil, on: on(2026, 3, 2))
    hall.now = ConsoleHall.now
    let after = try sitting.wait()
    let row = { (text: String) in text.split(separator: "\n").firstIndex { $0.hasPrefix(">") } }
    #expect(row(before) == row(after))
    #expect(after.contains(">余3日     0225-0001"))
  }

  @Test(arguments: [
    ("ledger-80x24-zh", Language.zh, 80, 24, 1, "<Down>"),
    ("ledger-80x24-en", .en, 80, 24, 1, "<Down>"),
    ("ledger-100x30-zh-wide", .zh, 100, 30, 2, "食品"),
    ("ledger-filter-zh", .zh, 80, 24, 1, "<F4>"),
  ])
  func `the pane looks as agreed`(
    name: String, language: Language, columns: Int, rows: Int, ambiguous: Int, keys: String
  ) throws {
    let driver = ConsoleDriver(
      try .atWork(), as: "qianjin", language, columns: columns, rows: rows, ambiguous: ambiguous)
    expectGolden(try driver.press(keys).frame, named: name)
  }
}

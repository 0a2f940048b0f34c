import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

@testable import Console

@Suite struct StatisticsPaneTests {
  @Test func `every rate stands with its two numbers`() throws {
    let run = try ConsoleDriver(.atWork(), as: "duanyumin").press("8")
    #expect(run.row(with: "超法定").contains("100.00% (6/6)"))
  }

  @Test func `late by promise is late`() throws {
    let hall = try ConsoleHall.atWork()
    hall.now = Moment(date: on(2026, 3, 11), hour: 10, minute: 30)
    try hall.finishOverdue()
    let run = try ConsoleDriver(hall, as: "duanyumin").press("8")
    #expect(run.row(with: "超法定").contains("85.71% (6/7)  超承诺 1"))
    #expect(run.row(with: "市监局").contains("!"))
  }

  @Test func `lines turn from departments to items to months`() throws {
    let hall = try ConsoleHall.atWork()
    let lines = try ["8", "8 <Tab>", "8 <Tab> <Tab>"].map {
      try ConsoleDriver(hall, as: "duanyumin").press($0).row(with: "超法定")
    }
    #expect(Set(lines).count == 1)
    #expect(
      try ConsoleDriver(hall, as: "duanyumin").press("8 <Tab> <Tab>").text.contains("2026-03  "))
  }

  @Test func `a department opens into its items and Esc comes back to it`() throws {
    let hall = try ConsoleHall.atWork()
    let into = try ConsoleDriver(hall, as: "duanyumin").press("8 <Down> <Enter>")
    #expect(into.text.contains("GA03") && !into.text.contains("SJ01"))
    let back = try ConsoleDriver(hall, as: "duanyumin").press("8 <Down> <Enter> <Esc>")
    #expect(back.row(with: ">").contains("公安"))
  }

  @Test func `the months move by their own length`() throws {
    let hall = try ConsoleHall.atWork()
    let driver = ConsoleDriver(hall, as: "duanyumin")
    #expect(try driver.press("8").text.contains("2026-01 至 2026-03"))
    #expect(try driver.press("8 <Left>").text.contains("2025-10 至 2025-12"))
    #expect(try driver.press("8 <F4> 2 <Left>").text.contains(" 2026-02  "))
  }

  @Test(arguments: [
    (10, 10, 0, 10, "##########"), (10, 9, 1, 10, "#########!"), (1000, 999, 1, 1000, "#########!"),
    (1, 0, 1, 1000, "!"), (2, 1, 1, 1000, "#!"), (5, 0, 5, 10, "!!!!!"), (0, 0, 0, 10, ""),
  ])
  func `a bar shows whatever there is, be it ever so little`(
    decided: Int, onTime: Int, late: Int, most: Int, bar: String
  ) throws {
    var figures = Figures()
    let month = try #require(YearMonth("2026-03"))
    for (measure, value) in [
      (TallyMeasure.decided, decided), (.onTime, onTime), (.pastPromise, late),
    ] {
      figures.add(
        TallySum(
          key: TallyKey(month: month, department: "SJ", item: "SJ01", measure: measure),
          value: value))
    }
    #expect(StatisticsPane.bar(figures, most: most, width: 10) == bar)
  }

  @Test(arguments: [
    ("statistics-80x24-zh", Language.zh, 80, 24, 1, "8 <Down>"),
    ("statistics-80x24-en", .en, 80, 24, 1, "8 <Tab>"),
    ("statistics-120x40-zh-wide", .zh, 120, 40, 2, "8 <Down> <Down>"),
  ])
  func `the pane looks as agreed`(
    name: String, language: Language, columns: Int, rows: Int, ambiguous: Int, keys: String
  ) throws {
    let hall = try ConsoleHall.atWork()
    try hall.finishOverdue()
    let driver = ConsoleDriver(
      hall, as: "duanyumin", language, columns: columns, rows: rows, ambiguous: ambiguous)
    expectGolden(try driver.press(keys).frame, named: name)
  }
}

extension ConsoleHall {
  /// Decides what should have been decided two days ago.
  fileprivate func finishOverdue() throws {
    try act(.giveBack(reason: "-"), on: "YC202602240001", by: "xujing")
    try finish("YC202602240001")
    now = ConsoleHall.now
  }
}

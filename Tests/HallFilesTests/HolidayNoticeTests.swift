import Casework
import FoundationEssentials
import HallFiles
import TestSupport
import Testing
import WorkCalendar

/// The notices as the State Council published them, in the official wording.
struct PublishedNotice {

  /// In the order in which they were published.
  static let names = [
    "2015", "2015-memorial", "2016", "2017", "2018", "2019", "2019-labour-day", "2020",
    "2020-spring-festival", "2021", "2022", "2023", "2024", "2025", "2026",
  ]

  static func text(_ name: String) throws -> String {
    let here: String = #filePath
    let folder = here.split(separator: "/").dropLast().joined(separator: "/")
    return try String(
      contentsOfFile: "/\(folder)/Fixtures/notices/\(name).txt", encoding: .utf8)
  }
}

func read(_ text: String) throws(NoticeRefusal) -> HolidayNotice {
  try NoticeFile.read(Array(text.utf8)) { _ in nil }
}

/// Every sentence said against a notice; none if it is read.
func objections(to text: String, in language: Language = .zh) -> [String] {
  do throws(NoticeRefusal) {
    _ = try read(text)
    return []
  } catch {
    return error.problems.map { $0.sentence(in: language) }
  }
}

@Suite struct HolidayNoticeTests {
  @Test func `notices read one after the other give the tables of the data folder`() throws {
    var tables: [Int: CalendarYear] = [:]
    for name in PublishedNotice.names {
      let published = tables.values.sorted { $0.year < $1.year }
      for table in try read(PublishedNotice.text(name)).tables(over: published) {
        tables[table.year] = table
      }
    }
    let path = try DataPlaces.find(.data, option: nil, environment: [:], executable: nil)
    let reference = try HallFolder(path: path).load()
    // The notices beside these tests begin with that of 2015.
    for year in reference.calendarYears where year.year >= 2015 && tables[year.year] != year {
      Issue.record(
        "\(year) was expected; the notices give \(String(describing: tables[year.year]))")
    }
  }

  @Test func `a table as JSON is read as it is`() throws {
    let path = try DataPlaces.find(.data, option: nil, environment: [:], executable: nil)
    let text = try String(contentsOfFile: "\(path)/calendars/2026.json", encoding: .utf8)
    let notice = try read("\u{FEFF}" + text)
    let reference = try HallFolder(path: path).load()
    #expect(try notice.tables(over: []) == [reference.calendarYear(2026)])
    #expect(notice.number == "国办发明电〔2025〕7号")
  }

  @Test(arguments: [
    ("，", ","), ("（", "("), ("：", ":"), ("至", "—"), ("至", "-"), ("至", "～"), ("月", "月 "),
    ("周", "星期"), ("日）", "日 ）"), ("、春节", "、 春节"), ("。", "。\n"), ("放假", "放\r\n假"),
    ("共", "\n　　共"), ("一、", "1."), ("二、", "（二）"), ("三、", "- "), ("四、", ""), ("日（", "号（"),
    ("〔2025〕", "[2025]"), ("〔2025〕", "［２０２５］"), ("1", "１"), ("共5天", "共五天"), ("劳动节：", "“五一”劳动节："),
    ("至3日", "至1月3日"), ("元旦：1月1日", "元旦：2026年1月1日"), ("国务院办公厅\n", ""), ("部分节假日", "节假日"),
    ("一、元旦：", "一、元旦假期："), ("上班", "照常上班"), ("）放假，共3天", "）放假3天"), ("五、端午节：", "五、端午节\n"),
    ("节假日期间", "各单位"), ("放假调休，", "放假调休（"), ("2月28日", "28日"),
  ])
  func `the same notice is read however it is pasted`(old: String, new: String) throws {
    let official = try PublishedNotice.text("2026")
    let pasted = official.replacing(old, with: new)
    #expect(pasted != official)
    var (notice, expected) = (try read(pasted), try read(official))
    notice.forgetLines()
    expected.forgetLines()
    #expect(notice == expected)
  }

  @Test func `a notice of New Year in December changes the year before as well`() throws {
    let before = try read(PublishedNotice.text("2022")).tables(over: [])
    let tables = try read(PublishedNotice.text("2023")).tables(over: before)
    #expect(tables.map(\.year) == [2022, 2023])
    #expect(tables[0].off.last == OffDay(date: on(2022, 12, 31), name: "元旦"))
    let again = try read(PublishedNotice.text("2022")).tables(over: tables)
    #expect(again == [tables[0]])
    let alone = #expect(throws: NoticeRefusal.self) {
      try read(PublishedNotice.text("2023")).tables(over: [])
    }
    #expect(alone?.problems.map(\.kind) == [.noTableToAmend(2022)])
  }

  @Test func `days off that nobody works for are doubted`() throws {
    #expect(try read(PublishedNotice.text("2025")).doubts.isEmpty)
    let official = try PublishedNotice.text("2026")
    #expect(try read(official).doubts.isEmpty)
    let shortened = official.replacing("、10月10日（周六）上班", with: "上班")
    let doubts = try read(shortened).doubts.map { $0.sentence(in: .zh) }
    #expect(doubts == ["第 21 行：国庆节调休 2 天，补班却是 1 天，请核对原文。"])
    let far = try read(official.replacing("2月28日（周六）", with: "3月28日（周六）")).doubts
    #expect(
      far.map { $0.sentence(in: .en) } == [
        "Line 11: 2026-03-28 is worked for 春节, which lies far off; compare it with the notice."
      ])
  }

  @Test func `the older wording with moved weekend days is read`() throws {
    let holidays = [
      "元旦：2007年12月30日—2008年1月1日放假，共3天。其中，1月1日（星期二）为法定节假日，12月30日（星期日）为公休日，12月29日（星期六）公休日调至12月31日（星期一），12月29日（星期六）上班。",
      "春节：2月6日—12日（农历除夕至正月初六）放假，共7天。其中，2月6日（除夕）、2月7日（春节）、2月8日（正月初二）为法定节假日，2月9日（星期六）、2月10日（星期日）照常公休，2月2日（星期六）、2月3日（星期日）两个公休日调至2月11日（星期一）、2月12日（星期二），2月2日（星期六）、2月3日（星期日）上班。",
      "清明节：4月4日—6日放假，共3天。其中，4月4日（清明节）为法定节假日，4月5日（星期六）、4月6日（星期日）照常公休。",
      "“五一”国际劳动节：5月1日—3日放假，共3天。其中，5月1日为法定节假日，5月3日（星期六）为公休日，5月4日（星期日）公休日调至5月2日（星期五），5月4日（星期日）上班。",
      "端午节：6月7日—9日放假，共3天。其中，6月7日（星期六）照常公休，6月8日（农历五月初五，端午节）为法定节假日，6月8日（星期日）公休日调至6月9日（星期一）。",
      "中秋节：9月13日—15日放假，共3天。其中，9月13日（星期六）为公休日，9月14日（农历八月十五，中秋节）为法定节假日，9月14日（星期日）公休日调至9月15日（星期一）。",
      "国庆节：9月29日—10月5日放假，共7天。其中，10月1日、2日、3日为法定节假日，9月27日（星期六）、9月28日（星期日）两个公休日调至9月29日（星期一）、30日（星期二），10月4日（星期六）、5日（星期日）照常公休。9月27日（星期六）、28日（星期日）上班。",
    ]
    let text = "国务院办公厅关于2008年部分节假日安排的通知\n" + holidays.joined(separator: "\n")
    guard case .wholeYear(let read) = try read(text).content else { return }
    #expect(read.map(\.off.count) == [3, 7, 3, 3, 3, 3, 7])
    #expect(read.map(\.makeUp.count) == [1, 2, 0, 1, 0, 0, 2])
  }
}

extension HolidayNotice {
  /// Where the holidays stood on the page.
  fileprivate mutating func forgetLines() {
    guard case .wholeYear(var holidays) = content else { return }
    for index in holidays.indices { holidays[index].line = 0 }
    content = .wholeYear(holidays)
  }
}

extension HallReference {
  fileprivate func calendarYear(_ year: Int) -> CalendarYear? {
    calendarYears.first { $0.year == year }
  }
}

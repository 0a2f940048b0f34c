import Casework
import Deskwork
import WorkCalendar

/// What a notice changes, for the person who is asked.
struct ImpactText {
  private let impact: CalendarImpact
  private let desk: Desk
  private let language: Language

  /// Of a list that may be long.
  private static let most = 40

  init(_ impact: CalendarImpact, _ desk: Desk, _ language: Language) {
    self.impact = impact
    self.desk = desk
    self.language = language
  }

  var text: String {
    (impact.years.map(table) + [days] + cases).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func table(_ year: CalendarYear) -> String {
    let sheet = YearSheet(
      year: year.year, calendar: WorkCalendar(years: [year]), table: year, language: language)
    let title = Words(
      "\(year.year)年  \(sheet.workingDays) 个工作日  \(year.notice)",
      "\(year.year)  \(sheet.workingDays) working days  \(year.notice)")
    return title[language] + "\n" + HolidayLines(year, language).text
  }

  private var days: String {
    let resting = impact.days.filter { $0.was.isWorking && !$0.now.isWorking }
    let working = impact.days.filter { !$0.was.isWorking && $0.now.isWorking }
    guard !resting.isEmpty || !working.isEmpty else {
      return Words("没有哪天由上班改休息或由休息改上班。", "No day turns from worked to off or back.")[language]
    }
    return [
      list(Words("由上班改休息：", "Worked before, now off: "), resting),
      list(Words("由休息改上班：", "Off before, now worked: "), working),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func list(_ title: Words, _ days: [CalendarImpact.ChangedDay]) -> String {
    guard !days.isEmpty else { return "" }
    let named = days.map { day in
      [HolidayLines.day(day.date, language), holidayName(day.name)[language]]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    return folded(title[language], named, Words("、", ", ")[language])
  }

  /// Lines that break between entries only.
  private func folded(_ title: String, _ entries: [String], _ mark: String) -> String {
    var lines = [title]
    for (index, entry) in entries.enumerated() {
      let piece = entry + (index < entries.count - 1 ? mark : "")
      let line = lines[lines.count - 1]
      if displayWidth(line + trimmed(piece)) > 79 {
        lines[lines.count - 1] = trimmed(line)
        lines.append("  " + piece)
      } else {
        lines[lines.count - 1] = line + piece
      }
    }
    return lines.joined(separator: "\n")
  }

  private var cases: [String] {
    let moved = impact.cases.filter { !$0.isOnlyConfirmed }
    let confirmed = impact.cases.filter(\.isOnlyConfirmed)
    guard !impact.cases.isEmpty else {
      return [Words("没有在办件的期限因此改变。", "No open case has a date that changes.")[language]]
    }
    let sum = Words(
      "\(moved.count) 件改期，\(confirmed.count) 件日期不变、去掉预估。",
      "Cases that move: \(moved.count). Cases whose dates stay and become certain: \(confirmed.count)."
    )
    return [sum[language], table(moved), confirmedLine(confirmed)]
  }

  private func table(_ moved: [CalendarImpact.CaseImpact]) -> String {
    guard !moved.isEmpty else { return "" }
    let rows = moved.flatMap { impact in
      impact.moved.filter { $0.was.on != $0.now.on }.map { row(impact, $0) }
    }
    let headings = Words("件号 事项 期限 原来 现在 颜色", "case item limit was now colour")
    let shown = Commands.table(
      headings[language].split(separator: " ").map(String.init), Array(rows.prefix(Self.most)))
    return shown + more(rows.count)
  }

  private func row(_ impact: CalendarImpact.CaseImpact, _ date: MovedDate) -> [String] {
    let department = date.department.flatMap { desk.departments[$0]?.shortName[language] }
    let limit = [date.timer.label[language], department].compactMap { $0 }.joined(separator: " ")
    return [
      impact.row.id.rawValue, impact.row.itemName[language], limit, shown(date.was),
      shown(date.now), colours(impact),
    ]
  }

  private func colours(_ impact: CalendarImpact.CaseImpact) -> String {
    guard impact.levelBefore != impact.levelAfter else { return "-" }
    return [impact.levelBefore, impact.levelAfter].map { level in
      (level?.label ?? Words("正常", "normal"))[language]
    }.joined(separator: "→")
  }

  private func shown(_ due: DueDate) -> String {
    due.on.description + (due.isProvisional ? Words("(预估)", " (provisional)")[language] : "")
  }

  private func confirmedLine(_ confirmed: [CalendarImpact.CaseImpact]) -> String {
    guard !confirmed.isEmpty else { return "" }
    let names = confirmed.prefix(Self.most).map(\.row.id.rawValue)
    let title = Words("期限确定：", "Certain now: ")[language]
    return folded(title, Array(names), " ") + more(confirmed.count)
  }

  private func more(_ count: Int) -> String {
    guard count > Self.most else { return "" }
    let rest = count - Self.most
    return "\n" + Words("还有 \(rest) 个，见 --json。", "\(rest) more; --json has all.")[language]
  }
}

extension CalendarImpact.ChangedDay {
  /// The holiday that makes the day what it is from now on, or made it what it was.
  fileprivate var name: String {
    switch (was, now) {
    case (_, .holiday(let name)), (_, .presumedHoliday(let name)), (_, .makeUpWorkday(let name)),
      (.holiday(let name), _), (.presumedHoliday(let name), _), (.makeUpWorkday(let name), _):
      name
    case (.working, _), (.weekend, _): ""
    }
  }
}

extension CalendarImpact {
  func members(isImported: Bool) -> [JSONValue.Member] {
    let turned = days.filter { $0.was.isWorking != $0.now.isWorking }.map { day in
      JSONValue.object([
        .init("date", JSONValue(day.date)), .init("wasWorked", .bool(day.was.isWorking)),
        .init("isWorked", .bool(day.now.isWorking)), .init("name", .text(day.name)),
      ])
    }
    let tables = years.map { year in
      JSONValue.object(
        YearSheet(
          year: year.year, calendar: WorkCalendar(years: [year]), table: year, language: .en
        ).json)
    }
    return [
      .init("ok", true), .init("imported", .bool(isImported)), .init("changed", true),
      .init("tables", .array(tables)), .init("days", .array(turned)),
      .init("cases", .array(cases.map(\.json))),
    ]
  }
}

extension CalendarImpact.CaseImpact {
  fileprivate var json: JSONValue {
    .object([
      .init("case", .text(row.id.rawValue)), .init("isOnlyConfirmed", .bool(isOnlyConfirmed)),
      .init("levelBefore", JSONValue(levelBefore.map { "\($0)" })),
      .init("levelAfter", JSONValue(levelAfter.map { "\($0)" })),
      .init("dates", .array(moved.map(\.json))),
    ])
  }
}

import WorkCalendar

/// Reads the plain text of a notice as people paste it.
struct NoticeReader {
  private let text: NoticeText
  private let headings: NoticeHeadings
  private var problems: [NoticeProblem] = []

  static func read(_ text: String) throws(NoticeRefusal) -> HolidayNotice {
    if ["</p>", "<html", "</div>", "</td>"].contains(where: { text.contains($0) }) {
      throw NoticeRefusal(line: nil, .webPage)
    }
    var reader = NoticeReader(NoticeText(text))
    return try reader.notice()
  }

  private init(_ text: NoticeText) {
    self.text = text
    headings = NoticeHeadings(text)
  }

  private mutating func notice() throws(NoticeRefusal) -> HolidayNotice {
    if headings.all.isEmpty, let change = NoticeChange(text) { return try amendment(change) }
    guard !headings.all.isEmpty else { throw NoticeRefusal(line: nil, .noHoliday) }
    let year = try year()
    var claims = ClaimReader(year: year)
    checkNames()
    let holidays = headings.all.indices.map { index in
      claims.read(
        NoticeWords.joined(headings.all[index].names), text, headings.body(of: index))
    }
    problems += claims.problems
    holidays.forEach { checkSeason($0) }
    checkStatutoryDays(year, holidays)
    try demandNoProblem()
    return HolidayNotice(year: year, number: number, content: .wholeYear(holidays))
  }

  private func amendment(_ change: NoticeChange) throws(NoticeRefusal) -> HolidayNotice {
    var claims = ClaimReader(year: change.year)
    let holiday = claims.read(change.name, text, change.body)
    guard claims.problems.isEmpty else { throw NoticeRefusal(claims.problems) }
    return HolidayNotice(year: change.year, number: number, content: .amendment([holiday]))
  }

  private func demandNoProblem() throws(NoticeRefusal) {
    guard !problems.isEmpty else { return }
    throw NoticeRefusal(problems.sorted { ($0.line ?? .max) < ($1.line ?? .max) })
  }
}

extension NoticeReader {
  /// The year the title and the words before the holidays agree upon.
  private func year() throws(NoticeRefusal) -> Int {
    var found: (year: Int, line: Int)?
    for index in headings.preamble {
      guard let (year, end) = text.number(at: index), text[index - 1].map(isDigit) != true,
        text[end] == "年", (1949...9998).contains(year), isOfYear(end + 1)
      else { continue }
      if let found, found.year != year {
        throw NoticeRefusal(line: text.line(of: index), .yearsDiffer(found.year, year))
      }
      found = (year, text.line(of: index))
    }
    guard let found else { throw NoticeRefusal(line: nil, .noYear) }
    return found.year
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isOfYear(_ index: Int) -> Bool {
    let words = ["部分节假日", "节假日", "全年节假日", "放假", "法定节假日", "元旦、", "元旦和"]
    return words.contains { text.has($0, at: index) }
  }

  /// 国办发明电〔2025〕7号; empty if it is not there.
  private var number: String {
    let organs = ["国办发明电", "国发明电", "国办发", "国发"]
    for index in 0..<text.count {
      guard let organ = organs.first(where: { text.has($0 + "[", at: index) }),
        let (year, bracket) = text.number(at: index + organ.unicodeScalars.count + 1),
        text[bracket] == "]", let (serial, end) = text.number(at: bracket + 1), text[end] == "号"
      else { continue }
      return "\(organ)〔\(year)〕\(serial)号"
    }
    return ""
  }

  private mutating func checkNames() {
    var lines: [String: Int] = [:]
    for heading in headings.all {
      for name in heading.names {
        if let first = lines[name] {
          problems.append(NoticeProblem(line: heading.line, .holidayTwice(name, firstLine: first)))
        }
        lines[name] = lines[name] ?? heading.line
      }
    }
    for name in NoticeWords.holidays where lines[name] == nil {
      problems.append(NoticeProblem(line: nil, .holidayMissing(name)))
    }
  }

  private mutating func checkSeason(_ holiday: NoticeHoliday) {
    let days = holiday.off.map { $0.month * 100 + $0.day }
    for (name, season) in NoticeWords.seasons
    where holiday.name.contains(name) && !days.isEmpty && !days.contains(where: season.contains) {
      problems.append(NoticeProblem(line: holiday.line, .outOfSeason(name)))
    }
  }

  private mutating func checkStatutoryDays(_ year: Int, _ holidays: [NoticeHoliday]) {
    let table = CalendarYear(
      year: year, off: holidays.flatMap(\.off).map { OffDay(date: $0, name: "") },
      makeUp: holidays.flatMap(\.makeUp).map { MakeUpDay(date: $0, for: "") })
    for day in table.workedStatutoryDays {
      let line = holidays.first { $0.name.contains(day.name) }?.line
      problems.append(NoticeProblem(line: line, .day(.statutoryDayWorked(day.date, day.name))))
    }
  }
}

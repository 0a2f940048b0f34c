import Casework
import Deskwork
import WorkCalendar

extension DayAnswer {
  /// The ruler on one line, then the count day by day.
  func text(_ calendar: WorkCalendar, _ language: Language) -> String {
    let unpublished = Set(days.dropFirst().map(\.date.year))
      .filter { !calendar.isPublished(year: $0) }.sorted()
    var lines = [headline[language], ruler(calendar, language)]
    if due?.isProvisional == true || due == nil && !unpublished.isEmpty {
      lines.append(Self.provisional(unpublished)[language])
    }
    return lines.joined(separator: "\n") + "\n\n" + proof(language)
  }

  private var headline: Words {
    let start = question.on.spoken
    let event =
      switch question.event {
      case .accepted: Words("\(start.zh)受理", "Accepted on \(start.en)")
      case .received: Words("\(start.zh)收到材料", "Received on \(start.en)")
      }
    let limit = question.limit.words
    let extended =
      question.extendedBy == 0
      ? Words("", "")
      : Words(
        "，延长\(question.extendedBy)个工作日",
        ", extended by \(counted(question.extendedBy, "working day"))")
    let given = Words(
      "\(event.zh)，\(limit.zh)\(extended.zh)", "\(event.en), \(limit.en)\(extended.en)")
    guard let end = due?.on.spoken else {
      return Words(
        "\(given.zh)：计时仍停止，没有办结日期", "\(given.en): the clock still stands, there is no due date")
    }
    return Words("\(given.zh)：\(end.zh)到期", "\(given.en): due on \(end.en)")
  }

  private static func provisional(_ years: [Int]) -> Words {
    let list = years.map(String.init)
    return Words(
      "预估：\(list.joined(separator: "、"))年的放假通知未公布，按法定节假日推算；公布后以重算为准。",
      "Provisional: no holiday notice is published for \(list.joined(separator: ", ")); statutory holidays are presumed until it is."
    )
  }

  private func proof(_ language: Language) -> String {
    let headings = [
      Words("日期", "Date"), Words("星期", "Weekday"), Words("第几天", "Day"), Words("说明", "Why"),
    ]
    let rows = days.map { day in
      let told = day.told()
      return [
        told.date.description, told.weekday[language], told.ordinal, told.reason[language],
      ]
    }
    return table(headings.map { $0[language] }, rows)
  }

  private func ruler(_ calendar: WorkCalendar, _ language: Language) -> String {
    let station: DeadlineRuler.Station = question.event == .accepted ? .accepted : .received
    // What cannot be counted has been refused before.
    let ruler = try? DeadlineRuler(
      limit: question.limit, from: question.on, beginning: station, stops: question.stops,
      extendedBy: question.extendedBy, calendar: calendar)
    return ruler?.line(language, year: question.on.year) ?? ""
  }
}

extension HourAnswer {
  func text(_ language: Language) -> String {
    let (from, to) = (acceptedAt.written, dueAt.written)
    var lines = [
      Words(
        "\(from) 受理，大厅开放时间\(hours)小时：\(to) 到期",
        "Accepted at \(from), \(counted(hours, "hour")) of opening: due at \(to)")[language]
    ]
    if isProvisional {
      lines.append(
        Words("预估：所需年份的放假通知未公布。", "Provisional: the holidays of a year needed are not published.")[
          language])
    }
    return lines.joined(separator: "\n")
  }
}

extension LocalDate {
  fileprivate var spoken: Words {
    Words("\(self)（\(weekday.label.zh)）", "\(self) (\(weekday.label.en))")
  }
}

extension Moment {
  fileprivate var written: String { "\(date) \(padded(hour, 2)):\(padded(minute, 2))" }
}

extension TimeLimit {
  fileprivate var words: Words {
    switch unit {
    case .workingDays, .unspecified:
      Words("\(amount)个工作日", counted(amount, "working day"))
    case .calendarDays: Words("\(amount)个自然日", counted(amount, "calendar day"))
    case .halfDays: Words("\(amount)个半天", counted(amount, "half day"))
    case .openHours: Words("\(amount)个开放小时", counted(amount, "hour") + " of opening")
    case .months: Words("\(amount)个月", counted(amount, "month"))
    case .onTheSpot: Words("当场", "on the spot")
    }
  }
}

private func counted(_ amount: Int, _ noun: String) -> String {
  "\(amount) \(noun)\(amount == 1 ? "" : "s")"
}

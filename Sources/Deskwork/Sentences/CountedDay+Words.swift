package import Casework
package import WorkCalendar

extension CountedDay {
  /// One day of the count for people: the day, its weekday, which day of the limit it is, and why.
  package struct Told: Hashable, Sendable {
    package var date: LocalDate
    package var weekday: Words
    /// Which day of the limit it is (3); empty if the day does not count.
    package var ordinal: String
    package var reason: Words
  }

  /// What stopped the clock, if it is known, is said on the days it stood still.
  package func told(stoppedBy cause: Words? = nil) -> Told {
    Told(
      date: date, weekday: date.weekday.label, ordinal: ordinal.map(String.init) ?? "",
      reason: reason.words(stoppedBy: cause))
  }
}

extension CountReason {
  package func words(stoppedBy cause: Words? = nil) -> Words {
    switch self {
    case .startDay: return Words("当日不计", "the day itself is not counted")
    case .day(let status): return status.words
    case .calendarDay(let status):
      guard !status.isWorking else { return status.words }
      return Words("\(status.words.zh)，照计", "\(status.words.en), counted all the same")
    case .movedOn(let status):
      guard !status.isWorking else {
        return Words("顺延到这个工作日", "moved on to this working day")
      }
      return Words("\(status.words.zh)，顺延", "\(status.words.en), moved on")
    case .clockStopped:
      guard let cause else { return Words("停止计时", "the clock is stopped") }
      return Words("停止计时：\(cause.zh)", "the clock is stopped: \(cause.en)")
    case .clockResumed: return Words("恢复计时，当日不计", "the clock starts again, this day not counted")
    }
  }
}

extension DayStatus {
  package var words: Words {
    switch self {
    case .working: return Words("工作日", "working day")
    case .makeUpWorkday(let holiday):
      let name = holidayName(holiday)
      return Words("\(name.zh)调休，上班", "worked to make up for \(name.en)")
    case .weekend(let weekday): return weekday.label
    case .holiday(let name): return holidayName(name)
    case .presumedHoliday(let name):
      let name = holidayName(name)
      return Words("\(name.zh)（预估）", "\(name.en) (presumed)")
    }
  }
}

extension Weekday {
  package var label: Words {
    switch self {
    case .monday: Words("星期一", "Monday")
    case .tuesday: Words("星期二", "Tuesday")
    case .wednesday: Words("星期三", "Wednesday")
    case .thursday: Words("星期四", "Thursday")
    case .friday: Words("星期五", "Friday")
    case .saturday: Words("星期六", "Saturday")
    case .sunday: Words("星期日", "Sunday")
    }
  }
}

/// A holiday as the notices name it, and in English where the name is known.
package func holidayName(_ name: String) -> Words {
  let parts = name.split(separator: "、").map { holidayNames[String($0)] ?? String($0) }
  return Words(name, parts.joined(separator: " and "))
}

private let holidayNames = [
  "元旦": "New Year's Day", "春节": "Spring Festival", "清明节": "Qingming", "劳动节": "Labour Day",
  "端午节": "Dragon Boat Festival", "中秋节": "Mid-Autumn Festival", "国庆节": "National Day",
  "抗战胜利纪念日": "Victory Day",
]

/// What a day is for the counting of limits, and why.
package enum DayStatus: Hashable, Sendable {
  case working
  case makeUpWorkday(String)
  case weekend(Weekday)
  case holiday(String)
  /// A statutory holiday in a year whose notice is not published.
  case presumedHoliday(String)

  package var isWorking: Bool {
    switch self {
    case .working, .makeUpWorkday: true
    case .weekend, .holiday, .presumedHoliday: false
    }
  }
}

/// The days off by law in any year, for years whose notice is not published.
package enum StatutoryHolidays {
  static func name(of date: LocalDate) -> String? {
    let days = days(of: date.year)
    if let own = days.first(where: { $0.date == date }) { return own.name }
    return date.weekday.isWeekend ? nil : madeGood(on: date, days)
  }

  /// A holiday on a Saturday or Sunday is made good on the next day that would be worked.
  private static func madeGood(on date: LocalDate, _ days: [OffDay]) -> String? {
    var taken = Set(days.map(\.date))
    for day in days where day.date.weekday.isWeekend {
      var substitute = day.date
      while substitute.weekday.isWeekend || taken.contains(substitute) {
        substitute = substitute.advanced(by: 1)
      }
      if substitute == date { return day.name }
      taken.insert(substitute)
    }
    return nil
  }

  /// The days themselves, without those made good elsewhere, in the order of time.
  package static func days(of year: Int) -> [OffDay] {
    var found = days("元旦", year, 1, 1...1)
    if let lunar = lunarDays[year] {
      let newYear = days("春节", year, lunar.0 / 100, lunar.0 % 100...lunar.0 % 100)
      // From New Year's Eve to the third day.
      found += newYear.flatMap { day in
        (-1...2).map { OffDay(date: day.date.advanced(by: $0), name: day.name) }
      }
      found += days("端午节", year, lunar.1 / 100, lunar.1 % 100...lunar.1 % 100)
      found += days("中秋节", year, lunar.2 / 100, lunar.2 % 100...lunar.2 % 100)
    }
    if year >= 2008 { found += days("清明节", year, 4, qingming(year)...qingming(year)) }
    found += days("劳动节", year, 5, 1...(year >= 2025 ? 2 : year >= 2008 ? 1 : 3))
    found += days("国庆节", year, 10, 1...3)
    return found.sorted { $0.date < $1.date }
  }

  private static func days(
    _ name: String, _ year: Int, _ month: Int, _ days: ClosedRange<Int>
  ) -> [OffDay] {
    days.compactMap { day in
      LocalDate(year: year, month: month, day: day).map { OffDay(date: $0, name: name) }
    }
  }

  /// The day in April on which Qingming falls.
  private static func qingming(_ year: Int) -> Int {
    let ofCentury = year % 100
    switch year {
    case 2000...2099: return (ofCentury * 2422 + 48_100) / 10_000 - ofCentury / 4
    default: return 5
    }
  }

  /// New Year, Dragon Boat and Mid-Autumn of the lunar calendar, as month × 100 + day.
  private static let lunarDays: [Int: (Int, Int, Int)] = [
    2027: (206, 609, 915),
    2028: (126, 528, 1003),
    2029: (213, 616, 922),
    2030: (203, 605, 912),
    2031: (123, 624, 1001),
    2032: (211, 612, 919),
    2033: (131, 601, 908),
    2034: (219, 620, 927),
    2035: (208, 610, 916),
    2036: (128, 530, 1004),
    2037: (215, 618, 924),
    2038: (204, 607, 913),
    2039: (124, 527, 1002),
    2040: (212, 614, 920),
    2041: (201, 603, 910),
    2042: (122, 622, 928),
    2043: (210, 611, 917),
    2044: (130, 531, 1005),
    2045: (217, 619, 925),
    2046: (206, 608, 915),
    2047: (126, 529, 1004),
    2048: (214, 615, 922),
    2049: (202, 604, 911),
    2050: (123, 623, 930),
  ]
}

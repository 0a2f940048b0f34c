/// The days off by law in any year, for years whose notice is not published.
enum StatutoryHolidays {
  static func name(of date: LocalDate) -> String? {
    switch (date.month, date.day) {
    case (1, 1): "元旦"
    case (5, 1...2): "劳动节"
    case (10, 1...3): "国庆节"
    case (4, 4...5) where date.day == qingming(date.year): "清明节"
    default: lunarName(of: date)
    }
  }

  /// The day in April on which Qingming falls.
  private static func qingming(_ year: Int) -> Int {
    let ofCentury = year % 100
    switch year {
    case 1900...1999: return (ofCentury * 2422 + 55_900) / 10_000 - ofCentury / 4
    case 2000...2099: return (ofCentury * 2422 + 48_100) / 10_000 - ofCentury / 4
    default: return 5
    }
  }

  private static func lunarName(of date: LocalDate) -> String? {
    guard let (spring, dragonBoat, midAutumn) = lunarDays[date.year] else { return nil }
    let code = date.month * 100 + date.day
    if code == dragonBoat { return "端午节" }
    if code == midAutumn { return "中秋节" }
    // From New Year's Eve to the third day.
    let newYear = LocalDate(year: date.year, month: spring / 100, day: spring % 100)
    guard let newYear, (-1...2).contains(newYear.days(until: date)) else { return nil }
    return "春节"
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

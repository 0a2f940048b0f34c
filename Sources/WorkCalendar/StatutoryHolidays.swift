/// The days off by law in any year, for years whose notice is not published.
enum StatutoryHolidays {
  static func name(of date: LocalDate) -> String? {
    switch (date.month, date.day) {
    case (1, 1): "元旦"
    case (5, 1...2): "劳动节"
    case (10, 1...3): "国庆节"
    case (4, 4...5) where date.day == qingming(date.year): "清明节"
    default: nil
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
}

import Casework
import WorkCalendar

extension HallFolder {
  func check(_ hall: Hall) throws(HallFileError) {
    let file = "hall/hall.json"
    let code = hall.code.utf8
    guard (1...4).contains(code.count), code.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw error(file, [.member("code")], .hall(.hallCode))
    }
    guard hall.areaCode.utf8.count == 6 else {
      throw error(
        file, [.member("areaCode")],
        .hall(.lengthExpected(6, found: hall.areaCode.utf8.count)))
    }
    guard !hall.openingHours.seasons.isEmpty else {
      throw error(
        file, [.member("openingHours"), .member("seasons")], .hall(.openingHoursExpected))
    }
    try check(hall.lapses, in: file)
    try check([hall.name, hall.address], ["name", "address"], in: file)
    try demandOnce(hall.queues.map(\.letter), under: [.member("queues")], key: "letter", in: file)
  }

  /// What lapsed before it was taken would stand in nobody's way, and nobody could keep it.
  private func check(_ lapses: LapseTimes?, in file: String) throws(HallFileError) {
    guard let lapses else { return }
    let times = [("claim", lapses.claim), ("call", lapses.call), ("service", lapses.service)]
    for (key, minutes) in times where !(1...Self.longestLapse).contains(minutes) {
      throw error(
        file, [.member("lapses"), .member(key)],
        .hall(.minutesExpected(most: Self.longestLapse, found: minutes)))
    }
  }

  /// Minutes of a year.
  private static let longestLapse = 525_600

  func check(_ departments: [Department]) throws(HallFileError) {
    let file = "hall/departments.json"
    try demandOnce(departments.map(\.id.rawValue), key: "id", in: file)
    for (index, department) in departments.enumerated() {
      let here = JSONPlaces.Key.element(index)
      guard PhoneNumber(department.phone) != nil else {
        throw error(file, [here, .member("phone")], .hall(.phoneNumber))
      }
      guard !department.documentWord.isEmpty else {
        throw error(file, [here, .member("documentWord")], .hall(.empty))
      }
      try check(
        [department.name, department.shortName], ["name", "shortName"], in: file, under: [here])
    }
  }

  func check(_ counters: [Counter], _ hall: Hall) throws(HallFileError) {
    let file = "hall/counters.json"
    try demandOnce(counters.map(\.id.rawValue), key: "id", in: file)
    let letters = Set(hall.queues.map(\.letter))
    for (index, counter) in counters.enumerated() {
      if !counter.queue.isEmpty, !letters.contains(counter.queue) {
        throw error(
          file, [.element(index), .member("queue")], .hall(.unknownQueue(counter.queue)))
      }
      if let columns = counter.paperColumns, !(32...80).contains(columns) {
        throw error(
          file, [.element(index), .member("paperColumns")], .hall(.paperColumns(columns)))
      }
    }
  }

  func check(_ clerks: [Clerk], _ reference: HallReference) throws(HallFileError) {
    let file = "hall/clerks.json"
    try demandOnce(clerks.map(\.id.rawValue), key: "id", in: file)
    for (index, clerk) in clerks.enumerated() {
      let here = JSONPlaces.Key.element(index)
      if let problem = workplaceProblem(of: clerk) { throw error(file, [here], .hall(problem)) }
      if let id = clerk.department, reference.department(id) == nil {
        throw error(file, [here, .member("department")], .hall(.unknownDepartment(id)))
      }
      if let id = clerk.counter, reference.counter(id) == nil {
        throw error(file, [here, .member("counter")], .hall(.unknownCounter(id)))
      }
      try check([clerk.name], ["name"], in: file, under: [here])
    }
  }

  func check(_ year: CalendarYear) throws(HallFileError) {
    guard let mistake = year.mistakes.first else { return }
    throw error("calendars/\(year.year).json", [], .hall(.calendar(mistake.words)))
  }

  private func workplaceProblem(of clerk: Clerk) -> HallProblem? {
    switch clerk.role {
    case .examiner, .approver: clerk.department == nil ? .departmentExpected(clerk.role) : nil
    case .townshipOperator: clerk.township == nil ? .townshipExpected : nil
    case .generalCounter, .release, .supervisor, .itemManager, .hallManager: nil
    }
  }

  /// No two entries of a list carry the same ID.
  private func demandOnce(
    _ ids: [String], under way: [JSONPlaces.Key] = [], key: String, in file: String
  ) throws(HallFileError) {
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() {
      let place = way + [.element(index), .member(key)]
      guard !id.isEmpty else { throw error(file, place, .hall(.empty)) }
      guard seen.insert(id).inserted else { throw error(file, place, .hall(.idTwice(id))) }
    }
  }

  /// Wordings are there in both languages.
  func check(
    _ words: [Words], _ keys: [String], in file: String, under way: [JSONPlaces.Key] = []
  ) throws(HallFileError) {
    for (word, key) in zip(words, keys) where word.zh.isEmpty || word.en.isEmpty {
      let language = word.zh.isEmpty ? "zh" : "en"
      throw error(file, way + [.member(key), .member(language)], .hall(.empty))
    }
  }
}

extension CalendarMistake {
  var words: Words {
    switch self {
    case .outsideTheYear(let date):
      Words("\(date) 不在这一年", "\(date) is not in this year; take it out")
    case .listedTwice(let date): Words("\(date) 出现两次", "\(date) stands there twice; keep one")
    case .makeUpOnWeekday(let date):
      Words("\(date) 不是周末，不能作为补班日", "\(date) is no weekend day; it cannot be a make-up workday")
    case .noHolidayAtAll: Words("一个休息日也没有", "it has no rest day at all; add them")
    }
  }
}

extension CalendarYear: NamedByFile {
  static var nameKey: String { "year" }
  var fileName: String { String(year) }
}

extension ImplementationSheet: NamedByFile {
  static var nameKey: String { "id" }
  var fileName: String { id.rawValue }
}

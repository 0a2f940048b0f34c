package import Casework
import FoundationEssentials
package import WorkCalendar

/// The folder with the files of one hall: its sheets, people, counters, holidays and wordings.
package struct HallFolder: Hashable, Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// All of it, or the first thing that is wrong with it; broken codes are left blank.
  package func load() throws(HallFileError) -> HallReference { try loadQuarantining().reference }

  /// The same, with the codes that were left blank.
  package func loadQuarantining() throws(HallFileError) -> LoadedHall {
    var quarantined: [HallFileError] = []
    let hall: Hall = try read("hall/hall.json")
    let departments = try departments(quarantining: &quarantined)
    let counters: [Counter] = try read("hall/counters.json")
    let clerks: [Clerk] = try read("hall/clerks.json")
    let years: [CalendarYear] = try readAll(in: "calendars")
    let sheets = try sheets(quarantining: &quarantined)
    let reference = HallReference(
      hall: hall, departments: departments, counters: counters, clerks: clerks,
      sheets: sheets, calendarYears: years, rulebook: try rulebook())
    try check(reference)
    return LoadedHall(reference: reference, quarantined: quarantined)
  }

  /// The rules of supervision; nil where the hall has no file of them.
  package func rulebook() throws(HallFileError) -> Rulebook? {
    guard FileManager.default.fileExists(atPath: place(of: Self.rulesFile)) else { return nil }
    let rulebook: Rulebook = try read(Self.rulesFile)
    try check(rulebook)
    return rulebook
  }

  static let rulesFile = "supervision/rules.json"

  /// The published years alone, for dates that need no hall.
  package func calendarYears() throws(HallFileError) -> [CalendarYear] {
    let years: [CalendarYear] = try readAll(in: "calendars")
    for year in years { try check(year) }
    return years
  }

  /// The hall itself alone, with its opening hours.
  package func hall() throws(HallFileError) -> Hall {
    let hall: Hall = try read("hall/hall.json")
    try check(hall)
    return hall
  }

  package func demoNames() throws(HallFileError) -> DemoNames {
    let file = "demo/names.json"
    let names: DemoNames = try read(file)
    for (key, list) in names.lists.sorted(by: { $0.key < $1.key }) where list.isEmpty {
      throw error(file, [.member(key)], .hall(.empty))
    }
    return names
  }

  /// The raw text of each template in documents/, by file name without its ending; those made for
  /// receipt paper with their folder before it (48/D01).
  package func documentTemplates() throws(HallFileError) -> [String: String] {
    var texts: [String: String] = [:]
    for name in try names(in: "documents", ending: ".txt") {
      texts[name] = try text("documents/\(name).txt")
    }
    let narrow = "\(DocumentTemplates.narrow)"
    guard FileManager.default.fileExists(atPath: place(of: "documents/\(narrow)")) else {
      return texts
    }
    for name in try names(in: "documents/\(narrow)", ending: ".txt") {
      texts["\(narrow)/\(name)"] = try text("documents/\(narrow)/\(name).txt")
    }
    return texts
  }

  package func pinyin() throws(HallFileError) -> Pinyin {
    try Pinyin(
      readings: text("pinyin/readings.txt"), phrases: text("pinyin/phrases.txt"), folder: self)
  }
}

extension HallFolder {
  private func check(_ reference: HallReference) throws(HallFileError) {
    try check(reference.hall)
    try check(reference.departments)
    try check(reference.counters, reference.hall)
    try check(reference.clerks, reference)
    for year in reference.calendarYears { try check(year) }
    for sheet in reference.sheets { try check(sheet, reference) }
  }
}

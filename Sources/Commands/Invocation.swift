import Deskwork
import Casework
import WorkCalendar

/// One call of the program: what was typed, where it runs, and where it speaks.
struct Invocation {
  let arguments: Arguments
  let environment: [String: String]
  let output: Output
  let language: Language

  var isJSON: Bool { arguments.has(.json) }

  func say(_ zh: String, _ en: String) -> String { Words(zh, en)[language] }

  /// Chinese unless the environment asks for English.
  static func language(_ asked: String?, _ environment: [String: String]) throws(UsageProblem)
    -> Language
  {
    if let asked {
      guard let language = Language(rawValue: asked) else {
        throw .valueExpected(.language, asked, Words("zh 或 en", "zh or en"))
      }
      return language
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("en") == true ? .en : .zh
  }

  /// The option's file, the environment's, or the usual place.
  var storePath: String {
    if let path = arguments[.store] ?? set("YICHUANG_STORE") { return path }
    let data = set("XDG_DATA_HOME") ?? (set("HOME") ?? ".") + "/.local/share"
    return data + "/yichuang/hall.db"
  }

  func printFolder(beside store: String) -> String {
    arguments[.printFolder] ?? set("YICHUANG_PRINT") ?? store + "-print"
  }

  /// A variable of the environment that is not empty.
  func set(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  func moment(_ option: Option) throws(UsageProblem) -> Moment? {
    guard let text = arguments[option] else { return nil }
    // A day alone is the middle of its morning.
    let morning = LocalDate(text).map { Moment(date: $0, hour: 10, minute: 24) }
    guard let moment = Moment(text) ?? morning else {
      throw .valueExpected(
        option, text,
        Words(
          "如 2026-03-11T10:24 的时刻或 2026-03-11 的日期",
          "a moment such as 2026-03-11T10:24, or a day such as 2026-03-11"))
    }
    return moment
  }
}

extension Invocation {
  /// The department that --department names, if the hall has it.
  func department(of desk: Desk) throws(Complaint) -> DepartmentID? {
    guard let text = arguments[.department] else { return nil }
    let id = DepartmentID(text)
    guard desk.departments[id] != nil else {
      let known = desk.departments.keys.sorted().map(\.rawValue).joined(separator: ", ")
      throw .usage(
        .valueExpected(.department, text, Words("这些之一：\(known)", "one of: \(known)")))
    }
    return id
  }
}

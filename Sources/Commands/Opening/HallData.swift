import CaseStore
import Casework
import Deskwork
import HallFiles
import Passwords
import WorkCalendar

/// What a desk needs of the data folder: document templates and pinyin.
struct HallData {
  let folder: HallFolder
  let templates: DocumentTemplates
  let pinyin: Pinyin

  init(_ invocation: Invocation) throws(Complaint) {
    let option = invocation.arguments[.data]
    let path = try complaining { () throws(FolderNotFound) in
      try DataPlaces.find(.data, option: option, environment: invocation.environment)
    }
    let folder = HallFolder(path: path)
    self.folder = folder
    pinyin = try complaining { () throws(HallFileError) in try folder.pinyin() }
    let texts = try complaining { () throws(HallFileError) in try folder.documentTemplates() }
    do throws(DocumentTemplates.Problem) {
      templates = try DocumentTemplates(texts) { "\(path)/documents/\($0).txt" }
    } catch {
      throw error.complaint(in: path)
    }
  }

  func surroundings(
    now: @escaping @Sendable () -> Moment, secret: String
  ) -> Surroundings {
    Surroundings(
      now: now,
      render: { [templates] facts in templates.render(facts) },
      readings: { [pinyin] name in pinyin.readings(of: name) },
      code: { word in sixDigits(of: word, secret: secret) },
      slip: { [templates] facts in templates.render(facts) },
      passwordMatches: PasswordHash.matches, hashPassword: PasswordHash.make)
  }
}

extension DocumentTemplates.Problem {
  fileprivate func complaint(in path: String) -> Complaint {
    switch self {
    case .missing(let kind):
      .other(
        Words(
          "\(path)/documents 里缺少模板 \(kind.rawValue).txt（\(kind.label.zh)）；请补上。",
          "\(path)/documents lacks the template \(kind.rawValue).txt (\(kind.label.en)); add it."))
    case .unknown(let file):
      .other(
        Words(
          "没有哪种文书用 \(file) 这个模板；请改正文件名或移走。",
          "No document is printed by the template \(file); correct its name or take it away."))
    case .template(let problem): .template(problem)
    }
  }
}

extension Surroundings {
  /// For looking only: nothing is issued or indexed by such a desk.
  static func forReading(now: @escaping @Sendable () -> Moment) -> Surroundings {
    Surroundings(now: now, render: { _ in nil }, readings: { _ in [] }, code: { _ in "" })
  }
}

import CaseStore
import Casework
import Deskwork
import HallFiles
import WorkCalendar

/// What a desk needs of the data folder: document templates and pinyin.
struct HallData {
  let folder: HallFolder
  let templates: [DocumentKind: DocumentTemplate]
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
    var templates: [DocumentKind: DocumentTemplate] = [:]
    for kind in DocumentKind.allCases {
      guard let text = texts[kind.rawValue] else {
        throw .other(
          Words(
            "\(path)/documents 里缺少模板 \(kind.rawValue).txt（\(kind.label.zh)）；请补上。",
            "\(path)/documents lacks the template \(kind.rawValue).txt (\(kind.label.en)); add it.")
        )
      }
      do throws(TemplateProblem) {
        templates[kind] = try DocumentTemplate(
          parsing: text, named: "\(path)/documents/\(kind.rawValue).txt")
      } catch {
        throw .template(error)
      }
    }
    self.templates = templates
  }

  func surroundings(
    now: @escaping @Sendable () -> Moment, secret: String
  ) -> Surroundings {
    Surroundings(
      now: now,
      render: { [templates] facts in templates[facts.kind]?.render(facts) },
      initials: { [pinyin] name in pinyin.readings(of: name) },
      code: { word in sixDigits(of: word, secret: secret) })
  }
}

extension Surroundings {
  /// For looking only: nothing is issued or indexed by such a desk.
  static func forReading(now: @escaping @Sendable () -> Moment) -> Surroundings {
    Surroundings(now: now, render: { _ in nil }, initials: { _ in [] }, code: { _ in "" })
  }
}

import Casework
import Deskwork
import HallFiles
import Synchronization

/// The document templates and pinyin of a data folder. They take longer to be made out than everything
/// a first screen needs, so they may be read behind it.
final class HallTexts: Sendable {
  struct Read: Sendable {
    let templates: DocumentTemplates
    let pinyin: Pinyin
  }

  private let folder: HallFolder
  private let found = Mutex<Read?>(nil)

  init(in folder: HallFolder) { self.folder = folder }

  /// Nil as long as nobody has asked.
  var known: Read? { found.withLock { $0 } }

  /// What they say, read by whoever is the first to ask.
  func read() throws(Complaint) -> Read {
    try found.withLock { found throws(Complaint) in
      if let read = found { return read }
      let read = Read(templates: try templates(), pinyin: try pinyin())
      found = read
      return read
    }
  }

  private func pinyin() throws(Complaint) -> Pinyin {
    try complaining { () throws(HallFileError) in try folder.pinyin() }
  }

  private func templates() throws(Complaint) -> DocumentTemplates {
    let texts = try complaining { () throws(HallFileError) in try folder.documentTemplates() }
    do throws(DocumentTemplates.Problem) {
      return try DocumentTemplates(texts) { "\(folder.path)/documents/\($0).txt" }
    } catch {
      throw error.complaint(in: folder.path)
    }
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

import Casework
import FoundationEssentials
import Glibc
import WorkCalendar

/// Where issued documents lie as text, ready for a printer.
struct PrintFolder {
  let path: String

  /// Writes one sheet; answers what went wrong, for the act that issued it stands.
  func write(
    _ document: IssuedDocument, of id: CaseID, isReprint: Bool, in language: Language
  ) -> String? {
    let text = isReprint ? "【补打 / reprint】\n\(document.text)" : document.text
    let bytes = Array((text.hasSuffix("\n") ? text : text + "\n").utf8)
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      return sentence(document, path, language)
    }
    let file = name(document, id, isReprint)
    return put(bytes, in: file) ? nil : sentence(document, file, language)
  }

  private func name(_ document: IssuedDocument, _ id: CaseID, _ isReprint: Bool) -> String {
    let day = document.issuedOn.description.filter { $0 != "-" }
    // A number holds no slash, but a hall's own word for a department might.
    let number = String(document.number.map { $0 == "/" ? "-" : $0 })
    let mark = isReprint ? "-补打" : ""
    return "\(path)/\(day)-\(id)-\(document.kind.rawValue)-\(number)\(mark).txt"
  }

  /// Whole or not at all: beside its place first, then moved there.
  private func put(_ bytes: [UInt8], in path: String) -> Bool {
    let beside = path + ".part"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { break }
    }
    let isWhole = close(file) == 0 && rest.isEmpty && rename(beside, path) == 0
    if !isWhole { unlink(beside) }
    return isWhole
  }

  private func sentence(
    _ document: IssuedDocument, _ place: String, _ language: Language
  ) -> String {
    Words(
      "\(document.number) 已出具，但写不进 \(place)；请检查打印文件夹后补打。",
      "\(document.number) was issued but could not be written to \(place); check the print folder and print it again."
    )[language]
  }
}

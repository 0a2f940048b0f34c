import Casework
import FoundationEssentials
import Glibc
import HallFiles

/// Codes that were left blank, for whoever mends the data folder: said aloud, and kept in a file.
struct Quarantine {
  let path: String
  let invocation: Invocation

  /// Answers how many there are.
  func keep(_ quarantined: [HallFileError]) throws(Complaint) -> Int {
    guard !quarantined.isEmpty else { return 0 }
    let lines = quarantined.map { $0.sentence(in: invocation.language) }
    try write(lines.joined(separator: "\n") + "\n")
    for line in lines.prefix(Self.saidAloud) { invocation.output.remark(line) }
    let count = lines.count
    invocation.output.remark(
      invocation.say(
        "共 \(count) 个代码已隔离，名单在 \(path)；改正后用 yichuang check 核对。",
        "\(count) \(count == 1 ? "code is" : "codes are") quarantined and listed in \(path); mend them, and try them with yichuang check."
      ))
    return count
  }

  /// More would scroll away.
  private static let saidAloud = 20

  private func write(_ text: String) throws(Complaint) {
    // A list of an earlier store that is gone would keep its own permissions.
    unlink(path)
    let isWritten = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard isWritten else {
      throw .other(
        Words(
          "大厅已建好，但隔离名单写不进 \(path)；请检查权限。",
          "The hall is made, but the quarantine list could not be written to \(path); check its permissions."
        ))
    }
  }
}

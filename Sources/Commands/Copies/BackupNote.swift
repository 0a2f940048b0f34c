import FoundationEssentials
import WorkCalendar

/// What is remembered beside a store of its last backup: when it was made, and where it went.
struct BackupNote {
  let madeAt: Moment
  let target: String

  init(madeAt: Moment, target: String) {
    (self.madeAt, self.target) = (madeAt, target)
  }

  init?(beside store: String) {
    guard let text = try? String(contentsOfFile: Self.path(store), encoding: .utf8) else {
      return nil
    }
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let moment = Moment(String(parts[0])) else { return nil }
    (madeAt, target) = (moment, String(parts[1].prefix { $0 != "\n" }))
  }

  /// Only a help for `doctor`: where it cannot be written the backup is none the worse.
  func write(beside store: String) {
    _ = FileManager.default.createFile(
      atPath: Self.path(store), contents: Data("\(madeAt) \(target)\n".utf8),
      attributes: [.posixPermissions: 0o600])
  }

  private static func path(_ store: String) -> String { store + "-last-backup" }
}

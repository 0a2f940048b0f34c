import FoundationEssentials
import SQLite

/// A folder that only its owner reads, for the time of a check.
final class ScratchFolder {
  private let folder: String

  init() throws(SQLiteError) {
    folder = FileManager.default.temporaryDirectory.path + "/yichuang-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw SQLiteError(kind: .cannotOpen, message: "\(folder) could not be made: \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }
}

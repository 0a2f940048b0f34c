import FoundationEssentials
import Glibc

/// A folder of one test; all of them go when the tests are over, since a store may outlive its test.
struct TemporaryFolder {
  let path: String

  init() throws {
    path = Self.all + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { path + "/" + name }

  private static let all: String = {
    atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.all) }
    return FileManager.default.temporaryDirectory.path + "/casestore-\(getpid())"
  }()
}

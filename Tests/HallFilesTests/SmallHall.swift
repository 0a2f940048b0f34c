import FoundationEssentials
import Testing

/// A copy of the fixture hall, in a folder of its own that goes away again.
struct SmallHall: ~Copyable {
  let path: String

  init() throws {
    let here: String = #filePath
    let folder = here.split(separator: "/").dropLast().joined(separator: "/")
    let name = "small-hall-\(UUID().uuidString)"
    path = "\(FileManager.default.temporaryDirectory.path)/\(name)"
    try FileManager.default.copyItem(atPath: "/\(folder)/Fixtures/small-hall", toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Replaces the first place where the old text stands.
  func replace(_ old: String, by new: String, in file: String) throws {
    let place = "\(path)/\(file)"
    var text = try String(contentsOfFile: place, encoding: .utf8)
    let range = try #require(text.firstRange(of: old), "\(old) does not stand in \(file)")
    text.replaceSubrange(range, with: new)
    try write(text, to: file)
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(file)"))
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(file)")
  }
}

package import Casework
import FoundationEssentials

/// A folder the program cannot do without.
package enum ProgramFolder: String, Hashable, Sendable {
  case data = "Data"
  case themes = "Themes"
}

/// None of the places that were tried holds the folder.
package struct FolderNotFound: Error, Hashable, Sendable {
  package var folder: ProgramFolder
  package var tried: [String]

  package func sentence(in language: Language) -> String {
    let places = tried.joined(separator: language == .zh ? "、" : ", ")
    return switch language {
    case .zh: "找不到 \(folder.rawValue) 文件夹，找过：\(places)；请用 --data 指明它在哪里。"
    case .en:
      "There is no \(folder.rawValue) folder; these were tried: \(places). Name it with --data."
    }
  }
}

/// Where the files lie that come with the program.
package enum DataPlaces {
  /// The first place that holds the folder: the option's, the environment's, the installed, the built.
  package static func find(
    _ folder: ProgramFolder, option: String?,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String? = runningExecutable
  ) throws(FolderNotFound) -> String {
    let tried = places(of: folder, option, environment["YICHUANG_DATA"], executable)
    guard let found = tried.first(where: { holds($0, folder) }) else {
      throw FolderNotFound(folder: folder, tried: tried)
    }
    return found
  }

  /// The file this process was started from, links followed.
  package static var runningExecutable: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }

  /// A hall somebody named is never replaced silently by another one.
  private static func places(
    of folder: ProgramFolder, _ option: String?, _ variable: String?, _ executable: String?
  ) -> [String] {
    let named = (option ?? variable).flatMap { $0.isEmpty ? nil : trimmed($0) }
    switch (folder, named) {
    case (.data, .some(let path)): return [path, "\(path)/Data"]
    case (.themes, .some(let path)):
      return ["\(path)/Themes", "\(parent(of: path))/Themes"] + ownPlaces(of: folder, executable)
    case (.data, nil), (.themes, nil): return ownPlaces(of: folder, executable)
    }
  }

  private static func ownPlaces(of folder: ProgramFolder, _ executable: String?) -> [String] {
    let prefix = executable.map { parent(of: parent(of: $0)) }
    let installed = prefix.map { ["\($0)/share/yichuang/\(folder.rawValue)"] } ?? []
    return installed + ["\(packageRoot)/\(folder.rawValue)"]
  }

  private static func holds(_ path: String, _ folder: ProgramFolder) -> Bool {
    switch folder {
    case .data: FileManager.default.fileExists(atPath: "\(path)/hall/hall.json")
    case .themes:
      (try? FileManager.default.contentsOfDirectory(atPath: path))?
        .contains { $0.hasSuffix(".theme") } ?? false
    }
  }

  private static var packageRoot: String {
    let file: String = #filePath
    return parent(of: parent(of: parent(of: file)))
  }

  private static func parent(of path: String) -> String {
    let parts = trimmed(path).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return "." }
    return parts.dropLast().joined(separator: "/")
  }

  private static func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? trimmed(String(path.dropLast())) : path
  }
}

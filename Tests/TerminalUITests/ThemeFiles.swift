import FoundationEssentials

/// The text of a theme in the package's `Themes` folder.
func themeText(_ name: String, file: StaticString = #filePath) throws -> String {
  let root = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
  let path = root.joined(separator: "/") + "/Themes/\(name).theme"
  return try String(contentsOfFile: path, encoding: .utf8)
}

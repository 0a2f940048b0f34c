/// What is wrong with a theme file, and where.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let expected: String

  package init(file: String, line: Int, expected: String) {
    self.file = file
    self.line = line
    self.expected = expected
  }

  package var description: String { "\(file):\(line): \(expected)" }
}

extension Theme {
  /// Reads `role = foreground background bold underline reverse dim`, `glyphs = lines|ascii` and
  /// `inherit = NAME`; everything after `#` is a remark.
  package static func read(
    _ text: String, name: String, file: String,
    inheriting: (_ name: String) throws -> Theme? = { _ in nil }
  ) throws -> Theme {
    var theme = Theme(name: name)
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let words = words(of: line)
      guard !words.isEmpty else { continue }
      func fault(_ expected: String) -> ThemeError {
        ThemeError(file: file, line: index + 1, expected: expected)
      }
      guard words.count >= 3, words[1] == "=" else { throw fault("expected `name = value`") }
      switch words[0] {
      case "inherit":
        guard words.count == 3, let parent = try inheriting(words[2]) ?? builtIn(words[2]) else {
          throw fault("there is no theme \(words[2]) to inherit")
        }
        theme = parent
        theme.name = name
      case "glyphs":
        guard let set = GlyphSet(rawValue: words[2]), words.count == 3 else {
          throw fault("expected `glyphs = lines` or `glyphs = ascii`")
        }
        theme.glyphSet = set
      default:
        guard let role = Role(rawValue: words[0]) else {
          throw fault("\(words[0]) is no role; roles are \(roleNames)")
        }
        theme[role] = try style(of: words.dropFirst(2), fault)
      }
    }
    return theme
  }

  private static func words(of line: Substring.UTF8View) -> [String] {
    let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
    return line.prefix { $0 != UInt8(ascii: "#") }.split { blanks.contains($0) }
      .map { String(Substring($0)) }
  }

  private static var roleNames: String {
    Role.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static func style(
    of words: ArraySlice<String>, _ fault: (String) -> ThemeError
  ) throws(ThemeError) -> Style {
    var style = Style()
    var colours: [Colour] = []
    for word in words {
      switch word {
      case "bold": style.isBold = true
      case "underline": style.isUnderlined = true
      case "reverse": style.isReversed = true
      case "dim": style.isDim = true
      default:
        guard colours.count < 2, let colour = Colour(name: word) else {
          throw fault(
            "\(word) is no colour (default, \(Colour.names.joined(separator: ", ")), 0–255) "
              + "and no attribute (bold, underline, reverse, dim)")
        }
        colours.append(colour)
      }
    }
    style.foreground = colours.first ?? .standard
    style.background = colours.count > 1 ? colours[1] : .standard
    return style
  }

  private static func builtIn(_ name: String) -> Theme? {
    name == "day" ? .day : nil
  }
}

import TerminalUI
import TestSupport
import Testing

struct ThemeTests {
  @Test func `a theme gives roles their looks and inherits the rest`() throws {
    let text =
      "# remark\ninherit = day\nglyphs = ascii\nredCard = bright-red 16 bold reverse # why\n"
    let theme = try Theme.read(text, name: "mine", file: "mine.theme")
    #expect(theme.name == "mine")
    #expect(theme.glyphSet == .ascii)
    #expect(theme[.redCard].foreground == .indexed(9))
    #expect(theme[.redCard].background == .indexed(16))
    #expect(theme[.redCard].isBold && theme[.redCard].isReversed)
    #expect(theme[.banner] == Theme.day[.banner])
  }

  @Test(arguments: [
    ("glyphs = round", 1, "`glyphs = lines`"), ("\ntext red", 2, "`name = value`"),
    ("txt = red", 1, "txt is no role"), ("text = rot", 1, "rot is no colour"),
    ("text = red blue green", 1, "green is no colour"), ("text = 256", 1, "256 is no colour"),
    ("inherit = dawn", 1, "no theme dawn"), ("text =", 1, "`name = value`"),
  ])
  func `a fault names file, line and what was expected`(
    text: String, line: Int, expected: String
  ) throws {
    let fault = #expect(throws: ThemeError.self) {
      try Theme.read(text, name: "x", file: "x.theme")
    }
    #expect(fault?.description.hasPrefix("x.theme:\(line): ") == true)
    #expect(fault?.expected.contains(expected) == true)
  }

  @Test(arguments: ["day", "night", "contrast", "plain"])
  func `every theme that comes along can be read`(name: String) throws {
    let theme = try Theme.read(try themeText(name), name: name, file: name + ".theme")
    #expect(theme.name == name)
  }

  @Test func `the plain theme has no colour and no line glyphs`() throws {
    let theme = try Theme.read(try themeText("plain"), name: "plain", file: "plain.theme")
    #expect(theme.glyphSet == .ascii)
    #expect(Role.allCases.allSatisfy { theme[$0].foreground == .standard })
    #expect(Role.allCases.allSatisfy { theme[$0].background == .standard })
  }

  @Test func `without colour urgent roles still stand out`() {
    let theme = Theme.day.withoutColour
    #expect(Role.allCases.allSatisfy { theme[$0].foreground == .standard })
    #expect(theme[.redCard].isBold && theme[.banner].isReversed)
  }

  @Test func `every role has a letter of its own`() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }
}

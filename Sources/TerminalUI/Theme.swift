/// A colour of the terminal: its own default or an index, 0–15 being the named ones.
package enum Colour: Hashable, Sendable {
  case standard
  case indexed(UInt8)

  package static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]

  /// `default`, one of the sixteen names, or a number from 0 to 255.
  package init?(name: String) {
    if name == "default" {
      self = .standard
    } else if let index = Colour.names.firstIndex(of: name) {
      self = .indexed(UInt8(index))
    } else if let index = UInt8(name) {
      self = .indexed(index)
    } else {
      return nil
    }
  }
}

/// How a role looks.
package struct Style: Hashable, Sendable {
  package var foreground = Colour.standard
  package var background = Colour.standard
  package var isBold = false
  package var isUnderlined = false
  package var isReversed = false
  package var isDim = false

  package init() {}
}

/// From what cells mean to what they look like; a selected cell is reversed on top of it.
package struct Theme: Hashable, Sendable {
  package var name: String
  package var glyphSet = GlyphSet.lines
  /// Whether a list marks its selected row by more than the sign in front of it.
  package var showsBar = true
  private var styles: [Role: Style] = [:]

  package init(name: String) {
    self.name = name
  }

  package subscript(role: Role) -> Style {
    get { styles[role] ?? Style() }
    set { styles[role] = newValue }
  }

  /// For a slow line: as little as possible to send for a change. Only what one types in, what is
  /// wrong with it, and what no one may overlook still looks different.
  package var thin: Theme {
    var theme = Theme(name: name)
    theme.glyphSet = glyphSet
    theme.showsBar = false
    theme[.fieldActive].isUnderlined = true
    theme[.invalid].isBold = true
    theme[.banner].isReversed = true
    return theme
  }

  /// Without any colour, for NO_COLOR and terminals that have none.
  package var withoutColour: Theme {
    var theme = self
    for (role, style) in styles {
      theme.styles[role]?.foreground = .standard
      theme.styles[role]?.background = .standard
      let wasBlock = style.background != .standard && style.background != .indexed(0)
      if wasBlock, !style.isReversed { theme.styles[role]?.isReversed = true }
      if [.yellowCard, .redCard, .invalid, .warning].contains(role) {
        theme.styles[role]?.isBold = true
      }
    }
    return theme
  }
}

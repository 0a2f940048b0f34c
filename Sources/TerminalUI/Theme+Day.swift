extension Theme {
  /// The theme that is always there; the file `day.theme` may refine it.
  package static let day: Theme = {
    var theme = Theme(name: "day")
    for role in Role.allCases { theme[role] = dayStyle(of: role) }
    return theme
  }()

  private static func dayStyle(of role: Role) -> Style {
    switch role {
    case .text, .label, .hint, .field: Style()
    case .title, .heading, .key, .tabActive: style(bold: true)
    case .border, .disabled: style(dim: true)
    case .fieldActive: style(underlined: true)
    case .cursorMark, .accent: style(.indexed(6), bold: true)
    case .tab: style(.indexed(4))
    case .notice: style(.indexed(4), bold: true)
    case .success: style(.indexed(2))
    case .stopped, .provisional: style(.indexed(5))
    case .warning: style(.indexed(3))
    case .yellowCard: style(.indexed(3), bold: true)
    case .redCard, .invalid: style(.indexed(1), bold: true)
    case .banner: style(.indexed(7), .indexed(1), bold: true)
    }
  }

  private static func style(
    _ foreground: Colour = .standard, _ background: Colour = .standard, bold: Bool = false,
    underlined: Bool = false, dim: Bool = false
  ) -> Style {
    var style = Style()
    style.foreground = foreground
    style.background = background
    style.isBold = bold
    style.isUnderlined = underlined
    style.isDim = dim
    return style
  }
}

private import CNcurses
package import TerminalUI

/// What each role looks like in ncurses' terms.
struct Palette {
  struct Look {
    var attributes: UInt32
    var pair: Int32
  }

  private var looks: [Look] = []

  /// `hasColour` must be true only after `start_color` succeeded: on a vt100 pairs cannot be made.
  init(_ theme: Theme, hasColour: Bool) {
    let theme = hasColour ? theme : theme.withoutColour
    looks = Role.allCases.map { Palette.look(of: theme[$0], hasColour: hasColour) }
  }

  func look(of role: Role, isSelected: Bool) -> Look {
    var look = looks[role.order]
    if isSelected { look.attributes ^= NC_REVERSE }
    return look
  }

  private static func look(of style: Style, hasColour: Bool) -> Look {
    var look = Look(attributes: 0, pair: 0)
    if style.isBold { look.attributes |= NC_BOLD }
    if style.isUnderlined { look.attributes |= NC_UNDERLINE }
    if style.isReversed { look.attributes |= NC_REVERSE }
    if style.isDim { look.attributes |= NC_DIM }
    let hasColours = style.foreground != .standard || style.background != .standard
    guard hasColour, hasColours else { return look }
    let available = Int(nc_colours())
    let foreground = style.foreground.index(among: available)
    let background = style.background.index(among: available)
    if foreground.isBright { look.attributes |= NC_BOLD }
    look.pair = max(0, alloc_pair(foreground.index, background.index))
    return look
  }
}

extension Role {
  var order: Int { Role.orders[self] ?? 0 }
  private static let orders = Dictionary(
    uniqueKeysWithValues: Role.allCases.enumerated().map { ($0.element, $0.offset) })
}

extension Colour {
  /// The nearest colour a terminal of so many has; bright ones become bold where there are eight.
  package func index(among available: Int) -> (index: Int32, isBright: Bool) {
    guard case .indexed(let wanted) = self else { return (-1, false) }
    let index = Int(wanted)
    if index < available { return (Int32(index), false) }
    if index < 16 { return (Int32(index % 8), index >= 8) }
    return (Int32(Colour.basic(of: index)), false)
  }

  /// The nearest of the eight first colours for one of the 256.
  private static func basic(of index: Int) -> Int {
    if index >= 232 { return index < 244 ? 0 : 7 }
    let cube = index - 16
    let (red, green, blue) = (cube / 36, cube / 6 % 6, cube % 6)
    let strongest = max(red, green, blue, 1)
    func isStrong(_ part: Int) -> Int { part * 2 > strongest ? 1 : 0 }
    return isStrong(red) + 2 * isStrong(green) + 4 * isStrong(blue)
  }
}

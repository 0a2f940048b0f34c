/// What a cell means; the theme says what that looks like, goldens show its letter.
package enum Role: String, Hashable, Sendable, CaseIterable {
  case text, label, title, heading, border, hint, key, disabled
  case field, fieldActive, invalid
  case notice, warning, yellowCard, redCard, stopped, success
  case banner, accent, tab, tabActive, provisional, cursorMark

  /// One letter for each role; goldens write it in upper case where the row is selected.
  package var letter: Character {
    switch self {
    case .text: "t"
    case .label: "l"
    case .title: "i"
    case .heading: "h"
    case .border: "b"
    case .hint: "n"
    case .key: "k"
    case .disabled: "d"
    case .field: "f"
    case .fieldActive: "a"
    case .invalid: "x"
    case .notice: "o"
    case .warning: "w"
    case .yellowCard: "y"
    case .redCard: "r"
    case .stopped: "s"
    case .success: "g"
    case .banner: "m"
    case .accent: "c"
    case .tab: "e"
    case .tabActive: "v"
    case .provisional: "p"
    case .cursorMark: "u"
    }
  }
}

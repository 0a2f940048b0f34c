import TerminalUI

/// How the screen is divided: title, tabs, body, notice, footer. The last row stays free for the
/// candidates of an input method only inside forms, which end a row earlier.
struct Frame {
  let title: Rect
  let tabs: Rect
  let body: Rect
  let notice: Rect
  let footer: Rect

  init(size: Size) {
    var rest = Rect(size)
    title = rest.cutTop(1)
    tabs = rest.cutTop(1)
    _ = rest.cutTop(1)
    footer = rest.cutBottom(1)
    notice = rest.cutBottom(1)
    body = rest
  }

  /// Below this nothing can be shown that one could work with.
  static let least = Size(columns: 60, rows: 16)
}

import TerminalUI

/// A pane with its place in the state, its types forgotten; made when it is needed.
struct PaneHost {
  let press: (inout ConsoleState, Key) -> [Request]?
  let receive: (inout ConsoleState, Answer) -> [Request]
  let refresh: (ConsoleState) -> [Request]
  let fit: (inout ConsoleState, Size) -> Void
  let view: (ConsoleState, inout CellGrid, Rect) -> Void
  let footer: (ConsoleState, inout CellGrid, Int) -> Void
  let acts: (ConsoleState) -> [ActHelp]
  let markdown: (ConsoleState) -> String
  let isTyping: (ConsoleState) -> Bool
  let place: (ConsoleState) -> PanePlace
  let goBack: (inout ConsoleState, PanePlace) -> Void

  init<P: Pane>(_ pane: P.Type, _ place: WritableKeyPath<ConsoleState, P.State>) {
    press = { console, key in
      let context = console.context
      let mayType = P.isTyping(console[keyPath: place]) && key.goesIntoField
      if mayType, let asked = P.type(&console[keyPath: place], key, context) { return asked }
      switch P.keys(context).outcome(of: key, in: console[keyPath: place]) {
      case .message(let message):
        return P.update(&console[keyPath: place], message, context)
      case .refused(let reason): return [.notice(Notice(.refused, reason))]
      case nil: return P.type(&console[keyPath: place], key, context)
      }
    }
    receive = { console, answer in
      P.receive(&console[keyPath: place], answer, console.context)
    }
    refresh = { P.refresh($0[keyPath: place], $0.context) }
    fit = { console, size in P.fit(&console[keyPath: place], size, console.context) }
    view = { console, grid, rect in
      P.view(console[keyPath: place], console.context, on: &grid, in: rect)
    }
    footer = { console, grid, row in
      let caps = Wording.caps(console.context.language)
      let own = P.keys(console.context).lifted(message: { _ in 0 }) { (both: Both<P.State>) in
        both.state
      }
      let shared = GlobalKeys.table(console.context).lifted(message: { _ in 0 }) {
        (both: Both<P.State>) in both.console
      }
      let both = Both(state: console[keyPath: place], console: console)
      (own + shared).drawFooter(in: both, on: &grid, row: row, caps: caps)
    }
    acts = { console in
      ActHelp.list(P.keys(console.context), in: console[keyPath: place], console.context)
    }
    markdown = { console in
      P.keys(console.context).markdownRows(caps: Wording.caps(console.context.language))
    }
    isTyping = { P.isTyping($0[keyPath: place]) }
    self.place = { P.place($0[keyPath: place]) }
    goBack = { console, remembered in
      P.goBack(&console[keyPath: place], to: remembered, console.context)
    }
  }
}

/// A pane's state beside the whole, so that its keys and the shared ones make one footer.
private struct Both<State: Sendable>: Sendable {
  let state: State
  let console: ConsoleState
}

extension Key {
  /// What edits text, while one is in a field.
  var goesIntoField: Bool {
    switch self {
    case .character, .paste, .backspace, .delete, .left, .right, .home, .end: true
    case .control(let letter): letter == "w" || letter == "u" || letter == "z"
    case .enter, .escape, .tab, .backTab, .insert, .up, .down, .pageUp, .pageDown, .function,
      .alt, .scan, .mouse:
      false
    }
  }
}

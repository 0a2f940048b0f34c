import WorkCalendar
package import Casework
package import Deskwork
package import TerminalUI

/// The loop: paint, wait for a key, update, carry requests out, feed the answers back.
package struct ConsoleProgram {
  package private(set) var state: ConsoleState
  let clerk: DeskClerk

  package init(clerk: DeskClerk, language: Language, size: Size) throws(StoreError) {
    self.clerk = clerk
    state = ConsoleState(context: try clerk.context(language), size: size)
  }

  /// Runs until the person leaves or the line is gone.
  package mutating func run(on terminal: inout (some Terminal & ~Copyable)) {
    state.fit(terminal.size)
    settle(state.start())
    terminal.setTitle(Wording.title(state.context))
    var isDirty = true
    while !state.isLeaving {
      if isDirty, !terminal.hasPendingInput {
        terminal.paint(state.view(glyphs: terminal.glyphs))
        state.noticeIsSeen = true
        isDirty = false
      }
      switch terminal.next(waiting: nil) {
      case .key(.control("l")):
        terminal.repaintWhole()
        isDirty = true
      case .key(.control("z")) where !state.undoes: terminal.suspend()
      case .key(let key):
        let dialogs = state.dialogs.count
        press(key)
        if state.hasNewQuestion(since: dialogs) { terminal.discardTypeAhead() }
        isDirty = true
      case .resized(let size):
        state.fit(size)
        // There may be room for more rows than have been read.
        settle(state.newsArrived())
        isDirty = true
      case .resumed:
        terminal.repaintWhole()
        isDirty = true
      case .ticked: isDirty = tick() || isDirty
      case .hungUp, .terminated: return
      }
    }
  }

  package mutating func press(_ key: Key) { settle(state.press(key)) }

  /// Carries requests out until nothing is left to ask.
  private mutating func settle(_ asked: [Asked]) {
    var queue = asked[...]
    var acted = false
    while let next = queue.popFirst() {
      if let more = state.carryOutHere(next) {
        queue.append(contentsOf: more)
      } else if case .sit(let id) = next.request {
        if let seat = clerk.sit(id) { queue.append(contentsOf: state.seat(seat)) }
      } else if case .printWaiting = next.request {
        state.notice = clerk.paper.waiting(state.context.language)
      } else if case .printSheet(let name, let text) = next.request {
        state.notice = clerk.paper.sheet(name, text, state.context.language)
      } else if case .preview(let acts) = next.request {
        let shown = clerk.preview(
          acts, late: state.context.late, state.context.language)
        queue.append(Asked(request: shown, from: next.from))
      } else {
        let (answer, notice) = clerk.answer(next.request, state.context.language)
        if case .done = answer { acted = true }
        if let notice { state.notice = notice }
        guard let answer else { continue }
        queue.append(contentsOf: state.receive(answer, for: next.from))
      }
    }
    if acted {
      state.context.counts = clerk.counts() ?? state.context.counts
      clerk.keepUp(&state.context)
    }
  }

  /// Whether anything in sight has changed.
  private mutating func tick() -> Bool {
    let now = clerk.now
    let minuteHasPassed =
      now.minute != state.context.now.minute || now.hour != state.context.now.hour
    state.tick(now)
    guard clerk.hasNews() else { return minuteHasPassed }
    state.context.counts = clerk.counts() ?? state.context.counts
    clerk.keepUp(&state.context)
    settle(state.newsArrived())
    return true
  }
}

extension ConsoleState {
  /// Whether Ctrl-Z takes typing back instead of handing the screen to the shell.
  var undoes: Bool {
    if case .form = dialogs.last { return true }
    return pane == .intake && host(pane).isTyping(self)
  }

  /// Keys pressed before a question was in sight must not answer it.
  func hasNewQuestion(since count: Int) -> Bool {
    guard dialogs.count > count, case .question = dialogs.last else { return false }
    return true
  }
}

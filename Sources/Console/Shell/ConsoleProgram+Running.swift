import Deskwork
package import TerminalUI

/// What stands on the terminal at this moment.
struct Sight {
  /// The frame painted last; nil before the first one.
  var frame: CellGrid?
  /// Whether the state would show something else by now.
  var isStale = true
}

/// The loop: paint, wait for a key, go on.
extension ConsoleProgram {
  /// Runs until the person leaves or the line is gone.
  package mutating func run(on terminal: inout (some Terminal & ~Copyable)) {
    state.fit(terminal.size)
    sight = Sight()
    work(on: &terminal) { $0.begin() }
    if state.coverAsks { terminal.discardTypeAhead() }
    terminal.setTitle(Wording.title(state.context))
    while !state.isLeaving {
      if sight.isStale, !terminal.hasPendingInput { paint(on: &terminal) }
      switch terminal.next(waiting: nil) {
      case .key(let key): take(key, on: &terminal)
      case .resized(let size): fit(size, on: &terminal)
      case .resumed:
        terminal.repaintWhole()
        sight.isStale = true
      case .ticked:
        work(on: &terminal) { if $0.tick() { $0.sight.isStale = true } }
      case .hungUp, .terminated:
        keepPlace(entirely: true)
        return clerk.signOut(.lineDropped)
      }
    }
    work(on: &terminal) { program in
      program.clearUp()
      program.clerk.signOut(.byHand)
    }
  }

  private mutating func paint(on terminal: inout (some Terminal & ~Copyable)) {
    let frame = state.view(glyphs: terminal.glyphs)
    terminal.paint(frame)
    state.noticeIsSeen = true
    sight = Sight(frame: frame, isStale: false)
  }

  private mutating func take(_ key: Key, on terminal: inout (some Terminal & ~Copyable)) {
    switch key {
    case .control("l"): terminal.repaintWhole()
    case .control("z") where !state.undoes:
      terminal.suspend()
      fit(terminal.size, on: &terminal)
    default:
      let (before, asked) = (state.dialogs.last, state.coverAsks)
      work(on: &terminal) { $0.press(key) }
      if state.hasNewQuestion(since: before) || (state.coverAsks && !asked) {
        terminal.discardTypeAhead()
      }
    }
    sight.isStale = true
  }

  private mutating func fit(_ size: Size, on terminal: inout (some Terminal & ~Copyable)) {
    state.fit(size)
    // There may be room for more rows than have been read.
    work(on: &terminal) { $0.settle($0.state.newsArrived()) }
    sight.isStale = true
  }

  /// Does something at the desk. Where a write has to wait for others', a line says so over the
  /// frame in sight, once, and nothing else of it moves; the next frame is the usual one.
  private mutating func work(
    on terminal: inout (some Terminal & ~Copyable), _ body: (inout ConsoleProgram) -> Void
  ) {
    let frame = sight.frame ?? CellGrid(state.size, glyphs: terminal.glyphs)
    let (context, isCovered) = (state.context, state.cover != nil)
    var isTold = false
    clerk.telling({ holder in
      guard !isTold else { return }
      isTold = true
      terminal.paint(frame.saying(Wording.saving(isCovered ? nil : holder, context)))
    }) { body(&self) }
    if isTold { sight.isStale = true }
  }
}

extension CellGrid {
  /// The same frame with a line over its notice.
  fileprivate func saying(_ text: String) -> CellGrid {
    var grid = self
    let row = Frame(size: size).notice.row
    grid.fill(Rect(row: row, column: 0, columns: size.columns, rows: 1))
    grid.put(text, row: row, column: 1, width: size.columns - 2, role: .notice)
    return grid
  }
}

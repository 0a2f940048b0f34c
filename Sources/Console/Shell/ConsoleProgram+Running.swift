import Deskwork
package import TerminalUI

/// How the console looks and how much it sends.
package struct Display: Hashable, Sendable {
  package var theme: Theme
  /// Whether it begins thin.
  package var isThin: Bool

  package init(theme: Theme = .day, isThin: Bool = false) {
    (self.theme, self.isThin) = (theme, isThin)
  }

  /// Milliseconds for which a cursor rests before what stands beside its list follows: the eye takes
  /// longer to get there; on a slow line it would hold up the next steps.
  static func rest(isThin: Bool) -> Int { isThin ? 700 : 150 }
}

/// What stands on the terminal at this moment.
struct Sight {
  /// The frame painted last; nil before the first one.
  var frame: CellGrid?
  /// Whether the state would show something else by now.
  private(set) var isStale = true
  /// Whether nothing but steps of a cursor came since.
  private(set) var isStepped = false
  /// Whether the frame shows a step and what stands beside the list has not followed.
  private(set) var isBehind = false
  var isThin = false

  mutating func goStale(byStep isStep: Bool = false) {
    isStepped = isStep && (!isStale || isStepped)
    isStale = true
  }

  mutating func show(_ frame: CellGrid, isBehind: Bool) {
    self.frame = frame
    (isStale, isStepped, self.isBehind) = (false, false, isBehind)
  }
}

/// The loop: paint, wait for a key, go on.
extension ConsoleProgram {
  /// Runs until the person leaves or the line is gone. `whenShown` is called once, when the first frame
  /// is sent and before a key is taken; if it answers false the console closes again.
  package mutating func run(
    on terminal: inout (some Terminal & ~Copyable), whenShown: () -> Bool = { true }
  ) {
    state.fit(terminal.size)
    sight = Sight()
    work(on: &terminal) { $0.begin() }
    if state.coverAsks { terminal.discardTypeAhead() }
    terminal.setTitle(Wording.title(state.context))
    paint(on: &terminal)
    if !whenShown() { state.isLeaving = true }
    follow(on: &terminal)
    while !state.isLeaving {
      if sight.isStale, !terminal.hasPendingInput {
        paint(on: &terminal)
        // Steps lead to no other place.
        if !sight.isBehind { follow(on: &terminal) }
      }
      switch terminal.next(waiting: sight.isBehind ? Display.rest(isThin: state.isThin) : nil) {
      case .key(let key): take(key, on: &terminal)
      case .early(let key): takeEarly(key, on: &terminal)
      case .resized(let size): fit(size, on: &terminal)
      case .resumed:
        terminal.repaintWhole()
        sight.goStale()
      case .rested: sight.goStale()
      case .ticked:
        work(on: &terminal) { if $0.tick() { $0.sight.goStale() } }
        if terminal.lineIsSlow { offerThin() }
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

  /// What nobody waits for: it is written behind the frame.
  private mutating func follow(on terminal: inout (some Terminal & ~Copyable)) {
    work(on: &terminal) { $0.keepPlace(entirely: false) }
  }

  /// Paints the frame; after steps of a cursor its list alone, until the cursor rests.
  private mutating func paint(on terminal: inout (some Terminal & ~Copyable)) {
    if state.isThin != sight.isThin {
      sight.isThin = state.isThin
      terminal.use(state.isThin ? display.theme.thin : display.theme)
    }
    if sight.isStepped, let shown = sight.frame, let frame = state.view(steppingOn: shown) {
      terminal.paint(frame)
      return sight.show(frame, isBehind: true)
    }
    readAwaited()
    var frame = state.view(glyphs: terminal.glyphs)
    while !terminal.paint(frame, once: { isConfirmed() }) {
      frame = state.view(glyphs: terminal.glyphs)
    }
    state.noticeIsSeen = true
    sight.show(frame, isBehind: false)
  }

  /// A digit changes the screen before anybody can know whether a scanner has typed it. On a slow line
  /// a frame for nothing would hold up the right one.
  private mutating func takeEarly(_ key: Key, on terminal: inout (some Terminal & ~Copyable)) {
    keepEarly()
    let asked = state.coverAsks
    var isDone = false
    if !state.isThin, !terminal.lineIsSlow {
      work(on: &terminal) { isDone = $0.pressEarly(key) }
    }
    guard isDone else { return terminal.holdBack() }
    sight.goStale()
    if state.coverAsks, !asked { terminal.discardTypeAhead() }
  }

  private mutating func take(_ key: Key, on terminal: inout (some Terminal & ~Copyable)) {
    if case .scan = key { takeBack() }
    keepEarly()
    switch key {
    case .control("l"):
      terminal.repaintWhole()
      sight.goStale()
    case .control("z") where !state.undoes:
      terminal.suspend()
      fit(terminal.size, on: &terminal)
    default:
      let (before, asked) = (state.dialogs.last, state.coverAsks)
      let isStep = state.mayStep(by: key)
      work(on: &terminal) { $0.press(key, isStep: isStep) }
      sight.goStale(byStep: isStep && state.mayStep(by: key))
      if state.hasNewQuestion(since: before) || (state.coverAsks && !asked) {
        terminal.discardTypeAhead()
      }
    }
  }

  private mutating func fit(_ size: Size, on terminal: inout (some Terminal & ~Copyable)) {
    state.fit(size)
    // There may be room for more rows than have been read.
    work(on: &terminal) { $0.settle($0.state.newsArrived()) }
    sight.goStale()
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
    if isTold { sight.goStale() }
  }

  /// Once, where nothing else is being said; it never changes by itself.
  private mutating func offerThin() {
    guard !hasOfferedThin, !state.isThin, state.notice == nil, state.dialogs.isEmpty,
      state.cover == nil
    else { return }
    hasOfferedThin = true
    state.notice = Notice(
      .plain,
      state.context.say(
        "这条线路较慢: 按 Alt-N 换成窄带显示，移动光标只传几十个字节",
        "This line is slow: Alt-N changes to the thin display, which sends far less"))
    sight.goStale()
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

/// A terminal that replays events and keeps every frame: for tests and for frames printed as text.
package struct ScriptedTerminal: Terminal {
  package private(set) var size: Size
  package private(set) var glyphs: Glyphs
  package private(set) var frames: [CellGrid] = []
  package private(set) var titles: [String] = []
  package private(set) var beeps = 0
  package private(set) var suspensions = 0
  package private(set) var discards = 0
  /// Whether following keys count as pressed already, so that frames between them are left out.
  package var typesAhead = false
  /// Whether the next key comes before a rest, as from a key held down.
  package var hurries = false
  package var lineIsSlow = false
  private var events: ArraySlice<TerminalEvent>
  private var early: Key?

  package init(size: Size, glyphs: Glyphs = .fixed(), events: [TerminalEvent]) {
    self.size = size
    self.glyphs = glyphs
    self.events = events[...]
  }

  /// Replays keys written as in `j <Enter> <C-p>`, then hangs up.
  package init(size: Size, glyphs: Glyphs = .fixed(), keys: String) throws(KeyNotationError) {
    let keys = try Key.keys(from: keys)
    self.init(size: size, glyphs: glyphs, events: keys.map(TerminalEvent.key))
  }

  package var hasPendingInput: Bool {
    guard typesAhead, case .key = events.first else { return false }
    return true
  }

  package mutating func use(_ theme: Theme) {
    glyphs.use(theme)
  }

  package mutating func paint(_ grid: CellGrid, once mayBeSeen: () -> Bool) -> Bool {
    guard mayBeSeen() else { return false }
    frames.append(grid)
    return true
  }

  /// The next event of the script, after a rest where one is waited for; after the last one the line
  /// is gone.
  package mutating func next(waiting milliseconds: Int?) -> TerminalEvent {
    if milliseconds != nil, !hurries || events.isEmpty { return .rested }
    guard let event = events.popFirst() else { return .hungUp }
    if case .resized(let size) = event { self.size = size }
    if case .early(let key) = event { early = key }
    return event
  }

  /// Where the script goes on with a scan, the key was the beginning of that.
  package mutating func holdBack() {
    guard let key = early else { return }
    early = nil
    if case .key(.scan) = events.first { return }
    events = [.key(key)] + events
  }

  package mutating func discardTypeAhead() {
    discards += 1
    guard typesAhead else { return }
    while case .key = events.first { events.removeFirst() }
  }

  package mutating func beep() { beeps += 1 }
  package mutating func setTitle(_ title: String) { titles.append(title) }
  package mutating func repaintWhole() {}
  package mutating func suspend() { suspensions += 1 }
}

private import CNcurses
private import CPlatform
private import Glibc
package import TerminalUI

/// The clerk's terminal in full-screen mode; it is given back when this value goes out of scope.
package struct NcursesTerminal: Terminal, ~Copyable {
  package private(set) var size: Size
  package private(set) var glyphs: Glyphs
  private let locale: TerminalLocale
  private let modes: TerminalModes
  private let source: EventSource
  private let log: ErrorLog?
  private let savedLine: termios
  private let usesColour: Bool
  private let escapeDelay: Int
  private var painter: Painter
  private var decoder: KeyDecoder
  private var scans = ScanDetector()
  private var sight = SightGuard()
  private var gauge = LineGauge()
  private var lastKeyAt = 0
  private var keys: [Key] = []
  private var lineIsGone = false
  private var title: String?

  /// `logPath` takes what is written to standard error meanwhile.
  package init(
    theme: Theme, locale: TerminalLocale, logPath: String? = nil, usesColour: Bool = true,
    usesMouse: Bool = false
  ) throws(TerminalFault) {
    let opening = try Opening(logPath, locale)
    self.locale = locale
    (source, log, savedLine) = (opening.source, opening.log, opening.savedLine)
    raw()
    noecho()
    nonl()
    typeahead(-1)
    self.usesColour = usesColour && environment("NO_COLOR") == nil && startColour()
    modes = TerminalModes(terminal: opening.name, usesMouse: usesMouse)
    glyphs = Glyphs(width: locale.glyphWidth, set: theme.glyphSet)
    glyphs.use(theme)
    size = Size(columns: Int(nc_columns()), rows: Int(nc_lines()))
    painter = Painter(Palette(theme, hasColour: self.usesColour))
    decoder = KeyDecoder(
      sequences: terminfoKeys(), deliversMouse: usesMouse, decode: locale.decode)
    escapeDelay = NcursesTerminal.escapeDelay(
      set: environment("ESCDELAY"), isRemote: environment("SSH_CONNECTION") != nil)
    modes.enter()
    modes.armCrashGuard(savedLine)
    if modes.askWhatItIs() { gauge.begin(at: monotonicMilliseconds()) }
  }

  deinit {
    crash_guard_disarm()
    // What is still on its way would be typed into the shell.
    if !lineIsGone, gauge.isAwaiting(at: monotonicMilliseconds()) { awaitAnswer(within: 400) }
    modes.leave()
    endwin()
    withUnsafePointer(to: savedLine) { _ = tcsetattr(STDIN_FILENO, TCSANOW, $0) }
  }

  /// Milliseconds after which a lone Escape counts; a sequence may be split on a slow line.
  package static func escapeDelay(set: String?, isRemote: Bool) -> Int {
    if let set, let milliseconds = Int(set), (0...5_000).contains(milliseconds) {
      return milliseconds
    }
    return isRemote ? 100 : 50
  }

  package mutating func use(_ theme: Theme) {
    glyphs.use(theme)
    painter.use(Palette(theme, hasColour: usesColour))
  }

  package mutating func paint(_ grid: CellGrid, once mayBeSeen: () -> Bool) -> Bool {
    guard !lineIsGone else { return mayBeSeen() }
    guard let bytes = painter.paint(grid, once: mayBeSeen) else { return false }
    let now = monotonicMilliseconds()
    if gauge.sent(bytes, at: now), !modes.askWhatItIs() { gauge.forget(at: now) }
    if sight.painted(at: now) { modes.askForSign() }
    return true
  }

  package var lineIsSlow: Bool { gauge.isSlow }

  package mutating func repaintWhole() {
    painter.forget()
  }

  package func beep() {
    CNcurses::beep()
  }

  package mutating func setTitle(_ title: String) {
    guard title != self.title else { return }
    self.title = title
    modes.setTitle(title, locale)
  }

  package var hasPendingInput: Bool {
    mutating get {
      guard !sight.isAwaitingPaint else { return false }
      // What waits may be an answer and no key; no frame waits for that.
      if keys.isEmpty, !lineIsGone, inputIsWaiting() { _ = event(of: .input) }
      return !keys.isEmpty
    }
  }

  package mutating func discardTypeAhead() {
    tcflush(STDIN_FILENO, TCIFLUSH)
    keys = []
    scans = ScanDetector()
    decoder = KeyDecoder(
      sequences: terminfoKeys(), deliversMouse: modes.usesMouse, decode: locale.decode)
    sight.announce()
    gauge.forget(at: monotonicMilliseconds())
  }
}

extension NcursesTerminal {
  package mutating func next(waiting milliseconds: Int?) -> TerminalEvent {
    let deadline = milliseconds.map { lastKeyAt + max(0, $0) }
    while true {
      if !keys.isEmpty {
        lastKeyAt = monotonicMilliseconds()
        return .key(keys.removeFirst())
      }
      if lineIsGone { return .hungUp }
      // Bytes that wait already decide at once whether a scan has begun.
      if !inputIsWaiting(), let key = scans.takeEarly() {
        lastKeyAt = monotonicMilliseconds()
        return .early(key)
      }
      let now = monotonicMilliseconds()
      if let deadline, now >= deadline { return .rested }
      let keyWait = decoder.awaitsMore ? escapeDelay : nil
      let waits = [
        deadline.map { $0 - now }, keyWait, scans.remaining(at: now), sight.remaining(at: now),
      ].compactMap { $0 }
      if let event = event(of: source.wait(waits.min())) { return event }
    }
  }

  package mutating func holdBack() { scans.holdBack() }

  /// Nil when what happened is no event by itself: bytes become keys first.
  private mutating func event(of wake: Wake) -> TerminalEvent? {
    switch wake {
    case .input:
      guard let bytes = readInput() else { return lose() }
      let decoded = decoder.feed(bytes)
      for _ in 0..<decoder.answers { gauge.answered(at: monotonicMilliseconds()) }
      accept(decoded)
      return nil
    case .silence:
      if decoder.awaitsMore { accept(decoder.flush()) }
      sight.expire(at: monotonicMilliseconds())
      keys += scans.expire(at: monotonicMilliseconds())
      return nil
    case .tick: return .ticked
    case .hangUp: return lose()
    case .signal(let number): return event(ofSignal: number)
    }
  }

  private mutating func accept(_ decoded: [Key]) {
    let now = monotonicMilliseconds()
    let kept = sight.kept(decoded, reported: decoder.keysBeforeSign, at: now)
    keys += scans.take(kept, at: now)
  }

  private mutating func lose() -> TerminalEvent? {
    lineIsGone = true
    return keys.isEmpty ? .hungUp : nil
  }

  private mutating func event(ofSignal number: Int32) -> TerminalEvent? {
    switch number {
    case SIGWINCH: return adoptSize() ? .resized(size) : nil
    case SIGHUP: return lose()
    case SIGTSTP:
      suspend()
      return .resumed
    case SIGCONT:
      resume()
      return .resumed
    default: return .terminated
    }
  }

  /// True if the size is another one than before.
  private mutating func adoptSize() -> Bool {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0,
      window.ws_col > 0
    else { return false }
    let now = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    guard now != size else { return false }
    size = now
    resizeterm(Int32(now.rows), Int32(now.columns))
    painter.forget()
    return true
  }

  /// Gives the screen to the shell and stops the job; returns when the clerk brings it back.
  package mutating func suspend() {
    modes.leave()
    endwin()
    stopJob()
    forgetSignal(SIGCONT)
    resume()
  }

  private mutating func resume() {
    reset_prog_mode()
    modes.enter()
    if let title { modes.setTitle(title, locale) }
    gauge.forget(at: monotonicMilliseconds())
    _ = adoptSize()
    painter.forget()
  }
}

/// Stops this job as the shell's own Ctrl-Z would; where no shell could wake it, it goes on.
private func stopJob() {
  signal(SIGTSTP, SIG_DFL)
  var only = sigset_t()
  sigemptyset(&only)
  sigaddset(&only, SIGTSTP)
  kill(0, SIGTSTP)
  sigprocmask(SIG_UNBLOCK, &only, nil)
  sigprocmask(SIG_BLOCK, &only, nil)
}

/// What must succeed before the screen is ours; each part undoes itself.
private struct Opening {
  let source: EventSource
  let log: ErrorLog?
  let name: String
  var savedLine = termios()

  init(_ logPath: String?, _ locale: TerminalLocale) throws(TerminalFault) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    tcgetattr(STDIN_FILENO, &savedLine)
    source = try EventSource(tickMilliseconds: 500)
    log = logPath.flatMap { ErrorLog(path: $0, locale) }
    name = environment("TERM") ?? ""
    guard !name.isEmpty, nc_newterm() != nil else { throw .unknownTerminal(name) }
    guard capability("cup") != nil else {
      endwin()
      throw .poorTerminal(name)
    }
  }
}

private func startColour() -> Bool {
  guard has_colors(), start_color() == OK else { return false }
  use_default_colors()
  return true
}

/// The terminal's own sequences, for clients that send what no other sends.
private func terminfoKeys() -> [[UInt8]: Key] {
  var names: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
    ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete),
    ("kcbt", .backTab), ("kent", .enter),
  ]
  names += (1...24).map { ("kf\($0)", .function($0)) }
  var table: [[UInt8]: Key] = [:]
  for (name, key) in names {
    guard let bytes = capability(name), table[bytes] == nil else { continue }
    table[bytes] = key
  }
  return table
}

package import Casework
package import Deskwork
package import TerminalUI
import WorkCalendar

/// A person's console: takes a key, updates the state, carries requests out, feeds the answers back.
package struct ConsoleProgram {
  package internal(set) var state: ConsoleState
  let clerk: DeskClerk
  /// Minutes without a key after which the screen is covered; 0 for never.
  let idleMinutes: Int
  var lastKeyAt: Moment
  /// Where one is, as it was last kept.
  var keptPlace: DeskPlace?
  let display: Display
  /// What stands on the terminal.
  var sight = Sight()
  /// What is known of the rows stepped over only once the cursor rests.
  var awaited: [Asked] = []
  var hasOfferedThin = false
  /// What would be in sight without the first look that the disk has not confirmed.
  private var beforeLook: Earlier?
  /// What was in sight before a key that a scan may turn out to begin with.
  private var beforeScan: Earlier?
  private var hasBegun = false
  /// Whether others have worked since the screen was last read anew.
  private var newsWaits = false

  package init(
    clerk: DeskClerk, language: Language, size: Size, idleMinutes: Int = 0,
    display: Display = Display()
  ) throws(StoreError) {
    self.clerk = clerk
    self.display = display
    self.idleMinutes = idleMinutes
    lastKeyAt = clerk.now
    state = ConsoleState(context: try clerk.context(language), size: size)
    state.isThin = display.isThin
    if clerk.seat == nil { state.cover = .door(Door()) }
  }

  /// What is in sight first.
  package mutating func begin() {
    defer { hasBegun = true }
    state.isOnReserve = clerk.isOnReserve()
    guard !hasBegun, state.cover == nil, let seat = clerk.seat else {
      return settle(state.start())
    }
    _ = clerk.news()
    settle(arrive(seat))
  }

  package mutating func press(_ key: Key) {
    press(key, isStep: false)
    _ = isConfirmed()
    keepPlace(entirely: false)
  }

  /// After a step what stands beside the list is read when the cursor rests. Where one has come to
  /// is not kept yet.
  mutating func press(_ key: Key, isStep: Bool) {
    guard isConfirmed(), mayGoOn() else { return }
    let seen = key.seen
    if !isStep { readAwaited() }
    if let seen { settle(isStep ? setAside(state.press(seen)) : state.press(seen)) }
    if seen != key { state.notice = .unseen(state.context) }
  }

  /// Whoever was disabled or taken over is out before a key does anything.
  private mutating func mayGoOn() -> Bool {
    lastKeyAt = clerk.now
    guard let news = clerk.news() else { return true }
    newsWaits = newsWaits || news == .work
    return isStillWelcome()
  }

  /// Presses a key that a scan may turn out to begin with, if nothing is done but looking and moving
  /// about; false if more would come of it, and then it is as if it had not been pressed. Whoever may not
  /// go on sees why, and the key does nothing else.
  mutating func pressEarly(_ key: Key) -> Bool {
    guard state.cover == nil, state.dialogs.isEmpty else { return false }
    guard isConfirmed(), mayGoOn() else { return true }
    readAwaited()
    let before = state
    let asked = state.press(key)
    guard asked.allSatisfy(\.request.mayBeTakenBack) else {
      state = before
      return false
    }
    settle(asked)
    beforeScan = .state(before, asking: before.pane)
    return true
  }

  /// It was a scan: what its first character did is taken back before the whole is read.
  mutating func takeBack() {
    guard case .state(let before, _) = beforeScan, state.cover == nil else { return }
    let size = state.size
    state = before
    if state.size != size { state.fit(size) }
    state.tick(clerk.now)
    // What came in between is read again with the next tick.
    newsWaits = true
  }

  mutating func keepEarly() { beforeScan = nil }

  /// Carries requests out until nothing is left to ask.
  mutating func settle(_ asked: [Asked]) {
    var queue = asked[...]
    var acted = false
    while let next = queue.popFirst() {
      if case .over = state.cover, next.request != .door(.leave) { continue }
      if case .quit = next.request, clerk.isShared {
        queue.append(contentsOf: door(.leave))
      } else if let more = state.carryOutHere(next) {
        queue.append(contentsOf: more)
      } else if case .door(let wanted) = next.request {
        queue.append(contentsOf: door(wanted))
      } else if case .parking(let wanted) = next.request {
        queue.append(contentsOf: parking(wanted))
      } else if case .sit(let id) = next.request {
        keepPlace(entirely: true)
        if let seat = clerk.sit(id) { queue.append(contentsOf: arrive(seat)) }
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
        if clerk.isUnconfirmed, case .look = next.request, beforeLook == nil {
          beforeLook = .state(state, asking: next.from)
        }
        if case .done = answer { acted = true }
        if let notice { state.notice = notice }
        guard let answer else { continue }
        if case .refused(let refusal) = answer, cover(for: refusal) { continue }
        queue.append(contentsOf: state.receive(answer, for: next.from))
      }
    }
    if acted {
      state.isOnReserve = clerk.isOnReserve()
      state.context.counts = clerk.counts() ?? state.context.counts
      clerk.keepUp(&state.context)
    }
  }

  /// Whether all that is about to be seen may be: what has to be on disk first, is. Where the disk does
  /// not confirm it, the state says so and shows nothing of it.
  mutating func isConfirmed() -> Bool {
    defer { beforeLook = nil }
    do throws(DeskRefusal) {
      try clerk.confirm()
      return true
    } catch {
      guard case .state(let before, let pane) = beforeLook else {
        state.cover = .over(sentence: error.sentence(in: state.context))
        return false
      }
      state = before
      settle(state.receive(.refused(error), for: pane))
      return false
    }
  }

  /// Whether anything in sight has changed.
  package mutating func tick() -> Bool {
    let (before, now) = (state.context.now, clerk.now)
    readAwaited()
    state.tick(now)
    var isDirty = now.minute != before.minute || now.hour != before.hour
    if isDirty { state.isOnReserve = clerk.isOnReserve() }
    if state.countsDown(since: before) { isDirty = true }
    keepPlace(entirely: true)
    if lockIfIdle() || forgetHalfTyped() { return true }
    let news = clerk.news()
    if news == .work { newsWaits = true }
    if case .over = state.cover { return isDirty }
    if news != nil, !isStillWelcome() { return true }
    guard newsWaits, state.cover == nil else { return isDirty }
    newsWaits = false
    state.context.counts = clerk.counts() ?? state.context.counts
    clerk.keepUp(&state.context)
    settle(state.newsArrived())
    return true
  }
}

/// A state as it was, beside what holds it: states are large.
private indirect enum Earlier: Sendable {
  case state(ConsoleState, asking: PaneID)
}

extension ConsoleState {
  /// Whether Ctrl-Z takes typing back instead of handing the screen to the shell.
  var undoes: Bool {
    if cover != nil { return true }
    if case .form = dialogs.last { return true }
    return pane == .intake && host(pane).isTyping(self)
  }

  /// Keys pressed before a question was in sight must not answer it.
  func hasNewQuestion(since earlier: OpenDialog?) -> Bool {
    guard case .question(let question)? = dialogs.last else { return false }
    // Reading on in a question makes no new one of it, but one may take the place of another.
    guard case .question(let old)? = earlier else { return true }
    return question.heading != old.heading || question.lines != old.lines
      || question.onYes != old.onYes
  }
}

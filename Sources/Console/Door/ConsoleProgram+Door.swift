import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// Coming, being away for a moment and leaving.
extension ConsoleProgram {
  /// What is asked at the door, carried out.
  mutating func door(_ request: DoorRequest) -> [Asked] {
    do throws(DeskRefusal) {
      switch request {
      case .signIn(let id, let password): return arrive(try clerk.signIn(id, password: password))
      case .unlock(let password):
        try clerk.unlock(password: password)
        return uncover()
      case .lock(let cause, let isForAnother): lock(cause, forAnother: isForAnother)
      case .takeOver(let sittings):
        try clerk.takeOver(sittings)
        return settleIn()
      case .workBeside: return settleIn()
      case .leave: leave()
      case .witness(let late, let password, let form):
        let late = try clerk.witness(late, password: password)
        return [.enterLate(late), .deleteDraft(form)].map { Asked(request: $0, from: state.pane) }
      }
    } catch {
      refuse(error, request)
    }
    return []
  }

  /// Somebody has signed in: where they work elsewhere too, that is asked first.
  mutating func arrive(_ seat: Seat) -> [Asked] {
    state.begin(seat)
    clerk.keepUp(&state.context)
    let others = clerk.otherSittings()
    guard others.isEmpty else {
      state.cover = .elsewhere(Elsewhere(others, at: seat.counter))
      return []
    }
    return settleIn()
  }

  /// From here on the hall is in sight.
  mutating func settleIn() -> [Asked] {
    let left = clerk.layAsideWhatWasLeft()
    state.parked = clerk.parkedDesks()
    keptPlace = nil
    let asked = uncover()
    guard let left else { return asked }
    let since = Wording.since(left.savedAt, state.context)
    let greeting = state.context.say(
      "Alt-B 接着办 \(since) 留在手上的: \(left.title)",
      "Alt-B goes on with what was in hand at \(since): \(left.title)")
    return asked + [Asked(request: .notice(Notice(.plain, greeting)), from: state.pane)]
  }

  /// Whoever leaves with nothing begun leaves nothing to come back to.
  mutating func clearUp() {
    guard clerk.seat != nil, state.cover == nil else { return }
    guard state.hasBegunSomething else { return clerk.keepDesk(nil, title: "") }
    keepPlace(entirely: true)
  }

  private mutating func uncover() -> [Asked] {
    state.cover = nil
    state.context.counts = clerk.counts() ?? state.context.counts
    return state.start()
  }

  mutating func lock(_ cause: Locked.Cause, forAnother: Bool) {
    guard state.cover == nil, clerk.seat != nil else { return }
    keepPlace(entirely: true)
    guard let away = clerk.lock(cause) else { return }
    state.notice = nil
    state.cover = .door(Door(away: away, forAnother: forAnother))
  }

  /// Whoever leaves a shared counter leaves it to the next; otherwise the program ends.
  mutating func leave() {
    guard clerk.isShared, clerk.seat != nil else {
      state.isLeaving = true
      return
    }
    clearUp()
    clerk.signOut(.byHand)
    clerk.take(nil)
    state.becomeEmpty(at: clerk.counter)
  }

  /// Says why somebody was not let in, and how long the next try has to wait.
  private mutating func refuse(_ refusal: DeskRefusal, _ request: DoorRequest) {
    guard !cover(for: refusal) else { return }
    guard case .door(var door) = state.cover else {
      state.notice = Notice(.refused, refusal.sentence(in: state.context))
      return
    }
    state.tick(clerk.now)
    let wait = clerk.secondsToWait(door.clerk)
    door.problem = refusal.sentence(in: state.context)
    door.waitsUntil = wait > 0 ? state.context.now.adding(seconds: Int64(wait)) : nil
    state.cover = .door(door)
  }

  /// Covers the screen for good where nothing can be done from this seat any more.
  mutating func cover(for refusal: DeskRefusal) -> Bool {
    guard refusal.endsSitting, clerk.seat != nil else { return false }
    state.cover = .over(sentence: refusal.sentence(in: state.context))
    return true
  }

  /// Whether whoever sits here may go on, looked up only once somebody else has written.
  mutating func isStillWelcome() -> Bool {
    guard let reason = clerk.reasonToLeave() else { return true }
    return !cover(for: reason)
  }

  /// What somebody has begun to type at the door does not wait for the next person.
  mutating func forgetHalfTyped() -> Bool {
    guard case .door(var door) = state.cover, !door.password.isEmpty || !door.problem.isEmpty,
      clerk.now.epochSeconds - lastKeyAt.epochSeconds >= 60,
      door.secondsToWait(at: state.context.now) == 0
    else { return false }
    door = Door(away: door.away)
    state.cover = .door(door)
    return true
  }

  /// Covers the screen of whoever has not touched a key for a while.
  mutating func lockIfIdle() -> Bool {
    guard idleMinutes > 0, state.cover == nil, clerk.seat != nil else { return false }
    let idle = clerk.now.epochSeconds - lastKeyAt.epochSeconds
    guard idle >= Int64(idleMinutes) * 60 else { return false }
    lock(.idle, forAnother: false)
    return true
  }
}

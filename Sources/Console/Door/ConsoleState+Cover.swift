package import Casework
package import Deskwork
import TerminalUI
import WorkCalendar

extension ConsoleState {
  /// Somebody has come in: nothing of whoever sat here before is left.
  mutating func begin(_ seat: Seat) {
    var fresh = ConsoleState(context: context, size: size)
    fresh.context.seat = seat
    fresh.context.late = nil
    fresh.path = [Self.home(of: seat.clerk.role)]
    // The demo walks one case through the house, from one person to the next.
    if context.isDemo { fresh.lastDepartment = lastDepartment }
    // Of the terminal and of the hall, whoever sits there.
    (fresh.isThin, fresh.isOnReserve) = (isThin, isOnReserve)
    self = fresh
  }

  /// Nobody sits here any more.
  mutating func becomeEmpty(at counter: CounterID?) {
    begin(.nobody(at: counter))
    lastDepartment = nil
    cover = .door(Door())
  }

  /// Whether what lies over the screen ends what was typed ahead: the next key belongs to it.
  var coverAsks: Bool {
    switch cover {
    case .elsewhere, .over: true
    case .door, nil: false
    }
  }

  /// Whether the wait in sight is shorter now than it was.
  func countsDown(since before: Moment) -> Bool {
    guard case .door(let door) = cover else { return false }
    return door.secondsToWait(at: before) != door.secondsToWait(at: context.now)
  }

  mutating func pressCover(_ cover: Cover, _ key: Key) -> [Asked] {
    let (kept, requests) = cover.press(key, context)
    self.cover = kept
    return asked(requests, from: pane)
  }
}

extension Seat {
  /// The seat of a console that waits for somebody; nothing can be done from it.
  package static func nobody(at counter: CounterID?) -> Seat {
    Seat(clerk: Clerk(id: "", name: Words("", ""), role: .generalCounter), counter: counter)
  }
}

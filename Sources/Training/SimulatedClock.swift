import Synchronization
package import WorkCalendar

/// A clock that stands where it was put; a demo hall is furnished by it.
package final class SimulatedClock: Sendable {
  private let moment: Mutex<Moment>

  package init(_ moment: Moment) { self.moment = Mutex(moment) }

  package var now: Moment { moment.withLock { $0 } }

  /// Forward only; an earlier moment leaves it where it is.
  package func advance(to later: Moment) {
    moment.withLock { $0 = max($0, later) }
  }
}

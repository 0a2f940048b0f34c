import Deskwork
import Glibc
import Synchronization
import WorkCalendar

/// The host's clock, in the zone the host is set to.
enum HostClock {
  static var now: Moment {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return Moment(epochSeconds: Int64(seconds), offsetMinutes: local.tm_gmtoff / 60)
  }
}

/// The clock of a demo hall: it began at a moment of its own and runs on with the host's.
final class DemoClock: Sendable {
  /// How far it is ahead of the host, in seconds.
  private let ahead: Mutex<Int64>
  private let offsetMinutes: Int

  /// It never runs behind what has been recorded already.
  init(start: Moment, startedAtHost: Moment, lastRecordedAt: Moment?) {
    let host = HostClock.now.epochSeconds
    let natural = start.epochSeconds - startedAtHost.epochSeconds
    let needed = lastRecordedAt.map { $0.epochSeconds - host } ?? natural
    ahead = Mutex(max(natural, needed))
    offsetMinutes = start.offsetMinutes
  }

  var now: Moment {
    let host = HostClock.now.epochSeconds
    return Moment(
      epochSeconds: host + ahead.withLock { $0 }, offsetMinutes: offsetMinutes)
  }

  /// False for a moment that has passed already.
  func move(to moment: Moment) -> Bool {
    let difference = moment.epochSeconds - HostClock.now.epochSeconds
    return ahead.withLock { ahead in
      guard difference >= ahead else { return false }
      ahead = difference
      return true
    }
  }
}

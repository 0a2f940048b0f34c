import Commands
import Glibc
import TerminalUI
import TestSupport
import Testing

/// A line between a person's terminal and the hall: so many bytes a second, and a delay each way.
/// The terminal at its end answers as terminals do; what it shows is what the person sees.
final class SlowLine {
  private(set) var screen: TerminalScreen
  /// What has come out of the hall's end, whether or not it has arrived.
  private(set) var sent = 0
  private let terminal: PseudoTerminal
  private let bytesPerSecond: Int
  private let delay: Duration
  private var outward: [(due: ContinuousClock.Instant, bytes: [UInt8])] = []
  private var inward: [(due: ContinuousClock.Instant, bytes: [UInt8])] = []
  private var freeAt = ContinuousClock.now
  private var (answered, identified) = (0, 0)
  /// Whether the terminal gives a sign of life when it is asked for one.
  var answers = true

  init(
    _ terminal: PseudoTerminal, bytesPerSecond: Int, delay: Duration, columns: Int = 80,
    rows: Int = 24
  ) {
    (self.terminal, self.bytesPerSecond, self.delay) = (terminal, bytesPerSecond, delay)
    screen = TerminalScreen(columns: columns, rows: rows)
  }

  /// Keys the person presses now, one after the other without a pause.
  func type(_ text: String) { type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) { inward.append((ContinuousClock.now + delay, bytes)) }

  /// Whether nothing is under way in either direction.
  var isIdle: Bool { inward.isEmpty && outward.isEmpty }

  /// Lets time pass until something is in sight; false if it does not come.
  @discardableResult
  func wait(
    within seconds: Int = 20, until isSeen: (TerminalScreen) -> Bool
  ) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !isSeen(screen) {
      if ContinuousClock.now >= deadline { return false }
      carry()
    }
    return true
  }

  /// Lets everything arrive: until for longer than any pause of a key's bytes nothing has been under
  /// way and the console has waited for more.
  func settle(within seconds: Int = 30) {
    var quietSince = ContinuousClock.now
    let deadline = quietSince + .seconds(seconds)
    while ContinuousClock.now < quietSince + .milliseconds(200) {
      if ContinuousClock.now >= deadline {
        Issue.record("the console does not come to rest: \(terminal.stateOfProcess)")
        return
      }
      let before = sent
      carry()
      if sent != before || !isIdle || !terminal.isAtRest { quietSince = .now }
    }
  }

  private func carry() {
    let now = ContinuousClock.now
    if now >= freeAt {
      // As much as the line takes in a hundredth of a second.
      let bytes = terminal.take(most: max(1, bytesPerSecond / 100))
      if bytes.isEmpty {
        terminal.rest(milliseconds: 2)
      } else {
        sent += bytes.count
        freeAt = now + .milliseconds(10) * bytes.count / max(1, bytesPerSecond / 100)
        outward.append((freeAt + delay, bytes))
      }
    } else {
      usleep(500)
    }
    while let next = outward.first, next.due <= .now {
      screen.feed(outward.removeFirst().bytes)
      if answers, screen.questions > answered {
        answered = screen.questions
        type("\u{1B}[0n")
      }
      while answers, screen.identifications > identified {
        identified += 1
        type("\u{1B}[?62;22c")
      }
    }
    while let next = inward.first, next.due <= .now { terminal.type(inward.removeFirst().bytes) }
  }
}

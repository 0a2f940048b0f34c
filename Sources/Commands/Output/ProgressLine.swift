import CaseStore
import Glibc
import Synchronization

/// One line that grows, only where somebody watches and has to wait: how much is done, and in what
/// time the rest will be.
enum ProgressLine {
  private struct State {
    var begun = ContinuousClock.now
    var shown: ContinuousClock.Instant?
    var last = Progress(done: 0, total: 0)
    /// Whether a line stands there, of this work or of that before.
    var isInSight = false
  }

  private static let state = Mutex(State())
  private static let pause = Duration.milliseconds(200)

  static func show(_ progress: Progress) {
    guard isatty(STDERR_FILENO) == 1, let line = next(progress, at: .now) else { return }
    write("\r\(line)\u{1B}[K")
  }

  /// Takes the line away, where one was shown.
  static func clear() {
    let wasInSight = state.withLock { state in
      defer { state.isInSight = false }
      return state.isInSight
    }
    if wasInSight { write("\r\u{1B}[K") }
  }

  /// Nil as long as nobody has waited for long since the last line.
  private static func next(
    _ progress: Progress, at now: ContinuousClock.Instant
  ) -> String? {
    state.withLock { state in
      if progress.total != state.last.total || progress.done < state.last.done {
        state = State(isInSight: state.isInSight)
      }
      state.last = progress
      guard (state.shown ?? state.begun).duration(to: now) > pause else { return nil }
      (state.shown, state.isInSight) = (now, true)
      return line(progress, after: state.begun.duration(to: now))
    }
  }

  /// `12%  123456/1000000  3:20`, the last being minutes and seconds that are left.
  static func line(_ progress: Progress, after time: Duration) -> String {
    let (done, total) = (progress.done, max(progress.total, 1))
    let share = "\(done * 100 / total)%  \(done)/\(progress.total)"
    guard done > 0, done <= total else { return share }
    let left = Int(time.components.seconds) * (total - done) / done
    return "\(share)  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

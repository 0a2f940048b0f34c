import CaseStore
import Glibc
import Synchronization

/// One line that grows, only where somebody watches and has to wait: how much is done, and in what
/// time the rest will be.
struct ProgressLine: Sendable {
  private var begun: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant?
  private var last = Progress(done: 0, total: 0)
  /// Whether a line stands there, of this work or of that before.
  private var isInSight = false

  private static let pause = Duration.milliseconds(200)
  private static let standing = Mutex(ProgressLine(at: .now))

  init(at now: ContinuousClock.Instant) { begun = now }

  static func show(_ progress: Progress) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    write(standing.withLock { $0.next(progress, at: .now) })
  }

  /// Takes the line away, where one was shown.
  static func clear() { write(standing.withLock { $0.end() }) }

  /// What the terminal is sent; nil as long as nobody has waited for long since the last line.
  mutating func next(_ progress: Progress, at now: ContinuousClock.Instant) -> String? {
    if progress.total != last.total || progress.done < last.done { (begun, shown) = (now, nil) }
    last = progress
    guard (shown ?? begun).duration(to: now) > Self.pause else { return nil }
    (shown, isInSight) = (now, true)
    return "\r\(Self.line(progress, after: begun.duration(to: now)))\u{1B}[K"
  }

  /// What takes the line away; nil where none stands.
  mutating func end() -> String? {
    defer { isInSight = false }
    return isInSight ? "\r\u{1B}[K" : nil
  }

  /// `12%  123456/1000000  3:20`, the last being minutes and seconds that are left.
  static func line(_ progress: Progress, after time: Duration) -> String {
    let (done, total) = (progress.done, max(progress.total, 1))
    let share = "\(done * 100 / total)%  \(done)/\(progress.total)"
    guard done > 0, done <= total else { return share }
    let left = Int(time.components.seconds) * (total - done) / done
    return "\(share)  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
  }

  private static func write(_ text: String?) {
    guard let text else { return }
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

import CaseStore
import Glibc

/// One line that grows, only where somebody watches and has to wait.
enum ProgressLine {
  static func show(_ progress: Progress) {
    guard isatty(STDERR_FILENO) == 1, progress.total > 20_000 else { return }
    write("\r\(progress.done)/\(progress.total)")
  }

  static func clear() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    write("\r\u{1B}[K")
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

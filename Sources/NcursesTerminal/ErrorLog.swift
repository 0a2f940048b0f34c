private import Glibc

/// Standard error goes to a file while the screen is full; it would spoil the picture.
final class ErrorLog {
  /// Where to look, in the terminal's own characters; said at the end if anything was written.
  private let farewell: [UInt8]
  private let original: Int32
  private let startingSize: off_t

  /// Nil when the file cannot be written; then standard error stays where it is.
  init?(path: String, _ locale: TerminalLocale) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    startingSize = lseek(file, 0, SEEK_END)
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    dup2(file, STDERR_FILENO)
    close(file)
    farewell = locale.bytes(of: "日志 / log: \(path.filter { !$0.isNewline })\n")
  }

  deinit {
    let grew = lseek(STDERR_FILENO, 0, SEEK_END) > startingSize
    guard original >= 0 else { return }
    dup2(original, STDERR_FILENO)
    close(original)
    if grew { writeAll(STDERR_FILENO, farewell) }
  }
}

/// Writes all bytes unless the line is gone.
func writeAll(_ file: Int32, _ bytes: [UInt8]) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
  }
}

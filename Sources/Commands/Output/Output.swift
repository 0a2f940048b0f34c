import Glibc
import NcursesTerminal
import TerminalUI

/// Where results and remarks go: in the terminal's own character set, else in UTF-8.
struct Output {
  private let locale: TerminalLocale?

  init(_ locale: TerminalLocale?) {
    self.locale = locale
  }

  /// A result, on standard output before this returns.
  func say(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// A result whose lines end as RFC 4180 wants them.
  func say(records: [String]) {
    write(
      bytes: records.flatMap { Array(HarmlessText.inFile($0).utf8) + [0x0D, 0x0A] },
      to: STDOUT_FILENO)
  }

  /// Anything that is no result.
  func remark(_ text: String) { write(text, to: STDERR_FILENO) }

  /// A question, answered on the same line.
  func ask(_ text: String) {
    write(bytes: locale?.bytes(of: text) ?? Array(text.utf8), to: STDERR_FILENO)
  }

  private func write(_ text: String, to file: Int32) {
    let isTerminal = isatty(file) == 1
    let shown = isTerminal ? HarmlessText.onTerminal(text) : HarmlessText.inFile(text)
    let line = shown.hasSuffix("\n") ? shown : shown + "\n"
    write(
      bytes: isTerminal ? locale?.bytes(of: line) ?? Array(line.utf8) : Array(line.utf8), to: file)
  }

  private func write(bytes: [UInt8], to file: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        giveUp(file, errno)
      }
    }
  }

  private func giveUp(_ file: Int32, _ number: Int32) -> Never {
    // Nobody reads any more: whoever closed the pipe knows why.
    if number == EPIPE { exit(ExitStatus.done.rawValue) }
    if file != STDERR_FILENO {
      let reason = strerror(number).map { String(cString: $0) } ?? "\(number)"
      remark("写不出结果（\(reason)）；请检查输出到哪里 / The result could not be written; check where it goes.")
    }
    exit(ExitStatus.store.rawValue)
  }
}

enum ExitStatus: Int32 {
  case done = 0
  /// By a rule of the hall.
  case refused = 1
  case usage = 2
  /// The store, or what it is made from, cannot be used.
  case store = 3
}

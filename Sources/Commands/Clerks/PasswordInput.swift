import Casework
import Glibc
import NcursesTerminal
import Passwords

/// Reads a password from the terminal, unseen, or from standard input; never from the command line,
/// which every process of the host can read.
struct PasswordInput {
  let invocation: Invocation

  /// Asked twice at a terminal; a program writes one line.
  func readTwice() throws(Complaint) -> String {
    let password = try read(Words("新密码：", "New password: "))
    guard isatty(STDIN_FILENO) == 1 else { return password }
    guard password == (try read(Words("再输一次：", "Once more: "))) else {
      throw .usage(.passwordsDiffer)
    }
    return password
  }

  func read(_ question: Words) throws(Complaint) -> String {
    guard isatty(STDIN_FILENO) == 1 else { return try line(nil) }
    let unseen = UnseenTyping()
    invocation.output.ask(question[invocation.language])
    defer {
      unseen.end()
      invocation.output.remark("")
    }
    return try line(unseen)
  }

  /// One byte after the other, so that nothing behind the line is taken from whoever reads next.
  private func line(_ unseen: UnseenTyping?) throws(Complaint) -> String {
    let secret = SecretBytes(capacity: 1_024)
    var byte: UInt8 = 0
    while true {
      guard unseen?.hasCome() != false else { throw .usage(.passwordNotTyped) }
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      guard count >= 0 else { throw .usage(.passwordNotTyped) }
      if count == 0, secret.count == 0 { throw .usage(.passwordNotTyped) }
      if count == 0 || byte == UInt8(ascii: "\n") { break }
      guard secret.append(byte) else { throw .usage(.passwordNotTyped) }
    }
    let text = secret.withBytes { bytes -> String? in
      let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
      guard isatty(STDIN_FILENO) == 1 else { return String(validating: line, as: UTF8.self) }
      return (try? TerminalLocale.adopt())?.text(of: Array(line))
    }
    guard let text else { throw .usage(.passwordNotTyped) }
    return text
  }
}

/// The terminal shows nothing of what is typed, until this ends; a signal that interrupts the
/// typing makes the reading fail instead of leaving the terminal like this.
private struct UnseenTyping {
  private var before = termios()
  private var maskBefore = sigset_t()
  private let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  init() {
    tcgetattr(STDIN_FILENO, &before)
    // They come through only while somebody is waited for, so that none is lost before.
    var mask = sigset_t()
    sigemptyset(&mask)
    for number in signals { sigaddset(&mask, number) }
    pthread_sigmask(SIG_BLOCK, &mask, &maskBefore)
    var unseen = before
    unseen.c_lflag &= ~UInt32(ECHO)
    for number in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in }
      sigaction(number, &action, nil)
    }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen)
  }

  /// Waits until something was typed; false if a signal came instead.
  func hasCome() -> Bool {
    var wanted = fd_set()
    withUnsafeMutableBytes(of: &wanted) { $0[Int(STDIN_FILENO) / 8] |= 1 << UInt8(STDIN_FILENO) }
    var mask = maskBefore
    for number in signals { sigdelset(&mask, number) }
    return pselect(STDIN_FILENO + 1, &wanted, nil, nil, nil, &mask) > 0
  }

  func end() {
    var (before, mask) = (before, maskBefore)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
    pthread_sigmask(SIG_SETMASK, &mask, nil)
    for number in signals { signal(number, SIG_DFL) }
  }
}

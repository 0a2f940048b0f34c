private import CPlatform
private import Glibc

/// What woke the terminal.
enum Wake: Hashable {
  case input, signal(Int32), tick, silence, hangUp
}

/// Waits for the terminal, for signals and for the tick in one place, on one thread.
final class EventSource {
  private let signals: Int32
  private let timer: Int32
  private let oldMask: sigset_t

  /// Signals are blocked from here on; ncurses and every thread must come later.
  init(tickMilliseconds: Int) throws(TerminalFault) {
    var set = sigset_t()
    var old = sigset_t()
    sigemptyset(&set)
    for number in watchedSignals { sigaddset(&set, number) }
    sigprocmask(SIG_BLOCK, &set, &old)
    oldMask = old
    signals = signalfd(-1, &set, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
    timer = timerfd_create(
      CLOCK_MONOTONIC, Int32(TFD_NONBLOCK | TFD_CLOEXEC))
    // Its end closes what there is, and lets the signals through again.
    guard signals >= 0, timer >= 0 else { throw .noSignals }
    let pace = timespec(
      tv_sec: tickMilliseconds / 1_000, tv_nsec: tickMilliseconds % 1_000 * 1_000_000)
    var interval = itimerspec(it_interval: pace, it_value: pace)
    timerfd_settime(timer, 0, &interval, nil)
  }

  deinit {
    var mask = oldMask
    close(signals)
    close(timer)
    sigprocmask(SIG_SETMASK, &mask, nil)
  }

  /// The next cause, input before the tick; `.silence` when so many milliseconds have passed.
  func wait(_ milliseconds: Int?) -> Wake {
    var files = [
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: timer, events: Int16(POLLIN), revents: 0),
    ]
    let timeout = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    let ready = poll(&files, 3, timeout)
    if ready < 0 { return errno == EINTR ? .silence : .hangUp }
    if ready == 0 { return .silence }
    if files[0].revents != 0, let number = readSignal() { return .signal(number) }
    if files[1].revents & Int16(POLLIN) != 0 { return .input }
    if files[1].revents != 0 { return .hangUp }
    if files[2].revents != 0 {
      drainTimer()
      return .tick
    }
    return .silence
  }

  private func readSignal() -> Int32? {
    var record = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard read(signals, &record, size) == size else { return nil }
    return Int32(record.ssi_signo)
  }

  private func drainTimer() {
    var expirations: UInt64 = 0
    _ = read(timer, &expirations, 8)
  }
}

/// Forgets a blocked signal that arrived already.
func forgetSignal(_ number: Int32) {
  var only = sigset_t()
  var now = timespec()
  sigemptyset(&only)
  sigaddset(&only, number)
  _ = sigtimedwait(&only, nil, &now)
}

private let watchedSignals = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT]

/// Whether bytes from the terminal wait to be read.
func inputIsWaiting() -> Bool {
  var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
  return poll(&file, 1, 0) > 0 && file.revents & Int16(POLLIN) != 0
}

/// What the terminal has sent; nil when the line is gone.
func readInput() -> [UInt8]? {
  // A terminal gives no more than this at once.
  let room = 4_096
  var count = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, length in
    count = read(STDIN_FILENO, buffer.baseAddress, room)
    length = max(0, count)
  }
  if count >= 0 { return count > 0 ? bytes : nil }
  return errno == EINTR || errno == EAGAIN ? [] : nil
}

/// Waits for the terminal's answer to what it is, and throws it away with all that came before it.
func awaitAnswer(within milliseconds: Int) {
  let end = monotonicMilliseconds() + milliseconds
  while monotonicMilliseconds() < end {
    var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, Int32(end - monotonicMilliseconds())) > 0, let bytes = readInput(),
      !bytes.contains(UInt8(ascii: "c"))
    else { return }
  }
}

/// Milliseconds of a clock that never goes back.
func monotonicMilliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
}

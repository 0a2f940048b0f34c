private import CSQLite
private import Glibc

/// The turn to write, passed between processes in the order they asked: every write transaction and
/// every checkpoint holds it, because SQLite before 3.51.3 can damage a file when the two overlap.
///
/// Two lock files beside the database: who waits for the turn holds the queue, all others wait for
/// the queue. The kernel frees both when a process dies.
final class WriteTurn {
  private let queue: LockFile
  private let turn: LockFile
  private let patience: Duration
  private var depth = 0

  init(beside path: String, patience: Duration) throws(SQLiteError) {
    queue = try LockFile(path + "-queue.lock")
    turn = try LockFile(path + "-turn.lock")
    self.patience = patience
  }

  /// Waits for the turn; who holds it already goes on at once.
  func enter() throws(SQLiteError) {
    if depth == 0 {
      let deadline = ContinuousClock.now + patience
      try queue.lock(until: deadline, waitingFor: turn)
      defer { queue.unlock() }
      try turn.lock(until: deadline, waitingFor: turn)
      turn.sign()
    }
    depth += 1
  }

  func leave() {
    depth -= 1
    if depth == 0 { turn.unlock() }
  }
}

/// A file that exists to be locked. SQLite's own files are never opened by hand: closing one would
/// drop the locks SQLite holds on it.
private final class LockFile {
  private let path: String
  private var file: Int32

  init(_ path: String) throws(SQLiteError) {
    self.path = path
    file = try Self.opened(path)
  }

  deinit { close(file) }

  func lock(until deadline: ContinuousClock.Instant, waitingFor turn: LockFile) throws(SQLiteError)
  {
    while true {
      let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      switch csqlite_lock_within(file, Int(max(0, left.rounded(.up)))) {
      case 0: break
      case ETIMEDOUT: throw turn.notReached()
      case let number:
        errno = number
        throw SQLiteError(failing: "lock", path)
      }
      if isStillThere { return }
      // Somebody removed the file: the others lock a new one.
      close(file)
      file = try Self.opened(path)
    }
  }

  func unlock() { flock(file, LOCK_UN) }

  /// Writes down who holds the lock, for those who wait too long.
  func sign() {
    var text = "\(getpid())\n"
    text.withUTF8 { _ = pwrite(file, $0.baseAddress, $0.count, 0) }
    _ = ftruncate(file, off_t(text.utf8.count))
  }

  private func notReached() -> SQLiteError {
    var bytes = [UInt8](repeating: 0, count: 16)
    let length = pread(file, &bytes, bytes.count, 0)
    let text = String(decoding: bytes.prefix(max(0, length)), as: UTF8.self)
    let process = text.split(separator: "\n").first.flatMap { Int32($0) }
    let holder = process.map { "process \($0)" } ?? "another process"
    return SQLiteError(
      kind: .turnNotReached(heldByProcess: process),
      message: "the turn to write did not come in time; \(holder) holds it")
  }

  private var isStillThere: Bool {
    var mine = stat()
    var current = stat()
    return fstat(file, &mine) == 0 && stat(path, &current) == 0
      && mine.st_ino == current.st_ino && mine.st_dev == current.st_dev
  }

  private static func opened(_ path: String) throws(SQLiteError) -> Int32 {
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file < 0 else { return file }
    let error = SQLiteError(failing: "open", path)
    throw error.kind == .notPermitted
      ? SQLiteError(kind: .readOnly, message: error.message) : error
  }
}

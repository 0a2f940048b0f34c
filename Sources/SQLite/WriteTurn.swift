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
  /// Called once in a wait that takes longer than a moment, with who holds the turn.
  var whenWaiting: ((TurnSignature?) -> Void)?
  /// For whom this process writes.
  var name = "" {
    didSet { if depth > 0, name != oldValue { turn.sign(name) } }
  }

  init(beside path: String, patience: Duration) throws(SQLiteError) {
    queue = try LockFile(path + "-queue.lock")
    turn = try LockFile(path + "-turn.lock")
    self.patience = patience
  }

  /// Waits for the turn; who holds it already goes on at once.
  func enter() throws(SQLiteError) {
    if depth == 0 {
      var wait = Wait(patience: patience, notice: whenWaiting)
      try queue.lock(&wait, waitingFor: turn)
      defer { queue.unlock() }
      try turn.lock(&wait, waitingFor: turn)
      turn.sign(name)
    }
    depth += 1
  }

  func leave() {
    depth -= 1
    if depth == 0 { turn.unlock() }
  }
}

/// Who held the turn when somebody gave up waiting for it.
package struct TurnSignature: Hashable, Sendable {
  package var process: Int32
  /// What the process has set as its signature; empty if nothing.
  package var name: String

  package init(process: Int32, name: String) {
    self.process = process
    self.name = name
  }
}

/// How long somebody goes on waiting, and whom to tell that it takes longer than a moment.
///
/// Telling costs the place in the line, once: a wait in the kernel can only be ended, not looked at.
private struct Wait {
  private static let moment = Duration.milliseconds(700)
  private let start = ContinuousClock.now
  private let patience: Duration
  private var notice: ((TurnSignature?) -> Void)?

  init(patience: Duration, notice: ((TurnSignature?) -> Void)?) {
    self.patience = patience
    self.notice = patience > Self.moment ? notice : nil
  }

  private var waited: Duration { start.duration(to: .now) }
  var isOver: Bool { waited >= patience }

  /// Until there is something to do but wait.
  var millisecondsLeft: Int {
    let left = (notice == nil ? patience : Self.moment) - waited
    return Int(max(0, (left / .milliseconds(1)).rounded(.up)))
  }

  mutating func giveNotice(of holder: LockFile) {
    guard let notice, waited >= Self.moment else { return }
    self.notice = nil
    notice(holder.signature)
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

  func lock(_ wait: inout Wait, waitingFor turn: LockFile) throws(SQLiteError) {
    while true {
      switch csqlite_lock_within(file, wait.millisecondsLeft) {
      case 0:
        if isStillThere { return }
        // Somebody removed the file: the others lock a new one.
        close(file)
        file = try Self.opened(path)
      case ETIMEDOUT where wait.isOver: throw turn.notReached()
      case ETIMEDOUT: wait.giveNotice(of: turn)
      case let number:
        errno = number
        throw SQLiteError(failing: "lock", path)
      }
    }
  }

  func unlock() { flock(file, LOCK_UN) }

  /// Writes down who holds the lock, for those who wait too long.
  func sign(_ name: String) {
    var text = "\(getpid())\n\(name)\n"
    text.withUTF8 { _ = pwrite(file, $0.baseAddress, $0.count, 0) }
    _ = ftruncate(file, off_t(text.utf8.count))
  }

  private func notReached() -> SQLiteError {
    let signature = signature
    let holder = signature.map { "process \($0.process)" } ?? "another process"
    return SQLiteError(
      kind: .turnNotReached(heldBy: signature),
      message: "the turn to write did not come in time; \(holder) holds it")
  }

  /// What stands in the file is shown to people, so only what a name is made of is taken.
  var signature: TurnSignature? {
    var bytes = [UInt8](repeating: 0, count: 80)
    let length = pread(file, &bytes, bytes.count, 0)
    let lines = String(decoding: bytes.prefix(max(0, length)), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard let process = lines.first.flatMap({ Int32($0) }) else { return nil }
    let name = lines.dropFirst().first ?? ""
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    return TurnSignature(process: process, name: isName ? String(name) : "")
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

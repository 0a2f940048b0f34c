private import Glibc

/// The turn to write, passed between processes in the order they asked: every write transaction and
/// every checkpoint holds it, because SQLite before 3.51.3 can damage a file when the two overlap.
///
/// Two lock files beside the database: of all who stand in the line the first waits for the turn. The
/// kernel frees both when a process dies.
final class WriteTurn {
  private let line: WaitingLine
  private let turn: LockFile
  private let patience: Duration
  private var depth = 0
  /// Where it runs while it decides and writes among others.
  private var half: HalfOfProcessors?
  /// What the next in the line was told in this turn, and whether it is committed.
  private var announced: (announcement: Announcement, isCommitted: Bool)?
  /// Called once in a wait that takes longer than a moment, with who holds the turn.
  var whenWaiting: ((TurnSignature?) -> Void)?
  /// For whom this process writes.
  var name = "" {
    didSet { if isHeld, name != oldValue { sign() } }
  }

  init(beside path: String, patience: Duration) throws(SQLiteError) {
    line = try WaitingLine(path + "-queue.lock")
    turn = try LockFile(path + "-turn.lock")
    self.patience = patience
  }

  /// Waits for the turn; who holds it already goes on at once.
  func enter() throws(SQLiteError) {
    try enter(tellingNext: false) { _ in }
  }

  /// Whoever waits as the next is told what the one in the turn is about to commit, and stays at the
  /// front of the line until it has told the one behind the same, or leaves the turn.
  func enter(inLine: (Announcement) -> Void) throws(SQLiteError) {
    try enter(tellingNext: true, inLine)
  }

  private func enter(
    tellingNext tells: Bool, _ inLine: (Announcement) -> Void
  ) throws(SQLiteError) {
    if !isHeld {
      var wait = Wait(patience: patience, notice: whenWaiting)
      do throws(SQLiteError) {
        try self.wait(&wait, line.join)
        if try !line.reachFront(within: 0) {
          if tells { half = HalfOfProcessors(odd: line.isOdd) }
          try self.wait(&wait, line.reachFront)
        }
        if try !turn.lock(within: 0) {
          if tells, let told = line.told { inLine(told) }
          try self.wait(&wait, turn.lock)
        }
      } catch {
        line.leave()
        half = nil
        throw error
      }
      announced = nil
      if !tells { line.leave() }
      sign()
    }
    depth += 1
  }

  func leave() {
    depth -= 1
    guard depth == 0 else { return }
    turn.unlock()
    line.leave()
    half = nil
  }

  private var isHeld: Bool { depth > 0 }
  /// Whether others stood in the line before it.
  var hasWaitedInLine: Bool { half != nil }
  /// Whether it passes to the next when it is left now.
  var isHeldOnce: Bool { depth == 1 }

  private func wait(
    _ wait: inout Wait, _ hasCome: (_ milliseconds: Int) throws(SQLiteError) -> Bool
  ) throws(SQLiteError) {
    while try !hasCome(wait.millisecondsLeft) {
      if wait.isOver { throw notReached() }
      wait.giveNotice(of: holder)
    }
  }

  private func notReached() -> SQLiteError {
    let holder = holder
    let name = holder.map { "process \($0.process)" } ?? "another process"
    return SQLiteError(
      kind: .turnNotReached(heldBy: holder),
      message: "the turn to write did not come in time; \(name) holds it")
  }
}

// What is told to the next in the line.
extension WriteTurn {
  /// In a transaction of the turn: it commits just this. Whoever is next comes to the front now.
  func announce(_ bytes: () -> [UInt8]?) {
    guard line.isJoined else { return }
    if line.isFollowed, let bytes = bytes() {
      announced = line.tell(bytes).map { ($0, isCommitted: false) }
    }
    line.leave()
  }

  /// A transaction of the turn was committed: what was announced in it, or something else.
  func noteCommit() {
    announced = announced.flatMap { $0.isCommitted ? nil : ($0.announcement, true) }
  }

  func noteUndoing() { announced = nil }

  /// At the end of the turn: how far the log reaches, nil if that is not certain.
  func confirmAnnouncement(reaching mark: @autoclosure () -> LogMark?) {
    guard let announced, announced.isCommitted, let mark = mark() else { return }
    line.confirm(announced.announcement, reaching: mark)
  }

  /// In the turn: how far the log reached when that was committed; nil if it was not, or in doubt.
  func mark(confirming announcement: Announcement) -> LogMark? {
    line.mark(confirming: announcement)
  }
}

// Who holds the turn, written down for those who wait too long.
extension WriteTurn {
  private func sign() {
    let text = Array("\(getpid())\n\(name)\n".utf8)
    turn.write(text, at: 0)
    turn.cut(to: text.count)
  }

  /// What stands in the file is shown to people, so only what a name is made of is taken.
  private var holder: TurnSignature? {
    let lines = String(decoding: turn.read(at: 0, 80), as: UTF8.self)
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

  mutating func giveNotice(of holder: @autoclosure () -> TurnSignature?) {
    guard let notice, waited >= Self.moment else { return }
    self.notice = nil
    notice(holder())
  }
}

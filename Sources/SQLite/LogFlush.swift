/// How far a write-ahead log reaches.
struct LogMark: Hashable {
  /// The number of the log's round: whenever the log begins anew it is another.
  var round: UInt64
  /// How many pages of this round.
  var frames: Int64
}

/// One wait for the disk for all who wait at the same time.
///
/// A commit is written into the log in its turn and flushed after it, so that the next may write
/// meanwhile. After a power cut an unbroken beginning of the log is found: a flush that began when a
/// commit stood makes it safe and all before it. Nobody is told of a commit before that.
///
/// How far the log reaches and how far it is safe stands in a file that all processes share. What was
/// safe tells whoever opens the store after a power cut what may be missing and what may not.
final class LogFlush {
  private let file: LockFile

  init(beside path: String) throws(SQLiteError) {
    file = try LockFile(path + Self.suffix)
  }

  /// Which of the numbers is the first.
  private enum Entry: Int {
    /// A mark each, of three.
    case reached = 0, safe = 3
    /// Not zero while somebody commits, and for good if it was the last thing a process did.
    case isCommitting = 6
    /// Not zero since the disk has refused a flush: what comes behind may not be found again.
    case isDoubtful = 7
  }
  private static let count = 8
  private static let suffix = "-flush.lock"

  /// What one waits for: that the log is safe up to here.
  struct Debt {
    /// Nil if nobody has noted a commit yet.
    fileprivate var mark: LogMark?
    /// Whether there may be more in the log than the mark says.
    fileprivate var isUncertain: Bool
    /// Which of the files the mark was read in.
    fileprivate var losses: Int
  }

  /// In the turn, around what commits: `reach` tells how far the log reaches then, nil if nothing was
  /// written. Where that is not learnt, everybody flushes until the next commit.
  func noting(
    _ commit: () throws(SQLiteError) -> Void, reach: () throws(SQLiteError) -> LogMark?
  ) throws(SQLiteError) {
    set(.isCommitting, to: true)
    do { try commit() } catch {
      set(.isCommitting, to: false)
      throw error
    }
    do throws(SQLiteError) {
      if let reach = try reach() { set(.reached, to: reach) }
      set(.isCommitting, to: false)
    } catch {}
  }

  /// At the end of a turn: everything that was committed until now.
  func debt() throws(SQLiteError) -> Debt {
    try file.isStillThere()
    let numbers = numbers()
    return Debt(
      mark: numbers[.reached], isUncertain: numbers[.isCommitting], losses: file.losses)
  }

  /// After the turn: waits until the disk has what is owed, by one's own flush or by that of another
  /// that began late enough.
  func settle(_ debt: Debt, _ flush: () throws(SQLiteError) -> Void) throws(SQLiteError) {
    if isSettled(debt, by: numbers()) { return }
    // If the one before takes too long, two at once do no harm.
    let isLeading = try file.lock(within: Self.moment)
    defer { if isLeading { file.unlock() } }
    let numbers = numbers()
    if isSettled(debt, by: numbers) { return }
    do throws(SQLiteError) {
      if numbers[.isDoubtful] { throw SQLiteError.unsettled }
      try flush()
    } catch {
      set(.isDoubtful, to: true)
      throw error
    }
    guard isLeading, let reached = numbers[.reached] else { return }
    set(.safe, to: reached)
    // Once in each round this is flushed itself: a number of another round tells that nothing of this
    // one was answered yet.
    if numbers[.safe]?.round != reached.round { file.flush() }
  }

  private static let moment = 1_000

  /// Whether there is nothing to wait for.
  func isSettled(_ debt: Debt) -> Bool { isSettled(debt, by: numbers()) }

  private func isSettled(_ debt: Debt, by numbers: Numbers) -> Bool {
    if debt.isUncertain || numbers[.isDoubtful] { return false }
    guard let mark = debt.mark else { return true }
    guard debt.losses == file.losses, let safe = numbers[.safe] else { return false }
    return safe.round == mark.round && safe.frames >= mark.frames
  }

  /// In the turn: how far somebody has committed; nil if nobody has noted it.
  var reached: LogMark? { numbers()[.reached] }

  /// The same, and nil if there may be more in the log.
  var reachedForCertain: LogMark? {
    let numbers = numbers()
    return numbers[.isCommitting] ? nil : numbers[.reached]
  }

  /// In the turn, when the log was moved into the database as a whole, and the disk has it.
  func forget() {
    set(.isDoubtful, to: false)
    set(.isCommitting, to: false)
  }
}

// What stands in the file.
extension LogFlush {
  private struct Numbers {
    let all: [UInt64]

    init(_ file: LockFile) { all = file.numbers(LogFlush.count) }

    subscript(entry: Entry) -> Bool { all[entry.rawValue] != 0 }

    /// Nil before the first. Two processes may read and write at the same time: what was read in part
    /// does not agree with itself.
    subscript(entry: Entry) -> LogMark? {
      let (round, frames) = (all[entry.rawValue], all[entry.rawValue + 1])
      guard frames > 0, all[entry.rawValue + 2] == round ^ ~frames else { return nil }
      return LogMark(round: round, frames: Int64(bitPattern: frames))
    }
  }

  private func numbers() -> Numbers { Numbers(file) }

  private func set(_ entry: Entry, to isTrue: Bool) {
    file.write([isTrue ? 1 : 0], from: entry.rawValue)
  }

  private func set(_ entry: Entry, to mark: LogMark) {
    let frames = UInt64(bitPattern: mark.frames)
    file.write([mark.round, frames, mark.round ^ ~frames], from: entry.rawValue)
  }

  /// How far the log of a database was safe for certain; nil if nobody has noted it.
  static func safeMark(beside path: String) -> LogMark? {
    guard Place.exists(path + suffix), let file = try? LockFile(path + suffix) else { return nil }
    return Numbers(file)[.safe]
  }
}

extension SQLiteError {
  /// The act stands in the log, and the disk has not taken it.
  static var unsettled: SQLiteError {
    SQLiteError(
      kind: .unsettled, message: "the disk does not confirm what was written to the log")
  }
}

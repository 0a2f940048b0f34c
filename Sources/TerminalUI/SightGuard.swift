/// Lets no key answer a question that the person cannot have seen yet.
///
/// After the question is painted the terminal is asked for a sign of life. Its answer comes behind
/// every key that was pressed before the question stood there, however slow the line is; what comes
/// before the answer is dropped. A terminal that never answers is given a moment of silence instead.
package struct SightGuard: Hashable, Sendable {
  private enum State: Hashable {
    case open
    /// The question is not painted yet.
    case announced
    /// It is on its way; `since` in milliseconds.
    case asked(since: Int)
  }

  private var state = State.open
  /// Whether the terminal answers; nil as long as nobody knows.
  private var answers: Bool?

  package init() {}

  /// Whether the next frame should not wait for keys: they would be dropped anyway.
  package var isAwaitingPaint: Bool { state == .announced }

  package mutating func announce() { state = .announced }

  /// A frame has been sent at `now`; true if the terminal is to be asked for its sign.
  package mutating func painted(at now: Int) -> Bool {
    guard state == .announced else { return false }
    state = .asked(since: now)
    return true
  }

  /// The keys that count. `reported` is how many of them came before the terminal's answer.
  package mutating func kept(_ keys: [Key], reported: Int?, at now: Int) -> [Key] {
    if reported != nil { answers = true }
    switch state {
    case .open: return keys
    case .announced: return []
    case .asked:
      if let reported {
        state = .open
        return Array(keys.dropFirst(reported))
      }
      // Whoever goes on typing has not looked up.
      if answers == false, !keys.isEmpty { state = .asked(since: now) }
      return []
    }
  }

  /// Milliseconds until the question counts as seen without an answer; nil if nothing is awaited.
  package func remaining(at now: Int) -> Int? {
    guard case .asked(let since) = state else { return nil }
    return max(0, since + patience - now)
  }

  /// Gives up waiting when it has been long enough.
  package mutating func expire(at now: Int) {
    guard remaining(at: now) == 0 else { return }
    state = .open
    answers = answers == true ? nil : false
  }

  /// A screenful at 9600 bit/s and the way there and back take less than five seconds.
  private var patience: Int {
    switch answers {
    case nil: 5_000
    case true?: 10_000
    case false?: 350
    }
  }
}

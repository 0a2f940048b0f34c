/// Tells a slow line by how long the terminal's answers take to come behind what it was sent.
///
/// The terminal is asked for an answer (DA1: what it is) before the first frame and behind it. The
/// first answer shows the way there and back, the second what the frame took besides. Later on a
/// large frame is asked about now and then. A terminal that never answers is not called slow.
/// All times in milliseconds of a clock that never goes back.
package struct LineGauge: Hashable, Sendable {
  private struct Question: Hashable, Sendable {
    var bytes: Int
    var at: Int
  }

  private var open: [Question] = []
  private var lastAnswer: Int?
  /// The shortest way there and back so far.
  private var way: Int?
  private var quietUntil = 0
  package private(set) var isSlow = false

  package init() {}

  /// The terminal is asked before anything is shown.
  package mutating func begin(at now: Int) { open = [Question(bytes: 0, at: now)] }

  /// A frame of about so many bytes has been sent; true if the terminal is to be asked behind it.
  package mutating func sent(_ bytes: Int, at now: Int) -> Bool {
    guard !isSlow, bytes >= Self.least, now >= quietUntil, open.count < 2 else { return false }
    open.removeAll { now - $0.at > Self.patience }
    open.append(Question(bytes: bytes, at: now))
    quietUntil = now + Self.pause
    return true
  }

  package mutating func answered(at now: Int) {
    guard let question = open.first else { return }
    open.removeFirst()
    let whole = now - question.at
    // An answer right behind another has not come the whole way by itself.
    let took = lastAnswer.map { $0 > question.at ? now - $0 : whole - min(whole, way ?? 0) }
    way = min(way ?? whole, whole)
    lastAnswer = now
    guard let took, question.bytes > 0, took >= Self.notice else { return }
    isSlow = question.bytes * 1_000 / took < Self.slowest
  }

  /// Answers may have been lost.
  package mutating func forget(at now: Int) {
    open = []
    quietUntil = now + Self.pause
  }

  /// Whether an answer is still on its way.
  package func isAwaiting(at now: Int) -> Bool {
    open.contains { now - $0.at <= Self.patience }
  }

  /// Below so many bytes a second the details of a case take longer to be painted than the eye takes
  /// to get there; 33,600 bit/s are more, 28,800 less.
  package static let slowest = 3_500
  /// A shorter time may be the terminal's own.
  private static let notice = 400
  /// Less says nothing about a line.
  private static let least = 600
  private static let pause = 60_000
  private static let patience = 20_000
}

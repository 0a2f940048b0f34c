/// Measures by the clock that is never set.
enum Stopwatch {
  typealias Instant = ContinuousClock.Instant

  static var now: Instant { .now }

  static func microseconds(since start: Instant) -> Double {
    start.duration(to: now) / .microseconds(1)
  }

  /// What something answers, and how many microseconds it took.
  static func time<Answer, Failure>(
    _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> (answer: Answer, microseconds: Double) {
    let start = now
    let answer = try body()
    return (answer, microseconds(since: start))
  }
}

import Dispatch
import Synchronization

/// Work on pieces that do not depend on each other, with all processors of the host. Whoever asks for
/// it gives the pieces out and takes the answers, one by one and in the order of the pieces, so that
/// nothing depends on how many processors there are.
struct OrderedWork<Piece: Sendable, Answer: Sendable> {
  /// How many pieces may be given out and not taken back.
  private let width: Int
  private let work: @Sendable (Piece) -> Answer

  /// `processors` is for tests; with one, everything is done by whoever asks.
  init(processors: Int? = nil, _ work: @escaping @Sendable (Piece) -> Answer) {
    let processors = processors ?? Processors.usable
    width = processors > 1 ? 2 * processors + 2 : 1
    self.work = work
  }

  func run<Failure: Error>(
    next: () throws(Failure) -> Piece?, take: (Answer) throws(Failure) -> Void
  ) throws(Failure) {
    guard width > 1 else {
      while let piece = try next() { try take(work(piece)) }
      return
    }
    var underWay: [Order] = []
    var isOver = false
    while true {
      while !isOver, underWay.count < width {
        if let piece = try next() { underWay.append(order(piece)) } else { isOver = true }
      }
      guard !underWay.isEmpty else { return }
      if let answer = underWay.removeFirst().answer { try take(answer) }
    }
  }

  private func order(_ piece: Piece) -> Order {
    let order = Order()
    let work = work
    DispatchQueue.global().async { order.fill(work(piece)) }
    return order
  }

  /// A piece somebody works on.
  private final class Order: Sendable {
    private let filled = Mutex<Answer?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    func fill(_ answer: Answer) {
      filled.withLock { $0 = answer }
      isDone.signal()
    }

    /// Waits until there is one.
    var answer: Answer? {
      isDone.wait()
      return filled.withLock { $0 }
    }
  }
}

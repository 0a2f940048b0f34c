private import Dispatch
private import Glibc
private import Synchronization

/// A thread of the process that carries out what it is given, piece after piece, beside the thread that
/// gives it.
package final class HelperThread: Sendable {
  /// Nil where the system has no thread for it: then everybody does their own work.
  package static let shared = HelperThread()

  private let pieces = Mutex<[@Sendable () -> Void]>([])
  private let given = DispatchSemaphore(value: 0)

  private init?() {
    guard let thread = startThread({ self.run() }) else { return nil }
    pthread_detach(thread)
  }

  package func add(_ piece: @escaping @Sendable () -> Void) {
    pieces.withLock { $0.append(piece) }
    given.signal()
  }

  private func run() -> Never {
    while true {
      given.wait()
      pieces.withLock { $0.removeFirst() }()
    }
  }
}

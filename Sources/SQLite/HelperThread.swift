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
    // Signals are for whoever waits for keys.
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let failure = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<HelperThread>.fromOpaque(context).takeUnretainedValue().run() }
        return nil
      }, context.toOpaque())
    guard failure == 0 else {
      context.release()
      return nil
    }
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

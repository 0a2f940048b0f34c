private import Glibc

/// A flush that goes on while whoever has begun it does something else, but touches nothing of what the
/// flush needs before they have waited for it.
final class FlushUnderWay {
  private let flush: () throws(SQLiteError) -> Void
  private var outcome = Result<Void, SQLiteError>.success(())
  private var thread = pthread_t()
  /// False where the system had no thread for it: then it was done at once.
  private var isAside = false

  init(_ flush: @escaping () throws(SQLiteError) -> Void) {
    self.flush = flush
    // Signals are for whoever waits for keys.
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    let context = Unmanaged.passRetained(self)
    isAside =
      pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<FlushUnderWay>.fromOpaque(context).takeRetainedValue().run() }
          return nil
        }, context.toOpaque()) == 0
    pthread_sigmask(SIG_SETMASK, &before, nil)
    if !isAside { context.takeRetainedValue().run() }
  }

  /// Waits for its end, once.
  func wait() throws(SQLiteError) {
    if isAside { pthread_join(thread, nil) }
    try outcome.get()
  }

  private func run() {
    do throws(SQLiteError) { try flush() } catch { outcome = .failure(error) }
  }
}

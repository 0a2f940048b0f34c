private import Glibc

/// A flush that goes on while whoever has begun it does something else, but touches nothing of what the
/// flush needs before they have waited for it.
final class FlushUnderWay {
  private let flush: () throws(SQLiteError) -> Void
  private var outcome = Result<Void, SQLiteError>.success(())
  /// Nil where the system had no thread for it: then it was done at once.
  private var thread: pthread_t?

  init(_ flush: @escaping () throws(SQLiteError) -> Void) {
    self.flush = flush
    thread = startThread { self.run() }
    if thread == nil { run() }
  }

  /// Waits for its end, once.
  func wait() throws(SQLiteError) {
    if let thread { pthread_join(thread, nil) }
    try outcome.get()
  }

  private func run() {
    do throws(SQLiteError) { try flush() } catch { outcome = .failure(error) }
  }
}

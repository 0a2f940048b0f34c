import Glibc

/// Starts a thread of the system's own kind; nil where it has none to give, and then nothing of `body`
/// is done. Who starts it waits for it with `pthread_join`, or lets it go with `pthread_detach`.
///
/// `body` is handed over whole: whoever gave it touches nothing of it before it is done, or only what
/// is locked.
func startThread(_ body: @escaping () -> Void) -> pthread_t? {
  // Signals are for whoever waits for keys.
  var (all, before) = (sigset_t(), sigset_t())
  sigfillset(&all)
  pthread_sigmask(SIG_SETMASK, &all, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  var thread = pthread_t()
  let work = Unmanaged.passRetained(ThreadWork(body))
  let failure = pthread_create(
    &thread, nil,
    { context in
      if let context { Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body() }
      return nil
    }, work.toOpaque())
  guard failure == 0 else {
    work.release()
    return nil
  }
  return thread
}

private final class ThreadWork {
  let body: () -> Void
  init(_ body: @escaping () -> Void) { self.body = body }
}

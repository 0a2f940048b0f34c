private import CSQLite

/// Every second processor of the host, for as long as this is kept.
///
/// A waiting thread that is woken runs where it ran before, or where it was woken, and the kernel may
/// leave it behind another while the next processor has nothing to do. Of two neighbours in a line one
/// keeps to these and one to those, so that one can decide while the other writes.
struct HalfOfProcessors: ~Copyable {
  private var all = csqlite_processors()
  private let length: Int

  /// Nil where there is but one.
  init?(odd isOdd: Bool) {
    length = csqlite_get_processors(&all)
    var half = csqlite_processors()
    guard length > 0, csqlite_half_processors(&all, length, isOdd ? 1 : 0, &half) != 0 else {
      return nil
    }
    csqlite_set_processors(&half, length)
  }

  deinit {
    var all = all
    csqlite_set_processors(&all, length)
  }
}

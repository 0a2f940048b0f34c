/// How a connection treats its file. A hall is always treated as `usual`: what else can be said here
/// is for tests, which show what each part is for by taking it away.
package struct FileHandling: Hashable, Sendable {
  /// What a commit waits for.
  package enum Synchronous: String, Hashable, Sendable {
    /// Nothing: the system writes when it likes.
    case off
    /// The disk, at checkpoints only.
    case normal
    /// The disk, at every commit.
    case full
  }

  /// SQLite's name for the layer under it; nil for the system's own files.
  package var layer: String?
  package var synchronous = Synchronous.full
  /// Length of the write-ahead log at which a commit also moves it into the database.
  package var checkpointPages = 4_000
  /// Whether writing and checkpoints wait for the turn.
  package var takesTurns = true

  package static let usual = FileHandling()

  package init() {}
}

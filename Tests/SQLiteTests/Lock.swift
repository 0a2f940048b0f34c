import Glibc
import Testing

/// One of the files that are locked beside a database.
final class Lock {
  private let file: Int32

  init(_ folder: TemporaryFolder, _ name: String) throws {
    file = open(folder.path("hall.db-\(name).lock"), O_RDWR)
    try #require(file >= 0)
  }

  deinit { close(file) }

  func take() { #expect(flock(file, LOCK_EX) == 0) }
  func leave() { flock(file, LOCK_UN) }
}

private import Glibc

/// Shows to other processes that somebody is there: a file locked for as long as this lives.
/// The kernel frees the lock when the process dies, however it dies.
package final class Presence {
  private let path: String
  private let file: Int32

  /// Nil if somebody else is there already.
  package init?(at path: String) throws(SQLiteError) {
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SQLiteError(failing: "open", path) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
    (self.path, self.file) = (path, file)
  }

  deinit {
    unlink(path)
    close(file)
  }

  /// Whether somebody is there; what a dead process has left is tidied away.
  package static func isThere(at path: String) -> Bool {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return errno != ENOENT }
    defer { close(file) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return true }
    unlink(path)
    return false
  }
}

private import CSQLite
private import Glibc

/// Room on the disk that is kept for the day on which the disk is full: given up then, it lets a hall
/// finish what it has begun and close its day.
package struct Reserve {
  /// A day of a large hall writes less than this.
  package static let usualSize = 32 << 20
  private let path: String
  private let size: Int

  package init(beside path: String, size: Int = usualSize) {
    self.path = Place.plain(path) + "-reserve"
    self.size = size
  }

  /// Whether it lies there whole.
  package var isThere: Bool {
    var found = stat()
    return stat(path, &found) == 0 && found.st_size >= size && Int(found.st_blocks) * 512 >= size
  }

  /// Takes the room where there is plenty of it; answers whether it lies there now.
  @discardableResult
  package func keep() -> Bool {
    if isThere { return true }
    guard Place.room(beside: path) >= 4 * Int64(size) else { return false }
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    if posix_fallocate(file, 0, off_t(size)) != 0 { unlink(path) }
    return isThere
  }

  /// Gives the room back to the disk where that is what was missing; false if there is still none.
  package func relieves(_ error: SQLiteError) -> Bool {
    // A file that could not be made or grow is told like one on a disk that has failed.
    let alike: [SQLiteError.Kind] = [.inputOutput, .cannotOpen, .transactionLost]
    let isFull =
      error.kind == .full
      || alike.contains(error.kind) && Place.room(beside: path) < Self.little
    guard isFull else { return false }
    // Another process may have given it up just before.
    return unlink(path) == 0 || Place.room(beside: path) >= Self.little
  }

  /// Less than one act may write.
  private static let little: Int64 = 1 << 20
}

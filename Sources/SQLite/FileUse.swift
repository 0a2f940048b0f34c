private import CSQLite
private import Glibc

/// That a connection is there, as long as it is: whoever comes while nobody is looks at the log first.
final class FileUse {
  private let file: Int32

  /// Looks at the files by hand if nobody else works with them, which closing them would disturb.
  static func arrive(at path: String) throws(SQLiteError) -> FileUse? {
    let file = open(lock(beside: path), O_RDWR | O_CLOEXEC)
    guard file >= 0 else {
      // Without the lock file nobody of ours writes; one that may not be touched shows nothing.
      if errno == ENOENT { try LogInspection.check(path) }
      return nil
    }
    let use = FileUse(file)
    if csqlite_hold(file, 1, 0) == 0 { try LogInspection.check(path) }
    try use.stay(path)
    return use
  }

  /// For the first who writes beside a new file: the lock file is there now.
  static func stay(at path: String) throws(SQLiteError) -> FileUse? {
    let file = open(lock(beside: path), O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return nil }
    let use = FileUse(file)
    try use.stay(path)
    return use
  }

  /// Does something while no other program of ours has the database open, and none may open it; not at
  /// all if one has.
  func alone(_ body: () -> Void) {
    guard csqlite_hold(file, 1, 0) == 0 else { return }
    body()
    _ = csqlite_hold(file, 0, 1)
  }

  private init(_ file: Int32) { self.file = file }

  deinit { close(file) }

  private func stay(_ path: String) throws(SQLiteError) {
    let number = csqlite_hold(file, 0, 1)
    guard number == 0 else {
      errno = number
      throw SQLiteError(failing: "lock", Self.lock(beside: path))
    }
  }

  private static func lock(beside path: String) -> String { path + "-turn.lock" }
}

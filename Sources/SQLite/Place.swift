private import CSQLite
private import Glibc

/// What lies at a path, asked before SQLite is.
package enum Place {
  /// What is added to the names of the files that SQLite, the turn and the flush keep beside a
  /// database.
  static let companions = [
    "-wal", "-shm", "-journal", "-queue.lock", "-turn.lock", "-flush.lock",
  ]

  /// Makes sure that a database can be here, and creates an empty file for it that only its owner reads.
  static func prepare(_ path: String, for mode: OpenMode) throws(SQLiteError) {
    let folder = folder(of: path)
    guard try visibleKind(of: folder) == S_IFDIR else {
      throw SQLiteError(kind: .folderMissing, message: "there is no folder \(folder)")
    }
    if mode != .immutable { try refuseNetwork(folder) }
    switch try visibleKind(of: path) {
    case S_IFREG: break
    case S_IFDIR: throw SQLiteError(kind: .isDirectory, message: "\(path) is a folder")
    case nil where mode == .create: try create(path)
    case nil: throw SQLiteError(kind: .fileMissing, message: "there is no file \(path)")
    default: throw SQLiteError(kind: .notADatabase, message: "\(path) is a pipe or a device")
    }
    try checkAccess(path, mode)
  }

  /// An empty file that only its owner reads.
  static func create(_ path: String) throws(SQLiteError) {
    let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    // Another process may have been quicker: then the file is there.
    guard file < 0 else {
      close(file)
      return
    }
    if errno != EEXIST { throw SQLiteError(failing: "create", path) }
  }

  static func exists(_ path: String) -> Bool { kind(of: path) != nil }

  /// True if there is a file with something in it.
  static func holdsBytes(_ path: String) -> Bool { size(path) > 0 }

  /// How many bytes the file has; 0 if there is none.
  static func size(_ path: String) -> Int64 {
    var found = stat()
    return stat(path, &found) == 0 ? Int64(found.st_size) : 0
  }

  /// Makes a file that is complete stay so after a power cut.
  static func flush(_ path: String) throws(SQLiteError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SQLiteError(failing: "open", path) }
    defer { close(file) }
    if fsync(file) != 0 { throw SQLiteError(failing: "flush", path) }
  }

  static func remove(_ path: String) { unlink(path) }

  /// How many bytes the disk under a file still takes from us; as many as can be counted if it does
  /// not say.
  package static func room(beside path: String) -> Int64 {
    var found = statvfs()
    guard statvfs(folder(of: plain(path)), &found) == 0 else { return .max }
    return Int64(clamping: UInt64(found.f_bavail) * UInt64(found.f_frsize))
  }

  /// A path SQLite takes for nothing but a path.
  static func plain(_ path: String) -> String {
    path.hasPrefix("/") || path.hasPrefix("./") ? path : "./" + path
  }

  /// File systems whose locks or shared memory do not hold between hosts.
  package static func isNetwork(_ number: Int64) -> Bool {
    let nfs: Int64 = 0x6969
    let smb: [Int64] = [0x517B, 0xFE53_4D42, 0xFF53_4D42]
    let others: [Int64] = [0x5346_414F, 0x00C3_6400, 0x0BD0_0BD0, 0x564C]
    return number == nfs || smb.contains(number) || others.contains(number)
  }

  private static func refuseNetwork(_ folder: String) throws(SQLiteError) {
    guard isNetwork(csqlite_file_system(folder)) else { return }
    throw SQLiteError(
      kind: .networkFileSystem, message: "\(folder) lies on a network file system; use a local disk"
    )
  }

  private static func checkAccess(_ path: String, _ mode: OpenMode) throws(SQLiteError) {
    guard access(path, R_OK) == 0 else {
      throw SQLiteError(kind: .notPermitted, message: "\(path) may not be read")
    }
    guard !mode.isWritable || access(path, W_OK) == 0 else {
      throw SQLiteError(kind: .readOnly, message: "\(path) may not be written")
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Nil if nothing is there; where that cannot be seen, it is refused.
  private static func visibleKind(of path: String) throws(SQLiteError) -> mode_t? {
    if let kind = kind(of: path) { return kind }
    if errno == EACCES { throw SQLiteError(failing: "look at", path) }
    return nil
  }

  private static func kind(of path: String) -> mode_t? {
    var found = stat()
    return stat(path, &found) == 0 ? found.st_mode & S_IFMT : nil
  }
}

extension SQLiteError {
  /// What the system said to the last call on a file.
  init(failing act: String, _ path: String) {
    let number = errno
    let kind: Kind =
      switch number {
      case EACCES, EPERM: .notPermitted
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .full
      case ENOENT, ENOTDIR: .folderMissing
      case EEXIST: .alreadyExists
      case EISDIR: .isDirectory
      default: .inputOutput
      }
    let reason = strerror(number).map { String(cString: $0) } ?? "error \(number)"
    self.init(kind: kind, message: "could not \(act) \(path): \(reason)")
  }
}

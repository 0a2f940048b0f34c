private import CSQLite
private import Glibc

/// Files as wholes: what a copy of a store is made with, and put in the place of another.
extension Place {
  /// Which file it is that lies at a path, whatever its name.
  package struct Identity: Hashable, Sendable {
    var device: UInt64
    var number: UInt64
  }

  /// Nil if nothing lies there.
  package static func identity(of path: String) -> Identity? {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    return Identity(device: UInt64(found.st_dev), number: UInt64(found.st_ino))
  }

  /// Whether an open file is still the one of this name: it may have been removed, and another made.
  static func isStill(_ file: Int32, at path: String) -> Bool {
    var found = stat()
    guard fstat(file, &found) == 0 else { return false }
    return identity(of: path)
      == Identity(device: UInt64(found.st_dev), number: UInt64(found.st_ino))
  }

  /// Whether there is a file with something in it.
  package static func hasContent(_ path: String) -> Bool { holdsBytes(path) }

  /// Gives a file a second name, never one that is taken.
  package static func link(_ path: String, as name: String) throws(SQLiteError) {
    guard Glibc.link(path, name) == 0 else { throw SQLiteError(failing: "link", name) }
  }

  /// Moves a file to a name at one stroke, over whatever has that name.
  package static func move(_ path: String, to name: String) throws(SQLiteError) {
    guard rename(path, name) == 0 else { throw SQLiteError(failing: "rename", path) }
  }

  package static func discard(_ path: String) { remove(path) }

  /// Whatever lies beside a database nobody has open.
  package static func discardCompanions(of path: String) {
    for suffix in companions { remove(path + suffix) }
  }

  /// A file of a name in the folder another file lies in.
  package static func sibling(of path: String, named name: String) -> String {
    "\(folder(of: path))/\(name)"
  }

  /// The name of a file in its folder.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// Whether nobody is meant to write a file any more, not even its owner.
  package static func isProtected(_ path: String) -> Bool {
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
      && found.st_mode & 0o222 == 0
  }

  /// Lets nobody write a file any more, and its owner alone read it.
  package static func protect(_ path: String) throws(SQLiteError) {
    guard chmod(path, 0o400) == 0 else { throw SQLiteError(failing: "protect", path) }
  }

  /// Makes names given and taken in the folder of a file stay so after a power cut.
  package static func flushFolder(of path: String) throws(SQLiteError) {
    try flush(folder(of: path))
  }

  /// Hands on the bytes of a file, piece by piece.
  package static func read(
    _ path: String, _ take: ([UInt8]) -> Void
  ) throws(SQLiteError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SQLiteError(failing: "open", path) }
    defer { close(file) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      if count == 0 { return }
      if count > 0 {
        take(count == piece.count ? piece : Array(piece.prefix(count)))
      } else if errno != EINTR {
        throw SQLiteError(failing: "read", path)
      }
    }
  }

  /// Copies a file byte by byte to a new one that only its owner reads.
  package static func copy(_ path: String, to target: String) throws(SQLiteError) {
    let file = open(target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SQLiteError(failing: "create", target) }
    defer { close(file) }
    var failure: SQLiteError?
    try read(path) { piece in
      var rest = piece[...]
      while failure == nil, !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          failure = SQLiteError(failing: "write", target)
        }
      }
    }
    if let failure { throw failure }
  }

  /// The other processes that hold a lock on a file.
  package static func strangers(at path: String) -> [Int32] {
    holders(of: path).filter { $0 != getpid() }
  }

  /// The processes that hold a lock on a file, as the kernel lists them; empty where it does not.
  static func holders(of path: String) -> [Int32] {
    guard let identity = identity(of: path) else { return [] }
    var bytes: [UInt8] = []
    guard (try? read("/proc/locks") { bytes += $0 }) != nil else { return [] }
    return holders(of: identity, in: String(decoding: bytes, as: UTF8.self))
  }

  /// A line reads: 1: POSIX  ADVISORY  READ 4711 fe:00:131 1073741826 1073742335
  static func holders(of identity: Identity, in locks: String) -> [Int32] {
    let processes = locks.split(separator: "\n").compactMap { line -> Int32? in
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "POSIX", let process = Int32(words[4]) else {
        return nil
      }
      let parts = words[5].split(separator: ":")
      return parts.count == 3 && parts[2] == String(identity.number) ? process : nil
    }
    return Set(processes).sorted()
  }
}

/// A file on its way to its name: nobody takes it for finished, and one writer alone has it.
package final class PartFile {
  package let path: String
  private let file: Int32

  /// What a writer that has died left there is emptied.
  package init(_ path: String) throws(SQLiteError) {
    let path = Place.plain(path)
    // Kept only once nothing can fail: what has all its values is ended when it is refused, and would
    // close the file a second time, when it may be another.
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw SQLiteError(failing: "create", path) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0, Place.isStill(file, at: path) else {
      close(file)
      throw SQLiteError(kind: .busy, message: "another process is writing \(path)")
    }
    guard fchmod(file, 0o600) == 0, ftruncate(file, 0) == 0 else {
      let error = SQLiteError(failing: "empty", path)
      close(file)
      throw error
    }
    (self.path, self.file) = (path, file)
  }

  deinit { close(file) }

  /// In bytes.
  package var length: Int {
    var found = stat()
    return fstat(file, &found) == 0 ? Int(found.st_size) : 0
  }

  /// The bytes are on disk afterwards.
  package func flush() throws(SQLiteError) {
    if fsync(file) != 0 { throw SQLiteError(failing: "flush", path) }
  }

  /// Gives it its name, if nothing has that name, and takes the other one away.
  package func publish(as name: String) throws(SQLiteError) {
    try flush()
    do throws(SQLiteError) {
      try Place.link(path, as: name)
    } catch {
      // Some file systems know no second names.
      guard error.kind != .alreadyExists, !Place.exists(name) else { throw error }
      try Place.move(path, to: name)
    }
    Place.remove(path)
    try Place.flushFolder(of: name)
  }

  package func discard() { Place.remove(path) }
}

/// Holds the turn to write of a store that cannot be opened.
package func holdingTurn<Answer>(
  beside path: String, patience: Duration, _ body: () throws(SQLiteError) -> Answer
) throws(SQLiteError) -> Answer {
  let turn = try WriteTurn(beside: Place.plain(path), patience: patience)
  try turn.enter()
  defer { turn.leave() }
  return try body()
}

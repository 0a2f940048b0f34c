private import CSQLite
private import Glibc

/// A file that exists to be locked, and holds a few bytes for whoever locks it or waits for it. SQLite's
/// own files are never opened by hand: closing one would drop the locks SQLite holds on it.
final class LockFile {
  private let path: String
  private var file: Int32
  /// How often it had to be made anew because somebody has removed it.
  private(set) var losses = 0

  init(_ path: String) throws(SQLiteError) {
    self.path = path
    file = try Self.opened(path)
  }

  deinit { close(file) }

  /// Waits for the lock; false if it did not come in time.
  func lock(within milliseconds: Int) throws(SQLiteError) -> Bool {
    while try hasCome(csqlite_lock_within(file, milliseconds)) {
      if try isStillThere() { return true }
    }
    return false
  }

  func unlock() { flock(file, LOCK_UN) }

  /// Has one byte alone, whoever locks the whole file; false if somebody has it already.
  func take(byte: Int) throws(SQLiteError) -> Bool {
    try hasCome(csqlite_take_byte(file, byte, 1))
  }

  func release(byte: Int) { _ = csqlite_take_byte(file, byte, 0) }

  /// Waits until nobody has one of these bytes alone; false if that did not come in time.
  func pass(_ bytes: Range<Int>, within milliseconds: Int) throws(SQLiteError) -> Bool {
    try hasCome(csqlite_pass_within(file, bytes.lowerBound, bytes.count, milliseconds))
  }

  private func hasCome(_ number: Int32) throws(SQLiteError) -> Bool {
    switch number {
    case 0: return true
    case ETIMEDOUT, EAGAIN, EACCES: return false
    default:
      errno = number
      throw SQLiteError(failing: "lock", path)
    }
  }

  /// If somebody has removed it, the others lock a new one, and so does this from now on.
  @discardableResult
  func isStillThere() throws(SQLiteError) -> Bool {
    if Place.isStill(file, at: path) { return true }
    let new = try Self.opened(path)
    close(file)
    file = new
    losses += 1
    return false
  }

  /// Fewer bytes where the file ends.
  func read(at place: Int, _ length: Int) -> [UInt8] {
    Array(
      unsafeUninitializedCapacity: length,
      initializingWith: { bytes, count in
        count = max(0, pread(file, bytes.baseAddress, length, off_t(place)))
      })
  }

  func write(_ bytes: [UInt8], at place: Int) {
    _ = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, off_t(place)) }
  }

  /// Zero where the file ends.
  func numbers(_ count: Int) -> [UInt64] {
    var numbers = [UInt64](repeating: 0, count: count)
    numbers.withUnsafeMutableBytes { _ = pread(file, $0.baseAddress, $0.count, 0) }
    for place in numbers.indices { numbers[place] = UInt64(littleEndian: numbers[place]) }
    return numbers
  }

  func write(_ numbers: [UInt64], from place: Int) {
    numbers.map { $0.littleEndian }.withUnsafeBytes {
      _ = pwrite(file, $0.baseAddress, $0.count, off_t(8 * place))
    }
  }

  func cut(to length: Int) { _ = ftruncate(file, off_t(length)) }

  /// What stands in it outlasts a power cut.
  func flush() { _ = fdatasync(file) }

  private static func opened(_ path: String) throws(SQLiteError) -> Int32 {
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file < 0 else { return file }
    let error = SQLiteError(failing: "open", path)
    throw error.kind == .notPermitted
      ? SQLiteError(kind: .readOnly, message: error.message) : error
  }
}

private import CSQLite
private import Glibc

/// Reads a write-ahead log before SQLite does. Where a log cannot be read, SQLite takes it for ended
/// and goes on without what it held; and it takes any log beside a file for that file's own. A hall
/// would lose acts or be damaged without a word, so such a log is refused and left as it lies.
struct LogInspection {
  private let path: String
  /// Nil where the database is open: nothing of it may be opened by hand then but its log.
  private let head: FileHead?
  private let log: OpenBytes
  private let header: LogHeader

  /// Only while nobody works with the database.
  static func check(_ path: String) throws(SQLiteError) {
    guard let log = OpenBytes(path + "-wal"), log.count >= LogHeader.length else { return }
    guard let header = LogHeader(log) else {
      // A power cut leaves the beginning whole or unwritten: it is flushed before anything follows.
      if log.isZero { return }
      throw damaged(path)
    }
    // The first page is in its place before anything is logged.
    guard let head = OpenBytes(path).flatMap({ FileHead($0) }) else {
      throw SQLiteError(kind: .corrupt, message: "\(path) has lost its beginning")
    }
    try LogInspection(path: path, head: head, log: log, header: header).check()
  }

  private static func damaged(_ path: String) -> SQLiteError {
    SQLiteError(kind: .damagedLog, message: "\(path)-wal cannot be read as it was written")
  }

  /// How far the log of a database can be read as it was written; nil if it cannot at all.
  static func reach(of path: String) -> LogMark? {
    guard let log = OpenBytes(path + "-wal"), let header = LogHeader(log) else { return nil }
    return try? LogInspection(path: path, head: nil, log: log, header: header).reach()
  }

  private func check() throws(SQLiteError) {
    let reach = try reach()
    guard let safe = LogFlush.safeMark(beside: path) else {
      // Whoever wrote this flushed one act after the other. The last may have arrived in part; whole
      // acts behind a gap were answered, and the gap would hide them.
      if commits(behind: reach) >= 2 { throw Self.damaged(path) }
      return
    }
    // What was written after the last flush may have arrived in part and in any order, and nobody was
    // told that it was done. What was flushed is there.
    if safe.round == header.round, reach.frames < safe.frames { throw Self.damaged(path) }
  }

  private func reach() throws(SQLiteError) -> LogMark {
    var sums = header.sums
    var reach = LogMark(round: header.round, frames: 0)
    while let frame = frame(at: place(behind: reach)), frame.follows(sums, in: header) {
      if isForeign(frame) { throw foreign }
      sums = frame.sums
      reach.frames += 1
    }
    return reach
  }

  private func place(behind reach: LogMark) -> Int {
    LogHeader.length + Int(reach.frames) * header.frameLength
  }

  private var foreign: SQLiteError {
    SQLiteError(kind: .foreignLog, message: "\(path)-wal belongs to another file")
  }

  /// A copy that has just been put here keeps no log yet; and every file has a number of its own.
  private func isForeign(_ frame: LogFrame) -> Bool {
    guard let head else { return false }
    if !head.keepsLog || head.pageSize != header.pageSize { return true }
    guard frame.page == 1, let other = FileHead(frame.bytes) else { return false }
    return head.differs(from: other)
  }

  private func commits(behind reach: LogMark) -> Int {
    var count = 0
    var before: LogFrame?
    var place = place(behind: reach)
    while let salt = salt(at: place) {
      defer { place += header.frameLength }
      // What an earlier round of the log has left is most of it, and is passed over unread.
      guard salt == header.salt else {
        before = nil
        continue
      }
      guard let frame = frame(at: place) else { break }
      if frame.endsAct, let before, frame.follows(before.sums, in: header) { count += 1 }
      before = frame
    }
    return count
  }

  private func frame(at place: Int) -> LogFrame? {
    log.bytes(at: place, header.frameLength).map { LogFrame($0) }
  }

  private func salt(at place: Int) -> Salt? {
    log.bytes(at: place + LogFrame.saltPlace, 8).map { Salt($0, at: 0) }
  }
}

/// The two numbers every frame of a log carries.
private struct Salt: Hashable {
  var first: UInt32
  var second: UInt32

  init(_ bytes: [UInt8], at place: Int) {
    (first, second) = (bytes.number(at: place), bytes.number(at: place + 4))
  }
}

/// SQLite's running sum over a log.
private struct Sums: Hashable {
  var first: UInt32
  var second: UInt32

  func adding(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> Sums {
    var sums = (first, second)
    bytes.withUnsafeBytes {
      csqlite_add_sums($0.baseAddress, $0.count, bigEndian ? 1 : 0, &sums.0, &sums.1)
    }
    return Sums(first: sums.0, second: sums.1)
  }
}

private struct LogHeader {
  static let length = 32
  let isBigEndian: Bool
  let pageSize: Int
  let salt: Salt
  let sums: Sums

  var frameLength: Int { 24 + pageSize }
  var round: UInt64 { UInt64(salt.first) << 32 | UInt64(salt.second) }

  /// Nil if it is not whole.
  init?(_ log: OpenBytes) {
    guard let bytes = log.bytes(at: 0, Self.length) else { return nil }
    let magic = bytes.number(at: 0)
    guard magic == 0x377F_0682 || magic == 0x377F_0683, bytes.number(at: 4) == 3_007_000 else {
      return nil
    }
    isBigEndian = magic & 1 == 1
    pageSize = Int(bytes.number(at: 8))
    salt = Salt(bytes, at: 16)
    sums = Sums(first: bytes.number(at: 24), second: bytes.number(at: 28))
    let counted = Sums(first: 0, second: 0).adding(bytes[..<24], bigEndian: isBigEndian)
    guard sums == counted, (512...65_536).contains(pageSize) else { return nil }
  }
}

/// A page as it stands in a log.
private struct LogFrame {
  static let saltPlace = 8
  let page: UInt32
  let endsAct: Bool
  let salt: Salt
  let sums: Sums
  private let whole: [UInt8]

  init(_ bytes: [UInt8]) {
    page = bytes.number(at: 0)
    endsAct = bytes.number(at: 4) != 0
    salt = Salt(bytes, at: Self.saltPlace)
    sums = Sums(first: bytes.number(at: 16), second: bytes.number(at: 20))
    whole = bytes
  }

  var bytes: ArraySlice<UInt8> { whole[24...] }

  func follows(_ before: Sums, in header: LogHeader) -> Bool {
    guard salt == header.salt, page != 0 else { return false }
    let isBigEndian = header.isBigEndian
    return sums
      == before.adding(whole[..<8], bigEndian: isBigEndian).adding(bytes, bigEndian: isBigEndian)
  }
}

/// What the first page of a database says about the file.
private struct FileHead {
  let keepsLog: Bool
  let pageSize: Int
  private let number: UInt32
  private let applicationID: UInt32

  init?(_ file: OpenBytes) {
    guard let bytes = file.bytes(at: 0, 100) else { return nil }
    self.init(bytes[...])
  }

  init?(_ page: ArraySlice<UInt8>) {
    guard page.count >= 100 else { return nil }
    let bytes = Array(page.prefix(100))
    keepsLog = bytes[18] == 2
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    pageSize = size == 1 ? 65_536 : size
    number = bytes.number(at: 60)
    applicationID = bytes.number(at: 68)
  }

  /// A number that has not been given yet differs from none.
  func differs(from other: FileHead) -> Bool {
    (number != 0 && other.number != 0 && number != other.number)
      || (applicationID != 0 && other.applicationID != 0 && applicationID != other.applicationID)
  }
}

/// A file opened for reading by hand.
private final class OpenBytes {
  private let file: Int32
  let count: Int

  init?(_ path: String) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    var found = stat()
    guard file >= 0 else { return nil }
    count = fstat(file, &found) == 0 ? Int(found.st_size) : 0
  }

  deinit { close(file) }

  /// Nil behind the end.
  func bytes(at place: Int, _ length: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: length)
    let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, off_t(place)) }
    return count == length ? bytes : nil
  }

  var isZero: Bool {
    var place = 0
    while place < count {
      let length = min(65_536, count - place)
      guard let bytes = bytes(at: place, length), bytes.allSatisfy({ $0 == 0 }) else {
        return false
      }
      place += length
    }
    return true
  }
}

extension [UInt8] {
  /// Four bytes, the highest first.
  fileprivate func number(at place: Int) -> UInt32 {
    self[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

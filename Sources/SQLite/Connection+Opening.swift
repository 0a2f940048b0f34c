private import CSQLite

extension Connection {
  static func open(
    _ path: String, _ mode: OpenMode, layer: String?
  ) throws(SQLiteError) -> Handle {
    switch mode {
    case .create, .readWrite:
      let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
      return try Handle(path: path, flags: flags, layer: layer)
    case .readOnly:
      let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
      return try Handle(path: path, flags: flags, layer: layer)
    case .immutable:
      if Place.holdsBytes(path + "-wal") {
        throw SQLiteError(
          kind: .unreadLog, message: "\(path) has a write-ahead log beside it that would be ignored"
        )
      }
      let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
      return try Handle(path: "file:" + escaped(path) + "?immutable=1", flags: flags, layer: layer)
    }
  }

  static let usualCacheKilobytes = 8_192

  /// The rules of every connection.
  func setUp() throws(SQLiteError) {
    sqlite3_busy_timeout(handle.database, 10_000)
    try handle.check(csqlite_set_flag(handle.database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1))
    try handle.check(csqlite_set_flag(handle.database, SQLITE_DBCONFIG_DEFENSIVE, 1))
    try handle.execute(
      """
      PRAGMA trusted_schema = OFF;
      PRAGMA foreign_keys = ON;
      PRAGMA recursive_triggers = OFF;
      PRAGMA temp_store = MEMORY;
      PRAGMA mmap_size = 0;
      PRAGMA cache_size = -\(Self.usualCacheKilobytes);
      """)
    handle.watchLog()
    guard sqlite3_db_readonly(handle.database, "main") != 1 || !mode.isWritable else {
      throw SQLiteError(kind: .readOnly, message: "\(path) may not be written")
    }
  }

  /// Makes sure that the file is ours, or empty where it may become so.
  func recognise(_ applicationID: Int32) throws(SQLiteError) {
    let found = try mark()
    if found == 0, try isEmpty() {
      guard mode == .create else {
        throw SQLiteError(kind: .empty, message: "\(path) is empty")
      }
    } else if found != applicationID {
      throw SQLiteError(
        kind: .otherProgram(applicationID: found), message: "\(path) belongs to another program")
    }
  }

  /// Puts our mark on an empty file and prepares the file for writing.
  func claim(_ applicationID: Int32) throws(SQLiteError) {
    if mode == .create, try mark() == 0, try isEmpty() {
      try holdingTurn { () throws(SQLiteError) in
        if try mark() == 0, try isEmpty() {
          // A number of its own tells this file's log from any other.
          let number = Int32.random(in: 1 ... .max)
          try handle.execute(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA user_version = \(number);
            PRAGMA application_id = \(applicationID)
            """)
        }
      }
    }
    try recognise(applicationID)
    if mode.isWritable { try setUpWriting() }
  }

  func setUpWriting() throws(SQLiteError) {
    if try journalMode() != "wal" {
      try holdingTurn { () throws(SQLiteError) in
        // A restored file may have taken its place while we waited for the turn.
        try demandSameFile()
        try handle.execute("PRAGMA journal_mode = WAL")
      }
    }
    guard try journalMode() == "wal" else {
      throw SQLiteError(kind: .cannotOpen, message: "\(path) cannot keep a write-ahead log here")
    }
    try handle.execute("PRAGMA journal_size_limit = 67108864")
    try setSynchronous(handling.synchronous)
  }

  /// Makes sure that what was opened is what lies at the path now.
  func demandSameFile() throws(SQLiteError) {
    guard Place.identity(of: path) == identity else {
      throw SQLiteError(kind: .busy, message: "\(path) was replaced while it was opened")
    }
  }

  private func mark() throws(SQLiteError) -> Int32 {
    Int32(truncatingIfNeeded: try integer("PRAGMA application_id") ?? 0)
  }

  private func isEmpty() throws(SQLiteError) -> Bool {
    try integer("SELECT count(*) FROM sqlite_schema") == 0
  }

  private func journalMode() throws(SQLiteError) -> String? {
    try first("PRAGMA journal_mode") { row throws(SQLiteError) in try row.text(0) }
  }

  /// A path as a URI wants it.
  private static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text.append("%")
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
    }
  }
}

private import CSQLite

/// How a database file is opened.
package enum OpenMode: Hashable, Sendable {
  /// Read and write; a missing file is made.
  case create
  case readWrite
  /// Read while others may write; needs a folder where SQLite can put its shared memory.
  case readOnly
  /// A file nobody changes, such as a backup or one on a read-only disk.
  case immutable

  package var isWritable: Bool { self == .create || self == .readWrite }
}

/// One owner's connection to a database file; it stays on the thread it was opened on.
package final class Connection {
  package let path: String
  package let mode: OpenMode
  package let handling: FileHandling
  let handle: Handle
  /// The file that was opened, in case another takes its name.
  let identity: Place.Identity?
  /// Nil where nothing can be written.
  private(set) var turn: WriteTurn?
  private var commonFlush: LogFlush?
  /// Nil where nothing is waited for, or SQLite does it within the transaction.
  var flush: LogFlush? { waitsForDisk ? commonFlush : nil }
  var waitsForDisk = true
  /// Whether what is written goes into a log first, beside which others may read.
  package internal(set) var keepsLog = true
  /// Whether what is committed now is flushed while the caller goes on.
  var goesAhead = false
  var flushUnderWay: FlushUnderWay?
  /// Why the disk has not confirmed what was committed without waiting, until somebody asks.
  var unconfirmed: SQLiteError?
  private(set) var use: FileUse?
  var standing: Standing { handle.standing }
  /// Whether a transaction that may write is open.
  package var isWriting: Bool { standing == .writing }
  /// Takes down every piece of work as it is asked for, for whoever measures.
  package var record: WorkRecord?

  /// Called once for each wait that has lasted longer than a moment; the wait goes on afterwards.
  package var whenWaiting: ((TurnSignature?) -> Void)? {
    get { turn?.whenWaiting }
    set { turn?.whenWaiting = newValue }
  }

  /// Whether others wanted the turn to write that is held.
  package var hasWaitedInLine: Bool { turn?.hasWaitedInLine ?? false }

  /// For whom this process writes, told to whoever waits too long; letters, digits, `-`, `_`, `.`.
  package var signature: String {
    get { turn?.name ?? "" }
    set { turn?.name = newValue }
  }

  /// Opens the file of the program with this mark; in mode `create` an empty file receives it.
  package init(
    path: String, mode: OpenMode, applicationID: Int32, patience: Duration = .seconds(10),
    handling: FileHandling = .usual
  ) throws(SQLiteError) {
    let path = Place.plain(path)
    try Place.prepare(path, for: mode)
    (self.path, self.mode, self.handling) = (path, mode, handling)
    let use = mode == .immutable ? nil : try FileUse.arrive(at: path)
    identity = Place.identity(of: path)
    handle = try Self.open(path, mode, layer: handling.layer)
    try setUp()
    // Beside a file of another program not even a lock is laid.
    try recognise(applicationID)
    try demandSameFile()
    if mode.isWritable { turn = try WriteTurn(beside: path, patience: patience) }
    if mode.isWritable, handling.takesTurns, handling.synchronous == .full {
      commonFlush = try LogFlush(beside: path)
    }
    self.use = use
    if use == nil, mode.isWritable { self.use = try FileUse.stay(at: path) }
    try claim(applicationID)
  }

  deinit { endFlush() }

  /// Prepares a statement, or takes one that was used before.
  package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try Statement(sql, on: handle)
  }

  /// Carries out one statement; what changes the file belongs in a `transaction`.
  package func run(_ sql: String, _ values: [SQLiteValue] = []) throws(SQLiteError) {
    let statement = try bound(sql, values)
    while try statement.step() {}
  }

  /// Carries out the statements of a text, inside a transaction.
  package func runScript(_ sql: String) throws(SQLiteError) {
    precondition(standing == .writing, "written outside a transaction: \(sql)")
    try handle.execute(sql)
  }

  /// Every row, read as it comes.
  package func query<Element>(
    _ sql: String, _ values: [SQLiteValue] = [],
    _ read: (borrowing Row) throws(SQLiteError) -> Element
  ) throws(SQLiteError) -> [Element] {
    let statement = try bound(sql, values)
    var rows: [Element] = []
    while try statement.step() { rows.append(try read(statement.row)) }
    return rows
  }

  /// The first row, if there is one.
  package func first<Element>(
    _ sql: String, _ values: [SQLiteValue] = [],
    _ read: (borrowing Row) throws(SQLiteError) -> Element
  ) throws(SQLiteError) -> Element? {
    let statement = try bound(sql, values)
    return try statement.step() ? try read(statement.row) : nil
  }

  /// The number in the first column of the first row; nil without a row or for NULL.
  package func integer(_ sql: String, _ values: [SQLiteValue] = []) throws(SQLiteError) -> Int64? {
    let statement = try bound(sql, values)
    return try statement.step() ? try statement.row.integerIfAny(0) : nil
  }

  private func bound(_ sql: String, _ values: [SQLiteValue]) throws(SQLiteError) -> Statement {
    let statement = try prepare(sql)
    // A PRAGMA counts as a change even where it only asks.
    precondition(
      standing == .writing || statement.isReadOnly || sql.hasPrefix("PRAGMA"),
      "written outside a transaction: \(sql)")
    try statement.bind(values)
    record?.add(.statement(sql, values))
    return statement
  }
}

package import Deskwork
import FoundationEssentials
package import SQLite
import WorkCalendar

/// A hall in one file, which every counter of the house opens for itself.
package final class SQLiteStore: HallStore {
  package let path: String
  let connection: Connection
  let settled: StoreNature
  /// The path its closed years lie beside; for a copy that of the store it was taken from.
  let home: String
  /// What it is the closed year of; nil for a store that is worked with.
  package let mark: ClosedMark?
  /// Closed years that somebody has asked for.
  var closedStores: [String: SQLiteStore] = [:]
  /// The cards somebody here has counted, of whoever asked last.
  var countedCards: CountedCards?
  /// The sittings of this program.
  var presences: [SittingID: Presence] = [:]
  /// What the acts of a transaction add to sums.
  let sums = GatheredSums()
  /// Nil outside of a transaction.
  var acts: OpenActs?
  /// Reads what was there before while another thread writes; nil before that is wanted.
  var reader: Connection?
  /// Nil for all of the host.
  package var processors: Int?
  /// The first fault in acts that are carried out together.
  var fault: SQLiteError?
  /// How many acts were written as they had been worked out in the line.
  package internal(set) var foretoldActs = 0
  /// Nil in a demo, which may stop when the disk is full.
  private let reserve: Reserve?

  /// For how many seconds a writer waits for its turn.
  let patience: Int
  package static let usualPatience = 10

  init(
    _ connection: Connection, _ patience: Int, beside home: String? = nil
  ) throws(SQLiteError) {
    self.connection = connection
    self.patience = patience
    path = connection.path
    guard let nature = try StoreNature.stored(in: connection) else {
      throw SQLiteError(kind: .corrupt, message: "\(connection.path) was never finished")
    }
    settled = nature
    self.home = home ?? connection.path
    mark = try ClosedMark.stored(in: connection)
    reserve = nature.isDemo || mark != nil ? nil : Reserve(beside: path)
  }

  /// Makes a new store; there must be nothing at its place.
  package static func create(
    at path: String, nature: StoreNature, patience: Int = usualPatience
  ) throws(StoreError) -> SQLiteStore {
    let isOurs = claim(path)
    guard isOurs || !FileManager.default.fileExists(atPath: path) else {
      throw .exists(path: path)
    }
    do throws(SQLiteError) {
      let connection = try connect(path, .create, patience)
      try Schema.migrator.migrate(connection)
      try connection.transaction { () throws(SQLiteError) in try nature.store(in: connection) }
      return try SQLiteStore(connection, patience)
    } catch {
      if isOurs { discard(path) }
      throw error.kind == .folderMissing
        ? .cannotOpen(path: path, detail: error.message)
        : StoreError(error, path: path, patience: patience)
    }
  }

  package static func open(
    at path: String, patience: Int = usualPatience, handling: FileHandling = .usual,
    beside home: String? = nil
  ) throws(StoreError) -> SQLiteStore {
    // Closed years are only read, whoever asks.
    guard !Place.isProtected(path) else { throw .readOnly(path: path) }
    do throws(SQLiteError) {
      do throws(SQLiteError) {
        return try opened(path, patience, handling, home)
      } catch  where Reserve(beside: path).relieves(error) {
        return try opened(path, patience, handling, home)
      }
    } catch {
      throw StoreError(error, path: path, patience: patience)
    }
  }

  private static func opened(
    _ path: String, _ patience: Int, _ handling: FileHandling, _ home: String?
  ) throws(SQLiteError) -> SQLiteStore {
    let connection = try connect(path, .readWrite, patience, handling)
    try Schema.migrator.migrate(connection)
    return try SQLiteStore(connection, patience, beside: home)
  }

  /// For looking only; a store on a disk that cannot be written is read as it lies there.
  ///
  /// `home` is the path its closed years lie beside, if that is another.
  package static func openReadOnly(
    at path: String, beside home: String? = nil
  ) throws(StoreError) -> SQLiteStore {
    do throws(SQLiteError) {
      let connection = try connectForReading(path)
      try Schema.migrator.check(connection)
      guard try !connection.isRebuildDue() else {
        throw SQLiteError(
          kind: .olderSchema([]), message: "\(path) has the lists of an older version")
      }
      return try SQLiteStore(connection, usualPatience, beside: home)
    } catch {
      throw StoreError(error, path: path, patience: usualPatience)
    }
  }

  package func nature() throws(StoreError) -> StoreNature { settled }

  /// Counts what the statements of `body` cost the store.
  package func measuring<Answer, Failure: Error>(
    _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> (answer: Answer, effort: Effort) {
    try connection.measuring(body)
  }

  package var whenWaiting: ((TurnHolder?) -> Void)? {
    didSet {
      guard let tell = whenWaiting else { return connection.whenWaiting = nil }
      connection.whenWaiting = { tell($0.map { TurnHolder($0) }) }
    }
  }

  /// Leaves nothing for the next who comes to look through, if nobody else is there.
  package func emptyLogIfAlone() {
    reader = nil
    connection.emptyLogIfAlone()
  }

  /// Writes a consistent copy to a new file while the hall works on.
  package func backup(into target: String) throws(StoreError) {
    do throws(SQLiteError) {
      try connection.backup(into: target)
    } catch {
      throw StoreError(error, path: target, patience: patience)
    }
  }
}

extension SQLiteStore {
  static func connect(
    _ path: String, _ mode: OpenMode, _ patience: Int = usualPatience,
    _ handling: FileHandling = .usual
  ) throws(SQLiteError) -> Connection {
    try Connection(
      path: path, mode: mode, applicationID: Schema.applicationID, patience: .seconds(patience),
      handling: handling)
  }

  static func connectForReading(_ path: String) throws(SQLiteError) -> Connection {
    do throws(SQLiteError) {
      let connection = try connect(path, .readOnly)
      // SQLite opens lazily: only a read shows whether its shared memory can be made here.
      _ = try connection.fileNumber()
      return connection
    } catch {
      switch error.kind {
      case .cannotOpen, .readOnly, .inputOutput, .notPermitted:
        return try connect(path, .immutable)
      default: throw error
      }
    }
  }

  /// Puts an empty file there that only its owner reads; false if there is one, or can be none.
  private static func claim(_ path: String) -> Bool {
    do {
      try Data().write(to: URL(filePath: path), options: .withoutOverwriting)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      return true
    } catch {
      return false
    }
  }

  /// Takes a store away with all that lies beside it: one that could not be finished leaves nothing.
  package static func discard(_ path: String) {
    Place.discard(path)
    Place.discardCompanions(of: path)
  }

  /// Asks SQLite, its errors spoken as the store's.
  func using<Answer>(
    _ body: (Connection) throws(SQLiteError) -> Answer
  ) throws(StoreError) -> Answer {
    do throws(SQLiteError) {
      if acts != nil || connection.isWriting {
        return try withinOthers { () throws(SQLiteError) in
          try acts?.finishWriting()
          return try body(connection)
        }
      }
      return try withReserve { () throws(SQLiteError) in try body(connection) }
    } catch {
      throw StoreError(error, path: path, patience: patience)
    }
  }
}

extension SQLiteStore {
  package var reserveIsSpent: Bool { reserve.map { !$0.isThere } ?? false }

  package func keepReserve() { reserve?.keep() }

  /// The same for a store that has just been put in its place.
  package static func keepReserve(beside path: String) {
    Reserve(beside: path).keep()
  }

  /// Does again what a full disk has stopped, once room was made.
  private func withReserve<Answer>(
    _ body: () throws(SQLiteError) -> Answer
  ) throws(SQLiteError) -> Answer {
    do throws(SQLiteError) {
      return try body()
    } catch {
      guard let reserve, reserve.relieves(error) else { throw error }
      // What the log holds is moved, so that it is written anew from its beginning.
      try? connection.checkpointIfNeeded(pages: 0)
      return try body()
    }
  }
}

extension StoreNature {
  static func stored(in connection: Connection) throws(SQLiteError) -> StoreNature? {
    try connection.first(ListQuery.nature.sql) { row throws(SQLiteError) in
      StoreNature(
        isDemo: try row.truth(0), demoStart: try row.momentIfAny(1),
        demoStartedAtHost: try row.momentIfAny(2), secret: try row.text(3))
    }
  }

  func store(in connection: Connection) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO store_nature(id, is_demo, demo_start, demo_started_at_host, secret)
      VALUES (1, ?, ?, ?, ?)
      """,
      [
        SQLiteValue(isDemo), SQLiteValue(demoStart), SQLiteValue(demoStartedAtHost), .text(secret),
      ])
  }
}

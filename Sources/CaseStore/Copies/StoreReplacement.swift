package import Deskwork
import SQLite
package import WorkCalendar

/// Puts a copy in the place of a store: at one stroke, and not where events would be lost unless that
/// is what somebody wants. What was there before is kept beside it.
package struct StoreReplacement {
  /// Where the hall's store is, or was.
  package let path: String
  /// The name under which the replaced store is kept.
  package let kept: String
  package let mayLoseEvents: Bool

  package init(path: String, at moment: Moment, mayLoseEvents: Bool) {
    self.path = path
    self.mayLoseEvents = mayLoseEvents
    let time = moment.description.prefix(19).filter { $0.isNumber || $0 == "T" }
    var name = "\(path)-replaced-\(time)"
    var count = 1
    while Place.identity(of: name) != nil {
      count += 1
      name = "\(path)-replaced-\(time)-\(count)"
    }
    kept = name
  }

  /// Whether two names are those of one file.
  package static func isSameFile(_ path: String, _ other: String) -> Bool {
    let identity = Place.identity(of: path)
    return identity != nil && identity == Place.identity(of: other)
  }

  /// What stands in the way.
  package enum Obstacle: Error, Hashable, Sendable {
    case store(StoreError)
    /// Other programs have the store open; the processes, as far as they are known.
    case isOpen(processes: [Int32])
    case loses(Loss)
    /// What lies there cannot be read, so nobody knows what would be lost.
    case unreadable(detail: String)
    /// A log with events lies there whose store is gone.
    case logAlone
  }

  /// Answers whether there was anything to be kept.
  package func carryOut(_ copy: StoreCopy) throws(Obstacle) -> Bool {
    let done: Result<Bool, Obstacle>
    do throws(SQLiteError) {
      let store = try SQLiteStore.connect(path, .readWrite)
      done = try replacing(store, copy)
    } catch {
      done = withoutReading(error, copy)
    }
    return try done.get()
  }

  private func replacing(
    _ store: Connection, _ copy: StoreCopy
  ) throws(SQLiteError) -> Result<Bool, Obstacle> {
    // Nobody who opens the store meanwhile gets further than waiting for the turn.
    try store.holdingTurn { () throws(SQLiteError) in
      if !mayLoseEvents {
        let loss = try Loss(replacing: store, with: SQLiteStore.connect(copy.part, .immutable))
        if loss.isAny { return .failure(.loses(loss)) }
      }
      guard try isSoleUser(store) else {
        return .failure(.isOpen(processes: Place.strangers(at: path)))
      }
      try Place.link(path, as: kept)
      try Place.flushFolder(of: path)
      try copy.replace(path)
      return .success(true)
    }
  }

  private func isSoleUser(_ store: Connection) throws(SQLiteError) -> Bool {
    do throws(SQLiteError) {
      try store.becomeSoleFile()
      return true
    } catch {
      guard error.kind == .busy else { throw error }
      return false
    }
  }

  /// There is no store, or none that could be read.
  private func withoutReading(_ error: SQLiteError, _ copy: StoreCopy) -> Result<Bool, Obstacle> {
    switch error.kind {
    case .fileMissing:
      guard mayLoseEvents || !Self.logs.contains(where: { Place.hasContent(path + $0) }) else {
        return .failure(.logAlone)
      }
    case .corrupt, .notADatabase, .empty, .mistyped, .damagedLog, .foreignLog:
      guard mayLoseEvents else { return .failure(.unreadable(detail: error.message)) }
    default: return .failure(obstacle(error))
    }
    do throws(SQLiteError) {
      let patience = Duration.seconds(SQLiteStore.usualPatience)
      return try holdingTurn(beside: path, patience: patience) { () throws(SQLiteError) in
        let others = Place.strangers(at: path)
        guard others.isEmpty else { return .failure(.isOpen(processes: others)) }
        return .success(try moveAside(copy))
      }
    } catch {
      return .failure(obstacle(error))
    }
  }

  private static let logs = ["-wal", "-journal"]

  /// What cannot be read is moved away with its log before anything else takes its name: a log must
  /// never lie beside a store that it does not belong to.
  private func moveAside(_ copy: StoreCopy) throws(SQLiteError) -> Bool {
    var wasThere = false
    for suffix in [""] + Self.logs where Place.identity(of: path + suffix) != nil {
      try Place.move(path + suffix, to: kept + suffix)
      wasThere = true
    }
    Place.discard(path + "-shm")
    try Place.flushFolder(of: path)
    try copy.replace(path)
    return wasThere
  }

  private func obstacle(_ error: SQLiteError) -> Obstacle {
    .store(StoreError(error, path: path, patience: SQLiteStore.usualPatience))
  }
}

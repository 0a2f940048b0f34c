import Casework
package import Deskwork
import SQLite

extension YearClosing {
  /// How many cases a run took out of the store, and how many it left because something was done with
  /// them meanwhile.
  package struct Moved: Hashable, Sendable {
    package var moved = 0
    package var left = 0

    package init() {}

    static func += (sum: inout Moved, more: Moved) {
      sum.moved += more.moved
      sum.left += more.left
    }
  }

  /// Takes out of the store what lies in a journaled file, a few cases at a time. Where a case has
  /// moved on since it was copied, it stays.
  package func moveOut(_ closed: YearClosed) throws(StoreError) -> Moved {
    let file = try store.closedStore(closed)
    var moved = Moved()
    var waiting: [MovingCase] = []
    var sheets: [String: ImplementationSheet] = [:]
    let ends = try file.using { connection throws(SQLiteError) in try connection.ends() }
    while let end = try file.using({ _ throws(SQLiteError) in try ends.next() }) {
      guard case .file(let id)? = StreamID(end.stream), try store.holds(end) else { continue }
      try demandWhole(closed)
      waiting.append(try MovingCase(id, end, in: file, knowing: &sheets))
      if waiting.count == batch {
        try take(&waiting, into: closed, &moved)
      }
    }
    try take(&waiting, into: closed, &moved)
    try store.sweepMessages()
    return moved
  }

  private func take(
    _ waiting: inout [MovingCase], into closed: YearClosed, _ moved: inout Moved
  ) throws(StoreError) {
    guard !waiting.isEmpty else { return }
    let batch = waiting
    let taken = try store.using { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in
        var taken = 0
        for it in batch where try it.isUnchanged(in: connection) {
          try it.moveOut(of: connection, into: closed.name)
          taken += 1
        }
        return taken
      }
    }
    moved.moved += taken
    moved.left += batch.count - taken
    waiting = []
    watcher(.moving, Progress(done: moved.moved + moved.left, total: closed.cases))
  }
}

/// A case on its way out, with everything that can be prepared before the turn is taken.
private struct MovingCase {
  private let id: CaseID
  private let end: StreamEnd
  private let began: Int64
  private let share: ClosedShare

  init(
    _ id: CaseID, _ end: StreamEnd, in file: SQLiteStore,
    knowing sheets: inout [String: ImplementationSheet]
  ) throws(StoreError) {
    (self.id, self.end) = (id, end)
    let replay = try file.reading { connection throws(StoreFailure) in
      try connection.replay(of: id)
    }
    let (item, version) = (replay.file.item, replay.file.sheetVersion)
    let key = "\(item)/\(version)"
    var sheet = sheets[key]
    if sheet == nil { sheet = try file.sheet(item, version: version) }
    guard let sheet, let first = replay.acts.first?.event.position else {
      throw .damaged(detail: "\(id) was taken in under \(key), which is not here")
    }
    sheets[key] = sheet
    began = first
    share = ClosedShare(replay, under: sheet)
  }

  /// Whether it still stands as it was copied, with nothing to be done and no form open for it.
  func isUnchanged(in connection: Connection) throws(SQLiteError) -> Bool {
    guard try connection.end(of: end.stream) == end else { return false }
    let isFree = try connection.integer(
      """
      SELECT 1 FROM case_row WHERE id = ?1
        AND place < (SELECT max(place) FROM case_row)
        AND NOT EXISTS (SELECT 1 FROM task WHERE case_id = ?1)
        AND NOT EXISTS (SELECT 1 FROM watch WHERE case_id = ?1)
        AND NOT EXISTS (SELECT 1 FROM result WHERE case_id = ?1)
        AND NOT EXISTS (SELECT 1 FROM draft WHERE instr(body, ?1) > 0)
      """, [SQLiteValue(id)])
    return isFree != nil
  }

  func moveOut(of connection: Connection, into name: String) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO closed_stream(stream, version, position, hash, began, name)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .text(end.stream), SQLiteValue(end.version), SQLiteValue(end.position), .text(end.hash),
        SQLiteValue(began), .text(name),
      ])
    try share.add(to: connection)
    try countLess(in: connection)
    let place = try connection.integer("SELECT place FROM case_row WHERE id = ?", [SQLiteValue(id)])
    if let place { try SearchIndex(connection: connection).forget(place) }
    try connection.run("DELETE FROM case_reach WHERE case_id = ?", [SQLiteValue(id)])
    try connection.run("DELETE FROM case_row WHERE id = ?", [SQLiteValue(id)])
    try connection.run("DELETE FROM journal WHERE stream = ?", [.text(end.stream)])
  }

  /// The counters count what the lists hold.
  private func countLess(in connection: Connection) throws(SQLiteError) {
    let sums = GatheredSums()
    let stages = try connection.query(
      "SELECT stage FROM case_row WHERE id = ?", [SQLiteValue(id)]
    ) { row throws(SQLiteError) -> CaseStage in try row.word(0) }
    let reaches = try connection.query(
      "SELECT reach FROM case_reach WHERE case_id = ?", [SQLiteValue(id)]
    ) { row throws(SQLiteError) in try row.text(0) }
    for stage in stages {
      sums.add(-1, to: CountKey.stage(stage))
      for reach in reaches.compactMap({ Reach($0) }) {
        sums.add(-1, to: CountKey.stageWithin(reach, stage))
      }
    }
    try sums.write(to: connection)
  }
}

extension SQLiteStore {
  /// Whether a case is here as it ends there.
  fileprivate func holds(_ end: StreamEnd) throws(StoreError) -> Bool {
    try using { connection throws(SQLiteError) in
      try connection.end(of: end.stream, throughVersion: end.version) == end
    }
  }

  private static let messages = 2_000

  /// Takes out the messages of closed cases, which have an index by nothing but their place.
  fileprivate func sweepMessages() throws(StoreError) {
    var place: Int64 = 0
    while let next = try sweepMessages(after: place) { place = next }
  }

  private func sweepMessages(after place: Int64) throws(StoreError) -> Int64? {
    try using { connection throws(SQLiteError) in
      let closed = "EXISTS (SELECT 1 FROM closed_stream WHERE stream = 'case/' || case_id)"
      let found = try connection.query(
        """
        SELECT place, \(closed) FROM outgoing WHERE place > ? ORDER BY place LIMIT \(Self.messages)
        """, [SQLiteValue(place)]
      ) { row throws(SQLiteError) in (place: try row.integer(0), isClosed: try row.truth(1)) }
      guard let last = found.last?.place else { return nil }
      if found.contains(where: \.isClosed) {
        try connection.transaction { () throws(SQLiteError) in
          try connection.run(
            "DELETE FROM outgoing WHERE place > ? AND place <= ? AND \(closed)",
            [SQLiteValue(place), SQLiteValue(last)])
        }
      }
      return last
    }
  }
}

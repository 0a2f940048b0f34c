package import Casework
package import Deskwork
import SQLite

/// A year on its way into a file of its own. Whatever stops it, each case is whole in at least one of
/// the two files, and doing it again finishes it: first the file is written beside the store and
/// checked, then it gets its name, then the hall journals it, and only then cases are taken out.
package final class YearClosing {
  /// What is being done, for whoever watches.
  package enum Step: Hashable, Sendable { case choosing, copying, checking, moving }

  /// What a run has done.
  package struct Outcome: Hashable, Sendable {
    /// The files into which anything was moved.
    package var files: [YearClosed] = []
    package var moved = Moved()
  }

  package let year: Int
  let store: SQLiteStore
  let readings: @Sendable (String) -> [Spelling]
  /// Cases that leave in one transaction; everybody else waits no longer than it takes.
  let batch: Int
  let watcher: (Step, Progress) -> Void
  private static let page = 500
  /// The files found whole by this run.
  private var checked: Set<String> = []

  package init(
    of store: SQLiteStore, year: Int, readings: @escaping @Sendable (String) -> [Spelling],
    batch: Int = 25,
    watcher: @escaping (Step, Progress) -> Void = { _, _ in }
  ) {
    (self.store, self.year, self.readings) = (store, year, readings)
    (self.batch, self.watcher) = (batch, watcher)
  }

  /// Closes the year from wherever an earlier run was stopped.
  package func carryOut(at desk: Desk, by seat: Seat) throws(DeskRefusal) -> Outcome {
    try desk.permitClosing(year, by: seat)
    var outcome = Outcome()
    // What is on its way out goes first, or it would be written twice.
    for closed in try spoken({ () throws(StoreError) in try closedBefore() }) {
      try moveOut(closed, &outcome)
    }
    var closed = try spoken { () throws(StoreError) in try leftBehind() }
    if closed == nil {
      let ids = try finished(at: desk)
      closed = try spoken { () throws(StoreError) in try write(ids) }
    }
    guard let closed else { return outcome }
    try desk.record(closed, by: seat)
    try moveOut(closed, &outcome)
    return outcome
  }

  private func moveOut(_ closed: YearClosed, _ outcome: inout Outcome) throws(DeskRefusal) {
    let moved = try spoken { () throws(StoreError) in try moveOut(closed) }
    outcome.moved += moved
    if moved.moved > 0 { outcome.files.append(closed) }
  }

  private func closedBefore() throws(StoreError) -> [YearClosed] {
    try store.closedYears().filter { $0.year == year }
  }

  private func finished(at desk: Desk) throws(DeskRefusal) -> [CaseID] {
    let counts = try spoken { () throws(StoreError) in try store.counts() }
    let ended = CaseStage.allCases.filter(\.isEnded).reduce(0) { $0 + (counts[.stage($1)] ?? 0) }
    var ids: [CaseID] = []
    var cursor: Cursor?
    var seen = 0
    repeat {
      let page = try desk.finishedCases(by: year, after: cursor, limit: Self.page)
      ids += page.ids
      cursor = page.next
      seen += Self.page
      watcher(.choosing, Progress(done: min(seen, ended), total: ended))
    } while cursor != nil
    return ids
  }

  /// The store's errors as the desk's.
  private func spoken<Answer>(
    _ body: () throws(StoreError) -> Answer
  ) throws(DeskRefusal) -> Answer {
    do throws(StoreError) { return try body() } catch { throw .store(error) }
  }

  /// A file that got its name before a run was stopped, and that nothing was taken out for yet. It is
  /// refused if it is anything but that.
  package func leftBehind() throws(StoreError) -> YearClosed? {
    let name = try nextName()
    let path = store.closedPath(name)
    guard Place.hasContent(path) else { return nil }
    let mark = ClosedMark(name: name, year: year)
    if try isOlder(path, mark) {
      // All of it is still in the store, and is written anew.
      Place.discard(path)
      return nil
    }
    let closed = try check(path, mark)
    try speaking(of: path) { () throws(SQLiteError) in
      if !Place.isProtected(path) { try Place.protect(path) }
    }
    return closed
  }

  /// Writes these cases into a file, finds it whole and gives it its name; nil if none of them can go
  /// now. Nothing is taken out of the store.
  package func write(_ ids: [CaseID]) throws(StoreError) -> YearClosed? {
    let ready = try store.readyToClose(ids)
    guard !ready.isEmpty else { return nil }
    let mark = ClosedMark(name: try nextName(), year: year)
    let path = store.closedPath(mark.name)
    let part = try SQLiteStore.partFile(beside: path)
    var isNamed = false
    defer { if !isNamed { part.discard() } }
    let writer = ClosedFileWriter(
      source: store.connection, nature: store.settled, mark: mark, readings: readings
    ) { [watcher] in watcher(.copying, $0) }
    try store.reading { _ throws(StoreFailure) in try writer.write(ready, to: part.path) }
    try speaking(of: part.path) { () throws(SQLiteError) in try part.flush() }
    let closed = try check(part.path, mark)
    try speaking(of: path) { () throws(SQLiteError) in
      guard !Place.hasContent(path) else {
        throw SQLiteError(kind: .alreadyExists, message: "\(path) exists already")
      }
      try Place.move(part.path, to: path)
      isNamed = true
      try Place.flushFolder(of: path)
      try Place.protect(path)
    }
    return closed
  }

  /// Whether it is this file, written by an older version of this program.
  private func isOlder(_ path: String, _ mark: ClosedMark) throws(StoreError) -> Bool {
    try speaking(of: path) { () throws(SQLiteError) in
      guard let older = try SQLiteStore.olderFile(at: path) else { return false }
      let file = try SQLiteStore(older, SQLiteStore.usualPatience)
      return file.mark == mark && file.settled == store.settled
    }
  }

  /// 2024, then 2024-2.
  private func nextName() throws(StoreError) -> String {
    let count = try closedBefore().count
    return count == 0 ? "\(year)" : "\(year)-\(count + 1)"
  }

  /// Reads a file whole, and holds it against the store; answers what it is.
  private func check(_ path: String, _ mark: ClosedMark) throws(StoreError) -> YearClosed {
    let file = try SQLiteStore.openClosed(at: path)
    guard file.mark == mark, file.settled == store.settled else {
      throw .closedFileForeign(path: path)
    }
    let report = try file.verify(readings: readings) { [watcher] in watcher(.checking, $0) }
    if let fault = report.faults.first {
      throw .damaged(detail: "\(path): \(fault)")
    }
    let counts = try store.demandCopy(file)
    checked.insert(mark.name)
    return YearClosed(
      year: mark.year, name: mark.name, file: Place.name(of: store.closedPath(mark.name)),
      cases: counts.cases, events: counts.events, digest: report.head)
  }

  /// Finds a file whole again before the first case is taken out for it, if another run has written it.
  func demandWhole(_ closed: YearClosed) throws(StoreError) {
    guard !checked.contains(closed.name) else { return }
    let path = try store.path(of: closed)
    guard try check(path, closed.mark).digest == closed.digest else {
      throw .closedFileForeign(path: path)
    }
  }
}

extension SQLiteStore {
  /// Those that nobody has a form open for; the case taken in last stays, for new places are counted
  /// on from its own.
  fileprivate func readyToClose(_ ids: [CaseID]) throws(StoreError) -> [CaseID] {
    try using { connection throws(SQLiteError) in
      let last = try connection.first("SELECT id FROM case_row ORDER BY place DESC LIMIT 1") {
        row throws(SQLiteError) in try row.text(0)
      }
      let drafts = try connection.query("SELECT body FROM draft") { row throws(SQLiteError) in
        try row.text(0)
      }
      return ids.filter { id in
        id.rawValue != last && !drafts.contains { $0.contains(id.rawValue) }
      }
    }
  }

  /// Makes sure that every case of a file is here as it is there, perhaps with more by now, or was
  /// moved into it.
  fileprivate func demandCopy(
    _ file: SQLiteStore
  ) throws(StoreError) -> (cases: Int, events: Int) {
    var counts = (cases: 0, events: 0)
    let isCopy = try using { connection throws(SQLiteError) in
      let ends = try file.connection.ends()
      while let end = try ends.next() {
        if end.isOfCase {
          counts.cases += 1
          counts.events += Int(end.version)
        }
        var here = try connection.end(of: end.stream, throughVersion: end.version)
        if here == nil { here = try connection.closedEnd(of: end.stream)?.end }
        guard here == end else { return false }
      }
      return true
    }
    guard isCopy else { throw .closedFileForeign(path: file.path) }
    return counts
  }
}

package import Casework
package import Deskwork
import SQLite

/// Closed years are opened when somebody asks for what they hold, and only read.
extension SQLiteStore {
  /// The files of closed years that belong to this store, the newest first.
  package func closedYears() throws(StoreError) -> [YearClosed] {
    guard mark == nil else { return [] }
    return try rows(.closedYears) { row throws(SQLiteError) in try YearClosed(row) }
      .sorted { ($1.year, $1.name.count, $1.name) < ($0.year, $0.name.count, $0.name) }
  }

  /// Where the file of a closed year lies.
  package func path(of closed: YearClosed) throws(StoreError) -> String {
    let places = [closedPath(closed.name), Place.sibling(of: home, named: closed.file)]
    guard let path = places.first(where: { Place.hasContent($0) }) else {
      throw .closedFileMissing(name: closed.name, path: places[0])
    }
    return path
  }

  /// Where the file of a closed year is looked for first, or was found.
  package func expectedPath(of closed: YearClosed) -> String {
    (try? path(of: closed)) ?? closedPath(closed.name)
  }

  /// Where a closed year of a name gets its file.
  func closedPath(_ name: String) -> String { "\(home)-\(name).db" }

  /// Opened once and kept.
  func closedStore(_ closed: YearClosed) throws(StoreError) -> SQLiteStore {
    if let store = closedStores[closed.name] { return store }
    let store = try Self.openClosed(at: path(of: closed))
    guard store.mark == closed.mark, store.settled == settled else {
      throw .closedFileForeign(path: store.path)
    }
    closedStores[closed.name] = store
    return store
  }

  /// Opens the file of a closed year and looks whether its structure is whole.
  package func tryReading(_ closed: YearClosed) throws(StoreError) {
    let store = try closedStore(closed)
    let fault = try store.using { connection throws(SQLiteError) in
      try connection.structuralFaults().first
    }
    if let fault { throw .damaged(detail: "\(store.path): \(fault)") }
  }

  /// As it lies there: nobody writes it any more, so nothing is locked.
  static func openClosed(at path: String) throws(StoreError) -> SQLiteStore {
    try speaking(of: path) { () throws(SQLiteError) in
      let connection = try connect(path, .immutable)
      try Schema.migrator.check(connection)
      return try SQLiteStore(connection, usualPatience)
    }
  }

  /// The closed year a case lies in; nil while it is in the working store.
  func closedYear(holding stream: StreamID) throws(StoreError) -> YearClosed? {
    guard mark == nil, case .file = stream else { return nil }
    let query = ListQuery.closedYear(holding: stream)
    return try rows(query) { row throws(SQLiteError) in try YearClosed(row) }.first
  }

  func closedStore(holding stream: StreamID) throws(StoreError) -> SQLiteStore? {
    guard let closed = try closedYear(holding: stream) else { return nil }
    return try closedStore(closed)
  }

  package func closedYear(of id: CaseID) throws(StoreError) -> Int? {
    if let mark { return mark.year }
    return try closedYear(holding: .file(id))?.year
  }

  /// What closed years hold of what is looked for, the newest year first, behind what was found in
  /// the working store. A case that is still there is not shown twice.
  ///
  /// A file that is not there stops the search only where nothing else was found.
  func searchClosed(
    _ text: String, within reach: Reach, limit: Int, besides found: [CaseRow]
  ) throws(StoreError) -> [CaseRow] {
    var all = found
    var missing: StoreError?
    for closed in try closedYears() where all.count < limit {
      do throws(StoreError) {
        let store = try closedStore(closed)
        let known = Set(all.map(\.id))
        all += try search(
          store, for: text, within: reach, limit: limit - all.count, besides: known)
      } catch {
        guard case .closedFileMissing = error else { throw error }
        missing = error
      }
    }
    if let missing, all.isEmpty { throw missing }
    return all
  }

  private func search(
    _ closed: SQLiteStore, for text: String, within reach: Reach, limit: Int,
    besides known: Set<CaseID>
  ) throws(StoreError) -> [CaseRow] {
    var asked = limit
    while true {
      let rows = try closed.search(text, within: reach, limit: asked)
      var fresh: [CaseRow] = []
      for row in rows where fresh.count < limit && !known.contains(row.id) {
        if try rowHere(row.id) == nil { fresh.append(row) }
      }
      if fresh.count == limit || rows.count < asked { return fresh }
      asked *= 2
    }
  }

  /// Cases of a closed year as its own lists have them; those that stayed in the working store, for
  /// something was done with them meanwhile, are left out.
  package func cases(
    of closed: YearClosed, _ filter: CaseFilter, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<CaseRow> {
    let store = try closedStore(closed)
    var page = try store.cases(filter, after: cursor, limit: limit)
    var rows: [CaseRow] = []
    for row in page.rows {
      if try closedYear(holding: .file(row.id))?.name == closed.name { rows.append(row) }
    }
    page.rows = rows
    return page
  }
}

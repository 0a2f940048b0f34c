import Casework
import Deskwork
import SQLite

/// A closed year on the desk of whoever checks its store.
struct ClosedYearToCheck {
  let closed: YearClosed
  /// Nil if it cannot be read, for this reason.
  let store: SQLiteStore?
  let fault: ClosedFileFault?

  var reading: ClosedYearReading { ClosedYearReading(closed: closed, path: store?.path) }
}

extension StoreFault {
  /// About the file of a closed year alone: the record itself may still be compared with its lists.
  package var isOfOneFile: Bool { if case .closedFile = self { true } else { false } }
}

extension SQLiteStore {
  func closedYearsToCheck() throws(StoreFailure) -> [ClosedYearToCheck] {
    var years: [ClosedYearToCheck] = []
    do throws(StoreError) {
      for closed in try closedYears() { years.append(toCheck(closed)) }
    } catch {
      throw .store(error)
    }
    return years
  }

  private func toCheck(_ closed: YearClosed) -> ClosedYearToCheck {
    do throws(StoreError) {
      return ClosedYearToCheck(closed: closed, store: try closedStore(closed), fault: nil)
    } catch {
      let fault: ClosedFileFault =
        switch error {
        case .closedFileMissing(_, let path): .missing(path: path)
        case .closedFileForeign: .foreign
        default: .unreadable(detail: "\(error)")
        }
      return ClosedYearToCheck(closed: closed, store: nil, fault: fault)
    }
  }

  /// Reads the events of the store and of its closed years as the one journal they are, and tells the
  /// lists what they mean.
  func checkJournal(
    _ heads: [Int64], with years: [ClosedYearToCheck], telling lists: ListsAnew?,
    _ work: CheckingWork
  ) throws(SQLiteError) -> VerifyReport {
    let stores = years.compactMap { year in year.store.map { (name: year.closed.name, store: $0) } }
    let structure = StructureCheck(of: [self] + stores.map(\.store))
    var report: VerifyReport
    do throws(SQLiteError) {
      report = try readJournal(heads, with: years, telling: lists, work, beside: structure)
    } catch {
      // Where something cannot be read the file itself says best why.
      let faults = try structure.faults(at: 0, of: self)
      guard faults.isEmpty else { return VerifyReport(structure: faults) }
      throw error
    }
    let faults = try structure.faults(at: 0, of: self)
    guard faults.isEmpty else { return VerifyReport(structure: faults) }
    var ofFiles = years.compactMap { year in
      year.fault.map { StoreFault.closedFile(year.closed.name, $0) }
    }
    for (index, (name, store)) in stores.enumerated() {
      ofFiles += try structure.faults(at: index + 1, of: store).prefix(1).map {
        .closedFile(name, .unreadable(detail: $0))
      }
    }
    report.faults = ofFiles + report.faults
    return report
  }

  private func readJournal(
    _ heads: [Int64], with years: [ClosedYearToCheck], telling lists: ListsAnew?,
    _ work: CheckingWork, beside structure: StructureCheck
  ) throws(SQLiteError) -> VerifyReport {
    let files = years.compactMap { year in year.store.map { (year.closed.name, $0.connection) } }
    let isWhole = years.allSatisfy { $0.fault == nil }
    let journal = JournalUnion(store: connection, files: files)
    let written = try connection.lastPosition()
    var check = JournalCheck(
      settled, heads: isWhole ? heads : [], total: Int(written), most: try journal.mostEvents(),
      progress: work.progress)
    check.allowsGaps = !isWhole || mark != nil
    try work.read(
      journal, into: &check, secret: settled.secret, telling: lists, unless: structure)
    try check.checkPositions(written: written, place: journal.place(at:))
    var report = check.finish()
    // Of a record that is not all there no head can be made.
    if !isWhole { report.head = "" }
    return report
  }

  /// What is wrong with the files themselves, and with what the store keeps of their cases.
  func faults(
    of years: [ClosedYearToCheck], readings: @escaping @Sendable (String) -> [Spelling]
  ) throws(StoreFailure) -> [StoreFault] {
    var faults: [StoreFault] = []
    for year in years {
      guard let file = year.store else { continue }
      let name = year.closed.name
      var found = try asking { () throws(SQLiteError) in try self.faults(of: file, year.closed) }
      if found.isEmpty { found = file.listFaults(readings: readings) }
      faults += found.map { .closedFile(name, $0) }
    }
    guard !years.isEmpty, years.allSatisfy({ $0.store != nil }), faults.isEmpty else {
      return faults
    }
    return try compareShares(of: years)
  }

  /// Where the lists of this closed year are not what its own journal makes of them.
  private func listFaults(readings: @escaping @Sendable (String) -> [Spelling]) -> [ClosedFileFault]
  {
    do throws(StoreFailure) {
      return try compareLists(readings: readings).compactMap { fault in
        guard case .list(let table, let key, let what) = fault else { return nil }
        return .list(table: table, key: key, what)
      }
    } catch {
      return [.unreadable(detail: "\(error)")]
    }
  }

  /// Whether a file holds what the hall journaled, and each case ends in it as it was moved there.
  private func faults(
    of file: SQLiteStore, _ closed: YearClosed
  ) throws(SQLiteError) -> [ClosedFileFault] {
    var sum = DayHeadSum(settled)
    var (cases, events, moved) = (0, 0, 0)
    let ends = try file.connection.ends()
    while let end = try ends.next() {
      sum.add(end)
      guard end.isOfCase else { continue }
      cases += 1
      events += Int(end.version)
      if let (kept, name) = try connection.closedEnd(of: end.stream), name == closed.name {
        moved += 1
        if kept != end { return [.caseDiffers(stream: end.stream)] }
      } else if try connection.end(of: end.stream) == nil,
        try connection.closedEnd(of: end.stream) == nil
      {
        return [.caseDiffers(stream: end.stream)]
      }
    }
    let digest = sum.head(events: try file.connection.lastPosition()).digest
    guard digest == closed.digest, cases == closed.cases, events == closed.events else {
      return [.headDiffers]
    }
    return moved == (try connection.countClosed(into: closed.name)) ? [] : [.headDiffers]
  }

  private func compareShares(of years: [ClosedYearToCheck]) throws(StoreFailure) -> [StoreFault] {
    let scratch = try asking { () throws(SQLiteError) in try ScratchStore() }
    try scratch.connection.transaction { () throws(StoreFailure) in
      try self.addShares(of: years, to: scratch.connection)
    }
    return try asking { () throws(SQLiteError) in
      try self.differences(in: ReadModelTable.shares, from: scratch.connection)
    }
  }

  /// Adds up anew what the cases that were moved out had added to the sums, from their files.
  func addShares(
    of years: [ClosedYearToCheck], to target: Connection
  ) throws(StoreFailure) {
    try asking { () throws(SQLiteError) in
      for table in ReadModelTable.shares { try target.run("DELETE FROM \(table.name)") }
    }
    for year in years {
      guard let file = year.store else { continue }
      let streams = try asking { () throws(SQLiteError) in
        try RowCursor(
          "SELECT stream FROM closed_stream WHERE name = ?", [.text(year.closed.name)],
          in: self.connection
        ) { row throws(SQLiteError) in try row.text(0) }
      }
      while let text = try asking({ () throws(SQLiteError) in try streams.next() }) {
        guard case .file(let id)? = StreamID(text) else { continue }
        let share = try file.share(of: id)
        try asking { () throws(SQLiteError) in try share.add(to: target) }
      }
    }
  }
}

extension SQLiteStore {
  /// What a case of this closed year has added to the sums.
  fileprivate func share(of id: CaseID) throws(StoreFailure) -> ClosedShare {
    let replay = try connection.replay(of: id)
    do throws(StoreError) {
      guard let sheet = try sheet(replay.file.item, version: replay.file.sheetVersion) else {
        throw .damaged(detail: "\(id) was taken in under a sheet that is not here")
      }
      return ClosedShare(replay, under: sheet)
    } catch {
      throw .store(error)
    }
  }
}

extension Connection {
  fileprivate func countClosed(into name: String) throws(SQLiteError) -> Int {
    Int(
      try integer("SELECT count(*) FROM closed_stream WHERE name = ?", [.text(name)]) ?? 0)
  }
}

package import Casework
package import WorkCalendar

/// The lists of the hall as far as they are the matter of whoever asks.
///
/// No front end asks the store for cases: here whoever sits for a department or a town gets what is
/// within its reach. Without a seat, as whoever holds the store's file asks on the host, it is the
/// hall.
extension Desk {
  package func cases(
    _ filter: CaseFilter, by seat: Seat?, after cursor: Cursor?, limit: Int
  ) throws(DeskRefusal) -> Page<CaseRow> {
    var filter = filter
    filter.reach = reach(of: seat)
    return try asking { () throws(StoreError) in
      try store.cases(filter, after: cursor, limit: limit)
    }
  }

  package func tasks(
    _ filter: TaskFilter, by seat: Seat?, after cursor: Cursor?, limit: Int
  ) throws(DeskRefusal) -> Page<TaskRow> {
    var filter = filter
    filter.reach = reach(of: seat)
    return try asking { () throws(StoreError) in
      try store.tasks(filter, after: cursor, limit: limit)
    }
  }

  package func results(
    by seat: Seat?, after cursor: Cursor?, limit: Int
  ) throws(DeskRefusal) -> Page<ResultRow> {
    try asking { () throws(StoreError) in
      try store.results(within: reach(of: seat), after: cursor, limit: limit)
    }
  }

  package func result(_ id: CaseID, by seat: Seat?) throws(DeskRefusal) -> ResultRow? {
    try asking { () throws(StoreError) in try seen([store.result(id)], by: seat).first }
  }

  package func results(
    pickUpCode: String, by seat: Seat?
  ) throws(DeskRefusal) -> [ResultRow] {
    try asking { () throws(StoreError) in
      try seen(store.results(pickUpCode: pickUpCode), by: seat)
    }
  }

  package func results(
    of identity: Identity, by seat: Seat?
  ) throws(DeskRefusal) -> [ResultRow] {
    try asking { () throws(StoreError) in try seen(store.results(of: identity), by: seat) }
  }

  package func search(
    _ text: String, by seat: Seat?, limit: Int
  ) throws(DeskRefusal) -> [CaseRow] {
    try asking { () throws(StoreError) in
      try store.search(text, within: reach(of: seat), limit: limit)
    }
  }

  /// What is known of an applicant, for whoever may take an application in.
  package func applicant(
    _ identity: Identity, by seat: Seat
  ) throws(DeskRefusal) -> KnownApplicant? {
    guard seat.clerk.may(.receive) else { return nil }
    return try asking { () throws(StoreError) in try store.applicant(identity) }
  }

  /// The cards that show today on cases within the reach.
  package func watches(
    _ filter: WatchFilter, by seat: Seat?, after cursor: Cursor?, limit: Int
  ) throws(DeskRefusal) -> Page<WatchRow> {
    var filter = filter
    filter.reach = reach(of: seat)
    return try asking { () throws(StoreError) in
      try store.watches(filter, on: today, after: cursor, limit: limit)
    }
  }

  package func watchCounts(by seat: Seat?) throws(DeskRefusal) -> [WatchCount] {
    try asking { () throws(StoreError) in
      try store.watchCounts(on: today, within: reach(of: seat))
    }
  }

  package func tallies(
    from first: YearMonth, through last: YearMonth, by seat: Seat?
  ) throws(DeskRefusal) -> [TallySum] {
    try asking { () throws(StoreError) in
      try store.tallies(from: first, through: last, within: reach(of: seat))
    }
  }

  /// How much there is of everything: within a reach what is within it, and nobody else's inbox.
  package func counts(by seat: Seat?) throws(StoreError) -> [CountKey: Int] {
    let reach = reach(of: seat)
    var counts: [CountKey: Int] = [:]
    let today = today
    for (key, count) in try store.counts(within: reach, on: today) {
      if let shown = key.shown(within: reach, on: today) { counts[shown] = count }
    }
    return counts
  }

  /// A case and everything that happened to it, if it is the matter of whoever asks.
  package func history(
    _ id: CaseID, by seat: Seat?
  ) throws(DeskRefusal) -> (file: CaseFile, events: [RecordedEvent]) {
    let history = try history(id)
    guard history.file.isWithin(reach(of: seat)) else { throw .outOfReach(id) }
    return history
  }

  private func reach(of seat: Seat?) -> Reach { seat?.clerk.reach ?? .hall }

  private func seen(
    _ rows: [ResultRow?], by seat: Seat?
  ) throws(StoreError) -> [ResultRow] {
    let reach = reach(of: seat)
    var seen: [ResultRow] = []
    for row in rows {
      if let row, try store.isWithin(reach, row.id) { seen.append(row) }
    }
    return seen
  }
}

package import Casework
package import WorkCalendar

extension MemoryStore {
  package func cases(
    _ filter: CaseFilter, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<CaseRow> {
    let rows = models.cases.values.filter {
      filter.includes($0) && models.isWithin(filter.reach, $0.id)
    }
    return page(rows, after: cursor, limit: limit) { Cursor(urgency: $0.urgency, $0.id) }
  }

  package func caseRow(_ id: CaseID) throws(StoreError) -> CaseRow? { models.cases[id] }

  package func tasks(
    _ filter: TaskFilter, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<TaskRow> {
    let rows = models.tasks.values.flatMap { $0 }.map { current($0) }
      .filter { filter.includes($0) && models.isWithin(filter.reach, $0.row.id) }
    return page(rows, after: cursor, limit: limit) { Cursor(urgency: $0.urgency, $0.row.id) }
  }

  package func task(_ id: TaskID) throws(StoreError) -> TaskRow? {
    models.tasks[id.id]?.first { $0.department == id.department }.map { current($0) }
  }

  package func results(
    within reach: Reach, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<ResultRow> {
    let rows = models.results.values.filter { models.isWithin(reach, $0.id) }.map { current($0) }
    return page(rows, after: cursor, limit: limit) {
      Cursor(urgency: $0.readyOn.dayNumber, $0.id)
    }
  }

  package func result(_ id: CaseID) throws(StoreError) -> ResultRow? {
    models.results[id].map { current($0) }
  }

  package func results(pickUpCode: String) throws(StoreError) -> [ResultRow] {
    sorted { $0.pickUpCode == pickUpCode }
  }

  package func results(of identity: Identity) throws(StoreError) -> [ResultRow] {
    sorted { $0.row.applicantIdentity == identity && $0.row.stage == .awaitingRelease }
  }

  package func isWithin(_ reach: Reach, _ id: CaseID) throws(StoreError) -> Bool {
    models.isWithin(reach, id)
  }

  /// A memory closes no years.
  package func closedYear(of id: CaseID) throws(StoreError) -> Int? { nil }

  package func search(
    _ text: String, within reach: Reach, limit: Int
  ) throws(StoreError) -> [CaseRow] {
    guard let query = SearchQuery(text) else { return [] }
    let found = models.order.reversed().lazy.filter { id in
      self.models.isWithin(reach, id)
        && self.models.texts[id].map { query.matches($0) } ?? false
    }
    return found.prefix(max(0, limit)).compactMap { self.models.cases[$0] }
  }

  package func applicant(_ identity: Identity) throws(StoreError) -> KnownApplicant? {
    models.applicants[identity]
  }

  package func tickets(
    on day: LocalDate, in states: [Ticket.State], limit: Int
  ) throws(StoreError) -> [TicketRow] {
    let rows = (models.tickets[day] ?? [:]).values.filter { states.contains($0.state) }
    return Array(rows.sorted { $0.comesBefore($1) }.prefix(max(0, limit)))
  }

  package func ticket(_ id: TicketID, on day: LocalDate) throws(StoreError) -> TicketRow? {
    models.tickets[day]?[id]
  }

  package func counts() throws(StoreError) -> [CountKey: Int] { models.counts }

  package func counts(
    within reach: Reach, on day: LocalDate
  ) throws(StoreError) -> [CountKey: Int] {
    models.counts.filter { $0.key.shown(within: reach, on: day) != nil }
  }

  private func sorted(where isWanted: (ResultRow) -> Bool) -> [ResultRow] {
    models.results.values.map { current($0) }.filter(isWanted)
      .sorted { ($0.readyOn, $0.id) < ($1.readyOn, $1.id) }
  }

  /// With the case as it is now.
  private func current(_ task: TaskRow) -> TaskRow {
    var task = task
    task.row = models.cases[task.row.id] ?? task.row
    return task
  }

  private func current(_ result: ResultRow) -> ResultRow {
    var result = result
    result.row = models.cases[result.id] ?? result.row
    return result
  }

  func page<Row>(
    _ rows: [Row], after cursor: Cursor?, limit: Int, key: (Row) -> Cursor
  ) -> Page<Row> {
    let rest = rows.map { (key: key($0), row: $0) }
      .filter { entry in cursor.map { $0.comesBefore(entry.key) } ?? true }
      .sorted { $0.key.comesBefore($1.key) }
    let shown = rest.prefix(max(1, limit))
    return Page(
      rows: shown.map(\.row), next: shown.count < rest.count ? shown.last?.key : nil)
  }
}

extension MemoryStore {
  package func hall() throws(StoreError) -> Hall {
    guard let hall = models.hall else { throw .other(detail: "no hall has been opened here yet") }
    return hall
  }

  package func departments() throws(StoreError) -> [Department] {
    models.departments.values.sorted { $0.id < $1.id }
  }

  package func counters() throws(StoreError) -> [Counter] {
    models.counters.values.sorted { $0.id < $1.id }
  }

  package func clerks() throws(StoreError) -> [Clerk] {
    models.clerks.values.sorted { $0.id < $1.id }
  }

  package func calendarYears() throws(StoreError) -> [CalendarYear] {
    models.years.values.sorted { $0.year < $1.year }
  }

  package func items() throws(StoreError) -> [ItemRow] {
    models.items.values.sorted { ($0.department, $0.id) < ($1.department, $1.id) }
  }

  package func sheet(_ id: ItemID, version: Int) throws(StoreError) -> ImplementationSheet? {
    models.sheets[id]?[version]
  }
}

extension Cursor {
  fileprivate init(urgency: Int, _ id: CaseID) {
    self.init(urgency: urgency, id: id.rawValue)
  }

  func comesBefore(_ other: Cursor) -> Bool {
    (urgency, id) < (other.urgency, other.id)
  }
}

extension ReadModels {
  func isWithin(_ reach: Reach, _ id: CaseID) -> Bool {
    reach == .hall || reaches[id]?.reaches.contains(reach) ?? false
  }
}

extension CaseFilter {
  fileprivate func includes(_ row: CaseRow) -> Bool {
    (stage ?? row.stage) == row.stage && (department ?? row.department) == row.department
      && (item ?? row.item) == row.item && (receivedBy ?? row.receivedBy) == row.receivedBy
      && !(openOnly && row.stage.isEnded)
  }
}

extension TaskFilter {
  fileprivate func includes(_ row: TaskRow) -> Bool {
    guard row.department == department else { return false }
    switch holder {
    case .anybody: return true
    case .nobody: return row.claimedBy == nil
    case .clerk(let clerk): return row.claimedBy == clerk
    }
  }
}

extension TicketRow {
  fileprivate func comesBefore(_ other: TicketRow) -> Bool {
    (issuedAt.epochSeconds, id) < (other.issuedAt.epochSeconds, other.id)
  }
}

package import Casework
package import Deskwork
import SQLite
package import WorkCalendar

extension SQLiteStore {
  package func cases(
    _ filter: CaseFilter, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<CaseRow> {
    let limit = max(1, limit)
    let rows = try rows(.cases(filter, after: cursor, limit: limit + 1)) {
      row throws(SQLiteError) in try CaseRow(row)
    }
    return page(rows, limit) { Cursor(urgency: $0.urgency, id: $0.id.rawValue) }
  }

  package func caseRow(_ id: CaseID) throws(StoreError) -> CaseRow? {
    if let row = try rowHere(id) { return row }
    return try closedStore(holding: .file(id))?.caseRow(id)
  }

  /// Of this file alone.
  func rowHere(_ id: CaseID) throws(StoreError) -> CaseRow? {
    try rows(.caseRow(id)) { row throws(SQLiteError) in try closed(CaseRow(row)) }.first
  }

  /// With the year it lies in, if it lies in a closed one.
  private func closed(_ row: CaseRow) -> CaseRow {
    var row = row
    row.closedYear = mark?.year
    return row
  }

  package func tasks(
    _ filter: TaskFilter, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<TaskRow> {
    let limit = max(1, limit)
    let rows = try rows(.tasks(filter, after: cursor, limit: limit + 1)) {
      row throws(SQLiteError) in try TaskRow(row)
    }
    return page(rows, limit) { Cursor(urgency: $0.urgency, id: $0.row.id.rawValue) }
  }

  package func task(_ id: TaskID) throws(StoreError) -> TaskRow? {
    try rows(.task(id)) { row throws(SQLiteError) in try TaskRow(row) }.first
  }

  package func results(
    within reach: Reach, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<ResultRow> {
    let limit = max(1, limit)
    let rows = try results(.results(within: reach, after: cursor, limit: limit + 1))
    return page(rows, limit) { Cursor(urgency: $0.readyOn.dayNumber, id: $0.id.rawValue) }
  }

  package func result(_ id: CaseID) throws(StoreError) -> ResultRow? {
    try results(.result(id)).first
  }

  package func results(pickUpCode: String) throws(StoreError) -> [ResultRow] {
    try results(.results(pickUpCode: pickUpCode))
  }

  package func results(of identity: Identity) throws(StoreError) -> [ResultRow] {
    try results(.results(of: identity))
  }

  package func isWithin(_ reach: Reach, _ id: CaseID) throws(StoreError) -> Bool {
    guard reach != .hall else { return true }
    let isHere = try !rows(.isWithin(reach, id)) { row throws(SQLiteError) in try row.number(0) }
      .isEmpty
    if isHere { return true }
    return try closedStore(holding: .file(id))?.isWithin(reach, id) ?? false
  }

  package func search(
    _ text: String, within reach: Reach, limit: Int
  ) throws(StoreError) -> [CaseRow] {
    guard let query = SearchQuery(text), limit > 0 else { return [] }
    let found = try searchHere(query, within: reach, limit: limit)
    guard found.count < limit else { return found }
    return try searchClosed(text, within: reach, limit: limit, besides: found)
  }

  private func searchHere(
    _ query: SearchQuery, within reach: Reach, limit: Int
  ) throws(StoreError) -> [CaseRow] {
    try using { connection throws(SQLiteError) in
      try connection.snapshot { () throws(SQLiteError) in
        let index = SearchIndex(connection: connection)
        var found: [CaseRow] = []
        for place in try index.places(matching: query, within: reach, limit: limit) {
          let question = ListQuery.caseRow(at: place)
          found += try connection.query(question.sql, question.values) {
            row throws(SQLiteError) in try closed(CaseRow(row))
          }
        }
        return found
      }
    }
  }

  package func applicant(_ identity: Identity) throws(StoreError) -> KnownApplicant? {
    let query = ListQuery.applicant(identity)
    return try using(unless: { $0.hasPut(identity) }) { connection throws(SQLiteError) in
      try connection.first(query.sql, query.values) { row throws(SQLiteError) in
        try StoredJSON.value(KnownApplicant.self, from: try row.text(0))
      }
    }
  }

  package func tickets(
    on day: LocalDate, in states: [Ticket.State], limit: Int
  ) throws(StoreError) -> [TicketRow] {
    var found: [TicketRow] = []
    for state in Set(states) {
      found += try rows(.tickets(on: day, in: state, limit: max(0, limit))) {
        row throws(SQLiteError) in try TicketRow(row)
      }
    }
    found.sort { ($0.issuedAt.epochSeconds, $0.id) < ($1.issuedAt.epochSeconds, $1.id) }
    return Array(found.prefix(max(0, limit)))
  }

  package func ticket(_ id: TicketID, on day: LocalDate) throws(StoreError) -> TicketRow? {
    try rows(.ticket(id, on: day)) { row throws(SQLiteError) in try TicketRow(row) }.first
  }

  package func counts() throws(StoreError) -> [CountKey: Int] { try counts(.counts) }

  package func counts(
    within reach: Reach, on day: LocalDate
  ) throws(StoreError) -> [CountKey: Int] {
    try counts(.counts(within: reach, on: day))
  }

  private func counts(_ query: ListQuery) throws(StoreError) -> [CountKey: Int] {
    let values = try summed(query) {
      row throws(SQLiteError) in (try row.text(0), try row.number(1))
    }
    var counts: [CountKey: Int] = [:]
    for (text, value) in values {
      guard let key = CountKey(text) else { throw .damaged(detail: "unknown counter \(text)") }
      counts[key] = value
    }
    return counts
  }

  private func results(_ query: ListQuery) throws(StoreError) -> [ResultRow] {
    try rows(query) { row throws(SQLiteError) in try ResultRow(row) }
  }

  /// `isChanged` tells whether acts of an open transaction may have changed what is asked for.
  func rows<Element>(
    _ query: ListQuery, unless isChanged: (OpenActs) -> Bool = { _ in true },
    _ read: (borrowing Row) throws(SQLiteError) -> Element
  ) throws(StoreError) -> [Element] {
    try using(unless: isChanged) { connection throws(SQLiteError) in
      try connection.query(query.sql, query.values, read)
    }
  }

  /// One row more than was asked for says that there is another page.
  func page<Element>(
    _ rows: [Element], _ limit: Int, key: (Element) -> Cursor
  ) -> Page<Element> {
    let shown = rows.prefix(limit)
    return Page(rows: Array(shown), next: rows.count > limit ? shown.last.map(key) : nil)
  }
}

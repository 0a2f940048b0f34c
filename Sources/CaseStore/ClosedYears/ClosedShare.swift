import Casework
import Deskwork
import SQLite
import WorkCalendar

/// An event and the position of the first one that was appended with it.
typealias ActedEvent = (act: Int64, event: RecordedEvent)

/// What one case has added to the sums of the hall, which stays when the case goes.
struct ClosedShare {
  private let tallies: [TallyKey: Int]
  /// The series it has taken a number of, once for each number.
  private let series: [String]
  private let applicants: [(act: Int64, known: KnownApplicant)]

  init(_ acts: [ActedEvent], of id: CaseID, under sheet: ImplementationSheet) {
    let events = acts.map(\.event)
    let file = CaseFile(id: id, replaying: events)
    tallies = file.tallies
    series = Series.taken(by: file, events, under: sheet)
    let intakes = Set(acts.filter { $0.event.bringsMaterials }.map(\.act)).sorted()
    applicants = intakes.map { act in
      (act, KnownApplicant(acts, until: act, of: id, under: sheet))
    }
  }

  /// Adds it to what closed years have added before; in whatever order, the sums are the same.
  func add(to connection: Connection) throws(SQLiteError) {
    for (key, value) in tallies { try add(key, value, to: connection) }
    for name in series {
      try connection.run(
        """
        INSERT INTO closed_number(series, taken) VALUES (?, 1)
        ON CONFLICT (series) DO UPDATE SET taken = taken + 1
        """, [.text(name)])
    }
    for (act, known) in applicants {
      var remembered =
        try RememberedApplicant.stored(known.applicant.identity, in: connection)
        ?? RememberedApplicant(known, act: act)
      remembered.take(known, act: act)
      try remembered.store(in: connection)
    }
  }

  private func add(
    _ key: TallyKey, _ value: Int, to connection: Connection
  ) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO closed_tally(month, department, item, measure, township, value)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (month, department, item, measure, township)
      DO UPDATE SET value = value + excluded.value
      """,
      [
        .text(key.month.description), SQLiteValue(key.department), SQLiteValue(key.item),
        SQLiteValue(key.measure), .text(key.township ?? ""), SQLiteValue(value),
      ])
  }
}

extension KnownApplicant {
  /// What one act of an intake knew, by itself.
  init(
    _ acts: [ActedEvent], until act: Int64, of id: CaseID, under sheet: ImplementationSheet
  ) {
    let file = CaseFile(id: id, replaying: acts.filter { $0.act <= act }.map(\.event))
    self.init(after: file, sheet: sheet, knowing: nil)
  }
}

extension RecordedEvent {
  /// Whether it may have brought something of an applicant's that can be used again.
  var bringsMaterials: Bool {
    if case .file(let event) = event { event.bringsMaterials } else { false }
  }
}

extension CaseFile {
  init(id: CaseID, replaying events: [RecordedEvent]) {
    self.init(id: id)
    for record in events {
      if case .file(let event) = record.event { evolve(event, record.stamp) }
    }
  }
}

extension Connection {
  /// Everything that happened in a stream.
  func acts(of stream: StreamID) throws(StoreFailure) -> [ActedEvent] {
    let query = ListQuery.events(of: stream, after: 0)
    let lines = try asking { () throws(SQLiteError) in
      try self.query(query.sql, query.values) { row throws(SQLiteError) in try JournalLine(row) }
    }
    var acts: [ActedEvent] = []
    for line in lines {
      do throws(StoreError) {
        acts.append((line.act, try line.recorded()))
      } catch {
        throw .store(error)
      }
    }
    return acts
  }
}

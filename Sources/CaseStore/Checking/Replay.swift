import Casework
import Deskwork
import SQLite
import WorkCalendar

/// Makes the read models anew from the journal: in the same file or in an empty one beside it.
struct Replay {
  /// Where the journal is read.
  let source: Connection
  /// Where the read models are written, inside its transaction.
  let target: Connection
  /// Every reading of a text in pinyin.
  let readings: (String) -> [Spelling]
  /// Cases whose texts are not indexed yet, and stay so.
  var pending: Set<Int64> = []
  let progress: (Progress) -> Void

  func run() throws(StoreFailure) {
    try clear()
    let total = Int(try asking { () throws(SQLiteError) in try source.lastPosition() })
    var done = 0
    var hall = HallRules()
    var intakes: Set<IntakeAct> = []
    for stream in try streams() {
      let recorded = try acts(of: stream)
      let events = recorded.map(\.event)
      hall.take(events)
      try project(stream, events, hall)
      // In the store itself messages may have gone out already: there they stay as they are.
      if case .file(let id) = stream, source !== target { try send(recorded, of: id) }
      intakes.formUnion(recorded.compactMap { IntakeAct(stream, $0.event, act: $0.act) })
      done += events.count
      progress(Progress(done: done, total: total))
    }
    try rememberApplicants(intakes)
    try asking { () throws(SQLiteError) in
      try SearchIndex(connection: target).indexAll(but: pending)
      try target.run("DELETE FROM rebuild_due")
    }
  }

  private func clear() throws(StoreFailure) {
    try asking { () throws(SQLiteError) in
      for table in ReadModelTable.all { try target.run("DELETE FROM \(table.name)") }
      try target.run("DELETE FROM number WHERE \(ReadModelTable.isCounted)")
      try target.run("DELETE FROM search_pending")
      try SearchIndex(connection: target).clear()
    }
  }

  /// In the order they began, as the rows of a working hall are.
  private func streams() throws(StoreFailure) -> [StreamID] {
    let texts = try asking { () throws(SQLiteError) in
      try source.query("SELECT stream FROM journal WHERE version = 1 ORDER BY position") {
        row throws(SQLiteError) in try row.text(0)
      }
    }
    var streams: [StreamID] = []
    for text in texts {
      guard let stream = StreamID(text) else {
        throw .store(.damaged(detail: "there is no stream \(text)"))
      }
      streams.append(stream)
    }
    return streams
  }

  /// Each event with the position of the first one appended with it.
  private func acts(
    of stream: StreamID
  ) throws(StoreFailure) -> [(act: Int64, event: RecordedEvent)] {
    let query = ListQuery.events(of: stream, after: 0)
    let lines = try asking { () throws(SQLiteError) in
      try source.query(query.sql, query.values) {
        row throws(SQLiteError) in try JournalLine(row)
      }
    }
    var acts: [(act: Int64, event: RecordedEvent)] = []
    for line in lines { acts.append((line.act, try recorded(line))) }
    return acts
  }

  private func recorded(_ line: JournalLine) throws(StoreFailure) -> RecordedEvent {
    do throws(StoreError) {
      return try line.recorded()
    } catch {
      throw .store(error)
    }
  }
}

extension Replay {
  private func project(
    _ stream: StreamID, _ events: [RecordedEvent], _ hall: HallRules
  ) throws(StoreFailure) {
    switch stream {
    case .file(let id): try projectCase(id, events, hall)
    case .ticket(let day, let id): try projectTicket(Ticket(id: id, day: day), events)
    case .item, .hall:
      for case .reference(let event) in events.map(\.event) { try apply([.putReference(event)]) }
    case .access: break
    case .looks:
      for record in events {
        guard case .looked(let it) = record.event else { continue }
        let stamp = record.stamp
        try apply([
          .putLook(Look(id: it.id, clerk: stamp.clerk, counter: stamp.counter, at: stamp.at))
        ])
      }
    }
  }

  private func projectCase(
    _ id: CaseID, _ events: [RecordedEvent], _ hall: HallRules
  ) throws(StoreFailure) {
    let file = CaseFile(id: id, replaying: events)
    guard file.stage != nil else { return }
    let sheet = try sheet(of: file)
    try apply(
      CaseProjection.changes(
        from: nil, to: file, under: hall.rules(under: sheet), readings: readings))
    try count(Series.taken(by: file, events, under: sheet))
  }

  private func projectTicket(
    _ empty: Ticket, _ events: [RecordedEvent]
  ) throws(StoreFailure) {
    var ticket = empty
    for record in events {
      if case .ticket(let event) = record.event { ticket.evolve(event, record.stamp) }
    }
    guard let row = TicketRow(ticket) else { return }
    try count([Series.tickets(of: ticket.queue, on: ticket.day)])
    let isWaiting = ticket.state == .waiting
    try apply(
      [.putTicket(row)]
        + (isWaiting ? [.count(.waiting(queue: ticket.queue, on: ticket.day), by: 1)] : []))
  }

  /// What is known of an applicant grows with each intake, so these are read in order of time.
  private func rememberApplicants(_ intakes: Set<IntakeAct>) throws(StoreFailure) {
    for intake in intakes.sorted(by: { $0.act < $1.act }) {
      let events = try acts(of: .file(intake.id)).filter { $0.act <= intake.act }.map(\.event)
      let file = CaseFile(id: intake.id, replaying: events)
      guard let identity = file.intake?.applicant.identity else { continue }
      let earlier = try known(identity)
      let sheet = try sheet(of: file)
      try apply([.putApplicant(KnownApplicant(after: file, sheet: sheet, knowing: earlier))])
    }
  }

  /// A series leaves no number out, so its last one is how many were taken.
  private func count(_ series: [String]) throws(StoreFailure) {
    try asking { () throws(SQLiteError) in
      for name in series {
        try target.run(
          """
          INSERT INTO number(series, last) VALUES (?, 1)
          ON CONFLICT (series) DO UPDATE SET last = last + 1
          """, [.text(name)])
      }
    }
  }

  private func apply(_ changes: [ReadModelChange]) throws(StoreFailure) {
    let writer = ReadModelWriter(connection: target)
    try asking { () throws(SQLiteError) in
      for change in changes { try writer.apply(change) }
    }
  }

  private func known(_ identity: Identity) throws(StoreFailure) -> KnownApplicant? {
    let query = ListQuery.applicant(identity)
    return try asking { () throws(SQLiteError) in
      try target.first(query.sql, query.values) { row throws(SQLiteError) in
        try StoredJSON.value(KnownApplicant.self, from: try row.text(0))
      }
    }
  }

  private func sheet(of file: CaseFile) throws(StoreFailure) -> ImplementationSheet {
    let query = ListQuery.sheet(file.item, version: file.sheetVersion)
    let sheet = try asking { () throws(SQLiteError) in
      try target.first(query.sql, query.values) { row throws(SQLiteError) in
        try StoredJSON.value(ImplementationSheet.self, from: try row.text(0))
      }
    }
    guard let sheet else {
      let name = "\(file.item) version \(file.sheetVersion)"
      throw .store(.damaged(detail: "\(file.id) was taken in under \(name), which is not here"))
    }
    return sheet
  }
}

/// An act that may have brought something of an applicant's that can be used again.
private struct IntakeAct: Hashable {
  var act: Int64
  var id: CaseID

  init?(_ stream: StreamID, _ record: RecordedEvent, act: Int64) {
    guard case .file(let id) = stream, case .file(let event) = record.event,
      event.bringsMaterials
    else { return nil }
    (self.act, self.id) = (act, id)
  }
}

/// What the hall has published, as its own stream tells; that stream is the first of the journal.
private struct HallRules {
  private var years: [Int: CalendarYear] = [:]
  private var openingHours: OpeningHours?
  private var rulebook: Rulebook?
  private var calendar = WorkCalendar(years: [])

  mutating func take(_ events: [RecordedEvent]) {
    for case .reference(let event) in events.map(\.event) {
      switch event {
      case .hallOpened(let it): openingHours = it.openingHours
      case .calendarPublished(let it):
        years[it.year] = it
        calendar = WorkCalendar(years: Array(years.values))
      case .rulebookPublished(let it): rulebook = it
      case .departmentRegistered, .counterOpened, .clerkEnrolled, .clerkChanged,
        .accessKeyGranted, .accessKeyWithdrawn, .clockCorrected, .sheetPublished:
        break
      }
    }
  }

  func rules(under sheet: ImplementationSheet) -> CaseRules {
    CaseRules(
      sheet: sheet, calendar: calendar, openingHours: openingHours, rulebook: rulebook)
  }
}

extension CaseFile {
  fileprivate init(id: CaseID, replaying events: [RecordedEvent]) {
    self.init(id: id)
    for record in events {
      if case .file(let event) = record.event { evolve(event, record.stamp) }
    }
  }
}

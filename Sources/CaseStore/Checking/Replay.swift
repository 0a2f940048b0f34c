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
  /// Whether the messages to applicants are made as well. In the store itself they may have gone out
  /// already: there they stay as they are.
  var sendsMessages = false
  let progress: (Progress) -> Void
  private let shelf = SheetShelf()
  /// Whether cases of closed years have added to the sums.
  let hasClosedYears: Bool

  init(
    source: Connection, target: Connection, readings: @escaping (String) -> [Spelling],
    pending: Set<Int64> = [], sendsMessages: Bool = false,
    progress: @escaping (Progress) -> Void
  ) throws(StoreFailure) {
    (self.source, self.target, self.readings) = (source, target, readings)
    (self.pending, self.sendsMessages, self.progress) = (pending, sendsMessages, progress)
    hasClosedYears = try asking { () throws(SQLiteError) in
      try source.integer("SELECT 1 FROM closed_applicant LIMIT 1") != nil
    }
  }

  func run() throws(StoreFailure) {
    try clear()
    let total = Int(try asking { () throws(SQLiteError) in try source.lastPosition() })
    var done = 0
    var hall = HallRules()
    var applicants = ApplicantsAhead()
    var places = try asking { () throws(SQLiteError) in try Places(in: source) }
    for (stream, began) in try streams() {
      let acts = try source.acts(of: stream)
      let place = places.next(stream, began)
      if case .file(let id) = stream {
        let replay = CaseReplay(id, acts)
        try project(replay, hall, at: place)
        if sendsMessages { try send(acts, of: id) }
        try remember(replay, in: &applicants)
      } else {
        let events = acts.map(\.event)
        hall.take(events)
        try project(stream, events)
      }
      done += acts.count
      progress(Progress(done: done, total: total))
    }
    try addClosedYears(applicants.shared)
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

  /// In the order they began, as the rows of a working hall are, each with its first position.
  private func streams() throws(StoreFailure) -> [(StreamID, Int64)] {
    let found = try asking { () throws(SQLiteError) in
      try source.query("SELECT stream, position FROM journal WHERE version = 1 ORDER BY position") {
        row throws(SQLiteError) in (try row.text(0), try row.integer(1))
      }
    }
    var streams: [(StreamID, Int64)] = []
    for (text, began) in found {
      guard let stream = StreamID(text) else {
        throw .store(.damaged(detail: "there is no stream \(text)"))
      }
      streams.append((stream, began))
    }
    return streams
  }
}

extension Replay {
  private func project(
    _ stream: StreamID, _ events: [RecordedEvent]
  ) throws(StoreFailure) {
    switch stream {
    case .file, .access: break
    case .ticket(let day, let id): try projectTicket(Ticket(id: id, day: day), events)
    case .item, .hall:
      for case .reference(let event) in events.map(\.event) { try apply([.putReference(event)]) }
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

  private func project(
    _ replay: CaseReplay, _ hall: HallRules, at place: Int64?
  ) throws(StoreFailure) {
    let file = replay.file
    guard file.stage != nil else { return }
    let sheet = try sheet(of: file)
    try apply(
      CaseProjection.changes(
        from: nil, to: file, under: hall.rules(under: sheet), readings: readings), at: place)
    try count(Series.taken(by: file, replay.events, under: sheet))
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

  /// A series leaves no number out, so its last one is how many were taken.
  func count(_ series: [String]) throws(StoreFailure) {
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

  func apply(_ changes: [ReadModelChange], at place: Int64? = nil) throws(StoreFailure) {
    let writer = ReadModelWriter(connection: target, place: place)
    try asking { () throws(SQLiteError) in
      for change in changes { try writer.apply(change) }
    }
  }

  func sheet(of file: CaseFile) throws(StoreFailure) -> ImplementationSheet {
    if let sheet = shelf.sheets[file.item]?[file.sheetVersion] { return sheet }
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
    shelf.sheets[file.item, default: [:]][file.sheetVersion] = sheet
    return sheet
  }
}

/// Sheets that have been read, for there are few and each is needed for many cases.
final class SheetShelf {
  fileprivate var sheets: [ItemID: [Int: ImplementationSheet]] = [:]
}

/// An act that may have brought something of an applicant's that can be used again.
struct IntakeAct: Hashable {
  var act: Int64
  var id: CaseID
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
        .accessKeyGranted, .accessKeyWithdrawn, .clockCorrected, .sheetPublished, .yearClosed:
        break
      }
    }
  }

  func rules(under sheet: ImplementationSheet) -> CaseRules {
    CaseRules(
      sheet: sheet, calendar: calendar, openingHours: openingHours, rulebook: rulebook)
  }
}

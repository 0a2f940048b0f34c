import Casework
import Deskwork
import SQLite
import WorkCalendar

/// Makes the read models anew from the journal: in the same file or in an empty one beside it.
///
/// What was published comes first, then every other stream in the order of their names; what each
/// tells the lists is worked out elsewhere.
struct Replay {
  /// Where the journal is read.
  let source: Connection
  /// Where the read models are written, inside its transaction.
  let target: Connection
  /// Cases whose texts are not indexed yet, and stay so.
  let pending: Set<Int64>
  /// Whether the messages to applicants are made as well. In the store itself they may have gone out
  /// already: there they stay as they are.
  let sendsMessages: Bool
  /// Whether cases of closed years have added to the sums.
  let hasClosedYears: Bool
  private(set) var published: Published
  /// What was published, as long as the lists are not told of it.
  private var untold: [ReferenceEvent] = []
  /// Of the streams whose rows were only added up.
  var totals = ListTotals()
  var applicants = ApplicantsAhead()
  /// What the streams add to the sums of the hall, written at the end.
  let sums = GatheredSums()
  var order: CaseOrder

  /// Empties the lists, and reads what was published.
  init(
    source: Connection, target: Connection, readings: @escaping @Sendable (String) -> [Spelling],
    pending: Set<Int64> = [], sendsMessages: Bool = false
  ) throws(StoreFailure) {
    (self.source, self.target) = (source, target)
    (self.pending, self.sendsMessages) = (pending, sendsMessages)
    (hasClosedYears, order) = try asking { () throws(SQLiteError) in
      (
        try source.integer("SELECT 1 FROM closed_applicant LIMIT 1") != nil,
        try CaseOrder(in: source)
      )
    }
    published = Published(readings: readings)
    try clear()
    try publish()
  }

  /// For lists that are held against those of a store: with the messages to applicants, and with the
  /// same cases waiting for the search index.
  init(
    comparing store: Connection, in scratch: Connection,
    readings: @escaping @Sendable (String) -> [Spelling]
  ) throws(StoreFailure) {
    let pending = try asking { () throws(SQLiteError) in
      try SearchIndex(connection: store).waiting()
    }
    try self.init(
      source: store, target: scratch, readings: readings, pending: pending, sendsMessages: true)
  }

  var rules: TellingRules { TellingRules(published: published, order: order, pending: pending) }

  /// In the order of the streams' names.
  mutating func put(_ stream: ReplayedStream) throws(StoreFailure) {
    try tellPublished()
    guard case .file(let id) = stream.stream else {
      try apply(stream.changes)
      return try count(stream.series)
    }
    let place = order.place(of: stream.began)
    try apply(stream.changes, at: place)
    try count(stream.series)
    if let (texts, terms) = stream.search {
      try asking { () throws(SQLiteError) in
        try SearchIndex(connection: target)
          .putFirst(texts, terms.text, at: place, waits: pending.contains(place))
      }
    }
    if sendsMessages {
      try asking { () throws(SQLiteError) in
        for it in stream.messages { try target.send(it.message, at: it.at) }
      }
    }
    try remember(stream.intakes, of: id)
  }

  mutating func finish() throws(StoreFailure) {
    try tellPublished()
    try writeApplicants()
    try writeTotals()
    try addClosedYears(applicants.shared)
    try asking { () throws(SQLiteError) in try target.run("DELETE FROM rebuild_due") }
  }

  private func clear() throws(StoreFailure) {
    try asking { () throws(SQLiteError) in
      for table in ReadModelTable.all { try target.run("DELETE FROM \(table.name)") }
      try target.run("DELETE FROM number WHERE \(ReadModelTable.isCounted)")
      try target.run("DELETE FROM search_pending")
      try SearchIndex(connection: target).clear()
    }
  }

  private mutating func publish() throws(StoreFailure) {
    for stream in try source.publishedStreams() {
      for case .reference(let event) in try source.acts(of: stream).map(\.event.event) {
        published.take(event)
        untold.append(event)
      }
    }
  }

  /// Others who only need to know what was published are at work by now.
  mutating func tellPublished() throws(StoreFailure) {
    guard !untold.isEmpty else { return }
    try apply(untold.map { .putReference($0) })
    untold = []
  }
}

extension Replay {
  /// Reads every stream and tells the lists what it means.
  mutating func run(_ progress: (Progress) -> Void = { _ in }) throws(StoreFailure) {
    try readAll(progress)
    try finish()
    try asking { () throws(SQLiteError) in
      try SearchIndex(connection: target).drawTogether()
    }
  }

  private mutating func readAll(_ progress: (Progress) -> Void) throws(StoreFailure) {
    let total = Int(try asking { () throws(SQLiteError) in try source.lastPosition() })
    let streams = try asking { () throws(SQLiteError) in
      try JournalUnion(store: source, files: []).streams()
    }
    let published = published
    var done = 0
    try OrderedWork { ReplayedBatch($0, under: published) }.run(
      next: { () throws(StoreFailure) in
        try asking { () throws(SQLiteError) in try streams.nextBatch() }
      },
      take: { batch throws(StoreFailure) in
        for stream in batch.streams { try self.put(stream) }
        if let failure = batch.failure { throw .store(failure) }
        done += batch.events
        progress(Progress(done: done, total: total))
      })
  }

  func count(_ series: [String]) throws(StoreFailure) {
    try asking { () throws(SQLiteError) in
      for name in series { try target.count(name, by: 1) }
    }
  }

  func apply(_ changes: [ReadModelChange], at place: Int64? = nil) throws(StoreFailure) {
    let writer = ReadModelWriter(connection: target, sums: sums, place: place)
    try asking { () throws(SQLiteError) in
      for change in changes { try writer.apply(change) }
    }
  }
}

extension Connection {
  /// A series leaves no number out, so its last one is how many were taken.
  func count(_ series: String, by taken: SQLiteValue) throws(SQLiteError) {
    try run(
      """
      INSERT INTO number(series, last) VALUES (?, ?)
      ON CONFLICT (series) DO UPDATE SET last = last + excluded.last
      """, [.text(series), taken])
  }
}

/// What some streams tell the lists, up to the first that tells nothing.
private struct ReplayedBatch: Sendable {
  private(set) var streams: [ReplayedStream] = []
  private(set) var failure: StoreError?
  private(set) var events = 0

  init(_ batch: StreamBatch, under published: Published) {
    do throws(StoreError) {
      for reading in batch.streams {
        events += reading.lines.count
        if reading.isPublished { continue }
        if let stream = try ReplayedStream(reading, under: published) { streams.append(stream) }
      }
    } catch {
      failure = error
    }
  }
}

/// An act that may have brought something of an applicant's that can be used again.
struct IntakeAct: Hashable {
  var act: Int64
  var id: CaseID
}

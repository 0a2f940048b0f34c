import Casework
package import Deskwork
import SQLite
import WorkCalendar

extension SQLiteStore {
  /// Everything in the batch or nothing; on disk when it answers.
  package func append(_ batch: Batch) throws(StoreError) -> Appended {
    try using { connection throws(SQLiteError) in
      // The turn is kept short: what can be prepared before it is.
      let work = try Appending(batch, to: connection, gathering: sums)
      connection.signature = batch.stamp.clerk.rawValue
      return try connection.holdingTurn { () throws(SQLiteError) in
        // Among others the batch is on disk, and its texts are indexed, when all of them are.
        if connection.isWriting { return try work.carryOut() }
        let appended = try summing { () throws(SQLiteError) in try work.carryOut() }
        // The batch stands; texts that cannot be indexed now wait for the next.
        if work.bringsTexts { try? SearchIndex(connection: connection).indexWholeBatches() }
        return appended
      }
    }
  }

  package func inTurn<Answer>(_ body: () -> Answer) throws(StoreError) -> Answer {
    try using { connection throws(SQLiteError) in
      try connection.holdingTurn { () throws(SQLiteError) in body() }
    }
  }
}

/// One batch on its way into the journal.
private struct Appending {
  private let connection: Connection
  private let sums: GatheredSums
  private let batch: Batch
  private let events: [[StoredEvent]]

  /// The last event of a stream.
  private struct Head {
    var version = 0
    var hash = ""
  }

  init(
    _ batch: Batch, to connection: Connection, gathering sums: GatheredSums
  ) throws(SQLiteError) {
    (self.connection, self.sums) = (connection, sums)
    self.batch = batch
    var events: [[StoredEvent]] = []
    for append in batch.appends {
      var stored: [StoredEvent] = []
      for event in append.events { stored.append(try StoredEvent(event)) }
      events.append(stored)
    }
    self.events = events
  }

  var bringsTexts: Bool {
    batch.changes.contains { if case .index = $0 { true } else { false } }
  }

  func carryOut() throws(SQLiteError) -> Appended {
    if let request = batch.request, let answer = try connection.answer(to: request) {
      return .repeated(answer: answer)
    }
    guard var heads = try headsAsExpected(), try numbersFollow() else {
      return .conflict
    }
    var position = try connection.lastPosition()
    for (append, stored) in zip(batch.appends, events) {
      let act = position + 1
      for event in stored {
        position += 1
        try record(event, append.stream, at: position, act: act, &heads)
      }
    }
    for taken in batch.numbers { sums.take(taken.number, of: taken.series) }
    let writer = ReadModelWriter(connection: connection, sums: sums)
    for change in batch.changes { try writer.apply(change) }
    for message in batch.outgoing { try connection.send(message, at: batch.stamp.at) }
    if let request = batch.request { try keep(request, position) }
    let ends = heads.mapValues { StreamBeginning(version: $0.version, hash: $0.hash) }
    return .committed(position: position, ends: ends)
  }

  /// The heads of all streams concerned; nil if one has moved on.
  private func headsAsExpected() throws(SQLiteError) -> [StreamID: Head]? {
    var heads: [StreamID: Head] = [:]
    var expected: [StreamID: Int] = [:]
    for append in batch.appends {
      if heads[append.stream] == nil {
        let head = try head(of: append.stream)
        // It was moved into the file of a closed year meanwhile.
        if head.version == 0, try connection.isClosed(append.stream) { return nil }
        heads[append.stream] = head
        expected[append.stream] = head.version
      }
      guard append.expecting == expected[append.stream] else { return nil }
      expected[append.stream] = append.expecting + append.events.count
    }
    return heads
  }

  private func head(of stream: StreamID) throws(SQLiteError) -> Head {
    let query = ListQuery.head(of: stream)
    return try connection.first(query.sql, query.values) { row throws(SQLiteError) in
      Head(version: try row.number(0), hash: try row.text(1))
    } ?? Head()
  }

  /// Whether each number is the next of its series.
  private func numbersFollow() throws(SQLiteError) -> Bool {
    var last: [String: Int] = [:]
    for taken in batch.numbers {
      let before: Int
      if let known = last[taken.series] {
        before = known
      } else {
        before = try sums.lastNumber(of: taken.series, in: connection)
      }
      guard taken.number == before + 1 else { return false }
      last[taken.series] = taken.number
    }
    return true
  }

  private func record(
    _ event: StoredEvent, _ stream: StreamID, at position: Int64, act: Int64,
    _ heads: inout [StreamID: Head]
  ) throws(SQLiteError) {
    let head = heads[stream] ?? Head()
    let version = head.version + 1
    let stamp = batch.stamp
    var line = JournalLine(
      event, stream, version: version, stamp, batch.request, at: position, act: act)
    line.hash = line.hash(after: head.hash)
    try connection.insert(line)
    heads[stream] = Head(version: version, hash: line.hash)
  }

  private func keep(_ request: RequestID, _ position: Int64) throws(SQLiteError) {
    try connection.run(
      "INSERT INTO request(id, answer, position) VALUES (?, ?, ?)",
      [SQLiteValue(request), .text(batch.answer), SQLiteValue(position)])
  }
}

extension Connection {
  func insert(_ line: JournalLine) throws(SQLiteError) {
    try run(JournalLine.insertion, line.values)
  }

  func send(_ message: OutgoingMessage, at moment: Moment) throws(SQLiteError) {
    try run(
      "INSERT INTO outgoing(kind, case_id, due_on, recorded_at) VALUES (?, ?, ?, ?)",
      SentMessage(message: message, at: moment).values)
  }

  func isClosed(_ stream: StreamID) throws(SQLiteError) -> Bool {
    let query = ListQuery.isClosed(stream)
    return try integer(query.sql, query.values) != nil
  }

  func answer(to request: RequestID) throws(SQLiteError) -> String? {
    let query = ListQuery.answer(to: request)
    return try first(query.sql, query.values) { row throws(SQLiteError) in try row.text(0) }
  }

  func lastNumber(of series: String) throws(SQLiteError) -> Int {
    let query = ListQuery.lastNumber(of: series)
    return Int(try integer(query.sql, query.values) ?? 0)
  }

  /// Whether the lists are those an older version of this program has left.
  func isRebuildDue() throws(SQLiteError) -> Bool {
    try integer(ListQuery.rebuildDue.sql) != nil
  }

  func lastPosition() throws(SQLiteError) -> Int64 {
    try integer(ListQuery.lastPosition.sql) ?? 0
  }
}

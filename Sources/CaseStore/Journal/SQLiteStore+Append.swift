import Casework
package import Deskwork
import SQLite
import WorkCalendar

extension SQLiteStore {
  /// Everything in the batch or nothing; on disk when it answers.
  package func append(_ batch: Batch) throws(StoreError) -> Appended {
    // Among others the batch is on disk, and its texts are indexed, when all of them are.
    if let acts { return try append(batch, among: acts) }
    return try using { connection throws(SQLiteError) in
      // The turn is kept short: what can be prepared before it is.
      let work = try Appending(batch)
      connection.signature = batch.stamp.clerk.rawValue
      return try connection.holdingTurn { () throws(SQLiteError) in
        let appended = try summing { acts throws(SQLiteError) in
          try append(work, among: acts)
        }
        // The batch stands; texts that cannot be indexed now wait for the next.
        if work.bringsTexts { try? SearchIndex(connection: connection).indexWholeBatches() }
        return appended
      }
    }
  }

  private func append(_ batch: Batch, among acts: OpenActs) throws(StoreError) -> Appended {
    do throws(SQLiteError) {
      return try withinOthers { () throws(SQLiteError) in
        connection.signature = batch.stamp.clerk.rawValue
        return try append(try Appending(batch), among: acts)
      }
    } catch {
      throw StoreError(error, path: path, patience: patience)
    }
  }

  private func append(
    _ work: Appending, among acts: OpenActs
  ) throws(SQLiteError) -> Appended {
    let (batch, before) = (work.batch, try before(acts))
    if let request = batch.request, let answer = try acts.answer(to: request, in: before) {
      return .repeated(answer: answer)
    }
    guard let order = try work.order(among: acts, asking: before) else { return .conflict }
    acts.note(batch, through: order.position, order.ends)
    let (connection, sums) = (connection, sums)
    if let writer = acts.writer {
      writer.work.add { () throws(SQLiteError) in try order.write(to: connection, sums) }
    } else {
      try order.write(to: connection, sums)
    }
    return .committed(position: order.position, ends: order.ends)
  }

  /// Whom to ask about what no act of the transaction has changed.
  private func before(_ acts: OpenActs) throws(SQLiteError) -> Connection {
    if let reader = acts.reader { return reader }
    try acts.writer?.work.finish()
    return connection
  }

  package func inTurn<Answer>(_ body: () -> Answer) throws(StoreError) -> Answer {
    // Who writes has the turn.
    if acts != nil { return body() }
    return try using { connection throws(SQLiteError) in
      try connection.holdingTurn { () throws(SQLiteError) in body() }
    }
  }

  package func withoutWaiting<Answer, Failure: Error>(
    _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    try connection.withoutWaiting(body)
  }

  package func awaitDisk() throws(StoreError) {
    try using { connection throws(SQLiteError) in try connection.awaitDisk() }
  }
}

/// One batch on its way into the journal.
private struct Appending {
  let batch: Batch
  private let events: [[StoredEvent]]

  init(_ batch: Batch) throws(SQLiteError) {
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

  /// What is to be written, behind what stands there; nil if somebody else was first.
  func order(
    among acts: OpenActs, asking connection: Connection
  ) throws(SQLiteError) -> WritingOrder? {
    guard var ends = try endsAsExpected(acts, connection), try numbersFollow(acts, connection)
    else { return nil }
    var position = try acts.lastPosition(in: connection)
    var lines: [JournalLine] = []
    for (append, stored) in zip(batch.appends, events) {
      let act = position + 1
      for event in stored {
        position += 1
        lines.append(line(event, append.stream, at: position, act: act, &ends))
      }
    }
    return WritingOrder(batch: batch, lines: lines, position: position, ends: ends)
  }

  /// The ends of all streams concerned; nil if one has moved on.
  private func endsAsExpected(
    _ acts: OpenActs, _ connection: Connection
  ) throws(SQLiteError) -> [StreamID: StreamBeginning]? {
    var ends: [StreamID: StreamBeginning] = [:]
    var expected: [StreamID: Int] = [:]
    for append in batch.appends {
      if ends[append.stream] == nil {
        let end = try acts.end(of: append.stream, in: connection)
        // It was moved into the file of a closed year meanwhile.
        if end.version == 0, try connection.isClosed(append.stream) { return nil }
        ends[append.stream] = end
        expected[append.stream] = end.version
      }
      guard append.expecting == expected[append.stream] else { return nil }
      expected[append.stream] = append.expecting + append.events.count
    }
    return ends
  }

  /// Whether each number is the next of its series.
  private func numbersFollow(
    _ acts: OpenActs, _ connection: Connection
  ) throws(SQLiteError) -> Bool {
    var last: [String: Int] = [:]
    for taken in batch.numbers {
      let before: Int
      if let known = last[taken.series] {
        before = known
      } else {
        before = try acts.lastNumber(of: taken.series, in: connection)
      }
      guard taken.number == before + 1 else { return false }
      last[taken.series] = taken.number
    }
    return true
  }

  private func line(
    _ event: StoredEvent, _ stream: StreamID, at position: Int64, act: Int64,
    _ ends: inout [StreamID: StreamBeginning]
  ) -> JournalLine {
    let end = ends[stream] ?? .nothing
    let version = end.version + 1
    var line = JournalLine(
      event, stream, version: version, batch.stamp, batch.request, at: position, act: act)
    line.hash = line.hash(after: end.hash)
    ends[stream] = StreamBeginning(version: version, hash: line.hash)
    return line
  }
}

/// Everything about a batch that is decided; what is left is to write it.
private struct WritingOrder {
  let batch: Batch
  let lines: [JournalLine]
  /// Of the last event.
  let position: Int64
  let ends: [StreamID: StreamBeginning]

  func write(to connection: Connection, _ sums: GatheredSums) throws(SQLiteError) {
    for line in lines { try connection.insert(line) }
    let writer = ReadModelWriter(connection: connection, sums: sums)
    for change in batch.changes { try writer.apply(change) }
    for message in batch.outgoing { try connection.send(message, at: batch.stamp.at) }
    if let request = batch.request {
      try connection.run(
        "INSERT INTO request(id, answer, position) VALUES (?, ?, ?)",
        [SQLiteValue(request), .text(batch.answer), SQLiteValue(position)])
    }
  }
}

extension StreamBeginning {
  /// Of a stream without events.
  fileprivate static let nothing = StreamBeginning(version: 0, hash: "")
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

  /// Where a stream ends.
  func end(of stream: StreamID) throws(SQLiteError) -> StreamBeginning {
    let query = ListQuery.head(of: stream)
    return try first(query.sql, query.values) { row throws(SQLiteError) in
      StreamBeginning(version: try row.number(0), hash: try row.text(1))
    } ?? .nothing
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

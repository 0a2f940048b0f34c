package import Casework
package import Deskwork
import SQLite
import WorkCalendar

extension SQLiteStore {
  /// Everything in the batch or nothing; on disk when it answers.
  package func append(_ batch: Batch) throws(StoreError) -> Appended {
    // Among others the batch is on disk, and its texts are indexed, when all of them are.
    if let acts { return try append(batch, among: acts) }
    return try using { connection throws(SQLiteError) in
      let work = Appending(batch, ahead: helpsItself)
      connection.signature = batch.stamp.clerk.rawValue
      return try connection.holdingTurn { () throws(SQLiteError) in
        let appended = try summing { acts throws(SQLiteError) in
          try append(work, among: acts)
        }
        indexTexts(of: batch)
        return appended
      }
    }
  }

  /// They are worded while the rest of the act is worked out, as their lines are made later.
  package func expect(_ documents: [IssuedDocument]) {
    guard acts == nil, !documents.isEmpty, helpsItself else { return }
    HelperThread.shared?.add { for document in documents { document.text.prepare() } }
  }

  /// Whether another thread may take part in an act. Where others want the turn as well, they have the
  /// other processors.
  private var helpsItself: Bool { hasOtherProcessors && !connection.hasWaitedInLine }

  /// The batch stands; texts that cannot be indexed now wait for the next.
  private func indexTexts(of batch: Batch) {
    guard batch.bringsTexts else { return }
    try? SearchIndex(connection: connection).indexWholeBatches()
  }

  /// In the turn: what was worked out before it. Nothing has changed since but what was told then.
  /// `telling` is what the next in the line is told of it.
  func write(_ order: WritingOrder, telling: [UInt8]?) throws(SQLiteError) {
    try summing { acts throws(SQLiteError) in
      guard try acts.lastPosition(in: connection) == order.base else {
        throw SQLiteError(kind: .busy, message: "\(path) was written past the turn")
      }
      try carryOut(order, among: acts, telling: telling)
    }
    indexTexts(of: order.batch)
  }

  private func append(_ batch: Batch, among acts: OpenActs) throws(StoreError) -> Appended {
    do throws(SQLiteError) {
      return try withinOthers { () throws(SQLiteError) in
        connection.signature = batch.stamp.clerk.rawValue
        return try append(Appending(batch), among: acts)
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
    try carryOut(order, among: acts, telling: AnnouncedActs(order)?.bytes)
    return .committed(position: order.position, ends: try order.lines().ends)
  }

  private func carryOut(
    _ order: WritingOrder, among acts: OpenActs, telling: @autoclosure () -> [UInt8]?
  ) throws(SQLiteError) {
    let (connection, sums) = (connection, sums)
    switch acts.way {
    case .written:
      connection.announce(telling)
      try order.writeChanges(to: connection, sums)
      // While one waits for the lines; what is added later is written at the end.
      if order.isAhead { try sums.write(to: connection) }
      try acts.note(order)
      try order.writeLines(to: connection)
    case .writtenBehind(let work, _):
      try acts.note(order)
      work.add { () throws(SQLiteError) in
        try order.writeChanges(to: connection, sums)
        try order.writeLines(to: connection)
      }
    case .foretold: try acts.note(order)
    }
  }

  /// Whom to ask about what no act of the transaction has changed.
  private func before(_ acts: OpenActs) throws(SQLiteError) -> Connection {
    if let reader = acts.reader { return reader }
    try acts.finishWriting()
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

extension Connection {
  func insert(_ line: JournalLine) throws(SQLiteError) {
    let kept = try line.shortened.flatMap { it throws(SQLiteError) in
      try number(of: it.blank).map { (it.text, $0) }
    }
    try run(JournalLine.insertion, line.values(keeping: kept))
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

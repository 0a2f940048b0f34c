import Casework
import Deskwork
import SQLite

/// One batch on its way into the journal.
struct Appending {
  let batch: Batch
  private let lines: LinesAhead

  /// `ahead`: another thread may work its lines out.
  init(_ batch: Batch, ahead: Bool = false) {
    self.batch = batch
    lines = LinesAhead(batch, ahead: ahead)
  }

  /// What is to be written, behind what stands there; nil if somebody else was first.
  func order(
    among acts: OpenActs, asking connection: Connection
  ) throws(SQLiteError) -> WritingOrder? {
    guard let ends = try endsAsExpected(acts, connection), try numbersFollow(acts, connection)
    else { return nil }
    let base = try acts.lastPosition(in: connection)
    lines.chain(behind: base, ends)
    return WritingOrder(batch: batch, base: base, ahead: lines)
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
    for (place, taken) in batch.numbers.enumerated() {
      let before: Int
      if let own = batch.numbers[..<place].last(where: { $0.series == taken.series }) {
        before = own.number
      } else {
        before = try acts.lastNumber(of: taken.series, in: connection)
      }
      guard taken.number == before + 1 else { return false }
    }
    return true
  }
}

/// Everything about a batch that is decided; what is left is to write it.
struct WritingOrder {
  let batch: Batch
  /// The last event before it.
  let base: Int64
  fileprivate let ahead: LinesAhead

  /// Its own last event.
  var position: Int64 { base + Int64(batch.appends.reduce(0) { $0 + $1.events.count }) }

  /// Whether its lines may still be worked out.
  var isAhead: Bool { ahead.isAhead }

  /// Waits until they are known.
  func lines() throws(SQLiteError) -> WrittenLines { try ahead.finished() }

  /// What the lists have of it, for which no line need be known.
  func writeChanges(to connection: Connection, _ sums: GatheredSums) throws(SQLiteError) {
    let (writer, batch) = (ReadModelWriter(connection: connection, sums: sums), batch)
    let changes = batch.changes.span
    for place in changes.indices { try writer.apply(changes[place]) }
    for message in batch.outgoing { try connection.send(message, at: batch.stamp.at) }
    if let request = batch.request {
      try connection.run(
        "INSERT INTO request(id, answer, position) VALUES (?, ?, ?)",
        [SQLiteValue(request), .text(batch.answer), SQLiteValue(position)])
    }
  }

  func writeLines(to connection: Connection) throws(SQLiteError) {
    for line in try lines().lines { try connection.insert(line) }
  }
}

extension StreamBeginning {
  /// Of a stream without events.
  static let nothing = StreamBeginning(version: 0, hash: "")
}

extension Batch {
  var bringsTexts: Bool { changes.contains { if case .index = $0 { true } else { false } } }
}

import Casework
import Deskwork
import SQLite

/// One batch on its way into the journal.
struct Appending {
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

  /// What is to be written, behind what stands there; nil if somebody else was first.
  func order(
    among acts: OpenActs, asking connection: Connection
  ) throws(SQLiteError) -> WritingOrder? {
    guard var ends = try endsAsExpected(acts, connection), try numbersFollow(acts, connection)
    else { return nil }
    var position = try acts.lastPosition(in: connection)
    var lines: [JournalLine] = []
    lines.reserveCapacity(events.reduce(0) { $0 + $1.count })
    let act = ActText(batch)
    var encoding: [UInt8] = []
    for (append, stored) in zip(batch.appends, events) {
      let first = position + 1
      let stream = append.stream.text
      var end = ends[append.stream] ?? .nothing
      for event in stored {
        position += 1
        var line = JournalLine(
          event, stream, version: end.version + 1, act, at: position, first: first)
        line.hash = line.hash(after: end.hash, by: &encoding)
        end = StreamBeginning(version: line.version, hash: line.hash)
        lines.append(line)
      }
      ends[append.stream] = end
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
  let lines: [JournalLine]
  /// Of the last event.
  let position: Int64
  let ends: [StreamID: StreamBeginning]
  /// Of the last event before it.
  var base: Int64 { position - Int64(lines.count) }

  func write(to connection: Connection, _ sums: GatheredSums) throws(SQLiteError) {
    for line in lines { try connection.insert(line) }
    let writer = ReadModelWriter(connection: connection, sums: sums)
    let changes = batch.changes.span
    for place in changes.indices { try writer.apply(changes[place]) }
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
  static let nothing = StreamBeginning(version: 0, hash: "")
}

extension Batch {
  var bringsTexts: Bool { changes.contains { if case .index = $0 { true } else { false } } }
}

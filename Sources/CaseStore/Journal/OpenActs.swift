import Casework
import Deskwork
import SQLite
import WorkCalendar

/// Acts of a transaction that is open. Nobody else writes meanwhile: what was read once, or written,
/// still stands and is not asked of the file again.
///
/// With a `writer` the statements of an act are carried out while the next one is worked out. Until
/// that is finished the connection is the writer's, and others read what was there before by `reader`.
final class OpenActs {
  /// The last number of a series, and whether it is still to be written.
  private struct LastNumber {
    var value: Int
    var isTaken: Bool
  }

  let writer: (work: WorkBehind, reader: Connection)?
  /// Whether the file has been written by nobody but them, so that they know what has changed.
  private var knowsAll = true
  /// Of the last event; nil as long as nobody has asked.
  private var position: Int64?
  private(set) var lastRecordedAt: Moment?
  private var ends: [StreamID: StreamBeginning] = [:]
  private var appended: Set<StreamID> = []
  private var applicants: Set<Identity> = []
  private var answers: [RequestID: String] = [:]
  private var numbers: [String: LastNumber] = [:]

  init(writer: (work: WorkBehind, reader: Connection)? = nil) { self.writer = writer }

  /// Who reads what was there before, as long as they know what has changed; nil where the connection
  /// itself is asked.
  var reader: Connection? { knowsAll ? writer?.reader : nil }

  /// Where a stream ends, as far as anybody has asked.
  func end(of stream: StreamID) -> StreamBeginning? { ends[stream] }

  func hasAppended(to stream: StreamID) -> Bool { appended.contains(stream) }
  func hasPut(_ identity: Identity) -> Bool { applicants.contains(identity) }

  func note(_ end: StreamBeginning, of stream: StreamID) { ends[stream] = end }

  /// Events were written past them.
  func noteOthers() {
    knowsAll = false
    (position, lastRecordedAt) = (nil, nil)
    ends.removeAll()
  }

  /// What a batch has come to that is appended.
  func note(_ batch: Batch, through position: Int64, _ ends: [StreamID: StreamBeginning]) {
    self.position = position
    for (stream, end) in ends {
      self.ends[stream] = end
      appended.insert(stream)
    }
    if !batch.appends.isEmpty { lastRecordedAt = batch.stamp.at }
    for taken in batch.numbers {
      numbers[taken.series] = LastNumber(value: taken.number, isTaken: true)
    }
    for case .putApplicant(let known) in batch.changes {
      applicants.insert(known.applicant.identity)
    }
    if let request = batch.request { answers[request] = batch.answer }
  }

  /// In the order of their keys, as they lie in the file.
  func writeNumbers(to connection: Connection) throws(SQLiteError) {
    for (series, last) in numbers.sorted(by: { $0.key < $1.key }) where last.isTaken {
      try connection.run(
        """
        INSERT INTO number(series, last) VALUES (?, ?)
        ON CONFLICT (series) DO UPDATE SET last = excluded.last
        """, [.text(series), SQLiteValue(last.value)])
    }
  }
}

/// What they know, and what the file knows that they do not.
extension OpenActs {
  func lastPosition(in connection: Connection) throws(SQLiteError) -> Int64 {
    if let position { return position }
    return try connection.lastPosition()
  }

  func end(of stream: StreamID, in connection: Connection) throws(SQLiteError) -> StreamBeginning {
    if let end = ends[stream] { return end }
    let end = try connection.end(of: stream)
    ends[stream] = end
    return end
  }

  func answer(to request: RequestID, in connection: Connection) throws(SQLiteError) -> String? {
    if let answer = answers[request] { return answer }
    return try connection.answer(to: request)
  }

  func lastNumber(of series: String, in connection: Connection) throws(SQLiteError) -> Int {
    if let known = numbers[series] { return known.value }
    let last = try connection.lastNumber(of: series)
    numbers[series] = LastNumber(value: last, isTaken: false)
    return last
  }
}

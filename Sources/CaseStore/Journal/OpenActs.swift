import Casework
import Deskwork
import SQLite
import WorkCalendar

/// Acts of a transaction that is open. Nobody else writes meanwhile: what was read once, or written,
/// still stands and is not asked of the file again.
final class OpenActs {
  /// What becomes of an act that is worked out.
  enum Way {
    case written
    /// While the next one is worked out. Until that is finished the connection is the writer's, and
    /// others read by `reader` what was there before.
    case writtenBehind(work: WorkBehind, reader: Connection)
    /// One that waits for the transaction, and knows by what was told the only ones before it that are
    /// not in the file yet. Whoever asks for more than is certain then is refused.
    case foretold(by: AnnouncedActs, reader: Connection)
  }

  /// The last number of a series, and whether it is still to be written.
  private struct LastNumber {
    var value: Int
    var isTaken: Bool
  }

  let way: Way
  /// Whether the file has been written by nobody but them, so that they know what has changed.
  private var knowsAll = true
  /// Of the last event; nil as long as nobody has asked.
  private var position: Int64?
  private(set) var lastRecordedAt: Moment?
  private var ends: [StreamID: StreamBeginning] = [:]
  private var appended: Set<StreamID> = []
  /// Whether they have changed what the hall is made of.
  private(set) var havePublished = false
  /// Whether they have begun or ended a sitting.
  private(set) var haveSatDown = false
  private var applicants: Set<Identity> = []
  private var answers: [RequestID: String] = [:]
  private var numbers: [String: LastNumber] = [:]

  /// What was worked out and not written.
  private(set) var foretold: [WritingOrder] = []

  init(_ way: Way = .written) {
    self.way = way
    guard case .foretold(let told, _) = way else { return }
    (position, lastRecordedAt) = (told.position, told.recordedAt)
    numbers = told.numbers.mapValues { LastNumber(value: $0, isTaken: false) }
  }

  /// Who reads what was there before, as long as they know what has changed; nil where the connection
  /// itself is asked.
  var reader: Connection? {
    switch way {
    case .written: nil
    case .writtenBehind(_, let reader): knowsAll ? reader : nil
    case .foretold(_, let reader): reader
    }
  }

  private var told: AnnouncedActs? {
    if case .foretold(let told, _) = way { told } else { nil }
  }

  /// Waits until everything is written; then the connection may be asked.
  func finishWriting() throws(SQLiteError) {
    switch way {
    case .written: break
    case .writtenBehind(let work, _): try work.finish()
    case .foretold: throw Self.uncertain
    }
  }

  /// Where a stream ends, as far as anybody has asked.
  func end(of stream: StreamID) -> StreamBeginning? { ends[stream] }

  func hasAppended(to stream: StreamID) -> Bool {
    appended.contains(stream) || told?.concerns(stream) ?? false
  }

  func hasPut(_ identity: Identity) -> Bool {
    applicants.contains(identity) || told?.concerns(identity) ?? false
  }

  /// Whether it may have been answered, and what is not known.
  func mayHaveAnswered(_ request: RequestID) -> Bool { told?.concerns(request) ?? false }

  func note(_ end: StreamBeginning, of stream: StreamID) { ends[stream] = end }

  /// Events were written past them.
  func noteOthers() {
    knowsAll = false
    (position, lastRecordedAt) = (nil, nil)
    ends.removeAll()
  }

  /// What is appended; waits for its lines.
  func note(_ order: WritingOrder) throws(SQLiteError) {
    let (batch, written) = (order.batch, try order.lines())
    if case .foretold = way { foretold.append(order) }
    position = order.position
    for (stream, end) in written.ends {
      ends[stream] = end
      appended.insert(stream)
    }
    if !batch.appends.isEmpty { lastRecordedAt = batch.stamp.at }
    for taken in batch.numbers {
      numbers[taken.series] = LastNumber(value: taken.number, isTaken: true)
    }
    for change in batch.changes {
      switch change {
      case .putApplicant(let known): applicants.insert(known.applicant.identity)
      case .putReference: havePublished = true
      case .putSitting: haveSatDown = true
      default: break
      }
    }
    if let request = batch.request { answers[request] = batch.answer }
  }

  /// Of a case, an applicant or a request an act concerns that is only told yet.
  private static let uncertain = SQLiteError(
    kind: .busy, message: "somebody else is about to write this")

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
    if let told, told.concerns(stream) { throw Self.uncertain }
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

import Casework
import Deskwork
import SQLite
import WorkCalendar

/// An event of the journal, its body whole, however much of that is kept.
struct JournalLine: Sendable {
  var position: Int64
  var stream: String
  var version: Int
  var kind: [UInt8]
  var body: [UInt8]
  var recordedAt: [UInt8]
  var clerk: [UInt8]
  var counter: [UInt8]?
  var request: [UInt8]?
  /// The position of the first event that was appended with it.
  var act: Int64
  var hash: String
  var happenedAt: [UInt8]?
  /// The text of the blank its body was kept beside, where it was read.
  var blankText: [UInt8]?
  /// What may be written instead of the body.
  var shortened: ShortenedBody?

  static let columns = """
    position, stream, version, kind, body, recorded_at, clerk, counter, request, act, hash,
    happened_at
    """
  static let insertion =
    "INSERT INTO journal(\(columns), blank) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

  /// Lines that are read one after another have much in common, which is held once for both.
  init(_ row: borrowing Row, after last: JournalLine? = nil) throws(SQLiteError) {
    position = try row.integer(0)
    stream = try row.text(1, like: last?.stream)
    version = try row.number(2)
    kind = try row.bytes(3, like: last?.kind)
    blankText = try row.bytesIfAny(12, like: last?.blankText)
    let kept = try row.bytes(4)
    // What was not made of its blank is left as it is: it is not what was chained.
    body = blankText.flatMap { BlankBody.whole(kept, like: $0) } ?? kept
    recordedAt = try row.bytes(5, like: last?.recordedAt)
    clerk = try row.bytes(6, like: last?.clerk)
    counter = try row.bytesIfAny(7, like: last?.counter)
    request = try row.bytesIfAny(8, like: last?.request)
    act = try row.integer(9)
    hash = try row.text(10)
    happenedAt = try row.bytesIfAny(11)
  }

  /// An event on its way into the journal; its hash is still to be worked out.
  init(
    _ event: StoredEvent, _ stream: String, version: Int, _ text: ActText, at position: Int64,
    first: Int64
  ) {
    self.position = position
    self.stream = stream
    self.version = version
    kind = Array(event.kind.utf8)
    body = event.text
    shortened = event.shortened
    recordedAt = text.recordedAt
    clerk = text.clerk
    counter = text.counter
    request = text.request
    act = first
    hash = ""
    happenedAt = text.happenedAt
  }

  /// As they are inserted, with the body or what is kept of it beside a blank.
  func values(keeping kept: (text: [UInt8], blank: Int64)?) -> [SQLiteValue] {
    func text(_ bytes: [UInt8]?) -> SQLiteValue { bytes.map { .utf8($0) } ?? .null }
    return [
      SQLiteValue(position), .text(stream), SQLiteValue(version), text(kind),
      text(kept?.text ?? body),
      text(recordedAt), text(clerk), text(counter), text(request), SQLiteValue(act), .text(hash),
      text(happenedAt), kept.map { SQLiteValue($0.blank) } ?? .null,
    ]
  }

  var kindText: String { String(decoding: kind, as: UTF8.self) }

  /// What its hash must be.
  func hash(after previous: String) -> String {
    var encoding: [UInt8] = []
    return hash(after: previous, by: &encoding)
  }

  func hash(after previous: String, by encoding: inout [UInt8]) -> String {
    ChainedEvent(
      stream: stream, version: version, kind: kind, body: body, recordedAt: recordedAt,
      happenedAt: happenedAt, clerk: clerk, counter: counter, request: request,
      placeInAct: position - act
    ).hash(after: previous, by: &encoding)
  }

  fileprivate func event(by way: StoredJSON.Way) throws(StoreError) -> HallEvent {
    do throws(SQLiteError) {
      return try StoredBody(text: body).event(ofKind: kindText, by: way)
    } catch {
      throw unreadable(error.message)
    }
  }

  fileprivate func unreadable(_ detail: String) -> StoreError {
    .unreadableEvent(stream: stream, version: version, detail: detail)
  }
}

/// How their bodies are kept makes no difference.
extension JournalLine: Equatable {
  static func == (one: JournalLine, other: JournalLine) -> Bool {
    one.position == other.position && one.stream == other.stream && one.version == other.version
      && one.kind == other.kind && one.body == other.body && one.recordedAt == other.recordedAt
      && one.clerk == other.clerk && one.counter == other.counter && one.request == other.request
      && one.act == other.act && one.hash == other.hash && one.happenedAt == other.happenedAt
  }
}

/// What stands the same in every line of an act.
struct ActText {
  let recordedAt: [UInt8]
  let clerk: [UInt8]
  let counter: [UInt8]?
  let request: [UInt8]?
  let happenedAt: [UInt8]?

  init(_ batch: Batch) {
    let stamp = batch.stamp
    recordedAt = Array(stamp.at.description.utf8)
    clerk = Array(stamp.clerk.rawValue.utf8)
    counter = stamp.counter.map { Array($0.rawValue.utf8) }
    request = batch.request.map { Array($0.rawValue.utf8) }
    happenedAt = stamp.happenedAt.map { Array($0.description.utf8) }
  }
}

struct ActedEvent: Hashable, Sendable {
  /// The position of the first event that was appended with it.
  var act: Int64
  var event: RecordedEvent
}

extension Sequence<JournalLine> {
  func events() throws(StoreError) -> [RecordedEvent] { try acts().map(\.event) }

  func acts() throws(StoreError) -> [ActedEvent] {
    var reader = JournalLineReader()
    return try map { line throws(StoreError) in
      ActedEvent(act: line.act, event: try reader.recorded(line))
    }
  }
}

extension Connection {
  func lines(_ query: ListQuery) throws(SQLiteError) -> [JournalLine] {
    try self.query(query.sql, query.values) { row throws(SQLiteError) in try JournalLine(row) }
  }
}

/// Understands lines one after another; most are of the stream and the moment of the one before.
struct JournalLineReader {
  /// How the bodies of events are read.
  private let way: StoredJSON.Way
  private var stream: (name: String, id: StreamID)?
  private var time: (text: [UInt8], moment: Moment)?

  init(by way: StoredJSON.Way = .quickest) { self.way = way }

  mutating func recorded(_ line: JournalLine) throws(StoreError) -> RecordedEvent {
    if stream?.name != line.stream { stream = StreamID(line.stream).map { (line.stream, $0) } }
    guard let id = stream?.id else { throw line.unreadable("there is no stream of this name") }
    guard let at = moment(line.recordedAt) else {
      throw line.unreadable("its time cannot be read")
    }
    let happened = line.happenedAt.map { Moment(utf8: $0.span) }
    if case .some(nil) = happened {
      throw line.unreadable("the time it happened cannot be read")
    }
    let stamp = Stamp(
      clerk: ClerkID(String(decoding: line.clerk, as: UTF8.self)),
      counter: line.counter.map { CounterID(String(decoding: $0, as: UTF8.self)) }, at: at,
      happenedAt: happened ?? nil)
    return RecordedEvent(
      position: line.position, stream: id, version: line.version, event: try line.event(by: way),
      stamp: stamp, hash: line.hash)
  }

  /// When a line was recorded, since 1970; nil if that cannot be read.
  mutating func seconds(of line: JournalLine) -> Int64? {
    moment(line.recordedAt)?.epochSeconds
  }

  private mutating func moment(_ text: [UInt8]) -> Moment? {
    if let time, time.text == text { return time.moment }
    let moment = Moment(utf8: text.span)
    time = moment.map { (text, $0) }
    return moment
  }
}

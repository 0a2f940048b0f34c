import Casework
import Deskwork
import Dispatch
import SQLite
import Synchronization

/// The lines of a batch on their way: worded, coded and chained by another thread where there are papers
/// among them, while this one goes on with what does not depend on them.
final class LinesAhead: Sendable {
  private typealias Coded = Result<[[StoredEvent]], SQLiteError>
  private typealias Lines = Result<WrittenLines, SQLiteError>

  private let batch: Batch
  /// Nil if no other thread takes part.
  private let helper: HelperThread?
  private let coded = Mutex<Coded?>(nil)
  private let lines = Mutex<Lines?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins with the events; `ahead`: another thread may take part.
  init(_ batch: Batch, ahead: Bool) {
    self.batch = batch
    helper = ahead && batch.bringsPapers ? .shared : nil
    if let helper { helper.add { self.code() } } else { code() }
  }

  /// Whether another thread works them out.
  var isAhead: Bool { helper != nil }

  /// Goes on with the chain, once it is known what stands there.
  func chain(behind base: Int64, _ begun: [StreamID: StreamBeginning]) {
    if let helper {
      helper.add { self.chainAtOnce(behind: base, begun) }
    } else {
      chainAtOnce(behind: base, begun)
    }
  }

  /// Waits until they are chained.
  func finished() throws(SQLiteError) -> WrittenLines {
    isDone.wait()
    isDone.signal()
    guard let lines = lines.withLock({ $0 }) else { preconditionFailure("done without lines") }
    return try lines.get()
  }

  private func code() {
    let events = Result { () throws(SQLiteError) in
      try batch.appends.map { append throws(SQLiteError) in
        try append.events.map { event throws(SQLiteError) in try StoredEvent(event) }
      }
    }
    coded.withLock { $0 = events }
  }

  private func chainAtOnce(behind base: Int64, _ begun: [StreamID: StreamBeginning]) {
    // Let go by whoever has made them.
    let coded = coded.withLock { $0.take() }
    let chained = coded?.map { WrittenLines(of: batch, $0, behind: base, begun) }
    lines.withLock { $0 = chained }
    isDone.signal()
  }
}

/// The lines of a batch as they are written, and where its streams end with them.
struct WrittenLines: Sendable {
  private(set) var lines: [JournalLine] = []
  private(set) var ends: [StreamID: StreamBeginning]

  init(
    of batch: Batch, _ coded: [[StoredEvent]], behind base: Int64,
    _ begun: [StreamID: StreamBeginning]
  ) {
    ends = begun
    lines.reserveCapacity(coded.reduce(0) { $0 + $1.count })
    let act = ActText(batch)
    var (position, encoding): (Int64, [UInt8]) = (base, [])
    for (append, events) in zip(batch.appends, coded) {
      let first = position + 1
      let stream = append.stream.text
      var end = ends[append.stream] ?? .nothing
      for event in events {
        position += 1
        var line = JournalLine(
          event, stream, version: end.version + 1, act, at: position, first: first)
        line.hash = line.hash(after: end.hash, by: &encoding)
        end = StreamBeginning(version: line.version, hash: line.hash)
        lines.append(line)
      }
      ends[append.stream] = end
    }
  }
}

extension Batch {
  /// Whether its events take so long to be coded that another thread is worth waking.
  fileprivate var bringsPapers: Bool {
    appends.contains { append in
      append.events.contains { event in
        if case .file(.documentIssued(_)) = event { true } else { false }
      }
    }
  }
}

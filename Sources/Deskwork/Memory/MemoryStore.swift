package import Casework
package import WorkCalendar

/// A store that lives as long as the program: for tests, and to compare the other one with.
package final class MemoryStore: HallStore {
  private let settled: StoreNature
  private var journal: [RecordedEvent] = []
  private var streams: [StreamID: [RecordedEvent]] = [:]
  private var answers: [RequestID: String] = [:]
  private var numbers: [String: Int] = [:]
  private var drafts: [DraftID: Draft] = [:]
  var draftChanges: Int64 = 0
  package private(set) var outgoing: [OutgoingMessage] = []
  var models = ReadModels()
  var workspaces: [Workspace] = []
  /// Sittings of this program; a memory has no other.
  var occupied: Set<SittingID> = []
  /// Nobody else is here to be waited for.
  package var whenWaiting: ((TurnHolder?) -> Void)?
  /// Nothing is kept, and nothing can be spent, but by a test.
  package var reserveIsSpent = false
  package func keepReserve() {}

  package init(nature: StoreNature) {
    settled = nature
  }

  /// A store that has seen the same and goes its own way from here, in a nature of its own if one
  /// is given.
  package init(copying other: MemoryStore, nature: StoreNature? = nil) {
    settled = nature ?? other.settled
    (journal, streams, answers) = (other.journal, other.streams, other.answers)
    (numbers, drafts, draftChanges) = (other.numbers, other.drafts, other.draftChanges)
    (outgoing, models, workspaces) = (other.outgoing, other.models, other.workspaces)
  }

  package func nature() throws(StoreError) -> StoreNature { settled }

  package func append(_ batch: Batch) throws(StoreError) -> Appended {
    if let request = batch.request, let answer = answers[request] {
      return .repeated(answer: answer)
    }
    guard let taken = following(batch.numbers), isUpToDate(batch.appends) else { return .conflict }
    numbers.merge(taken) { $1 }
    for append in batch.appends { record(append, batch.stamp) }
    for change in batch.changes {
      models.apply(change)
      if case .deleteDraft(let id) = change { drafts[id] = nil }
    }
    outgoing += batch.outgoing
    if let request = batch.request { answers[request] = batch.answer }
    let ends = batch.appends.map { append in
      (append.stream, StreamBeginning(version: streams[append.stream]?.count ?? 0, hash: ""))
    }
    return .committed(
      position: Int64(journal.count), ends: Dictionary(ends, uniquingKeysWith: { $1 }))
  }

  package func supervisionEvents(of id: CaseID) throws(StoreError) -> [RecordedEvent] {
    try events(of: .file(id), after: 0).filter {
      if case .file(.supervised) = $0.event { true } else { false }
    }
  }

  package func events(
    of stream: StreamID, after version: Int
  ) throws(StoreError) -> [RecordedEvent] {
    (streams[stream] ?? []).filter { $0.version > version }
  }

  package func events(
    of stream: StreamID, following beginning: StreamBeginning
  ) throws(StoreError) -> [RecordedEvent]? {
    let known = streams[stream] ?? []
    return beginning.version <= known.count ? Array(known.dropFirst(beginning.version)) : nil
  }

  package func answer(to request: RequestID) throws(StoreError) -> String? { answers[request] }

  package func lastNumber(of series: String) throws(StoreError) -> Int { numbers[series] ?? 0 }

  package func lastVersion(of stream: StreamID) throws(StoreError) -> Int {
    streams[stream]?.count ?? 0
  }

  package func inTurn<Answer>(_ body: () -> Answer) throws(StoreError) -> Answer { body() }
  package func deciding<Answer>(_ body: () -> Answer) throws(StoreError) -> Answer { body() }

  package func withoutWaiting<Answer, Failure: Error>(
    _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer { try body() }

  package func awaitDisk() throws(StoreError) {}

  package func lastRecordedAt() throws(StoreError) -> Moment? { journal.last?.stamp.at }

  package func lastPosition() throws(StoreError) -> Int64 { Int64(journal.count) }

  package func newsMark() throws(StoreError) -> Int64 { Int64(journal.count) + draftChanges }

  package func changes(after position: Int64, limit: Int) throws(StoreError) -> StreamChanges {
    let fresh = journal.drop { $0.position <= position }.prefix(max(1, limit))
    var streams: [StreamID] = []
    for event in fresh where !streams.contains(event.stream) { streams.append(event.stream) }
    return StreamChanges(streams: streams, position: fresh.last?.position ?? position)
  }

  package func save(_ draft: Draft) throws(StoreError) {
    drafts[draft.id] = draft
    draftChanges += 1
  }

  package func drafts(of clerk: ClerkID) throws(StoreError) -> [Draft] {
    drafts.values.filter { $0.clerk == clerk }
      .sorted { ($1.savedAt.epochSeconds, $0.id) < ($0.savedAt.epochSeconds, $1.id) }
  }

  package func delete(_ id: DraftID) throws(StoreError) {
    drafts[id] = nil
    draftChanges += 1
  }
}

extension MemoryStore {
  /// The series after these numbers; nil unless each follows the last one given out.
  private func following(_ taken: [NumberTaken]) -> [String: Int]? {
    var last: [String: Int] = [:]
    for number in taken {
      guard number.number == (last[number.series] ?? numbers[number.series] ?? 0) + 1 else {
        return nil
      }
      last[number.series] = number.number
    }
    return last
  }

  private func isUpToDate(_ appends: [StreamAppend]) -> Bool {
    var added: [StreamID: Int] = [:]
    for append in appends {
      let version = (streams[append.stream]?.count ?? 0) + added[append.stream, default: 0]
      guard append.expecting == version else { return false }
      added[append.stream, default: 0] += append.events.count
    }
    return true
  }

  /// Memory cannot be tampered with unseen: its events carry no hash.
  private func record(_ append: StreamAppend, _ stamp: Stamp) {
    for event in append.events {
      let version = (streams[append.stream]?.count ?? 0) + 1
      let recorded = RecordedEvent(
        position: Int64(journal.count + 1), stream: append.stream, version: version, event: event,
        stamp: stamp, hash: "")
      journal.append(recorded)
      streams[append.stream, default: []].append(recorded)
    }
  }
}

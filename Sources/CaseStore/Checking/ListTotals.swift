import Casework
import Deskwork
import SQLite

/// What has to be known to say what a stream tells the lists.
struct TellingRules: Sendable {
  let published: Published
  let order: CaseOrder
  /// Cases whose texts are not indexed yet.
  let pending: Set<Int64>
}

/// What some streams tell the lists, the rows of their cases added up.
struct ListTotals: Sendable {
  /// In the order of the lists.
  private var sums = SummedList.allCases.map { _ in RowSum() }
  private(set) var tallies: [TallyKey: Int] = [:]
  private(set) var counts: [CountKey: Int] = [:]
  private(set) var cards: [CardStep: Int] = [:]
  /// How many numbers of each series are taken.
  private(set) var series: [String: Int] = [:]
  /// What remains to be written as it is.
  private(set) var changes: [ReadModelChange] = []
  /// Of every case, in order.
  private(set) var intakes: [(id: CaseID, acts: [ReplayedStream.Intake])] = []

  mutating func add(_ stream: ReplayedStream, under rules: TellingRules) {
    for name in stream.series { series[name, default: 0] += 1 }
    guard case .file(let id) = stream.stream else {
      for change in stream.changes { add(change, at: 0) }
      return
    }
    intakes.append((id, stream.intakes))
    let place = rules.order.place(of: stream.began)
    for index in stream.changes.indices { add(stream.changes[index], at: place) }
    if let (texts, terms) = stream.search {
      add([SQLiteValue(place)] + texts.values, to: .searchText)
      if !rules.pending.contains(place) { sums[SummedList.searchWord.rawValue].add(terms.sum) }
    }
    for message in stream.messages { add(message.values, to: .outgoing) }
  }

  private mutating func add(_ change: ReadModelChange, at place: Int64) {
    switch change {
    case .putCase(let row):
      add(row.values(at: place), to: .caseRow)
    case .replaceTasks(_, let rows): for row in rows { add(row.values, to: .task) }
    case .replaceResult(_, let row): if let row { add(row.values, to: .result) }
    case .replaceReaches(let it): for values in it.rows { add(values, to: .caseReach) }
    case .replaceWatches(let id, let watches):
      for watch in watches {
        add(watch.values(of: id), to: .watch)
        CardStep.forEachStep(of: watch) { cards[$0, default: 0] += 1 }
      }
    case .tally(let key, let difference): tallies[key, default: 0] += difference
    case .count(let key, let difference): counts[key, default: 0] += difference
    case .putTicket, .putApplicant, .putReference, .putLook, .index, .deleteDraft, .putSitting,
      .putPassword:
      changes.append(change)
    }
  }

  private mutating func add(_ values: [SQLiteValue], to list: SummedList) {
    sums[list.rawValue].add(values)
  }

  /// The sums alone; everything else is for whoever takes it.
  mutating func add(_ other: ListTotals) {
    for (index, sum) in other.sums.enumerated() { sums[index].add(sum) }
    tallies.merge(other.tallies, uniquingKeysWith: +)
    counts.merge(other.counts, uniquingKeysWith: +)
    cards.merge(other.cards, uniquingKeysWith: +)
    series.merge(other.series, uniquingKeysWith: +)
  }

  /// Whether lists with these sums have the rows that were added up here.
  func areThose(with kept: [RowSum]) -> Bool { sums == kept }
}

extension Replay {
  /// In the order of the streams' names.
  mutating func take(_ totals: ListTotals) throws(StoreFailure) {
    try tellPublished()
    try apply(totals.changes)
    for (id, acts) in totals.intakes { try remember(acts, of: id) }
    self.totals.add(totals)
  }

  /// What cases have added to the sums of the hall.
  func writeTotals() throws(StoreFailure) {
    for (key, value) in totals.tallies { sums.add(value, to: key) }
    for (key, value) in totals.counts { sums.add(value, to: key) }
    for (step, value) in totals.cards { sums.add(value, to: step) }
    try asking { () throws(SQLiteError) in
      try sums.write(to: target)
      for (name, taken) in totals.series { try target.count(name, by: SQLiteValue(taken)) }
    }
  }
}

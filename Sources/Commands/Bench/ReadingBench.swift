import CaseStore
import Casework
import Deskwork
import HallFiles

/// What a desk reads: pages, a case, searches, counts.
struct ReadingBench {
  let host: BenchHost
  let store: BenchStore
  let desk: Desk
  private let subjects: [CaseRow]
  private let deep: Cursor?
  private let inbox: DepartmentID?
  private var times: [Measure: [Double]] = [:]

  /// The halls take turns.
  static func run(_ stores: [BenchStore], _ host: BenchHost) throws(Complaint) -> [Measured] {
    var benches: [ReadingBench] = []
    for store in stores {
      host.tell(.lists, store.size)
      benches.append(try ReadingBench(host, store))
    }
    for round in 0..<host.plan.rounds {
      for index in benches.indices { try benches[index].play(round) }
    }
    return benches.flatMap(\.measured)
  }

  /// As much as a screen shows, and as many as a search is asked for.
  private static let (page, found) = (24, 50)

  private init(_ host: BenchHost, _ store: BenchStore) throws(Complaint) {
    let desk = try host.reader(store).desk
    (self.host, self.store, self.desk) = (host, store, desk)
    deep = try host.complaining(at: desk) { () throws(DeskRefusal) in try desk.deepPlace() }
    inbox = try complaining { () throws(StoreError) in try desk.busiestInbox() }
    let deep = deep
    subjects = try host.complaining(at: desk) { () throws(DeskRefusal) in
      let first = try desk.cases(CaseFilter(), by: nil, after: nil, limit: Self.page)
      let last = try desk.cases(CaseFilter(), by: nil, after: deep, limit: Self.page)
      return zip(first.rows, last.rows).flatMap { [$0, $1] } + first.rows
    }
  }

  private var measured: [Measured] {
    Measure.allCases.compactMap { measure in
      times[measure].map { Measured(measure, store.size, $0) }
    }
  }

  private mutating func play(_ round: Int) throws(Complaint) {
    guard !subjects.isEmpty else { return }
    let (row, desk, deep, inbox) = (subjects[round % subjects.count], desk, deep, inbox)
    try time(.ledgerFirst) { () throws(DeskRefusal) in
      _ = try desk.cases(CaseFilter(), by: nil, after: nil, limit: Self.page)
    }
    try time(.ledgerDeep) { () throws(DeskRefusal) in
      _ = try desk.cases(CaseFilter(), by: nil, after: deep, limit: Self.page)
    }
    if let inbox {
      try time(.inboxFirst) { () throws(DeskRefusal) in
        _ = try desk.tasks(TaskFilter(department: inbox), by: nil, after: nil, limit: Self.page)
      }
    }
    try time(.caseOpen) { () throws(DeskRefusal) in _ = try desk.history(row.id, by: nil) }
    try time(.counts) { () throws(DeskRefusal) in
      do throws(StoreError) { _ = try desk.counts(by: nil) } catch { throw .store(error) }
    }
    for (measure, text) in try searches(for: row) {
      try time(measure) { () throws(DeskRefusal) in
        _ = try desk.search(text, by: nil, limit: Self.found)
      }
    }
  }

  /// What somebody at a counter types to find this case.
  private func searches(for row: CaseRow) throws(Complaint) -> [(Measure, String)] {
    let hanzi = row.applicantName.filter { !$0.isASCII && $0.isLetter }
    let spelling = try host.data.spelling(of: row.applicantName)
    return [
      (.searchNumber, row.id.rawValue), (.searchPart, String(row.id.rawValue.suffix(6))),
      (.searchPaper, String(row.applicantIdentity.number.prefix(8))),
      (.searchOneHanzi, String(hanzi.prefix(1))), (.searchTwoHanzi, String(hanzi.prefix(2))),
      (.searchInitials, spelling.initials), (.searchPinyin, spelling.syllables.joined()),
    ].filter { !$0.1.isEmpty }
  }

  private mutating func time(
    _ measure: Measure, _ body: () throws(DeskRefusal) -> Void
  ) throws(Complaint) {
    let (_, microseconds) = try host.complaining(at: desk) { () throws(DeskRefusal) in
      try Stopwatch.time(body)
    }
    times[measure, default: []].append(microseconds)
  }
}

extension Desk {
  /// Half-way between the first and the last of what has ended.
  fileprivate func deepPlace() throws(DeskRefusal) -> Cursor? {
    var (low, high) = (0, 2 * CaseRow.endedUrgency)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let page = try cases(
        CaseFilter(), by: nil, after: Cursor(urgency: middle, id: ""), limit: 1)
      if page.rows.isEmpty { high = middle } else { low = middle }
    }
    let ended = try cases(
      CaseFilter(), by: nil, after: Cursor(urgency: CaseRow.endedUrgency, id: ""), limit: 1)
    let first = ended.rows.first?.urgency ?? 0
    return Cursor(urgency: min(low, first + (low - first) / 2), id: "")
  }

  func busiestInbox() throws(StoreError) -> DepartmentID? {
    var inboxes: [(department: DepartmentID, tasks: Int)] = []
    for (key, tasks) in try counts(by: nil) {
      if case .inbox(let department) = key, tasks > 0 { inboxes.append((department, tasks)) }
    }
    return inboxes.max { ($0.tasks, $1.department) < ($1.tasks, $0.department) }?.department
  }
}

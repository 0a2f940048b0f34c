import CaseStore
import Casework
import Deskwork
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// What supervision and statistics read: a file answers as memory does.
struct SupervisionListTests {
  private static let stamp = Stamp(clerk: "S01", at: TestClock.start)
  private static let days = [on(2026, 3, 2), on(2026, 3, 12), on(2026, 6, 1)]

  private static var filters: [WatchFilter] {
    let departments: [DepartmentID?] = [nil, "SJ", "XF"]
    let rules: [SupervisionRuleCode?] = [nil, .overdue, .stepOverdue]
    return departments.flatMap { department in
      rules.flatMap { rule in
        SupervisionLevel.allCases.map {
          WatchFilter(department: department, rule: rule, level: $0)
        }
      }
    }
  }

  /// Several cards of one case, some that show and some whose days have not come.
  private func watches(_ random: inout SplitMix) -> [Watch] {
    func day() -> LocalDate? {
      Int.random(in: 0..<3, using: &random) == 0
        ? nil : on(2026, 3, 1).advanced(by: .random(in: 0...60, using: &random))
    }
    let cards = [
      CardKey(.overdue), CardKey(.stepOverdue, subject: "step/1/SJ"),
      CardKey(.stepOverdue, subject: "step/1/XF"), CardKey(.resultUncollected),
    ]
    let departments: [DepartmentID?] = [nil, "SJ", "XF"]
    return cards.filter { _ in Bool.random(using: &random) }.map { card in
      Watch(
        card: card, department: departments.randomElement(using: &random) ?? nil,
        due: day().map { DueDate(on: $0, isProvisional: Bool.random(using: &random)) },
        warningFrom: day(), yellowFrom: day(), redFrom: day(), graveFrom: day())
    }
  }

  private func halls(seed: UInt64) throws -> (file: TestHall, memory: TestHall, ids: [CaseID]) {
    let (file, memory) = (try TestHall(.file), try TestHall(.memory))
    var day = Workday(seed: seed)
    for _ in 0..<90 { _ = day.act(at: [file.desk, memory.desk]) }
    return (file, memory, day.ids)
  }

  private func append(_ changes: [ReadModelChange], to halls: TestHall...) throws {
    for hall in halls { _ = try hall.store.append(Batch(stamp: Self.stamp, changes: changes)) }
  }

  /// Every page, the cursor as a command line gives it back.
  private func pages(
    _ store: any HallStore, _ filter: WatchFilter, on day: LocalDate, size: Int
  ) throws -> [WatchRow] {
    var rows: [WatchRow] = []
    var cursor: Cursor?
    repeat {
      let page = try store.watches(filter, on: day, after: cursor, limit: size)
      rows += page.rows
      cursor = page.next.flatMap { Cursor($0.text) }
    } while cursor != nil
    return rows
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `a file lists the cards memory lists, page after page`(seed: UInt64) throws {
    let (file, memory, ids) = try halls(seed: seed)
    var random = SplitMix(seed: seed)
    for id in ids { try append([.replaceWatches(id, watches(&random))], to: file, memory) }
    var shown = 0
    for day in Self.days {
      for filter in Self.filters {
        let size = Int.random(in: 1...5, using: &random)
        let listed = try pages(file.store, filter, on: day, size: size)
        let expected = try memory.store.watches(filter, on: day, after: nil, limit: 1000).rows
        if listed != expected { Issue.record("\(filter) on \(day), \(size) a page") }
        shown += listed.count
      }
      let counts = try file.store.watchCounts(on: day)
      #expect(try memory.store.watchCounts(on: day) == counts)
      let all = try memory.store.watches(WatchFilter(), on: day, after: nil, limit: 1000).rows
      #expect(counts.reduce(0) { $0 + $1.count } == all.count)
    }
    #expect(shown > 100)
    #expect(try file.store.casesUnderway() == memory.store.casesUnderway())
  }

  @Test(arguments: StoreKind.allCases)
  func `the watches of a case are replaced whole`(_ kind: StoreKind) throws {
    let hall = try TestHall(kind)
    var day = Workday(seed: 1)
    for _ in 0..<9 { _ = day.act(at: [hall.desk]) }
    let id = try #require(day.ids.first)
    let cards = [CardKey(.overdue), CardKey(.stepOverdue, subject: "step/1/SJ")]
    let red = cards.map { Watch(card: $0, department: "SJ", redFrom: on(2026, 3, 2)) }
    try append([.replaceWatches(id, red)], to: hall)
    func shown() throws -> [CardKey] {
      try hall.store.watches(WatchFilter(), on: on(2026, 3, 2), after: nil, limit: 9).rows
        .filter { $0.row.id == id }.map(\.watch.card)
    }
    #expect(try shown() == cards)
    try append([.replaceWatches(id, [red[1]])], to: hall)
    #expect(try shown() == [cards[1]])
    #expect(
      try hall.store.watches(WatchFilter(), on: on(2026, 3, 1), after: nil, limit: 9).rows
        .allSatisfy { $0.row.id != id })
    try append([.replaceWatches(id, [])], to: hall)
    #expect(try shown() == [])
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `a file adds up what memory adds up`(seed: UInt64) throws {
    let (file, memory, ids) = try halls(seed: seed)
    let (winter, spring) = (YearMonth(of: on(2026, 1, 9)), YearMonth(of: on(2026, 3, 9)))
    let sums = try file.store.tallies(from: winter, through: spring)
    #expect(try memory.store.tallies(from: winter, through: spring) == sums)
    #expect(try file.store.tallies(from: winter, through: winter) == [])
    for day in Self.days {
      #expect(try file.store.watchCounts(on: day) == memory.store.watchCounts(on: day))
    }
    let received = sums.filter { $0.key.measure == .received }.reduce(0) { $0 + $1.value }
    #expect(received == ids.count)
    for id in ids {
      let stream = StreamID.file(id)
      let version = try file.store.lastVersion(of: stream)
      #expect(try version == memory.store.lastVersion(of: stream) && version > 0)
    }
    #expect(try file.store.lastVersion(of: .file("YC209901010001")) == 0)
  }

  @Test(arguments: StoreKind.allCases)
  func `who looked is told, the last first`(_ kind: StoreKind) throws {
    let hall = try TestHall(kind)
    func look(_ clerk: ClerkID, second: Int64, _ counter: CounterID? = nil) -> Look {
      Look(
        id: "YC202603020001", clerk: clerk, counter: counter,
        at: TestClock.start.adding(seconds: second))
    }
    let looks = [
      look("C01", second: 0), look("S01", second: 60), look("C01", second: 60),
      look("C01", second: 60, "W01"), look("SJ1", second: 30),
    ]
    try append(looks.map { .putLook($0) }, to: hall)
    let seen = try hall.store.looks(of: "YC202603020001", limit: 10)
    #expect(seen == [looks[1], looks[2], looks[4], looks[0]])
    #expect(try hall.store.looks(of: "YC202603020001", limit: 1) == [looks[1]])
    #expect(try hall.store.looks(of: "YC202603020002", limit: 10) == [])
  }

  @Test(arguments: StoreKind.allCases)
  func `who waits longer under a quota is named in order`(_ kind: StoreKind) throws {
    let hall = try TestHall(kind)
    var day = Workday(seed: 2)
    for _ in 0..<60 { _ = day.act(at: [hall.desk]) }
    var rows = try day.ids.compactMap { try hall.store.caseRow($0) }.prefix(5)
    try #require(rows.count == 5)
    for (index, place) in [3, 1, nil, 2, 1].enumerated() {
      rows[index].item = index == 4 ? "SJ30" : "SJ05"
      rows[index].quotaPlace = place
    }
    try append(rows.map { .putCase($0) }, to: hall)
    #expect(try hall.store.earlierInQuota(of: "SJ05", before: 3) == [rows[1].id, rows[3].id])
    #expect(try hall.store.earlierInQuota(of: "SJ05", before: 1) == [])
    #expect(try hall.store.earlierInQuota(of: "SJ30", before: 9) == [rows[4].id])
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `cards counted within a reach follow every act, and only its case is read again`(
    seed: UInt64
  ) throws {
    let (file, memory, _) = try halls(seed: seed)
    let store = try #require(file.store as? SQLiteStore)
    var day = Workday(seed: seed + 100)
    let reach = Reach.department("SJ")
    let date = Self.days[Int(seed)]
    _ = try store.watchCounts(on: date, within: reach)
    var shown = 0
    for _ in 0..<40 {
      _ = day.act(at: [file.desk, memory.desk])
      let counted = try store.measuring { () throws(StoreError) in
        try store.watchCounts(on: date, within: reach)
      }
      #expect(try memory.store.watchCounts(on: date, within: reach) == counted.answer)
      #expect(!counted.effort.texts.contains { $0.contains("watch_by_rule") })
      shown += counted.answer.count
    }
    for other in Self.days {
      let counts = try store.watchCounts(on: other, within: reach)
      #expect(try memory.store.watchCounts(on: other, within: reach) == counts)
      shown += counts.count
    }
    #expect(shown > 10)
  }
}

import CaseStore
import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// What somebody sees of the hall: a file answers as memory does, and both as the cases themselves.
struct ReachListTests {
  private static let town = Clerk.township
  private static let reaches: [Reach] = [
    .hall, .department("SJ"), .department("XF"), .department("ZR"), .department("NN"),
    .township("青山镇"), .township("别的镇"),
  ]

  /// Two halls that saw the same day, part of it at a town.
  private func halls(seed: UInt64) throws -> (file: TestHall, memory: TestHall, ids: [CaseID]) {
    let (file, memory) = (try TestHall(.file), try TestHall(.memory))
    let sheet = Self.sheetOfTowns
    for hall in [file, memory] { try enrol(Self.town, publishing: sheet, in: hall) }
    var day = Workday(seed: seed)
    for _ in 0..<70 { _ = day.act(at: [file.desk, memory.desk]) }
    var ids = day.ids
    for turn in 0..<6 {
      for (index, desk) in [file.desk, memory.desk].enumerated() {
        let ending: IntakeEnding? =
          turn < 4 ? .decideOnTheSpot(text: "准予") : nil
        let outcome = try desk.carryOut(
          .takeIn(sheet.id, Scenario(sheet).completeIntake, ending), by: Seat(clerk: Self.town))
        if index == 0 { ids.append(outcome.id) }
      }
    }
    return (file, memory, ids)
  }

  /// Registered at the counter, also at a town's.
  private static var sheetOfTowns: ImplementationSheet {
    var sheet = ImplementationSheet.businessRecord
    (sheet.id, sheet.allowsTownshipIntake) = ("SJ21", true)
    return sheet
  }

  private func enrol(
    _ clerk: Clerk, publishing sheet: ImplementationSheet, in hall: TestHall
  ) throws {
    let events: [ReferenceEvent] = [.clerkEnrolled(clerk)]
    _ = try hall.store.append(
      Batch(
        stamp: Stamp(clerk: "M01", at: TestClock.start),
        appends: [
          StreamAppend(
            stream: .hall, expecting: try hall.store.lastVersion(of: .hall),
            events: events.map { .reference($0) }),
          StreamAppend(
            stream: .item(sheet.id), expecting: 0, events: [.reference(.sheetPublished(sheet))]),
        ], changes: (events + [.sheetPublished(sheet)]).map { .putReference($0) }))
  }

  private static var filters: [CaseFilter] {
    let stages: [CaseStage?] = [nil, .underExamination, .awaitingRelease]
    let departments: [DepartmentID?] = [nil, "SJ", "XF"]
    let others: [(ItemID?, ClerkID?)] = [(nil, nil), ("SJ30", nil), (nil, "C01")]
    return reaches.flatMap { reach in
      stages.flatMap { stage in
        departments.flatMap { department in
          others.flatMap { item, clerk in
            [false, true].map { isOpen in
              CaseFilter(
                stage: stage, department: department, item: item, receivedBy: clerk,
                openOnly: isOpen, reach: reach)
            }
          }
        }
      }
    }
  }

  private func pages(_ store: any HallStore, _ filter: CaseFilter, size: Int) throws -> [CaseRow] {
    var rows: [CaseRow] = []
    var cursor: Cursor?
    repeat {
      let page = try store.cases(filter, after: cursor, limit: size)
      rows += page.rows
      cursor = page.next
    } while cursor != nil
    return rows
  }

  @Test(arguments: 0..<2 as Range<UInt64>)
  func `a list holds what is within the reach and nothing else, page after page`(
    seed: UInt64
  ) throws {
    let (file, memory, ids) = try halls(seed: seed)
    let files = try ids.map { try file.desk.file($0) }
    for reach in Self.reaches {
      let seen = try pages(file.store, CaseFilter(reach: reach), size: 7).map(\.id)
      #expect(Set(seen) == Set(files.filter { $0.isWithin(reach) }.map(\.id)), "\(reach)")
      #expect(seen.count == Set(seen).count)
      for it in files {
        #expect(try file.store.isWithin(reach, it.id) == it.isWithin(reach))
        #expect(try memory.store.isWithin(reach, it.id) == it.isWithin(reach))
      }
    }
    for filter in Self.filters {
      let listed = try pages(file.store, filter, size: 3)
      let expected = try memory.store.cases(filter, after: nil, limit: 1000).rows
      if listed != expected { Issue.record("\(filter)") }
    }
  }

  @Test(arguments: 2..<4 as Range<UInt64>)
  func `inboxes, results, cards, searches and figures keep within the reach`(
    seed: UInt64
  ) throws {
    let (file, memory, _) = try halls(seed: seed)
    let month = YearMonth(of: on(2026, 3, 2))
    var found = 0
    for reach in Self.reaches {
      for department in ["SJ", "XF", "ZR"] as [DepartmentID] {
        let filter = TaskFilter(department: department, reach: reach)
        let tasks = try file.store.tasks(filter, after: nil, limit: 500).rows
        #expect(try memory.store.tasks(filter, after: nil, limit: 500).rows == tasks)
        #expect(try tasks.allSatisfy { try file.desk.file($0.row.id).isWithin(reach) })
        found += tasks.count
      }
      let results = try file.store.results(within: reach, after: nil, limit: 500).rows
      #expect(try memory.store.results(within: reach, after: nil, limit: 500).rows == results)
      #expect(try results.allSatisfy { try file.desk.file($0.id).isWithin(reach) })
      for text in ["王", "SJ", "0001", "示范", "餐饮"] {
        let rows = try file.store.search(text, within: reach, limit: 5)
        #expect(try memory.store.search(text, within: reach, limit: 5) == rows)
        #expect(try rows.allSatisfy { try file.desk.file($0.id).isWithin(reach) })
        found += rows.count
      }
      for day in [on(2026, 3, 2), on(2026, 6, 1)] {
        let filter = WatchFilter(reach: reach)
        let cards = try file.store.watches(filter, on: day, after: nil, limit: 500).rows
        #expect(try memory.store.watches(filter, on: day, after: nil, limit: 500).rows == cards)
        for department in ["SJ", "XF", "ZR"] as [DepartmentID] {
          let filter = WatchFilter(department: department, reach: reach)
          let own = try file.store.watches(filter, on: day, after: nil, limit: 500).rows
          #expect(try memory.store.watches(filter, on: day, after: nil, limit: 500).rows == own)
        }
        let counts = try file.store.watchCounts(on: day, within: reach)
        #expect(try memory.store.watchCounts(on: day, within: reach) == counts)
        #expect(counts.reduce(0) { $0 + $1.count } == cards.count)
      }
      let sums = try file.store.tallies(from: month, through: month, within: reach)
      #expect(try memory.store.tallies(from: month, through: month, within: reach) == sums)
      found += results.count + sums.count
    }
    let ofTheTown = try file.store.tallies(from: month, through: month, within: .township("青山镇"))
    #expect(ofTheTown.first { $0.key.measure == .received }?.value == 6)
    #expect(found > 40)
  }

  @Test func `the counters of a seat count what its lists hold`() throws {
    let (file, _, _) = try halls(seed: 5)
    for clerk in [Clerk.counterClerk, .examiner, .fireExaminer, Self.town] {
      let seat = Seat(clerk: clerk)
      let counts = try file.desk.counts(by: seat)
      for stage in CaseStage.allCases {
        let rows = try file.desk.cases(
          CaseFilter(stage: stage), by: seat, after: nil, limit: 500
        ).rows
        #expect(counts[.stage(stage)] ?? 0 == rows.count, "\(clerk.id) \(stage)")
      }
      let results = try file.desk.results(by: seat, after: nil, limit: 500).rows
      #expect(counts[.results] ?? 0 == results.count)
      for department in ["SJ", "XF", "ZR"] as [DepartmentID]
      where clerk.reach != .hall && clerk.department != department {
        #expect(counts[.inbox(department)] == nil)
      }
    }
  }

  @Test func `who may see which case follows from the record`() throws {
    let (file, memory, _) = try halls(seed: 6)
    let store = try #require(file.store as? SQLiteStore)
    #expect(try store.verify(readings: TestReadings.of).faults == [])
    try store.rebuild(readings: TestReadings.of)
    #expect(try store.verify(readings: TestReadings.of).faults == [])
    // Now every text is in the index and none waits beside it.
    for reach in Self.reaches {
      for text in ["YC2026", "SJ", "0001", "示范", "餐饮"] {
        let rows = try store.search(text, within: reach, limit: 5)
        #expect(try memory.store.search(text, within: reach, limit: 5) == rows, "\(reach) \(text)")
      }
    }
  }
}

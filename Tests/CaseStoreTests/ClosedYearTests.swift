import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import SQLite
import TestSupport
import Testing
import WorkCalendar

struct ClosedYearTests {
  @Test(arguments: [3, 8])
  func `finished cases get a file of their own, and the hall tells the same`(
    seed: UInt64
  ) throws {
    let hall = try ClosingHall(seed: seed)
    let before = try hall.seen()
    let moved = try hall.close()
    #expect(moved.moved > 4 && moved.left == 0)
    #expect(try hall.seen() == before)
    let listed = try hall.listed()
    #expect(listed.count == hall.ids.count - moved.moved)
    let report = try hall.report()
    #expect(report.faults == [])
    #expect(report.hasComparedLists && report.cases == hall.ids.count)
    #expect(report.closedYears.map(\.path) == [hall.closedPath])
    #expect(report.closedYears.first?.closed.cases == moved.moved)
  }

  @Test func `counters count what the lists hold`() throws {
    let hall = try ClosingHall()
    try hall.close()
    let (store, _) = try hall.open()
    let rows = try store.cases(CaseFilter(), after: nil, limit: 5_000).rows
    for stage in CaseStage.allCases {
      let count = rows.count { $0.stage == stage }
      #expect(try store.counts()[.stage(stage)] ?? 0 == count, "\(stage)")
      let ofTheMarket = try store.cases(
        CaseFilter(stage: stage, reach: .department("SJ")), after: nil, limit: 5_000)
      let counted = try store.counts()[.stageWithin(.department("SJ"), stage)] ?? 0
      #expect(counted == ofTheMarket.rows.count, "\(stage)")
    }
  }

  @Test func `closing again changes nothing, and a year that is not over stays open`() throws {
    let hall = try ClosingHall()
    try hall.close()
    let events = try hall.report().events
    #expect(try hall.close() == YearClosing.Moved())
    #expect(try hall.report().events == events)
    let (_, desk) = try hall.open()
    let notOver = #expect(throws: DeskRefusal.self) {
      try desk.permitClosing(2027, by: hall.manager)
    }
    #expect(notOver == .yearNotOver(2027))
    let mayNot = #expect(throws: DeskRefusal.self) {
      try desk.permitClosing(2026, by: Seat(clerk: .supervisor))
    }
    #expect(mayNot == .refused(.roleMayNot(.supervisor), nil))
  }

  @Test func `a closed case is read, looked at and printed again, and nothing else`() throws {
    let hall = try ClosingHall()
    try hall.close()
    let (store, desk) = try hall.open()
    let id = try #require(try Self.closed(hall, in: store) { !$0.documents.isEmpty })
    let (file, events) = try desk.look(at: id, by: ClosingHall.counter)
    #expect(file.closedYear == 2026 && !events.isEmpty)
    #expect(try store.caseRow(id)?.closedYear == 2026)
    #expect(try store.looks(of: id, limit: 5).map(\.clerk) == ["C01"])
    let document = try #require(file.documents.first)
    for command in [
      CaseCommand.withdraw(reason: "x"), .reprint(document.kind, number: document.number),
    ] {
      let refusal = #expect(throws: DeskRefusal.self) {
        _ = try desk.carryOut(.on(id, command), by: ClosingHall.counter) as Outcome
      }
      #expect(refusal == .refused(.caseClosed(2026), id))
    }
    let bytes = FileManager.default.contents(atPath: hall.closedPath)
    try desk.reprint(document, of: id, by: ClosingHall.counter)
    let journal = try store.events(of: .access(on(2027, 2, 1), "C01"), after: 0).map(\.event)
    #expect(
      journal == [
        .access(.reprinted(Reprinted(id: id, kind: document.kind, number: document.number)))
      ])
    #expect(FileManager.default.contents(atPath: hall.closedPath) == bytes)
    #expect(try hall.report().isSound)
  }

  @Test func `a batch for a closed case is a conflict, whatever version it expects`() throws {
    let hall = try ClosingHall()
    try hall.close()
    let (store, desk) = try hall.open()
    let id = try #require(try Self.closed(hall, in: store) { _ in true })
    let last = try #require(try desk.history(id).events.last)
    for expected in [0, last.version] {
      let batch = Batch(
        stamp: Stamp(clerk: "C01", at: desk.now),
        appends: [
          StreamAppend(stream: .file(id), expecting: expected, events: [last.event])
        ])
      #expect(try store.append(batch) == .conflict)
    }
  }

  @Test func `a search finds the working store first, then closed years, and nothing twice`() throws
  {
    let hall = try ClosingHall()
    try hall.close()
    let (store, _) = try hall.open()
    let found = try store.search("示范", limit: 5_000)
    #expect(Set(found.map(\.id)).count == found.count)
    let firstClosed = try #require(found.firstIndex { $0.closedYear != nil })
    #expect(found[firstClosed...].allSatisfy { $0.closedYear == 2026 })
    #expect(found[..<firstClosed].contains { $0.id == hall.newest })
    #expect(try store.search("示范", limit: firstClosed + 2) == Array(found.prefix(firstClosed + 2)))
    let last = try #require(found.last)
    #expect(try store.search(last.number, limit: 5) == [last])
    #expect(try store.search(String(last.id.rawValue.dropFirst(2)), limit: 5) == [last])
  }

  @Test func `departments and towns see in closed years what is their matter`() throws {
    let hall = try ClosingHall()
    try hall.close()
    let (store, desk) = try hall.open()
    let closed = try hall.ids.filter { try store.closedYear(of: $0) != nil }
    let fire = Seat(clerk: .fireExaminer)
    let seen = Set(try desk.search("示范", by: fire, limit: 5_000).map(\.id))
    for id in closed {
      let isTheirs = try desk.file(id).isWithin(.department("XF"))
      #expect(try store.isWithin(.department("XF"), id) == isTheirs)
      #expect(try !store.isWithin(.township("青山镇"), id))
      if isTheirs {
        _ = try desk.history(id, by: fire)
      } else {
        #expect(!seen.contains(id))
        #expect(throws: DeskRefusal.outOfReach(id)) { try desk.history(id, by: fire) }
      }
    }
  }

  @Test func `what is done with a case after it was copied keeps it where it is`() throws {
    let hall = try ClosingHall()
    let closed = try hall.write()
    let (store, desk) = try hall.open()
    try desk.record(closed, by: hall.manager)
    let id = try #require(
      try hall.finished(desk).first { try desk.file($0).rating == nil })
    let rating = CaseCommand.rate(.give(.satisfied, detail: "", .evaluator))
    _ = try desk.carryOut(.on(id, rating), by: ClosingHall.counter) as Outcome
    let draft = try #require(try hall.finished(desk).last)
    try desk.keep(
      Draft(
        id: "d", clerk: "C01", counter: "W01", form: "rate", title: "", body: "{\(draft)}",
        savedAt: desk.now), by: ClosingHall.counter)
    let before = try hall.seen()
    let moved = try hall.closing(store).moveOut(closed)
    #expect(moved.left == 2 && moved.moved == closed.cases - 2)
    #expect(try Set(hall.listed()).isSuperset(of: [id, draft]))
    #expect(try hall.seen() == before)
    #expect(try hall.report().faults == [])
    // It goes with the next file of the year.
    try desk.discard("d", by: ClosingHall.counter)
    try hall.close()
    #expect(try store.closedYears().map(\.name) == ["2026-2", "2026"])
    #expect(try store.caseRow(id)?.closedYear == 2026)
    #expect(try hall.seen() == before)
    #expect(try hall.report().faults == [])
  }

  @Test func `others act between two batches`() throws {
    let hall = try ClosingHall()
    let closed = try hall.write()
    let (store, desk) = try hall.open()
    try desk.record(closed, by: hall.manager)
    let (_, colleague) = try hall.open()
    var (acts, largest, last) = (0, 0, 0)
    let closing = hall.closing(store) { step, progress in
      guard step == .moving else { return }
      largest = max(largest, progress.done - last)
      last = progress.done
      if (try? ClosingHall.takeIn(at: colleague)) != nil { acts += 1 }
    }
    _ = try closing.moveOut(closed)
    #expect(acts == (closed.cases + 2) / 3 && largest == 3)
    #expect(try hall.report().faults == [])
  }

  /// One that lies in the closed year.
  private static func closed(
    _ hall: ClosingHall, in store: SQLiteStore, where isWanted: (CaseFile) -> Bool
  ) throws -> CaseID? {
    let (_, desk) = try hall.open()
    return try hall.ids.first {
      try store.closedYear(of: $0) != nil && isWanted(desk.file($0))
    }
  }
}

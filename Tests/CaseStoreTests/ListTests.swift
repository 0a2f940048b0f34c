import CaseStore
import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// The lists of a file, compared with those of memory after a day of chance.
struct ListTests {
  private static let filters: [CaseFilter] =
    [
      CaseFilter(), CaseFilter(openOnly: true), CaseFilter(department: "SJ"),
      CaseFilter(item: "SJ05"), CaseFilter(receivedBy: "C01", openOnly: true),
      CaseFilter(stage: .underExamination, item: "SJ30"),
    ]
    + CaseStage.allCases.flatMap {
      [CaseFilter(stage: $0), CaseFilter(stage: $0, department: "SJ", openOnly: true)]
    }

  private static let inboxes: [TaskFilter] = ["SJ", "XF", "ZR"].flatMap { department in
    [.anybody, .nobody, .clerk("SJ1"), .clerk("C01")].map {
      TaskFilter(department: department, holder: $0)
    }
  }

  /// Every page of a list, one after the other.
  private func all<Row>(
    _ size: Int, _ page: (Cursor?) throws(StoreError) -> Page<Row>
  ) throws -> [Row] {
    var rows: [Row] = []
    var cursor: Cursor?
    repeat {
      let page = try page(cursor)
      if page.rows.count > size || page.rows.isEmpty && page.next != nil { return [] }
      rows += page.rows
      cursor = page.next
    } while cursor != nil
    return rows
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `a file lists what memory lists, page after page`(seed: UInt64) throws {
    let (file, memory) = (try TestHall(.file), try TestHall(.memory))
    var day = Workday(seed: seed)
    for step in 0..<160 where !day.act(at: [file.desk, memory.desk]) {
      Issue.record("the desks differ at step \(step)")
    }
    var random = SplitMix(seed: seed)
    for filter in Self.filters {
      let size = Int.random(in: 1...7, using: &random)
      let listed = try all(size) { cursor throws(StoreError) in
        try file.store.cases(filter, after: cursor, limit: size)
      }
      let expected = try memory.store.cases(filter, after: nil, limit: 1000).rows
      if listed != expected { Issue.record("\(filter)") }
    }
    for filter in Self.inboxes {
      let size = Int.random(in: 1...7, using: &random)
      let listed = try all(size) { cursor throws(StoreError) in
        try file.store.tasks(filter, after: cursor, limit: size)
      }
      if listed != (try memory.store.tasks(filter, after: nil, limit: 1000).rows) {
        Issue.record("\(filter)")
      }
    }
    let results = try all(2) { cursor throws(StoreError) in
      try file.store.results(after: cursor, limit: 2)
    }
    #expect(results == (try memory.store.results(after: nil, limit: 1000).rows))
    #expect(try file.store.counts() == memory.store.counts())
    for reach in [Reach.hall, .department("SJ"), .department("XF"), .township("青山镇")] {
      let counts = try file.store.counts(within: reach, on: TestClock.start.date)
      #expect(try counts == memory.store.counts(within: reach, on: TestClock.start.date))
    }
    try compareRows(file.store, memory.store, day.ids)
  }

  private func compareRows(
    _ file: any HallStore, _ memory: any HallStore, _ ids: [CaseID]
  ) throws {
    for id in ids {
      let isSame =
        try file.caseRow(id) == memory.caseRow(id) && file.result(id) == memory.result(id)
        && file.task(TaskID(department: "SJ", id: id))
          == memory.task(TaskID(department: "SJ", id: id))
      if !isSame { Issue.record("\(id) differs") }
    }
    for applicant in [Applicant.restaurant, .person] {
      #expect(
        try file.results(of: applicant.identity) == memory.results(of: applicant.identity))
      #expect(try file.applicant(applicant.identity) == memory.applicant(applicant.identity))
    }
    for row in try memory.results(after: nil, limit: 3).rows {
      #expect(try file.results(pickUpCode: row.pickUpCode).contains(row))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `tickets come in the order they were given out`(_ kind: StoreKind) throws {
    let hall = try TestHall(kind)
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    for queue in ["B", "A", "A", "B"] {
      _ = try hall.desk.issueTicket(queue: queue, purpose: "办事", by: seat)
    }
    _ = try hall.desk.callNext(queues: ["B"], at: "W01", by: seat)
    let day = on(2026, 3, 2)
    let waiting = try hall.store.tickets(on: day, in: [.waiting], limit: 10)
    #expect(waiting.map(\.id) == ["A001", "A002", "B002"])
    let two = try hall.store.tickets(on: day, in: [.waiting, .called], limit: 2)
    #expect(two.map(\.id) == ["A001", "A002"])
    #expect(try hall.store.ticket("B001", on: day)?.state == .called)
    #expect(try hall.store.ticket("B001", on: on(2026, 3, 3)) == nil)
    #expect(try hall.store.counts()[.waiting(queue: "A", on: day)] == 2)
  }
}

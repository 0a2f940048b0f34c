import CaseStore
import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// What every store promises.
struct StoreContractTests {
  private let stamp = Stamp(clerk: "C01", counter: "W01", at: TestClock.start)

  private func issued(_ id: TicketID, expecting version: Int = 0, _ request: RequestID? = nil)
    -> Batch
  {
    let event = HallEvent.ticket(.issued(TicketIssued(queue: "A", purpose: "办事")))
    return Batch(
      request: request, answer: "A001", stamp: stamp,
      appends: [.init(stream: .ticket(on(2026, 3, 2), id), expecting: version, events: [event])])
  }

  @Test(arguments: StoreKind.allCases)
  func `what was appended is read back in order`(_ kind: StoreKind) throws {
    let store = try TestHall(kind).store
    let stream = StreamID.ticket(on(2026, 3, 2), "A001")
    let first = try store.append(issued("A001"))
    let arrived = HallEvent.ticket(.arrived)
    _ = try store.append(
      Batch(stamp: stamp, appends: [.init(stream: stream, expecting: 1, events: [arrived])]))
    let events = try store.events(of: stream, after: 0)
    #expect(events.map(\.version) == [1, 2])
    #expect(events.map(\.stamp) == [stamp, stamp])
    let end = StreamBeginning(version: 1, hash: events[0].hash)
    #expect(first == .committed(position: events[0].position, ends: [stream: end]))
    #expect(try store.events(of: stream, after: 1).map(\.event) == [arrived])
  }

  @Test(arguments: StoreKind.allCases)
  func `a stream that has moved on refuses the batch whole`(_ kind: StoreKind) throws {
    let store = try TestHall(kind).store
    _ = try store.append(issued("A001"))
    var late = issued("A001", expecting: 0, "late")
    late.appends.insert(contentsOf: issued("A002").appends, at: 0)
    late.numbers = [.init(series: "ticket", number: 1)]
    late.changes = [.count(.results, by: 1)]
    #expect(try store.append(late) == .conflict)
    #expect(try store.events(of: .ticket(on(2026, 3, 2), "A002"), after: 0).isEmpty)
    #expect(try store.lastNumber(of: "ticket") == 0)
    #expect(try store.counts().isEmpty)
    #expect(try store.answer(to: "late") == nil)
    #expect(try store.append(issued("A003", expecting: 1)) == .conflict)
  }

  @Test(arguments: StoreKind.allCases)
  func `one batch may go on with a stream it has begun`(_ kind: StoreKind) throws {
    let store = try TestHall(kind).store
    var batch = issued("A001")
    batch.appends += issued("A001", expecting: 1).appends
    guard case .committed = try store.append(batch) else {
      Issue.record("not committed")
      return
    }
    #expect(try store.events(of: .ticket(on(2026, 3, 2), "A001"), after: 0).count == 2)
  }

  @Test(arguments: StoreKind.allCases)
  func `a request is carried out once and answers the same again`(_ kind: StoreKind) throws {
    let store = try TestHall(kind).store
    _ = try store.append(issued("A001", "r1"))
    #expect(try store.append(issued("A002", "r1")) == .repeated(answer: "A001"))
    #expect(try store.answer(to: "r1") == "A001")
    #expect(try store.events(of: .ticket(on(2026, 3, 2), "A002"), after: 0).isEmpty)
  }

  @Test(arguments: StoreKind.allCases)
  func `numbers are given out without gaps`(_ kind: StoreKind) throws {
    let store = try TestHall(kind).store
    func take(_ numbers: Int...) throws -> Bool {
      let taken = numbers.map { NumberTaken(series: "document/SJ/D01/2026", number: $0) }
      let appended = try store.append(Batch(stamp: stamp, numbers: taken))
      return appended != .conflict
    }
    let answers = [try take(1), try take(3), try take(1), try take(2, 3), try take(4, 6)]
    #expect(answers == [true, false, false, true, false])
    #expect(try store.lastNumber(of: "document/SJ/D01/2026") == 3)
    #expect(try store.lastNumber(of: "another") == 0)
  }

  @Test(arguments: StoreKind.allCases)
  func `changes name each stream once, oldest first`(_ kind: StoreKind) throws {
    let store = try TestHall(kind).store
    let start = try store.changes(after: 0, limit: 1000).position
    for id in ["A001", "A002", "A003"] { _ = try store.append(issued(TicketID(id))) }
    var again = issued("A001", expecting: 1)
    again.stamp.clerk = "C02"
    _ = try store.append(again)
    let all = try store.changes(after: start, limit: 10)
    #expect(all.streams.map(\.text).map { $0.suffix(4) } == ["A001", "A002", "A003"])
    #expect(all.position == start + 4)
    let part = try store.changes(after: start + 1, limit: 2)
    #expect(part.streams.map(\.text).map { $0.suffix(4) } == ["A002", "A003"])
    #expect(try store.changes(after: all.position, limit: 10).position == all.position)
  }

  @Test(arguments: StoreKind.allCases)
  func `drafts are kept per clerk, the newest first`(_ kind: StoreKind) throws {
    let store = try TestHall(kind).store
    func draft(_ id: DraftID, _ clerk: ClerkID, minute: Int, _ body: String = "{}") -> Draft {
      Draft(
        id: id, clerk: clerk, counter: nil, form: "intake", title: "食品经营许可", body: body,
        savedAt: TestClock.start.adding(seconds: Int64(minute) * 60))
    }
    try store.save(draft("d1", "C01", minute: 1))
    try store.save(draft("d2", "C01", minute: 2))
    try store.save(draft("d3", "C02", minute: 3))
    try store.save(draft("d1", "C01", minute: 4, "半个'字\"段"))
    #expect(try store.drafts(of: "C01").map(\.id) == ["d1", "d2"])
    #expect(try store.drafts(of: "C01").first?.body == "半个'字\"段")
    _ = try store.append(Batch(stamp: stamp, changes: [.deleteDraft("d1")]))
    try store.delete("d3")
    try store.delete("nothing")
    #expect(try store.drafts(of: "C01").map(\.id) == ["d2"])
    #expect(try store.drafts(of: "C02").isEmpty)
  }

  @Test(arguments: StoreKind.allCases)
  func `what the hall is made of is read as it was published`(_ kind: StoreKind) throws {
    let hall = try TestHall(kind)
    var revised = ImplementationSheet.foodLicence
    (revised.version, revised.name.zh) = (2, "食品经营许可（修订）")
    let calendar = CalendarYear(year: 2026, notice: "", off: [], makeUp: [])
    let events: [ReferenceEvent] = [.sheetPublished(revised), .calendarPublished(calendar)]
    _ = try hall.store.append(Batch(stamp: stamp, changes: events.map { .putReference($0) }))
    #expect(try hall.store.hall() == .model)
    #expect(try hall.store.departments().map(\.id) == ["SJ", "XF", "ZR"])
    #expect(
      try hall.store.clerks().map(\.id)
        == ["C01", "M01", "R01", "S01", "SJ1", "SJ9", "XF1", "ZR1"])
    #expect(try hall.store.calendarYears() == [calendar])
    #expect(try hall.store.items().map(\.version) == [2, 1, 1, 1, 1])
    #expect(try hall.store.sheet("SJ05", version: 1) == .foodLicence)
    #expect(try hall.store.sheet("SJ05", version: 2) == revised)
    #expect(try hall.store.sheet("SJ05", version: 3) == nil)
    #expect(try hall.store.nature() == TestHall.nature)
  }
}

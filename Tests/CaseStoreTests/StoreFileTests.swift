import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import Glibc
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// A store as a file: made, opened, shared, refused.
struct StoreFileTests {
  private let stamp = Stamp(clerk: "C01", at: TestClock.start)

  @Test func `a store opened again is as it was left`() throws {
    let path = try FinishedHall(acts: 60).path
    let (first, again) = (try SQLiteStore.open(at: path), try SQLiteStore.open(at: path))
    let rows = try first.cases(CaseFilter(), after: nil, limit: 100).rows
    #expect(rows.count > 5)
    #expect(try again.cases(CaseFilter(), after: nil, limit: 100).rows == rows)
    #expect(try again.nature() == TestHall.nature)
    #expect(try again.items() == first.items())
  }

  @Test func `of many who make a store at one place, one makes it`() async throws {
    let path = try TemporaryFolder().path("hall.db")
    let refusals = await withTaskGroup(of: StoreError?.self) { group in
      for number in 0..<6 {
        group.addTask {
          do throws(StoreError) {
            let nature = StoreNature(isDemo: true, secret: "\(number)")
            _ = try SQLiteStore.create(at: path, nature: nature)
            return nil
          } catch {
            return error
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(refusals.filter { $0 == nil }.count == 1)
    #expect(refusals.filter { $0 == .exists(path: path) }.count == 5)
    #expect(try SQLiteStore.open(at: path).nature().isDemo)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `the second of two on one case is told that it came too late`() throws {
    let hall = try TestHall(.file)
    let other = try SQLiteStore.open(at: hall.path)
    let stream = StreamID.ticket(TestClock.start.date, "A001")
    let issued = HallEvent.ticket(.issued(TicketIssued(queue: "A", purpose: "")))
    let batch = Batch(
      stamp: stamp, appends: [.init(stream: stream, expecting: 0, events: [issued])])
    let marks = (try hall.store.newsMark(), try other.newsMark())
    #expect(try hall.store.append(batch) != .conflict)
    #expect(try hall.store.newsMark() == marks.0)
    #expect(try other.newsMark() != marks.1)
    #expect(try other.append(batch) == .conflict)
    #expect(try other.events(of: stream, after: 0).count == 1)
  }

  @Test func `many counters at once give each number to one person`() async throws {
    let hall = try TestHall(.file)
    let path = hall.path
    let numbers = try await withThrowingTaskGroup(of: [TicketID].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let desk = try Desk(store: SQLiteStore.open(at: path), surroundings: .test())
          return try (0..<15).map { _ in
            try desk.issueTicket(queue: "A", purpose: "办事", by: Seat(clerk: .counterClerk)).id
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(numbers).count == 60)
    #expect(numbers.max() == "A060")
    #expect(try hall.store.counts()[.waiting(queue: "A", on: on(2026, 3, 2))] == 60)
    #expect(try SQLiteStore.openReadOnly(at: path).verify(readings: TestReadings.of).isSound)
  }

  @Test func `a batch that fails midway leaves nothing, and the store goes on`() throws {
    let hall = try TestHall(.file)
    let stream = StreamID.ticket(TestClock.start.date, "A001")
    let issued = HallEvent.ticket(.issued(TicketIssued(queue: "A", purpose: "")))
    let texts = SearchTexts(
      caseNumber: "", shortNumber: "", applicantName: "", identityNumber: "", nameReadings: [],
      itemName: "", itemInitials: "")
    var batch = Batch(
      request: "r1", stamp: stamp,
      appends: [.init(stream: stream, expecting: 0, events: [issued])],
      numbers: [.init(series: "A", number: 1)],
      changes: [.count(.results, by: 1), .index("a case that is not there", texts)],
      outgoing: [.init(kind: .ready, id: "YC202603020001")])
    #expect(throws: StoreError.self) { try hall.store.append(batch) }
    #expect(try hall.store.events(of: stream, after: 0).isEmpty)
    #expect(try hall.store.counts().isEmpty)
    #expect(try hall.store.answer(to: "r1") == nil)
    #expect(try hall.store.lastNumber(of: "A") == 0)
    batch.changes = []
    #expect(try hall.store.append(batch) != .conflict)
  }

  @Test func `who looks only cannot write`() throws {
    let path = try FinishedHall(acts: 60).path
    let store = try SQLiteStore.openReadOnly(at: path)
    #expect(try !store.cases(CaseFilter(), after: nil, limit: 3).rows.isEmpty)
    #expect(throws: StoreError.readOnly(path: path)) { try store.append(Batch(stamp: stamp)) }
    #expect(throws: StoreError.readOnly(path: path)) { try store.delete("d1") }
  }

  @Test func `a copy made while the hall works is sound`() throws {
    let hall = try TestHall(.file)
    _ = try hall.desk.issueTicket(queue: "A", purpose: "", by: Seat(clerk: .counterClerk))
    let store = try SQLiteStore.open(at: hall.path)
    let copy = hall.folder.path("copy.db")
    try store.backup(into: copy)
    let report = try SQLiteStore.openReadOnly(at: copy).verify(readings: TestReadings.of)
    #expect(report.isSound && report.streams == 7)
    #expect(throws: StoreError.exists(path: copy)) { try store.backup(into: copy) }
  }

  @Test func `whoever waits too long for the turn is told so`() throws {
    let hall = try TestHall(.file)
    let other = try SQLiteStore.open(at: hall.path, patience: 0)
    let refusals = try hall.store.inTurn { () -> [StoreError?] in
      [#expect(throws: StoreError.self) { try other.append(Batch(stamp: stamp)) }]
    }
    // It signs with the clerk it wrote for last.
    let holder = TurnHolder(process: getpid(), clerk: "M01")
    #expect(refusals == [.lockedTooLong(seconds: 0, holder: holder)])
    #expect(try other.append(Batch(stamp: stamp)) != .conflict)
  }
}

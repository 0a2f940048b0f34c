import CaseStore
import Casework
import Deskwork
import FaultyDisk
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// What a desk keeps of the cases it has read never shows but in the time it takes.
struct KeptFileTests {
  /// Two counters of one house: at one desk what is kept would be old without being looked at.
  private static func desks(_ hall: TestHall, keeping most: Int) throws -> [Desk] {
    try (0..<2).map { _ in
      try Desk(
        store: SQLiteStore.open(at: hall.path), surroundings: .test(), keeping: most)
    }
  }

  @Test(arguments: [(0, 1), (1, 3), (2, 8), (3, 2)] as [(UInt64, Int)])
  func `a desk that keeps cases decides as one that reads them anew`(
    seed: UInt64, most: Int
  ) throws {
    let (one, other) = (try TestHall(.file), try TestHall(.file))
    let keeping = try Self.desks(one, keeping: most)
    let reading = try Self.desks(other, keeping: 0)
    var random = SplitMix(seed: seed)
    var day = Workday(seed: seed)
    for step in 0..<90 {
      let counter = random.below(2)
      if !day.act(at: [keeping[counter], reading[counter]]) {
        Issue.record("seed \(seed): the desks differ at step \(step)")
      }
      guard let id = day.ids.randomElement(using: &random) else { continue }
      let asked = random.below(2)
      if random.below(2) == 0 {
        let (kept, read) = (try keeping[asked].history(id), try reading[asked].history(id))
        #expect(kept.file == read.file && kept.events == read.events, "seed \(seed) \(step)")
      } else {
        #expect(try keeping[asked].file(id) == reading[asked].file(id), "seed \(seed) \(step)")
      }
    }
    for id in day.ids {
      let events = try keeping[0].history(id).events
      #expect(try events == keeping[1].store.events(of: .file(id), after: 0))
    }
  }

  private let seat = Seat(clerk: .counterClerk, counter: "W01")
  private let examiner = Seat(clerk: .examiner)

  private func accepted(at desk: Desk) throws -> CaseID {
    let ending = IntakeEnding.accept(deferring: [], underCommitment: false)
    let act = DeskAct.takeIn("SJ05", Scenario(.foodLicence).completeIntake, ending)
    return try desk.carryOut(act, by: seat).id
  }

  /// The same number of events, by somebody else: only their hashes tell them apart.
  @Test func `what the disk took back is not kept`() throws {
    let hall = try TestHall(.file)
    let disk = FaultyDisk()
    var handling = FileHandling()
    handling.layer = disk.name
    let store = try SQLiteStore.open(at: hall.path, handling: handling)
    let desk = try Desk(store: store, surroundings: .test())
    let other = try hall.another()
    var failures = 0
    for number in 0... {
      let id = try accepted(at: desk)
      let (calls, isDone) = claimAndGiveBack(id, desk, store, disk, failingAt: number)
      if !isDone {
        failures += 1
        _ = try other.carryOut(.on(id, .claim), by: Seat(clerk: .examiner, counter: "W02"))
        _ = try other.carryOut(.on(id, .giveBack(reason: "他人")), by: examiner)
      }
      let (kept, read) = (try desk.history(id), try other.history(id))
      #expect(kept.file == read.file && kept.events == read.events, "\(number)")
      #expect(try desk.file(id) == read.file)
      if calls <= number { break }
    }
    #expect(failures > 3)
    #expect(try store.verify(readings: TestReadings.of).faults == [])
  }

  private func claimAndGiveBack(
    _ id: CaseID, _ desk: Desk, _ store: SQLiteStore, _ disk: FaultyDisk, failingAt number: Int
  ) -> (calls: Int, isDone: Bool) {
    var (calls, isDone) = (0, true)
    disk.fault = { _ in
      defer { calls += 1 }
      return calls == number ? .inputOutput : nil
    }
    do throws(StoreError) {
      try store.together {
        _ = try? desk.carryOut(.on(id, .claim), by: examiner)
        _ = try? desk.history(id)
        _ = try? desk.carryOut(.on(id, .giveBack(reason: "转办")), by: examiner)
      }
    } catch {
      isDone = false
    }
    disk.fault = { _ in nil }
    return (calls, isDone)
  }

  @Test func `a case at hand is not decoded once more`() throws {
    let hall = try TestHall(.file)
    let store = try #require(hall.store as? SQLiteStore)
    let id = try accepted(at: hall.desk)
    _ = try hall.desk.carryOut(.on(id, .claim), by: examiner)
    let (file, effort) = try store.measuring { try hall.desk.file(id) }
    #expect(file.version > 3 && effort.texts.count == 1 && effort.steps < 40)
  }

  @Test func `of the cases a desk keeps, the one used longest ago goes first`() throws {
    let hall = try TestHall(.file)
    let store = try SQLiteStore.open(at: hall.path)
    let desk = try Desk(store: store, surroundings: .test(), keeping: 2)
    let (one, other) = (try accepted(at: desk), try accepted(at: desk))
    _ = try desk.file(one)
    _ = try accepted(at: desk)
    let kept = try store.measuring { try desk.file(one) }.effort.steps
    let read = try store.measuring { try desk.file(other) }.effort.steps
    #expect(kept < 40 && read > 2 * kept)
  }

  @Test func `a case without an act of supervision is asked for once`() throws {
    let hall = try TestHall(.file)
    let store = try #require(hall.store as? SQLiteStore)
    let id = try accepted(at: hall.desk)
    let (record, effort) = try store.measuring { try hall.desk.supervision(of: id) }
    #expect(record == SupervisionRecord() && effort.texts.count == 1 && effort.sorts == 0)
  }

  @Test func `a case that has gone into a closed year meanwhile is found there`() throws {
    let hall = try ClosingHall()
    let (_, desk) = try hall.open()
    for id in hall.ids { _ = try desk.history(id) }
    try hall.close()
    let (_, fresh) = try hall.open()
    for id in hall.ids.reversed() {
      let (kept, read) = (try desk.history(id), try fresh.history(id))
      #expect(kept.file == read.file && kept.events == read.events)
      #expect(try desk.file(id) == read.file)
    }
    #expect(try hall.ids.suffix(KeptFiles.usual).contains { try desk.file($0).closedYear == 2026 })
  }

  @Test func `more cases than are kept are all the same to the desk`() throws {
    let hall = try TestHall(.file)
    let desk = try Desk(store: hall.store, surroundings: .test(), keeping: 2)
    let ids = try (0..<5).map { _ in try accepted(at: desk) }
    for id in ids + ids.reversed() {
      _ = try? desk.carryOut(.on(id, .claim), by: examiner)
      #expect(try desk.file(id) == hall.desk.file(id))
    }
  }
}

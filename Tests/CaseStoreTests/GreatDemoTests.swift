import CaseStore
import Casework
import Deskwork
import Digests
import FoundationEssentials
import HallFiles
import Testing
import TestSupport
import Training
import WorkCalendar

/// A demo hall of many years: most of its cases went the way of one that was worked out.
struct GreatDemoTests {
  private static let (cases, past) = (70, 40)

  private static func furnish(
    at path: String, seed: UInt64
  ) throws -> (SQLiteStore, DemoHall.Furnished) {
    let folder = HallFolder(path: try DataPlaces.find(.data, option: nil, environment: [:]))
    let (reference, pinyin) = (try folder.load(), try folder.pinyin())
    let nature = StoreNature(
      isDemo: true, demoStart: DemoHall.moment, demoStartedAtHost: DemoHall.moment,
      secret: "invented")
    let store = try SQLiteStore.create(at: path, nature: nature)
    try store.beginSeeding(withoutLog: true)
    let begin = DemoHall.moment.date.advanced(by: -7 * 60 - 1)
    let clock = SimulatedClock(Moment(date: begin, hour: 9, minute: 0))
    try Founding.found(reference, in: store, stamp: Stamp(clerk: Founding.founder, at: clock.now))
    let desk = try Desk(
      store: store,
      surroundings: Surroundings(
        now: { clock.now },
        render: { DocumentTemplates.shipped.render($0) },
        readings: { pinyin.readings(of: $0) }, code: { sixDigits(of: $0, secret: nature.secret) }))
    let furnished = try DemoHall.furnish(
      desk, clock: clock, names: try folder.demoNames(), cases: cases, ofThemPast: past,
      seed: seed, until: DemoHall.moment, copying: store)
    try store.finishSeeding()
    return (store, furnished)
  }

  private static func rows(_ store: SQLiteStore) throws -> [CaseRow] {
    try store.cases(CaseFilter(), after: nil, limit: 1_000).rows
  }

  @Test func `every case of it stands by its own record`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("great.db")
    let (store, furnished) = try Self.furnish(at: path, seed: 3)
    let rows = try Self.rows(store)
    #expect(furnished.refused == [])
    #expect(rows.count == Self.cases && Set(rows.map(\.number)).count == Self.cases)
    let data = HallFolder(path: try DataPlaces.find(.data, option: nil, environment: [:]))
    let pinyin = try data.pinyin()
    let report = try SQLiteStore.openReadOnly(at: path).verify { pinyin.readings(of: $0) }
    #expect(report.faults == [] && report.hasComparedLists && report.cases == Self.cases)
  }

  @Test func `those that went one way are of different people and have numbers of their own`()
    throws
  {
    let folder = try TemporaryFolder()
    let (store, _) = try Self.furnish(at: folder.path("great.db"), seed: 4)
    let old = try Self.rows(store).filter {
      $0.receivedOn.days(until: DemoHall.moment.date) > 60
    }
    #expect(old.count == Self.past && old.allSatisfy { $0.endedOn != nil })
    #expect(Set(old.map(\.applicantIdentity)).count > Self.past / 2)
    var numbers: [String] = []
    for row in old {
      let events = try store.events(of: .file(row.id), after: 0).map(\.event)
      for case .file(.documentIssued(let document)) in events {
        numbers.append(document.number)
        let text = document.text.string.filter { !$0.isWhitespace }
        #expect(text.contains(document.number) && text.contains(row.applicantName))
        #expect(document.sha256 == Sha256.digits(of: document.text.utf8))
      }
    }
    #expect(!numbers.isEmpty && Set(numbers).count == numbers.count)
  }

  @Test func `the same seed gives the same great hall`() throws {
    let folder = try TemporaryFolder()
    let (one, _) = try Self.furnish(at: folder.path("one.db"), seed: 5)
    let (same, _) = try Self.furnish(at: folder.path("same.db"), seed: 5)
    #expect(try Self.rows(one) == Self.rows(same))
    let heads = try ["one.db", "same.db"].map { name in
      try SQLiteStore.openReadOnly(at: folder.path(name)).verify { _ in [] }.head
    }
    #expect(!heads[0].isEmpty && heads[0] == heads[1])
  }
}

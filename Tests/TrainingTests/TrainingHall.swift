import Casework
import Deskwork
import HallFiles
import Training
import WorkCalendar

/// A demo hall in memory.
struct TrainingHall {
  let desk: Desk
  let report: DemoHall.Furnished

  static let reference = Result { try folder().load() }
  static let names = Result { try folder().demoNames() }

  private static func folder() throws -> HallFolder {
    HallFolder(path: try DataPlaces.find(.data, option: nil, environment: [:]))
  }

  static func founded(_ clock: SimulatedClock) throws -> Desk {
    let store = MemoryStore(nature: StoreNature(isDemo: true, secret: "invented"))
    try Founding.found(
      try reference.get(), in: store, stamp: Stamp(clerk: Founding.founder, at: clock.now))
    return try Desk(
      store: store,
      surroundings: Surroundings(
        now: { clock.now }, render: { PrintedText($0.number) }, readings: { [Spelling($0)] },
        code: { _ in "123456" }))
  }

  static func furnished(
    cases: Int, seed: UInt64, until moment: Moment = DemoHall.moment
  ) throws -> TrainingHall {
    let clock = SimulatedClock(Moment(date: moment.date.advanced(by: -61), hour: 9, minute: 0))
    let desk = try founded(clock)
    let report = try DemoHall.furnish(
      desk, clock: clock, names: try names.get(), cases: cases, seed: seed, until: moment)
    return TrainingHall(desk: desk, report: report)
  }

  func rows() throws -> [CaseRow] {
    try desk.store.cases(CaseFilter(), after: nil, limit: 1_000_000).rows
  }
}

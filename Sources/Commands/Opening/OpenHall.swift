import CaseStore
import Casework
import Deskwork
import HallFiles
import WorkCalendar

/// A store that has been opened, with a desk in front of it.
struct OpenHall {
  let path: String
  let store: SQLiteStore
  let desk: Desk
  /// Nil in a real hall, which knows only the host's clock.
  let demoClock: DemoClock?
  /// Nil where the hall is only looked at.
  private(set) var data: HallData?

  /// For work: documents can be issued and names be indexed.
  ///
  /// Closed years lie beside `home`, if that is another path. `keeping` is how many cases the desk has
  /// at hand. `later` leaves templates and pinyin for whoever demands them of `data`.
  init(
    working invocation: Invocation, at path: String? = nil, beside home: String? = nil,
    keeping most: Int = KeptFiles.usual, later: Bool = false
  ) throws(Complaint) {
    let path = path ?? invocation.storePath
    let store = try complaining { () throws(StoreError) in
      try SQLiteStore.open(at: path, beside: home)
    }
    store.keepReserve()
    let data = try HallData(invocation, later: later)
    try Self.bringUpToDate(store, data, invocation)
    try self.init(path, store, keeping: most) { now, secret in
      data.surroundings(now: now, secret: secret)
    }
    self.data = data
  }

  /// Once after an older version of this program, whose lists knew less.
  private static func bringUpToDate(
    _ store: SQLiteStore, _ data: HallData, _ invocation: Invocation
  ) throws(Complaint) {
    guard try complaining({ () throws(StoreError) in try store.isRebuildDue() }) else {
      return renewClosedYears(of: store, data, invocation)
    }
    try store.rebuild(with: data)
    ProgressLine.clear()
    invocation.output.remark(
      invocation.say(
        "\(store.path) 由旧版本写成，各列表已由记录更新。",
        "\(store.path) was written by an older version; its lists were made anew from the record."))
  }

  /// The store itself was converted where it lies; the files of closed years are written anew, by
  /// whoever comes first. The hall does its work without them if that cannot be done today.
  private static func renewClosedYears(
    of store: SQLiteStore, _ data: HallData, _ invocation: Invocation
  ) {
    do throws(Complaint) {
      try complaining { () throws(StoreError) in
        try store.renewClosedYears(readings: data.readings, progress: ProgressLine.show)
      }
      ProgressLine.clear()
    } catch {
      ProgressLine.clear()
      invocation.output.remark(error.sentence(in: invocation.language))
    }
  }

  /// For looking at cases; the data folder is not needed. A real hall shows them to people it knows.
  init(reading invocation: Invocation) throws(Complaint) {
    try self.init(administering: invocation)
    if !desk.nature.isDemo { _ = try seat(invocation) }
  }

  /// For looking at what is no case, as whoever owns the store may.
  init(administering invocation: Invocation, at path: String? = nil) throws(Complaint) {
    let path = path ?? invocation.storePath
    let store = try complaining { () throws(StoreError) in
      try SQLiteStore.openReadOnly(at: path)
    }
    try self.init(path, store) { now, _ in .forReading(now: now) }
  }

  private init(
    _ path: String, _ store: SQLiteStore, keeping most: Int = KeptFiles.usual,
    surroundings: (@escaping @Sendable () -> Moment, String) -> Surroundings
  ) throws(Complaint) {
    self.path = path
    self.store = store
    let nature = try complaining { () throws(StoreError) in try store.nature() }
    let clock = try complaining { () throws(StoreError) in try DemoClock(nature, store) }
    demoClock = clock
    let now: @Sendable () -> Moment = { clock?.now ?? HostClock.now }
    let around = surroundings(now, nature.secret)
    desk = try complaining { () throws(StoreError) in
      try Desk(store: store, surroundings: around, keeping: most)
    }
  }

  /// Who sits there: whom the caller names, or in a demo the first clerk of a general counter.
  func seat(_ invocation: Invocation) throws(Complaint) -> Seat {
    guard let seat = try seatIfNamed(invocation) else {
      let example = desk.clerks.keys.min()?.rawValue ?? "CLERK"
      throw .usage(.clerkNeeded(example: example))
    }
    return seat
  }

  /// Nil where nobody is named in a real hall.
  func seatIfNamed(_ invocation: Invocation) throws(Complaint) -> Seat? {
    let clerk: Clerk
    if let id = invocation.arguments[.clerk] {
      clerk = try desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
        let clerk = try desk.clerk(ClerkID(id))
        guard !clerk.isDisabled else { throw .refused(.clerkDisabled(clerk.id), nil) }
        return clerk
      }
    } else if desk.nature.isDemo, let first = firstClerk {
      clerk = first
    } else {
      return nil
    }
    return Seat(clerk: clerk, counter: try counterIfNamed(invocation) ?? clerk.counter)
  }

  /// Where the console stands, if the caller says so.
  func counterIfNamed(_ invocation: Invocation) throws(Complaint) -> CounterID? {
    guard let counter = invocation.arguments[.counter].map({ CounterID($0) }) else { return nil }
    return try desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      guard desk.counters[counter] != nil else { throw .noSuchCounter(counter) }
      return counter
    }
  }

  private var firstClerk: Clerk? {
    desk.clerks.values.filter { $0.role == .generalCounter && !$0.isDisabled }
      .min { ($0.counter ?? "", $0.id) < ($1.counter ?? "", $1.id) }
  }
}

extension DemoClock {
  convenience init?(_ nature: StoreNature, _ store: SQLiteStore) throws(StoreError) {
    guard nature.isDemo, let start = nature.demoStart, let host = nature.demoStartedAtHost else {
      return nil
    }
    self.init(
      start: start, startedAtHost: host, lastRecordedAt: try store.lastRecordedAt())
  }
}

extension SQLiteStore {
  /// Makes the lists anew; a hall of an older version gets the rules of supervision first.
  func rebuild(with data: HallData, addingClosedYears: Bool = false) throws(Complaint) {
    let rulebook = try complaining { () throws(HallFileError) in try data.folder.rulebook() }
    try complaining { () throws(StoreError) in
      if try isRebuildDue(), let rulebook {
        let now = try DemoClock(nature(), self)?.now ?? HostClock.now
        try Founding.publish(
          rulebook, in: self, stamp: Stamp(clerk: Founding.founder, at: now))
      }
      try renewClosedYears(readings: data.readings, progress: ProgressLine.show)
      try rebuild(
        readings: data.readings, withClosedYears: addingClosedYears,
        progress: ProgressLine.show)
    }
  }
}

import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import Glibc
import HallFiles
import Training
import WorkCalendar

/// Makes a store: beside its place first, so that nothing half-made is ever found there.
struct HallMaker {
  let invocation: Invocation
  let path: String

  /// A demo hall, or a real one without a single case.
  struct Plan {
    var isDemo: Bool
    var cases = DemoHall.cases
    var seed = DemoHall.seed
    var moment = DemoHall.moment
  }

  func plan(isDemo: Bool) throws(UsageProblem) -> Plan {
    var plan = Plan(isDemo: isDemo)
    let demoOnly: [Option] = [.cases, .seed, .at]
    if !isDemo, let option = demoOnly.first(where: { invocation.arguments.has($0) }) {
      throw .onlyForDemo(option)
    }
    plan.cases =
      try invocation.arguments.number(.cases, least: 0, most: 10_000_000) ?? plan.cases
    plan.seed = try Self.seed(invocation.arguments) ?? plan.seed
    plan.moment = try invocation.moment(.at) ?? plan.moment
    guard (2000...2099).contains(plan.moment.date.year) else {
      throw .valueExpected(
        .at, "\(plan.moment)", Words("2000 到 2099 年间的时刻", "a moment from 2000 to 2099"))
    }
    return plan
  }

  static func seed(_ arguments: Arguments) throws(UsageProblem) -> UInt64? {
    guard let text = arguments[.seed] else { return nil }
    guard let seed = UInt64(text) else {
      throw .valueExpected(.seed, text, Words("不带小数的数", "a whole number, not negative"))
    }
    return seed
  }

  /// Answers how many codes of the data folder were left out.
  @discardableResult
  func make(_ plan: Plan) throws(Complaint) -> Int {
    guard !exists(path) else { throw .store(.exists(path: path)) }
    let data = try HallData(invocation)
    let loaded = try complaining { () throws(HallFileError) in
      try data.folder.loadQuarantining()
    }
    let names =
      plan.isDemo
      ? try complaining { () throws(HallFileError) in try data.folder.demoNames() } : nil
    try makeFolder()
    let beside = "\(path).new-\(getpid())"
    defer { SQLiteStore.discard(beside) }
    try fill(beside, plan, data, loaded.reference, names)
    try moveIntoPlace(beside)
    if !plan.isDemo { SQLiteStore.keepReserve(beside: path) }
    return try Quarantine(path: path + "-quarantine.txt", invocation: invocation)
      .keep(loaded.quarantined)
  }

  private func fill(
    _ beside: String, _ plan: Plan, _ data: HallData, _ reference: HallReference,
    _ names: DemoNames?
  ) throws(Complaint) {
    let nature = StoreNature(
      isDemo: plan.isDemo, demoStart: plan.isDemo ? plan.moment : nil,
      demoStartedAtHost: plan.isDemo ? HostClock.now : nil,
      secret: plan.isDemo ? "demo \(plan.seed)" : Self.secret())
    do throws(StoreError) {
      let store = try SQLiteStore.create(at: beside, nature: nature)
      try store.beginSeeding(withoutLog: plan.isDemo && DemoHall.isGreat(plan.cases))
      // A demo begins before its first case.
      let opening = plan.moment.date.advanced(by: -DemoHall.length(for: plan.cases) - 1)
      let clock = SimulatedClock(
        plan.isDemo ? Moment(date: opening, hour: 9, minute: 0) : HostClock.now)
      try Founding.found(
        reference, in: store, stamp: Stamp(clerk: Founding.founder, at: clock.now))
      if let names { try furnish(store, plan, data, clock, names) }
      try store.finishSeeding()
    } catch {
      throw .store(error.speaking(of: path, insteadOf: beside))
    }
  }

  private func furnish(
    _ store: SQLiteStore, _ plan: Plan, _ data: HallData, _ clock: SimulatedClock,
    _ names: DemoNames
  ) throws(StoreError) {
    let nature = try store.nature()
    let desk = try Desk(
      store: store,
      surroundings: data.surroundings(now: { clock.now }, secret: nature.secret),
      keeping: DemoHall.casesAtOnce)
    do throws(DeskRefusal) {
      try DemoHall.furnish(
        desk, clock: clock, names: names, cases: plan.cases, seed: plan.seed,
        until: plan.moment, copying: store,
        progress: { ProgressLine.show(Progress(done: $0, total: plan.cases)) })
      ProgressLine.clear()
    } catch {
      if case .store(let error) = error { throw error }
      throw .other(detail: desk.sentence(error, in: invocation.language))
    }
  }

  private func makeFolder() throws(Complaint) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.joined(separator: "/")
    guard !folder.isEmpty else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw .store(.cannotOpen(path: path, detail: "mkdir \(folder)"))
    }
  }

  /// Never over a file that came there meanwhile.
  private func moveIntoPlace(_ beside: String) throws(Complaint) {
    guard link(beside, path) == 0 else {
      if errno == EEXIST { throw .store(.exists(path: path)) }
      // Some file systems know no links.
      guard !exists(path), rename(beside, path) == 0 else {
        throw .store(.cannotOpen(path: path, detail: String(cString: strerror(errno))))
      }
      return
    }
  }

  private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func secret() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<4).map { _ in String(random.next(), radix: 36) }.joined()
  }
}

extension StoreError {
  /// People know the place they named, not the one beside it.
  fileprivate func speaking(of path: String, insteadOf beside: String) -> StoreError {
    switch self {
    case .missing: .missing(path: path)
    case .exists: .exists(path: path)
    case .notAStore: .notAStore(path: path)
    case .older: .older(path: path)
    case .readOnly: .readOnly(path: path)
    case .networkFileSystem: .networkFileSystem(path: path)
    case .unreadLog: .unreadLog(path: path)
    case .damagedLog: .damagedLog(path: path)
    case .foreignLog: .foreignLog(path: path)
    case .cannotOpen(_, let detail): .cannotOpen(path: path, detail: detail)
    case .diskFault(_, let detail): .diskFault(path: path, detail: detail)
    case .unconfirmed: .unconfirmed(path: path)
    case .newer, .damaged, .diskFull, .lockedTooLong, .unreadableEvent,
      .closedFileMissing, .closedFileForeign, .closingElsewhere, .other:
      self
    }
  }
}

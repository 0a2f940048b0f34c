import Casework
import Deskwork
import FoundationEssentials
import HallFiles
import Synchronization
import TestSupport
import WorkCalendar

/// The county of `Data/` in memory, with a clock the test sets.
final class ConsoleHall {
  let desk: Desk
  let store: MemoryStore
  private let clock: SettableClock
  /// A hall that has opened and has seen nobody yet, on a Wednesday in March at 10:24.
  convenience init() throws {
    let store = MemoryStore(nature: StoreNature(isDemo: true, secret: "console tests"))
    let stamp = Stamp(clerk: "qianjin", at: Moment(date: on(2026, 1, 5), hour: 9, minute: 0))
    try Founding.found(ShippedHall.loaded.get().reference, in: store, stamp: stamp)
    try self.init(store: store)
  }

  /// A hall that goes on from what another one has seen; `asReal` with the cases of a demo hall in
  /// earnest, where the people of the tests have passwords.
  convenience init(copying other: ConsoleHall, asReal isReal: Bool = false) throws {
    let nature = StoreNature(isDemo: !isReal, secret: "console tests")
    try self.init(store: MemoryStore(copying: other.store, nature: nature))
    now = other.now
    guard isReal else { return }
    for clerk in ["wangfang", "limin", "xujing"] as [ClerkID] {
      _ = try store.append(
        Batch(
          stamp: Stamp(clerk: "qianjin", at: now),
          changes: [.putPassword(clerk, hash: "kept:\(clerk)-2026", at: now)]))
    }
  }

  private init(store: MemoryStore) throws {
    let clock = SettableClock(Self.now)
    self.clock = clock
    self.store = store
    desk = try Desk(
      store: store, surroundings: ShippedHall.loaded.get().surroundings(clock))
  }

  static let now = Moment(date: on(2026, 3, 11), hour: 10, minute: 24)

  /// Which moment the hall takes it to be.
  var now: Moment {
    get { clock.moment }
    set { clock.moment = newValue }
  }

  func clerk(_ id: ClerkID) throws -> Clerk { try desk.clerk(id) }

  func seat(_ id: ClerkID) throws -> Seat {
    let clerk = try clerk(id)
    return Seat(clerk: clerk, counter: clerk.counter)
  }

  @discardableResult
  func act(_ command: CaseCommand, on id: CaseID, by clerk: ClerkID) throws -> Outcome {
    try desk.carryOut(.on(id, command), by: seat(clerk))
  }

  /// Takes an application in with everything its sheet asks for.
  func takeIn(
    _ item: ItemID, of applicant: Applicant, ending: IntakeEnding?, on day: LocalDate,
    by clerk: ClerkID = "wangfang", _ change: (inout Intake) -> Void = { _ in }
  ) throws -> CaseID {
    now = Moment(date: day, hour: 9, minute: 41)
    var intake = completeIntake(try desk.sheet(item), applicant)
    change(&intake)
    return try desk.carryOut(.takeIn(item, intake, ending), by: seat(clerk)).id
  }

  func completeIntake(_ sheet: ImplementationSheet, _ applicant: Applicant) -> Intake {
    Intake(
      applicant: applicant,
      materials: sheet.materials.map { wanted in
        wanted.need == .optional
          ? MaterialReceived(number: wanted.number, status: .notNeeded)
          : MaterialReceived(
            number: wanted.number, status: .received, originals: wanted.originals,
            copies: wanted.copies, isCheckedAgainstOriginal: wanted.checksOriginal)
      },
      fields: sheet.fields.filter(\.isRequired).map {
        FieldValue(key: $0.key, value: $0.sample)
      })
  }

  /// Every party agrees, step by step, until the case is at a step of that kind.
  func advance(_ id: CaseID, to kind: RouteStep.Kind) throws {
    while let index = try desk.file(id).currentStep {
      let file = try desk.file(id)
      guard let step = file.step, step.kind != kind, step.kind == .examination else { return }
      for party in step.parties where file.awaited.contains(party.department) {
        let colleagues = desk.clerks.values
          .filter { $0.department == party.department && $0.role == party.role }
          .sorted { $0.id < $1.id }
        guard let clerk = colleagues.first else { return }
        try act(
          .recordOpinion(
            step: index, .agree, text: "经审查,符合规定条件。", officers: ["甲", "乙"]),
          on: id, by: clerk.id)
      }
    }
  }

  /// Examined, decided and, if granted, its certificate produced by the department's own people.
  func finish(_ id: CaseID, _ verdict: Verdict = .granted) throws {
    try advance(id, to: .decision)
    let department = try desk.file(id).step?.lead ?? desk.file(id).department
    let people = desk.clerks.values.filter { $0.department == department }.sorted { $0.id < $1.id }
    guard let approver = people.first(where: { $0.role == .approver }),
      let examiner = people.first(where: { $0.role == .examiner })
    else { return }
    try act(
      .decide(
        verdict, text: verdict == .granted ? "准予。" : "经营场所不符合规定。", basis: "食品安全法第三十五条"),
      on: id, by: approver.id)
    if try desk.file(id).stage == .inProduction {
      try act(.produceCertificate(number: ""), on: id, by: examiner.id)
    }
  }
}

extension FieldRequirement {
  /// Something that can stand in the blank.
  fileprivate var sample: String {
    switch kind {
    case .text: String("演示县城关镇人民路8号".prefix(maximumLength))
    case .number: "12"
    case .date: "2026-02-02"
    case .choice: choices?.first?.zh ?? ""
    case .phone: "13800001111"
    }
  }
}

/// A clock that stands still until somebody moves its hands.
private final class SettableClock: Sendable {
  private let hands: Mutex<Moment>

  init(_ moment: Moment) { hands = Mutex(moment) }

  var moment: Moment {
    get { hands.withLock { $0 } }
    set { hands.withLock { $0 = newValue } }
  }
}

/// What lies in `Data/`, read once for all tests.
private struct ShippedHall: Sendable {
  let reference: HallReference
  let templates: DocumentTemplates
  let pinyin: Pinyin

  static let loaded = Result { try ShippedHall() }

  private init() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let folder = HallFolder(path: root.appending(path: "Data").path())
    reference = try folder.load()
    pinyin = try folder.pinyin()
    templates = try DocumentTemplates(folder.documentTemplates()) { $0 }
  }

  func surroundings(_ clock: SettableClock) -> Surroundings {
    Surroundings(
      now: { clock.moment },
      render: { templates.render($0) },
      readings: { pinyin.readings(of: $0) },
      code: { words in
        let mixed = words.utf8.reduce(7) { ($0 * 31 + Int($1)) % 900_000 }
        return String(100_000 + mixed)
      },
      slip: { templates.render($0) },
      passwordMatches: { password, hash in hash == "kept:" + password })
  }
}

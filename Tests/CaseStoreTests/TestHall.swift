import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import HallFiles
import TestSupport
import WorkCalendar

/// Which of the two stores a test is about; both have to do the same.
enum StoreKind: CaseIterable {
  case memory, file
}

/// A small hall with a desk of its own and a clock that the test moves.
final class TestHall {
  let store: any HallStore
  let desk: Desk
  let folder: TemporaryFolder
  private static let path = "hall.db"
  static let nature = StoreNature(isDemo: false, secret: "a secret of this hall")

  init(
    _ kind: StoreKind = .file, years: [CalendarYear] = [],
    now: @escaping @Sendable () -> Moment = { TestClock.start }
  ) throws {
    folder = try TemporaryFolder()
    switch kind {
    case .memory: store = MemoryStore(nature: Self.nature)
    case .file: store = try SQLiteStore.create(at: folder.path(Self.path), nature: Self.nature)
    }
    try Self.publish(years, to: store)
    desk = try Desk(store: store, surroundings: .test(now: now))
  }

  var path: String { folder.path(Self.path) }

  /// Another counter of the same house.
  func another() throws -> Desk {
    try Desk(store: SQLiteStore.open(at: path), surroundings: .test())
  }

  private static func publish(_ years: [CalendarYear], to store: any HallStore) throws {
    let stamp = Stamp(clerk: "M01", at: TestClock.start)
    let hall: [ReferenceEvent] =
      [.hallOpened(.model)]
      + [Department.market, .fire, .land].map { .departmentRegistered($0) }
      + [
        Clerk.counterClerk, .examiner, .approver, .release, .supervisor, .fireExaminer,
        .landExaminer, .hallManager,
      ]
      .map { .clerkEnrolled($0) }
      + years.map { .calendarPublished($0) } + [.rulebookPublished(.shipped)]
    let sheets: [ReferenceEvent] = [
      ImplementationSheet.foodLicence, .businessRecord, .jointApproval, .coolingOff, .referral,
    ].map { .sheetPublished($0) }
    var appends = [
      StreamAppend(stream: .hall, expecting: 0, events: hall.map { .reference($0) })
    ]
    for case .sheetPublished(let sheet) in sheets {
      appends.append(
        StreamAppend(
          stream: .item(sheet.id), expecting: 0, events: [.reference(.sheetPublished(sheet))]))
    }
    _ = try store.append(
      Batch(
        stamp: stamp, appends: appends, changes: (hall + sheets).map { .putReference($0) }))
  }
}

enum TestClock {
  static let start = Moment(date: on(2026, 3, 2), hour: 9, minute: 0)
}

extension Surroundings {
  static func test(
    now: @escaping @Sendable () -> Moment = { TestClock.start }
  ) -> Surroundings {
    Surroundings(
      now: now, render: { DocumentTemplates.shipped.render($0) },
      readings: { TestReadings.of($0) },
      code: { sixDigits(of: $0, secret: TestHall.nature.secret) })
  }
}

/// How the few names the tests use are read; 曾 has two readings.
enum TestReadings {
  private static let syllables: [Character: [String]] = [
    "王": ["wang"], "秀": ["xiu"], "英": ["ying"], "曾": ["zeng", "ceng"], "欧": ["ou"],
    "阳": ["yang"], "李": ["li"], "明": ["ming"], "示": ["shi"], "例": ["li"], "户": ["hu"],
    "口": ["kou"], "迁": ["qian"], "移": ["yi"],
  ]

  static func of(_ name: String) -> [Spelling] {
    name.reduce([[]]) { begun, character -> [[String]] in
      let next = syllables[character] ?? []
      return next.isEmpty ? begun : begun.flatMap { start in next.map { start + [$0] } }
    }.filter { !$0.isEmpty }.map { Spelling(syllables: $0) }
  }
}

/// What every new hall gets.
private enum Shipped {
  static let data =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/Data"
}

extension DocumentTemplates {
  static let shipped: DocumentTemplates = {
    do {
      return try DocumentTemplates(HallFolder(path: Shipped.data).documentTemplates()) { $0 }
    } catch {
      preconditionFailure("the templates of documents cannot be read: \(error)")
    }
  }()
}

extension Rulebook {
  /// The rules as every new hall gets them.
  static let shipped: Rulebook = {
    do {
      let rules = try Data(contentsOf: URL(filePath: Shipped.data + "/supervision/rules.json"))
      return try JSONDecoder().decode(Rulebook.self, from: rules)
    } catch {
      preconditionFailure("the rules of supervision cannot be read: \(error)")
    }
  }()
}

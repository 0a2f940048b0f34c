import CaseStore
import Casework
import Deskwork
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// What the desk does costs the same in a small store and in one ten times as large.
struct EffortTests {
  private static let sizes = [128, 960]
  private let halls: [FilledHall]

  init() throws {
    halls = try Self.sizes.map { try FilledHall(cases: $0) }
  }

  /// The effort in the small and in the large store, everything prepared before.
  private func efforts(_ act: (FilledHall) throws -> Void) throws -> [Effort] {
    try halls.map { hall in
      try act(hall)
      return try hall.store.measuring { try act(hall) }.effort
    }
  }

  private func expectSame(
    _ what: String, statements: Int, steps: Int, _ act: (FilledHall) throws -> Void
  ) throws {
    let efforts = try efforts(act)
    let (small, large) = (efforts[0], efforts[1])
    #expect(small.texts == large.texts, "\(what)")
    #expect(large.steps <= small.steps + 20, "\(what): \(small.steps), \(large.steps)")
    #expect(large.steps <= steps, "\(what): \(large.steps) steps")
    #expect(large.texts.count <= statements, "\(what): \(large.texts.count) statements")
    #expect(large.scannedRows <= 60 && large.sorts == 0, "\(what)")
    #expect(large.preparations == 0, "\(what): \(large.preparations) statements not kept")
  }

  @Test func `a page of a list costs the same in a large store, the first as a deep one`() throws {
    let deep = Cursor(urgency: CaseRow.endedUrgency + 1, id: "")
    let filters = [
      CaseFilter(), CaseFilter(openOnly: true), CaseFilter(stage: .underExamination),
      CaseFilter(stage: .concluded), CaseFilter(department: "SJ"), CaseFilter(item: "SJ05"),
      CaseFilter(stage: .suspended, item: "SJ05"), CaseFilter(receivedBy: "C01"),
      CaseFilter(stage: .inProduction, receivedBy: "C01"),
      CaseFilter(openOnly: true, reach: .department("SJ")),
      CaseFilter(stage: .received, reach: .township("青山镇")),
      CaseFilter(stage: .posted, department: "XF", reach: .department("XF")),
    ]
    for filter in filters {
      for cursor in [nil, deep] {
        try expectSame("\(filter)", statements: 1, steps: 6000) {
          _ = try $0.store.cases(filter, after: cursor, limit: 40)
        }
      }
    }
    try expectSame("inbox", statements: 1, steps: 6000) {
      _ = try $0.store.tasks(TaskFilter(department: "SJ"), after: nil, limit: 40)
    }
    for reach in [Reach.hall, .department("SJ"), .township("青山镇")] {
      try expectSame("counts of \(reach)", statements: 1, steps: 400) {
        _ = try $0.store.counts(within: reach, on: TestClock.start.date)
      }
    }
  }

  @Test func `a search costs the same in a large store, and ends with what is wanted`() throws {
    let searches: [(String, Reach)] = [
      ("王", .hall), ("秀英", .hall), ("食品经营许可", .hall), ("王 食品", .hall), ("1000", .hall),
      ("532301199003071", .hall), ("wang", .hall), ("spjy", .hall), ("xiuying", .hall),
      ("shipinjing", .hall), ("王", .department("SJ")), ("王", .department("XF")),
      ("食品", .township("别的镇")),
    ]
    for (text, reach) in searches {
      try expectSame(text, statements: 200, steps: 12_000) {
        _ = try $0.store.search(text, within: reach, limit: 20)
      }
    }
  }

  /// What is longest is asked for most, by a scanner above all.
  @Test func `the whole number of a case is looked up, however many share its digits`() throws {
    try expectSame("whole number", statements: 8, steps: 300) { hall in
      let found = try hall.store.search(FilledHall.id(30).rawValue, within: .hall, limit: 20)
      #expect(found.map(\.id) == [FilledHall.id(30)])
    }
  }

  /// A department finds its own among many without looking at the others.
  @Test func `a search within a reach looks at nothing outside of it`() throws {
    let hall = halls[1]
    let efforts = try [("王", Reach.hall), ("王", .department("XF"))].map { text, reach in
      try hall.store.measuring { try hall.store.search(text, within: reach, limit: 20) }
    }
    #expect(efforts[0].answer.count == 20 && efforts[1].answer.isEmpty)
    #expect(efforts[1].effort.texts.count <= 4)
  }

  /// Of a card whose day has not come there is one for each open case.
  @Test func `the cards of a department cost the same however many cases are open`() throws {
    let (day, shown) = (on(2026, 3, 2), 20)
    for (hall, open) in zip(halls, Self.sizes) {
      let changes = (0..<open).map { number in
        let from = number < shown ? day : day.advanced(by: 1 + number % 30)
        let watch = Watch(card: CardKey(.overdue), department: "SJ", warningFrom: from)
        return ReadModelChange.replaceWatches(FilledHall.id(number), [watch])
      }
      let stamp = Stamp(clerk: "C01", at: TestClock.start)
      _ = try hall.store.append(Batch(stamp: stamp, changes: changes))
    }
    let counting = try halls.map { hall in
      try hall.store.measuring { try hall.store.watchCounts(on: day, within: .department("SJ")) }
    }
    #expect(counting.map { $0.answer.map(\.count) } == [[shown], [shown]])
    #expect(counting[1].effort.steps <= counting[0].effort.steps + 20)
    for filter in [
      WatchFilter(department: "SJ"), WatchFilter(rule: .overdue),
      WatchFilter(department: "SJ", level: .warning, reach: .department("SJ")),
    ] {
      let efforts = try efforts { hall in
        let page = try hall.store.watches(filter, on: day, after: nil, limit: 40)
        #expect(page.rows.count == shown)
      }
      #expect(efforts[1].steps <= efforts[0].steps + 20, "\(filter)")
    }
  }

  @Test func `cards that go away cost the same however many days cards come to show on`() throws {
    let (day, stamp) = (on(2026, 3, 2), Stamp(clerk: "C01", at: TestClock.start))
    func watch(_ hall: FilledHall, _ number: Int, from: LocalDate?) throws {
      let watches = from.map { [Watch(card: CardKey(.overdue), department: "SJ", warningFrom: $0)] }
      let change = ReadModelChange.replaceWatches(FilledHall.id(number), watches ?? [])
      _ = try hall.store.append(Batch(stamp: stamp, changes: [change]))
    }
    for (hall, days) in zip(halls, Self.sizes) {
      for number in 0..<days { try watch(hall, number, from: day.advanced(by: number)) }
    }
    var number = 0
    try expectSame("a card less", statements: 5, steps: 300) { hall in
      try watch(hall, number % 8, from: nil)
      number += 1
    }
  }

  @Test func `opening a case and accepting one cost the same in a large store`() throws {
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    var accepted: [CaseID] = []
    var number = 0
    let accept: (FilledHall) throws -> Void = { hall in
      number += 1
      var intake = Scenario(.foodLicence).completeIntake
      intake.applicant = .person
      let ending = IntakeEnding.accept(deferring: [], underCommitment: false)
      accepted.append(try hall.hall.desk.carryOut(.takeIn("SJ05", intake, ending), by: seat).id)
    }
    try expectSame("accepting", statements: 80, steps: 4000, accept)
    let id = try #require(accepted.first)
    try expectSame("opening", statements: 4, steps: 400) { hall in
      _ = try hall.hall.desk.file(id)
      _ = try hall.store.caseRow(id)
    }
  }
}

import CaseStore
import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// A hall with as many cases in its lists as one likes, nearly all of them concluded; they have no
/// past, which lists and searches do not ask for.
struct FilledHall {
  let hall: TestHall
  let store: SQLiteStore

  /// A multiple of a batch of the search index leaves nothing waiting.
  init(cases: Int) throws {
    hall = try TestHall(.file)
    store = try #require(hall.store as? SQLiteStore)
    let (row, task) = try Self.model()
    let stamp = Stamp(clerk: "C01", at: TestClock.start)
    for first in stride(from: 0, to: cases, by: 64) {
      let changes = (first..<min(first + 64, cases)).flatMap { Self.changes($0, row, task) }
      _ = try store.append(Batch(stamp: stamp, changes: changes))
    }
  }

  private static func model() throws -> (CaseRow, TaskRow) {
    var scenario = Scenario()
    try scenario.receive()
    try scenario.accept()
    let projection = try #require(CaseProjection(scenario.file, sheet: .foodLicence))
    return (projection.row, try #require(projection.tasks.first))
  }

  static func id(_ number: Int) -> CaseID {
    let digits = String(20_251_000_000_000 + number)
    return CaseID("YC" + digits)
  }

  private static let names = [("王秀英", "wang xiu ying"), ("曾明", "zeng ming"), ("李示", "li shi")]
  private static let atWork = 60

  /// The last cases are open, those before them concluded, one after the other.
  private static func changes(
    _ number: Int, _ model: CaseRow, _ task: TaskRow
  ) -> [ReadModelChange] {
    var (row, task) = (model, task)
    row.id = id(number)
    (row.applicantName, row.number) = (names[number % 3].0, "5323" + row.id.rawValue.dropFirst(2))
    let isOpen = number < atWork
    if !isOpen {
      row.stage = number % 50 == 0 ? .withdrawn : .concluded
      row.endedOn = on(2026, 2, 1).advanced(by: -(number / 20))
      row.due = nil
    }
    task.row = row
    let reaches: [Reach] =
      [.department(row.department)] + (number % 40 == 1 ? [.township("青山镇")] : [])
    let texts = SearchTexts(
      caseNumber: row.number, shortNumber: row.id.rawValue, applicantName: row.applicantName,
      identityNumber: "53230119900307\(1000 + number % 9000)",
      nameReadings: [Spelling(names[number % 3].1)], itemName: "食品经营许可",
      itemInitials: "spjyxk", itemReadings: [Spelling("shi pin jing ying xu ke")],
      reaches: reaches)
    let lines = CaseReaches(
      id: row.id, urgency: row.urgency, stage: row.stage, item: row.item, reaches: reaches)
    return [
      .putCase(row), .replaceReaches(lines), .index(row.id, texts),
      .replaceTasks(row.id, isOpen ? [task] : []), .count(.stage(row.stage), by: 1),
      .count(.stageWithin(.department("SJ"), row.stage), by: 1),
      // Days on which somebody went away without having been called, and other towns.
      .count(.waiting(queue: "A", on: on(2026, 3, 1).advanced(by: -number)), by: 1),
      .count(.stageWithin(.township("\(number)号镇"), row.stage), by: 1),
    ]
  }
}

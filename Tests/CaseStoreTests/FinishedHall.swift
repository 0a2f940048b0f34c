import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import TestSupport
import WorkCalendar

/// A copy of a hall's file after a day of chance; the day is worked once for all tests.
struct FinishedHall {
  let path: String

  init(acts: Int) throws {
    let worked = try acts > 100 ? Self.long.get() : Self.short.get()
    path = try TemporaryFolder().path("hall.db")
    try FileManager.default.copyItem(atPath: worked, toPath: path)
  }

  /// Enough cases that part of them are indexed.
  private static let long = Result { try worked(acts: 370) }
  private static let short = Result { try worked(acts: 60) }

  private static func worked(acts: Int) throws -> String {
    let hall = try TestHall(.file)
    var day = Workday(seed: 3)
    for _ in 0..<acts { _ = day.act(at: [hall.desk]) }
    for queue in ["A", "B", "A"] {
      _ = try hall.desk.issueTicket(
        queue: queue, purpose: "办事", by: Seat(clerk: .counterClerk, counter: "W01"))
    }
    try lookAndEnterLate(in: hall, day.ids)
    let copy = hall.folder.path("copy.db")
    try SQLiteStore.open(at: hall.path).backup(into: copy)
    return copy
  }

  /// What a supervisor looked into, and what was written down while there was no power.
  private static func lookAndEnterLate(in hall: TestHall, _ ids: [CaseID]) throws {
    for id in ids.prefix(3) {
      _ = try hall.desk.look(at: id, by: Seat(clerk: .supervisor))
    }
    let late = LateEntry.noted(at: TestClock.start.adding(seconds: -3600))
    for ending in [IntakeEnding.accept(deferring: [], underCommitment: false), nil] {
      _ = try hall.desk.carryOut(
        .takeIn("SJ05", Scenario(.foodLicence).completeIntake, ending),
        by: Seat(clerk: .counterClerk, counter: "W01"), late: late)
    }
  }
}

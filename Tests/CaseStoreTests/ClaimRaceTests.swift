import CaseStore
import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// Claiming is one step: of many who try at once one has it, the others learn who and since when.
struct ClaimRaceTests {
  private static let colleagues = (1...8).map { number in
    Clerk(
      id: ClerkID("SJ\(10 + number)"), name: Words("审\(number)", "Examiner \(number)"),
      role: .examiner, department: "SJ")
  }

  private func hall() throws -> TestHall {
    let hall = try TestHall(.file)
    let events = Self.colleagues.map { ReferenceEvent.clerkEnrolled($0) }
    _ = try hall.store.append(
      Batch(
        stamp: Stamp(clerk: "M01", at: TestClock.start),
        appends: [
          StreamAppend(
            stream: .hall, expecting: try hall.store.lastVersion(of: .hall),
            events: events.map { .reference($0) })
        ], changes: events.map { .putReference($0) }))
    return hall
  }

  @Test func `of eight who claim a task at once one has it, and seven read who and when`()
    async throws
  {
    let hall = try hall()
    let path = hall.path
    let id = try hall.desk.carryOut(
      .takeIn(
        "SJ05", Scenario().completeIntake, .accept(deferring: [], underCommitment: false)),
      by: Seat(clerk: .counterClerk)
    ).id
    let answers = try await withThrowingTaskGroup(of: DeskRefusal?.self) { group in
      for clerk in Self.colleagues {
        group.addTask {
          let desk = try Desk(store: SQLiteStore.open(at: path), surroundings: .test())
          do throws(DeskRefusal) {
            _ = try desk.carryOut(.on(id, .claim), by: Seat(clerk: clerk)) as Outcome
            return nil
          } catch {
            return error
          }
        }
      }
      return try await group.reduce(into: [DeskRefusal?]()) { $0.append($1) }
    }
    let claim = try #require(try hall.desk.file(id).stepRecord?.claims.first)
    #expect(answers.count { $0 == nil } == 1)
    let losers = answers.compactMap { $0 }
    #expect(losers.count == 7)
    for loser in losers {
      #expect(loser == .refused(.claimedBy(claim.clerk, at: claim.at), id))
    }
  }
}

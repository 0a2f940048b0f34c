package import Casework
package import Deskwork
package import WorkCalendar

/// Carries the console's requests out at the desk; the only part of this module that does anything.
/// Who sits there and what is known of the hall; what is read, done and heard has a file each.
package final class DeskClerk {
  let desk: Desk
  /// Nil while nobody has signed in.
  package private(set) var seat: Seat?
  /// Where the console stands; nil lets everybody work at their own counter.
  package let counter: CounterID?
  /// Whether it waits for the next person when one leaves.
  let isShared: Bool
  let paper: Paper
  var newsMark: Int64?
  /// The last event when news was last looked for.
  var newsPosition: Int64?
  /// What has been done about the cards of cases that were read, by their version.
  var supervised: [CaseID: (version: Int, record: SupervisionRecord)] = [:]
  /// Whether something is journaled that the disk has not confirmed, and without which nothing of it
  /// may be in sight.
  private(set) var isUnconfirmed: Bool
  /// What of the hall the screens know.
  private var hallVersion: Int

  /// Without a seat it begins with nobody and asks who comes. Whoever has signed in without waiting for
  /// the disk is `unconfirmed`.
  package init(
    desk: Desk, seat: Seat?, counter: CounterID? = nil, paper: Paper = Paper(),
    unconfirmed: Bool = false
  ) {
    self.desk = desk
    self.seat = seat
    self.counter = counter ?? seat?.counter
    isShared = seat == nil
    self.paper = paper
    isUnconfirmed = unconfirmed
    hallVersion = desk.hallVersion
  }

  package func context(_ language: Language) throws(StoreError) -> Context {
    Context(
      language: language, seat: sitter, now: desk.now, isDemo: desk.nature.isDemo, hall: desk.hall,
      calendar: desk.calendar, departments: desk.departments, counters: desk.counters,
      clerks: desk.clerks, counts: counts() ?? [:], rulebook: desk.rulebook)
  }

  /// Whoever sits here; nobody can do nothing.
  var sitter: Seat { seat ?? .nobody(at: counter) }

  func take(_ seat: Seat?) { self.seat = seat }

  /// Takes up what the hall has published since.
  func keepUp(_ context: inout Context) {
    _ = try? desk.keepUp()
    guard hallVersion != desk.hallVersion else { return }
    hallVersion = desk.hallVersion
    context.calendar = desk.calendar
    (context.departments, context.counters) = (desk.departments, desk.counters)
    context.clerks = desk.clerks
    context.rulebook = desk.rulebook
  }

  package var now: Moment { desk.now }

  /// Does something; whoever has to wait meanwhile for others to finish writing hears it by `tell`.
  func telling(_ tell: (TurnHolder?) -> Void, while work: () -> Void) {
    withoutActuallyEscaping(tell) { tell in
      desk.store.whenWaiting = tell
      defer { desk.store.whenWaiting = nil }
      work()
    }
  }

  /// Does something that has to be on disk before it is in sight, and goes on while the disk writes.
  func aheadOfDisk<Answer>(
    _ body: () throws(DeskRefusal) -> Answer
  ) throws(DeskRefusal) -> Answer {
    isUnconfirmed = true
    return try desk.store.withoutWaiting(body)
  }

  /// Waits until what was done ahead of the disk may be in sight.
  func confirm() throws(DeskRefusal) {
    guard isUnconfirmed else { return }
    isUnconfirmed = false
    do throws(StoreError) { try desk.store.awaitDisk() } catch { throw .store(error) }
  }

  /// Whether the hall lives on the room that was kept for a full disk. Where there is room again it
  /// is kept anew.
  func isOnReserve() -> Bool {
    guard desk.store.reserveIsSpent else { return false }
    desk.store.keepReserve()
    return desk.store.reserveIsSpent
  }

  package func counts() -> [CountKey: Int]? {
    seat.flatMap { try? desk.counts(by: $0) }
  }

  /// Another person sits down in a demo hall; nil if there is nobody of that name.
  package func sit(_ id: ClerkID) -> Seat? {
    guard desk.nature.isDemo, let clerk = desk.clerks[id] else { return nil }
    if let before = seat, before.sitting != nil {
      guard let next = try? desk.signIn(id, at: clerk.counter, by: .demo) else { return nil }
      try? desk.signOut(before, .byHand)
      seat = next
    } else {
      seat = Seat(clerk: clerk, counter: clerk.counter)
    }
    return seat
  }
}

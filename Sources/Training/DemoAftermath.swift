import Casework
import Deskwork
import WorkCalendar

/// What is done beside the course of the cases, at the end of each of the last working days:
/// follow-up orders and appeals, ratings, fees, reports, checks, and an act entered late.
struct DemoAftermath {
  /// A follow-up order of the demo.
  struct Ordered {
    var id: CaseID
    var number: Int
    var department: DepartmentID
  }

  let staff: Staff
  let plan: DemoPlan
  var chance: Chance
  /// Cases whose course has come to its halt, in the order in which they did.
  private(set) var halted: [CaseID] = []
  /// Each case is taken for one thing only.
  private var taken: Set<CaseID> = []
  var orders: [Ordered] = []
  var appeals: [(id: CaseID, card: CardKey)] = []
  var badRatings: [CaseID] = []
  /// The reports of one case are left for whoever opens the demo.
  var unreported: CaseID?

  /// How many working days before its moment it begins.
  static let rounds = 10
  private static let mostCases = 300

  init(_ plan: DemoPlan, staff: Staff) {
    (self.plan, self.staff) = (plan, staff)
    chance = Chance(seed: plan.seed, stream: 1 << 60)
  }

  mutating func note(_ id: CaseID) {
    if halted.count < Self.mostCases { halted.append(id) }
  }

  /// When the round of a day begins, so many working days before the last; nil if the day is too
  /// short for it.
  func moment(_ daysBefore: Int) -> Moment? {
    guard plan.days.indices.contains(daysBefore) else { return nil }
    let midnight = Moment(date: plan.days[daysBefore], hour: 0, minute: 0)
    let minutes = daysBefore == 0 ? 30 : DemoPlan.minutesOfDay - 40
    let at = plan.hours.moment(afterOpenMinutes: minutes, from: midnight, in: plan.calendar)
    guard let at, at.date == midnight.date, at < plan.until else { return nil }
    return at
  }

  mutating func carryOut(_ daysBefore: Int, at desk: Desk) throws(DeskRefusal) {
    try supervise(daysBefore, at: desk)
    try serve(daysBefore, at: desk)
  }

  /// The first case that has come to its halt, is free and fits.
  mutating func take(
    at desk: Desk, where fits: (CaseFile, CaseRules) -> Bool
  ) throws(DeskRefusal) -> CaseFile? {
    for id in halted where !taken.contains(id) {
      let file = try desk.file(id)
      guard fits(file, try desk.rules(for: file)) else { continue }
      taken.insert(id)
      return file
    }
    return nil
  }

  /// Does something if the rules of the hall allow it, and says whether they did.
  @discardableResult
  func act(
    _ command: CaseCommand, on id: CaseID, by clerk: Clerk?, at desk: Desk,
    late: LateEntry? = nil
  ) throws(DeskRefusal) -> Bool {
    guard let clerk else { return false }
    do throws(DeskRefusal) {
      _ = try desk.carryOut(.on(id, command), by: Seat(clerk), late: late)
      return true
    } catch {
      guard case .refused = error else { throw error }
      return false
    }
  }
}

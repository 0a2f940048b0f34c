import Casework
import Deskwork
import WorkCalendar

/// The numbers given out on the morning of the demo, and what has become of them.
struct DemoTickets {
  /// One thing that happens to a number.
  struct Step {
    enum Kind {
      case issue(queue: String, purpose: String)
      case command(TicketCommand, TicketID)
    }

    var at: Moment
    var kind: Kind
    var clerk: Clerk

    func carryOut(at desk: Desk) throws(DeskRefusal) {
      switch kind {
      case .issue(let queue, let purpose):
        _ = try desk.issueTicket(queue: queue, purpose: purpose, by: Seat(clerk))
      case .command(let command, let id):
        _ = try desk.carryOut(command, on: id, by: Seat(clerk))
      }
    }
  }

  private(set) var steps: [Step] = []

  /// How many numbers of a queue are given out, and how many of them still wait.
  private static let general = (issued: 18, waiting: 6)
  private static let release = (issued: 8, waiting: 2)

  init(_ plan: DemoPlan, desk: Desk, staff: Staff, names: DemoNames) {
    let minutes = plan.minutesToday
    guard minutes >= 30, plan.until.date == plan.days.first else { return }
    let queues = Set(desk.counters.values.filter { $0.kind == .general }.map(\.queue))
    let general = staff.counters.compactMap(\.counter).compactMap { desk.counters[$0]?.queue }
    if let queue = general.first(where: queues.contains) {
      add(Self.general, queue, staff.counters, plan, names)
    }
    let releasing = desk.counters.values.filter { $0.kind == .release }.map(\.queue).min()
    if let releasing { add(Self.release, releasing, staff.release, plan, names) }
  }

  private mutating func add(
    _ amount: (issued: Int, waiting: Int), _ queue: String, _ clerks: [Clerk], _ plan: DemoPlan,
    _ names: DemoNames
  ) {
    guard let issuer = clerks.first else { return }
    var chance = Chance(seed: plan.seed, stream: UInt64(queue.utf8.first ?? 0))
    let minutes = plan.minutesToday
    let releases = clerks.first?.role == .release
    let purposes = names.ticketPurposes.filter { $0.contains("领取") == releases }
    for number in 1...amount.issued {
      let minute = number * (minutes - 2) / (amount.issued + 1) + 1
      let clerk = clerks[number % clerks.count]
      let id = TicketID(queue + padded(number, 3))
      append(
        .issue(queue: queue, purpose: chance.pick(purposes)), minute, issuer, plan)
      guard number <= amount.issued - amount.waiting, let counter = clerk.counter else { continue }
      append(.command(.call(counter), id), minute + 1, clerk, plan)
      switch number {
      case 4: append(.command(.pass, id), minute + 2, clerk, plan)
      case 7:
        append(.command(.park(reason: "回去取材料"), id), minute + 2, clerk, plan)
      default:
        append(.command(.arrive, id), minute + 2, clerk, plan)
        append(.command(.finish, id), minute + 6 + chance.below(8), clerk, plan)
      }
    }
  }

  private mutating func append(
    _ kind: Step.Kind, _ minute: Int, _ clerk: Clerk, _ plan: DemoPlan
  ) {
    let midnight = Moment(date: plan.until.date, hour: 0, minute: 0)
    guard
      let at = plan.hours.moment(afterOpenMinutes: minute, from: midnight, in: plan.calendar),
      at < plan.until
    else { return }
    steps.append(Step(at: at, kind: kind, clerk: clerk))
  }
}

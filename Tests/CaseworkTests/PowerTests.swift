import Casework
import TestSupport
import Testing
import WorkCalendar

/// Who may do what: the table is the only answer, whatever state a case or a number is in.
@Suite struct PowerTests {
  @Test(arguments: ClerkRole.allCases)
  func `an act is refused for the role exactly where the table says so`(role: ClerkRole) throws {
    let clerk = Self.somebody(role)
    for scenario in try Self.states {
      for command in CaseCommand.oneOfEach {
        let refused = scenario.refusal(of: command, as: clerk) == .roleMayNot(role)
        #expect(
          refused == !command.power.roles.contains(role),
          "\(role) \(command.name) in \(String(describing: scenario.file.stage))")
      }
    }
  }

  @Test(arguments: ClerkRole.allCases)
  func `a number of the queue follows the same table`(role: ClerkRole) throws {
    let occasion = Scenario().occasion(of: Self.somebody(role))
    for state in try Self.tickets {
      for command in TicketCommand.oneOfEach {
        let refused = state.refusal(of: command, occasion) == .roleMayNot(role)
        #expect(refused == !command.power.roles.contains(role), "\(role) \(command)")
      }
    }
  }

  @Test func `every power belongs to a command or to the hall, and to somebody`() {
    let commands = CaseCommand.oneOfEach.map(\.power) + TicketCommand.oneOfEach.map(\.power)
    #expect(Set(commands).count == Set(commands.map(\.rawValue)).count)
    #expect(Set(commands).isDisjoint(with: Self.ofTheHall))
    #expect(Set(commands).union(Self.ofTheHall) == Set(Power.allCases))
    for power in Power.allCases { #expect(!power.roles.isEmpty, "\(power)") }
  }

  @Test func `what needs two hands is refused by name`() {
    let refusals = Set(Provocation.all.map(\.refusal.code))
    for rule in Separation.allCases { #expect(refusals.contains(rule.rawValue), "\(rule)") }
  }

  @Test func `whoever was disabled may do nothing, whatever the role`() {
    for role in ClerkRole.allCases {
      var clerk = Self.somebody(role)
      clerk.isDisabled = true
      for power in Power.allCases { #expect(!clerk.may(power)) }
    }
  }

  @Test(arguments: ClerkRole.allCases)
  func `a late entry is a power, and so is vouching for one`(role: ClerkRole) throws {
    var it = Scenario()
    try it.receive()
    let clerk = Self.somebody(role)
    let past = LateEntry.noted(at: Moment(date: on(2026, 3, 2), hour: 9, minute: 0))
    for command in CaseCommand.oneOfEach {
      let refused = it.refusal(of: command, as: clerk, late: past) == .roleMayNot(role)
      #expect(refused == !(clerk.may(.enterLate) && clerk.may(command.power)))
    }
    let vouched = LateEntry.noted(at: past.happenedAt, witness: clerk)
    let accept = CaseCommand.accept(deferring: [], underCommitment: false)
    let refusal = it.refusal(of: accept, as: .counterClerk, late: vouched)
    #expect((refusal == .witnessMayNot(role)) == !clerk.may(.witnessLateEntry))
  }
}

extension PowerTests {
  /// What no command of a case or a number stands for.
  private static let ofTheHall: Set<Power> = [
    .enterLate, .witnessLateEntry, .look, .seeSupervision,
    .seeStatistics, .export, .seeUnmasked, .publishCalendar, .publishRules, .enrolClerk,
    .disableClerk, .grantKey, .setPassword, .endSitting, .correctClock,
    .closeYear,
  ]

  /// With everything a person can have, so that nothing but the role stands in the way.
  private static func somebody(_ role: ClerkRole) -> Clerk {
    Clerk(
      id: "ZZ1", name: Words("某人", "Somebody"), role: role, department: "SJ",
      township: Words("青山镇", "Qingshan"), counter: "W01")
  }

  private static var states: [Scenario] {
    get throws {
      var all = [Scenario()]
      for prepare in stations {
        var scenario = Scenario()
        try prepare(&scenario)
        all.append(scenario)
      }
      return all
    }
  }

  private static let stations: [@Sendable (inout Scenario) throws -> Void] = [
    { try $0.receive() }, { try $0.requestCorrection() }, { try $0.accept() },
    { try $0.examine() }, { try $0.produce() },
    {
      try $0.examine()
      try $0.refuse()
    },
  ]

  private static var tickets: [Ticket] {
    get throws {
      let occasion = Scenario().occasion(of: .counterClerk)
      var ticket = Ticket(id: "A001", day: on(2026, 3, 2))
      var states = [ticket]
      for command in [
        TicketCommand.issue(queue: "A", purpose: ""), .call("W01"), .arrive, .finish,
      ] {
        for event in try ticket.decide(command, occasion) {
          ticket.evolve(event, occasion.stamp)
        }
        states.append(ticket)
      }
      return states
    }
  }
}

extension Ticket {
  fileprivate func refusal(of command: TicketCommand, _ occasion: Occasion) -> TicketRefusal? {
    do throws(TicketRefusal) {
      _ = try decide(command, occasion)
      return nil
    } catch {
      return error
    }
  }
}

extension TicketCommand {
  /// One of each, in order: a new command does not build until it has its place here.
  static var oneOfEach: [TicketCommand] {
    var all: [TicketCommand] = []
    while let next = following(all.last) { all.append(next) }
    return all
  }

  private static func following(_ last: TicketCommand?) -> TicketCommand? {
    switch last {
    case nil: .issue(queue: "A", purpose: "")
    case .issue: .call("W01")
    case .call: .arrive
    case .arrive: .park(reason: "")
    case .park: .pass
    case .pass: .finish
    case .finish: .free(reason: "走开了")
    case .free: nil
    }
  }
}

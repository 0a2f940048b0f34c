import Casework
import Deskwork
import WorkCalendar

extension CaseClock {
  func json(_ kind: TimerKind?, _ thoughts: [Thought]) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("case", .text(file.id.rawValue)), .init("today", .text(desk.today.description)),
      .init("timers", .array(timers.map(json))),
    ]
    if let timer = timer(kind) {
      let proof = proof(of: timer)
      members.append(.init("proof", .object(json(proof))))
    }
    if !thoughts.isEmpty { members.append(.init("whatIf", .array(thoughts.map(json)))) }
    return .object(members)
  }

  private func json(_ timer: CaseTimer) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("timer", .text(timer.kind.rawValue)),
      .init("startedOn", .text(timer.start.description)),
      .init("dueOn", JSONValue(timer.due?.on)),
      .init("isProvisional", .bool(timer.due?.isProvisional ?? false)),
    ]
    if let step = timer.step { members.append(.init("step", .number(step + 1))) }
    if let department = timer.department {
      members.append(.init("department", .text(department.rawValue)))
    }
    if let procedure = timer.procedure {
      members.append(.init("procedure", .text(procedure.rawValue)))
    }
    if let limit = timer.limit {
      members.append(
        .init(
          "limit",
          .object([
            .init("amount", .number(limit.amount)), .init("unit", .text(limit.unit.rawValue)),
          ])))
    }
    if timer.extensionDays > 0 {
      members.append(.init("extendedBy", .number(timer.extensionDays)))
    }
    if let left = timer.workingDaysLeft(on: desk.today, in: desk.calendar) {
      members.append(.init("workingDaysLeft", .number(left)))
    }
    return .object(members + state(timer))
  }

  private func state(_ timer: CaseTimer) -> [JSONValue.Member] {
    switch timer.state {
    case .running: return [.init("state", "running")]
    case .settled(let day):
      return [.init("state", "settled"), .init("settledOn", .text(day.description))]
    case .stopped(let stop):
      let foreseen = timer.foreseen(on: desk.today, in: desk.calendar)?.due.on
      return [
        .init("state", "stopped"), .init("stoppedOn", .text(stop.from.description)),
        .init("plannedEnd", JSONValue(stop.plannedEnd)), .init("foreseenOn", JSONValue(foreseen)),
      ]
    }
  }

  private func json(_ proof: DeadlineProof) -> [JSONValue.Member] {
    let days = proof.lines.map { line -> JSONValue in
      .object([
        .init("date", .text(line.day.date.description)),
        .init("day", line.day.ordinal.map { .number($0) } ?? .null),
        .init("reason", .text(line.day.reason.code)),
      ])
    }
    return [
      .init("timer", .text(proof.timer.kind.rawValue)), .init("dueOn", JSONValue(proof.due?.on)),
      .init("isProvisional", .bool(proof.due?.isProvisional ?? false)), .init("days", .array(days)),
    ]
  }

  private func json(_ thought: Thought) -> JSONValue {
    let dates = thought.dates.map { date -> JSONValue in
      .object([
        .init("timer", .text(date.timer.rawValue)), .init("was", JSONValue(date.was?.on)),
        .init("dueOn", JSONValue(date.would?.on)),
        .init("isProvisional", .bool(date.would?.isProvisional ?? false)),
      ])
    }
    return .object([
      .init("if", .object([thought.supposition.json])), .init("dates", .array(dates)),
    ])
  }
}

extension Supposition {
  fileprivate var json: JSONValue.Member {
    switch self {
    case .correctionArrives(let day): .init("correction", .text(day.description))
    case .accepted(let day): .init("accepted", .text(day.description))
    case .extended(let days): .init("extended", .number(days))
    case .stopped(let day): .init("suspendedUntil", .text(day.description))
    case .decided(let day): .init("decided", .text(day.description))
    }
  }
}

extension CountReason {
  /// As programs read it; a contract.
  fileprivate var code: String {
    switch self {
    case .startDay: "start"
    case .day(let status), .calendarDay(let status): status.code
    case .movedOn: "moved-on"
    case .clockStopped: "stopped"
    case .clockResumed: "resumed"
    }
  }
}

extension DayStatus {
  fileprivate var code: String {
    switch self {
    case .working: "working"
    case .makeUpWorkday: "make-up"
    case .weekend: "weekend"
    case .holiday: "holiday"
    case .presumedHoliday: "presumed-holiday"
    }
  }
}

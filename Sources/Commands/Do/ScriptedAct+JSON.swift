import Casework
import Deskwork
import Training
import WorkCalendar

extension ScriptedAct {
  /// The act as a line of `do`.
  var json: JSONValue {
    var members = deed.members(on: today)
    members.append(.init("as", .text(clerk.rawValue)))
    if workingDaysLater > 0 { members.append(.init("workingDaysLater", .number(workingDaysLater))) }
    return .object(members)
  }
}

extension ScriptedAct.Deed {
  fileprivate func members(on today: LocalDate) -> [JSONValue.Member] {
    switch self {
    case .takeIn(let item, let intake, let ending, let label):
      var members: [JSONValue.Member] = [
        .init("do", "take-in"), .init("label", .text(label)), .init("item", .text(item.rawValue)),
      ]
      members += intake.members
      if let ending { members.append(.init("ending", .object(ending.command.members(on: today)))) }
      return members
    case .on(let reference, let command):
      var members = command.members(on: today)
      members.insert(.init("case", .text(reference)), at: 1)
      return members
    case .handOverSeveral(let references, let recipient):
      return [
        .init("do", "hand-over-several"),
        .init("cases", .array(references.map { .text($0) })), .init("recipient", recipient.json),
      ]
    case .issueTicket(let queue, let purpose, let label):
      return [
        .init("do", "issue-ticket"), .init("label", .text(label)), .init("queue", .text(queue)),
        .init("purpose", .text(purpose)),
      ]
    case .ticket(let reference, let command):
      return [.init("do", .text(command.name)), .init("ticket", .text(reference))]
        + (command.reason.map { [.init("reason", .text($0))] } ?? [])
    }
  }
}

extension TicketCommand {
  fileprivate var name: String {
    switch self {
    case .issue: "issue-ticket"
    case .call: "call-ticket"
    case .arrive: "arrive"
    case .park: "park"
    case .pass: "pass"
    case .finish: "finish"
    case .free: "free-ticket"
    }
  }

  fileprivate var reason: String? {
    switch self {
    case .park(let reason), .free(let reason): reason
    case .issue, .call, .arrive, .pass, .finish: nil
    }
  }
}

extension Intake {
  fileprivate var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = [.init("applicant", applicant.json)]
    if let agent {
      members.append(
        .init(
          "agent",
          .object([
            .init("name", .text(agent.name)), .init("identity", agent.identity.json),
            .init("phone", .text(agent.phone)),
          ])))
    }
    members.append(.init("materials", .array(materials.map(\.written))))
    members.append(.init("fields", .object(fields.map { .init($0.key, .text($0.value)) })))
    if channel != .counter { members.append(.init("channel", .text(channel.rawValue))) }
    if delivery != DeliveryPreference() {
      members.append(
        .init(
          "delivery",
          .object([
            .init("method", .text(delivery.method.rawValue)),
            .init("address", .text(delivery.address)),
          ])))
    }
    return members
  }
}

extension Applicant {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("kind", .text(kind.rawValue)), .init("name", .text(name)),
      .init("identity", identity.json), .init("phone", .text(phone)),
      .init("address", .text(address)),
    ]
    if !legalRepresentative.isEmpty {
      members.append(.init("legalRepresentative", .text(legalRepresentative)))
    }
    return .object(members)
  }
}

extension Recipient {
  var json: JSONValue {
    .object([
      .init("name", .text(name)), .init("relation", .text(relation.rawValue)),
      .init("identity", identity.json),
    ])
  }
}

extension MaterialReceived {
  /// Only what has to be said.
  var written: JSONValue {
    var members: [JSONValue.Member] = [
      .init("number", .number(number)), .init("status", .text(status.rawValue)),
    ]
    if originals > 0 { members.append(.init("originals", .number(originals))) }
    if copies > 0 { members.append(.init("copies", .number(copies))) }
    if isCheckedAgainstOriginal { members.append(.init("isCheckedAgainstOriginal", true)) }
    if !remark.isEmpty { members.append(.init("remark", .text(remark))) }
    return .object(members)
  }
}

extension Defect {
  var json: JSONValue {
    .object([
      .init("material", .number(material)), .init("kind", .text(kind.rawValue)),
      .init("remark", .text(remark)),
    ])
  }
}

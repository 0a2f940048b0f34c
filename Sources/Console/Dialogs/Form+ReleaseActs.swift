import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// What leads from a filled form of the release counter to the act, for all its cases at once.
extension Form {
  func releaseSubmission(_ context: Context) -> [Request] {
    guard let command = releaseCommand else { return [] }
    for open in cases {
      if let reason = context.reason(against: command, on: open) {
        return [.notice(Notice(.refused, "\(open.file.id.spoken) \(reason)"))]
      }
    }
    let act = Request.carryOut(
      cases.map { .on($0.file.id, command) }, seen: cases.count == 1 ? seen : nil,
      draft: draftID(context))
    return [
      .ask(
        Question(
          heading: asked(context), lines: released(context) + [""] + consequences(context),
          yes: releaseYes(context), onYes: [act]))
    ]
  }

  /// Nil for the forms of the departments.
  private var releaseCommand: CaseCommand? {
    switch purpose {
    case .handOver: .handOver(recipient, witness: value("witness"))
    case .post:
      .post(carrier: value("carrier"), waybill: value("waybill"), address: value("address"))
    case .confirmDelivery: .confirmDelivery(signedBy: value("signedBy"))
    case .opinion, .returnToStep, .decide, .specialProcedure, .endSpecialProcedure, .suspend,
      .examinationCorrection, .referUpward, .answerReferral, .extend, .certificate, .giveBack,
      .withdraw, .terminate:
      nil
    }
  }

  private var recipient: Recipient {
    Recipient(
      name: value("name").filter { !$0.isWhitespace },
      relation: Recipient.Relation(rawValue: value("relation")) ?? .agent,
      identity: Identity(
        kind: IdentityKind(rawValue: value("kind")) ?? .other, number: value("number")))
  }

  private func asked(_ context: Context) -> String {
    let count = cases.count
    switch purpose {
    case .handOver:
      let name = recipient.name
      return context.say(
        "把 \(count) 件交给 \(name) (\(recipient.relation.label.zh))?",
        "Hand \(count == 1 ? "this result" : "\(count) results") to \(name) (\(recipient.relation.label.en))?"
      )
    case .post:
      return context.say(
        "寄出 \(count) 件?", "Post \(count == 1 ? "this result" : "\(count) results")?")
    case .confirmDelivery: return context.say("登记签收并办结?", "Record the delivery and conclude?")
    case .opinion, .returnToStep, .decide, .specialProcedure, .endSpecialProcedure, .suspend,
      .examinationCorrection, .referUpward, .answerReferral, .extend, .certificate, .giveBack,
      .withdraw, .terminate:
      return heading
    }
  }

  private func releaseYes(_ context: Context) -> String {
    switch purpose {
    case .handOver: context.say("交出并办结", "Hand over")
    case .post: context.say("寄出", "Post")
    case .confirmDelivery: context.say("登记签收", "Record it")
    case .opinion, .returnToStep, .decide, .specialProcedure, .endSpecialProcedure, .suspend,
      .examinationCorrection, .referUpward, .answerReferral, .extend, .certificate, .giveBack,
      .withdraw, .terminate:
      context.say("确认", "Yes")
    }
  }

  /// Every case with its applicant and what goes out, then to whom.
  private func released(_ context: Context) -> [String] {
    let papers = cases.flatMap { open in
      [open.subject(context), "  " + ReleasePane.goesOut(open, context)]
    }
    switch purpose {
    case .handOver:
      let paper = "\(context.say(recipient.identity.kind.label)) \(recipient.identity.number)"
      return papers + [context.say("领取人: ", "Recipient: ") + "\(recipient.name)  \(paper)"]
    case .post:
      return papers + [
        context.say("寄往: ", "To: ") + value("address"),
        context.say("运单: ", "Waybill: ") + "\(value("carrier")) \(value("waybill"))",
      ]
    case .confirmDelivery:
      return papers + [context.say("签收人: ", "Signed by: ") + value("signedBy")]
    case .opinion, .returnToStep, .decide, .specialProcedure, .endSpecialProcedure, .suspend,
      .examinationCorrection, .referUpward, .answerReferral, .extend, .certificate, .giveBack,
      .withdraw, .terminate:
      return papers
    }
  }

  /// What follows is the same for each of them, so it is said once.
  private func consequences(_ context: Context) -> [String] {
    guard let open = cases.first, let command = releaseCommand,
      let consequence = try? Consequence(of: [command], on: open.file, under: open.sheet, context)
    else { return [] }
    return consequence.lines(context)
  }
}

extension Form {
  /// What is wrong with a recipient: the number of the paper, above all.
  func recipientProblem(_ context: Context) -> [String: String] {
    guard case .handOver = purpose, !value("number").isEmpty,
      let problem = recipient.identity.problem(on: context.today)
    else { return [:] }
    return ["number": context.say(problem.sentence)]
  }

  /// Another relation brings another person from the file, unless somebody was typed in already.
  mutating func followRelation(from before: Recipient.Relation?) {
    guard case .handOver = purpose, let open = cases.first,
      let relation = Recipient.Relation(rawValue: value("relation")), relation != before
    else { return }
    let last = before.flatMap { open.onFile($0) }
    guard last == nil || value("name") == last?.name || value("name").isEmpty else { return }
    let person = open.onFile(relation)
    set("name", person?.name ?? "")
    set("number", person?.identity?.number ?? "")
    if let kind = person?.identity?.kind { set("kind", kind.rawValue) }
  }

  private mutating func set(_ key: String, _ text: String) {
    guard let index = fields.firstIndex(where: { $0.key == key }) else { return }
    fields[index].input.replace(with: text)
  }
}

extension OpenCase {
  /// Somebody the case knows already; an organisation's representative without a paper.
  struct PersonOnFile: Hashable {
    var name: String
    var identity: Identity?
  }

  func onFile(_ relation: Recipient.Relation) -> PersonOnFile? {
    guard let intake = file.intake else { return nil }
    switch relation {
    case .applicant:
      return PersonOnFile(name: intake.applicant.name, identity: intake.applicant.identity)
    case .legalRepresentative:
      return PersonOnFile(name: intake.applicant.legalRepresentative, identity: nil)
    case .agent:
      return intake.agent.map { PersonOnFile(name: $0.name, identity: $0.identity) }
    }
  }
}

extension Recipient.Relation {
  var label: Words {
    switch self {
    case .applicant: Words("申请人本人", "the applicant")
    case .legalRepresentative: Words("法定代表人", "legal representative")
    case .agent: Words("代办人", "agent")
    }
  }
}

import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// What leads from a filled form of the release counter to the act, for all its cases at once.
extension Form {
  /// Refused before anything is asked, if any of the cases cannot go out like this.
  func releaseSubmission(_ context: Context) -> [Request] {
    guard let deed = ReleaseDeed(self) else { return [] }
    for open in cases {
      if let reason = context.reason(against: deed.command, on: open) {
        return [.notice(Notice(.refused, "\(open.file.id.spoken) \(reason)"))]
      }
    }
    let act = Request.carryOut(
      cases.map { .on($0.file.id, deed.command) }, seen: cases.count == 1 ? seen : nil,
      draft: draftID(context), late: context.late)
    let papers = cases.flatMap { open in
      [open.subject(context), "  " + ReleasePane.goesOut(open, context)]
    }
    let consequence = consequence(of: deed, context)
    return [
      .ask(
        Question(
          heading: deed.question(of: cases.count, context),
          lines: papers + deed.lines(context) + [""] + (consequence?.lines(context) ?? [])
            + context.lateLines,
          yes: deed.yes(context), onYes: [act],
          printsSomething: consequence?.documents.isEmpty == false))
    ]
  }

  /// What follows is the same for each of them, so it is said once.
  private func consequence(of deed: ReleaseDeed, _ context: Context) -> Consequence? {
    guard let open = cases.first else { return nil }
    return try? Consequence(of: [deed.command], on: open.file, under: open.sheet, context)
  }

  fileprivate var recipient: Recipient {
    Recipient(
      name: Wording.trimmed(value("name")),
      relation: Recipient.Relation(rawValue: value("relation")) ?? .agent,
      identity: Identity(
        kind: IdentityKind(rawValue: value("kind")) ?? .other, number: value("number")))
  }

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

  /// Whose paper is read stands in the blank for its number, wherever the cursor was; anything else
  /// that is read goes past a choice.
  mutating func goToBlank(forScanned text: String, _ context: Context) {
    if case .handOver = purpose, let paper = Identity.guess(text, on: context.today),
      let number = fields.firstIndex(where: { $0.key == "number" })
    {
      set("kind", paper.kind.rawValue)
      focus = number
    } else if let blank = fields.indices.dropFirst(focus).first(where: { !fields[$0].isChoice }) {
      focus = blank
    }
  }

  private mutating func set(_ key: String, _ text: String) {
    guard let index = fields.firstIndex(where: { $0.key == key }) else { return }
    fields[index].input.replace(with: text)
  }
}

extension Form.Field {
  fileprivate var isChoice: Bool {
    guard case .choice = kind else { return false }
    return true
  }
}

/// An act of the release counter as a form has it.
private enum ReleaseDeed {
  case handOver(Recipient, witness: String)
  case post(carrier: String, waybill: String, address: String)
  case confirmDelivery(signedBy: String)
  case takePostBack(reason: String)

  /// Nil for the forms of the departments.
  init?(_ form: Form) {
    switch form.purpose {
    case .handOver: self = .handOver(form.recipient, witness: form.value("witness"))
    case .post:
      self = .post(
        carrier: form.value("carrier"), waybill: form.value("waybill"),
        address: form.value("address"))
    case .confirmDelivery:
      let report = form.value("signedBy")
      self =
        form.value("outcome") == "returned"
        ? .takePostBack(reason: report) : .confirmDelivery(signedBy: report)
    case .opinion, .returnToStep, .decide, .specialProcedure, .endSpecialProcedure, .suspend,
      .examinationCorrection, .noteDefects, .referUpward, .answerReferral, .extend, .certificate,
      .giveBack, .freeClaim,
      .withdraw, .terminate, .beside, .lateEntry:
      return nil
    }
  }

  var command: CaseCommand {
    switch self {
    case .handOver(let recipient, let witness): .handOver(recipient, witness: witness)
    case .post(let carrier, let waybill, let address):
      .post(carrier: carrier, waybill: waybill, address: address)
    case .confirmDelivery(let name): .confirmDelivery(signedBy: name)
    case .takePostBack(let reason): .takePostBack(reason: reason)
    }
  }

  func question(of count: Int, _ context: Context) -> String {
    let results = count == 1 ? "this result" : "\(count) results"
    return switch self {
    case .handOver(let recipient, _):
      context.say(
        "把 \(count) 件交给 \(recipient.name) (\(recipient.relation.label.zh))?",
        "Hand \(results) to \(recipient.name) (\(recipient.relation.label.en))?")
    case .post: context.say("寄出 \(count) 件?", "Post \(results)?")
    case .confirmDelivery: context.say("登记签收并办结?", "Record the delivery and conclude?")
    case .takePostBack:
      context.say("登记退件, 结果仍在窗口待领?", "Record the return, to wait at the counter again?")
    }
  }

  func yes(_ context: Context) -> String {
    switch self {
    case .handOver: context.say("交出并办结", "Hand over")
    case .post: context.say("寄出", "Post")
    case .confirmDelivery: context.say("登记签收", "Record it")
    case .takePostBack: context.say("登记退件", "Record it")
    }
  }

  /// To whom and how.
  func lines(_ context: Context) -> [String] {
    switch self {
    case .handOver(let recipient, _):
      let paper = "\(context.say(recipient.identity.kind.label)) \(recipient.identity.number)"
      return [context.say("领取人: ", "Recipient: ") + "\(recipient.name)  \(paper)"]
    case .post(let carrier, let waybill, let address):
      return [
        context.say("寄往: ", "To: ") + address,
        context.say("运单: ", "Waybill: ") + "\(carrier) \(waybill)",
      ]
    case .confirmDelivery(let name): return [context.say("签收人: ", "Signed by: ") + name]
    case .takePostBack(let reason): return [context.say("退回原因: ", "Why: ") + reason]
    }
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

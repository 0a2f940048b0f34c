import Casework
import WorkCalendar

extension CaseCommand {
  /// The command as a line of `do` without its case, its name first.
  func members(on today: LocalDate) -> [JSONValue.Member] {
    [.init("do", .text(name))] + details(on: today).filter { $0.value != .text("") }
  }

  private func details(on today: LocalDate) -> [JSONValue.Member] {
    switch self {
    case .receive, .lapse, .claim, .resume: return []
    case .accept(let deferring, let underCommitment):
      return (deferring.isEmpty ? [] : [.init("deferring", .array(deferring.map { .number($0) }))])
        + (underCommitment ? [.init("underCommitment", true)] : [])
    case .requestCorrection(let defects, let days),
      .requestExaminationCorrection(let defects, let days):
      return [
        .init("defects", .array(defects.map(\.json))), .init("workingDays", .number(days)),
      ]
    case .decline(let ground, let reason, let basis, let organ):
      return [
        .init("ground", .text(ground.rawValue)), .init("reason", .text(reason)),
        .init("basis", .text(basis)), .init("competentOrgan", .text(organ)),
      ]
    case .decideOnTheSpot(let text, let number):
      return [.init("text", .text(text)), .init("certificateNumber", .text(number))]
    case .supplyMaterials(let materials, let fields):
      return [
        .init("materials", .array(materials.map(\.written))),
        .init("fields", .object(fields.map { .init($0.key, .text($0.value)) })),
      ].filter { $0.value != .object([]) }
    case .supplyExaminationCorrection(let materials):
      return [.init("materials", .array(materials.map(\.written)))]
    case .supplyDeferredMaterial(let material): return [.init("material", material.written)]
    case .freeClaim(let department, let reason):
      return [
        .init("department", .text(department.rawValue)), .init("reason", .text(reason)),
      ]
    case .giveBack(let reason), .withdraw(let reason): return [.init("reason", .text(reason))]
    case .recordOpinion(let step, let verdict, let text, let officers):
      return [
        .init("step", .number(step + 1)), .init("verdict", .text(verdict.rawValue)),
        .init("text", .text(text)),
      ] + (officers.isEmpty ? [] : [.init("officers", .array(officers.map { .text($0) }))])
    case .returnToStep(let step, let reason):
      return [.init("step", .number(step + 1)), .init("reason", .text(reason))]
    case .startSpecialProcedure(let kind, let end, let reason):
      return [
        .init("kind", .text(kind.rawValue)), .init("plannedDays", .number(today.days(until: end))),
        .init("reason", .text(reason)),
      ]
    case .endSpecialProcedure(let outcome): return [.init("outcome", .text(outcome))]
    case .suspend(let cause), .terminate(let cause): return [.init("cause", .text(cause))]
    case .referUpward(let organ, let opinion):
      return [.init("organ", .text(organ)), .init("opinion", .text(opinion))]
    case .answerReferral(let verdict, let text, let number):
      return [
        .init("verdict", .text(verdict.rawValue)), .init("text", .text(text)),
        .init("documentNumber", .text(number)),
      ]
    case .extend(let days, let reason):
      return [.init("workingDays", .number(days)), .init("reason", .text(reason))]
    case .decide(let verdict, let text, let basis):
      return [
        .init("verdict", .text(verdict.rawValue)), .init("text", .text(text)),
        .init("basis", .text(basis)),
      ]
    case .produceCertificate(let number): return [.init("certificateNumber", .text(number))]
    case .handOver(let recipient, let witness):
      return [.init("recipient", recipient.json), .init("witness", .text(witness))]
    case .post(let carrier, let waybill, let address):
      return [
        .init("carrier", .text(carrier)), .init("waybill", .text(waybill)),
        .init("address", .text(address)),
      ]
    case .takePostBack(let reason): return [.init("reason", .text(reason))]
    case .confirmDelivery(let signedBy): return [.init("signedBy", .text(signedBy))]
    case .reprint(let kind, let number):
      return [.init("kind", .text(kind.rawValue)), .init("number", .text(number))]
    case .noteDefects(let defects):
      return [.init("defects", .array(defects.map(\.json)))]
    case .checkCommitment(let isFulfilled, let text, let officers):
      return [.init("isFulfilled", .bool(isFulfilled)), .init("text", .text(text))]
        + (officers.isEmpty ? [] : [.init("officers", .array(officers.map { .text($0) }))])
    case .confirmReport(let act, let receipt):
      return [.init("act", .text(act.rawValue)), .init("receipt", .text(receipt))]
    case .supervise(let command): return command.details
    case .rate(let command): return command.details
    case .fee(let command): return command.details
    }
  }
}

extension SupervisionCommand {
  fileprivate var details: [JSONValue.Member] {
    switch self {
    case .orderFollowUp(let card, let department, let text):
      return [.init("card", .text(card.text)), .init("text", .text(text))]
        + (department.map { [.init("department", .text($0.rawValue))] } ?? [])
    case .answerFollowUp(let order, let text), .escalateFollowUp(let order, let text):
      return [.init("order", .number(order)), .init("text", .text(text))]
    case .closeFollowUp(let order, let outcome, let text):
      return [
        .init("order", .number(order)), .init("outcome", .text(outcome.rawValue)),
        .init("text", .text(text)),
      ]
    case .appealCard(let card, let ground):
      return [.init("card", .text(card.text)), .init("ground", .text(ground))]
    case .settleCard(let card, let ruling, let text):
      return [
        .init("card", .text(card.text)), .init("ruling", .text(ruling.rawValue)),
        .init("text", .text(text)),
      ]
    }
  }
}

extension RatingCommand {
  fileprivate var details: [JSONValue.Member] {
    switch self {
    case .give(let grade, let detail, let channel):
      return [
        .init("grade", .number(grade.rawValue)), .init("detail", .text(detail)),
        .init("channel", .text(channel.rawValue)),
      ]
    case .callBack(let text), .rectify(let text): return [.init("text", .text(text))]
    }
  }
}

extension FeeCommand {
  fileprivate var details: [JSONValue.Member] {
    switch self {
    case .demand(let fen, let reduction):
      return [.init("fen", .number(fen)), .init("reduction", .text(reduction))]
    case .recordPayment(let fen, let receipt):
      return [.init("fen", .number(fen)), .init("receipt", .text(receipt))]
    }
  }
}

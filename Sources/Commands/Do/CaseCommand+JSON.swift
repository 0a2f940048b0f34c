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
    }
  }
}

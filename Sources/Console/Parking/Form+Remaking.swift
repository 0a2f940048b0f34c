import Casework
import Deskwork

extension Form {
  /// A form opened anew by the name of its drafts; nil if nothing of that name can be done with the
  /// cases any more.
  static func remade(_ name: String, for cases: [OpenCase], _ context: Context) -> Form? {
    guard let first = cases.first else {
      return name == Purpose.lateEntry.name ? lateEntry(for: nil, context) : nil
    }
    return switch name {
    case "opinion": opinion(for: first, context)
    case "return": returnToStep(for: first, context)
    case "grant": decision(.granted, for: first, context)
    case "refuse": decision(.refused, for: first, context)
    case "special-procedure": specialProcedure(for: first, context)
    case "end-special-procedure": endSpecialProcedure(for: first, context)
    case "suspend": suspend(for: first, context)
    case "examination-correction": examinationCorrection(for: first, context)
    case "note-defects": noteDefects(for: first, context)
    case "refer-upward": referUpward(for: first, context)
    case "answer-referral": answerReferral(for: first, context)
    case "extend": extend(for: first, context)
    case "certificate": certificate(for: first, context)
    case "give-back": giveBack(for: first, context)
    case "withdraw": withdraw(for: first, context)
    case "terminate": terminate(for: first, context)
    case "hand-over": handOver(cases, context)
    case "post": post(cases, context)
    case "confirm-delivery": confirmDelivery(cases, context)
    case "late-entry": lateEntry(for: first, context)
    default: Beside(name: name).map { beside($0, for: first, context) }
    }
  }

  /// Where one stands in it.
  var place: FormPlace {
    FormPlace(
      name: purpose.name, cases: cases.map(\.file.id.rawValue), seen: seen,
      field: fields.indices.contains(focus) ? fields[focus].key : "")
  }
}

extension Form.Beside {
  /// The kind of form a draft belongs to, by the name it is filed under.
  init?(name: String) {
    func rest(_ prefix: String) -> String? {
      name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
    }
    func card(_ prefix: String) -> CardKey? { rest(prefix).flatMap { CardKey($0) } }
    func order(_ prefix: String) -> Int? { rest(prefix).flatMap { Int($0) } }
    let plain: [Form.Beside] = [
      .demandFee, .recordPayment, .rate, .callBack, .rectify, .checkCommitment, .confirmReport,
    ]
    let numbered: [Form.Beside?] = [
      card("order-follow-up-").map { .orderFollowUp($0) },
      order("answer-follow-up-").map { .answerFollowUp($0) },
      order("escalate-follow-up-").map { .escalateFollowUp($0) },
      order("close-follow-up-").map { .closeFollowUp($0) },
      card("appeal-card-").map { .appealCard($0) }, card("settle-card-").map { .settleCard($0) },
    ]
    let found = plain.first { $0.name == name } ?? numbered.compactMap { $0 }.first
    guard let found else { return nil }
    self = found
  }
}

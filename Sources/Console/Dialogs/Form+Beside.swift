package import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension Form {
  /// What stands beside the route of a case: supervision, fees, ratings, checks, reports.
  package enum Beside: Hashable, Sendable {
    case orderFollowUp(CardKey), answerFollowUp(Int), escalateFollowUp(Int), closeFollowUp(Int)
    case appealCard(CardKey), settleCard(CardKey)
    case demandFee, recordPayment
    case rate, callBack, rectify
    case checkCommitment, confirmReport

    /// As drafts are filed under.
    var name: String {
      switch self {
      case .orderFollowUp(let card): "order-follow-up-\(card.text)"
      case .answerFollowUp(let order): "answer-follow-up-\(order)"
      case .escalateFollowUp(let order): "escalate-follow-up-\(order)"
      case .closeFollowUp(let order): "close-follow-up-\(order)"
      case .appealCard(let card): "appeal-card-\(card.text)"
      case .settleCard(let card): "settle-card-\(card.text)"
      case .demandFee: "demand-fee"
      case .recordPayment: "record-payment"
      case .rate: "rate"
      case .callBack: "call-back"
      case .rectify: "rectify"
      case .checkCommitment: "check-commitment"
      case .confirmReport: "confirm-report"
      }
    }
  }

  /// The act that the filled form asks for.
  func command(_ beside: Beside) -> CaseCommand {
    let text = value("text")
    switch beside {
    case .orderFollowUp(let card):
      let to = value("to")
      return .supervise(
        .orderFollowUp(card, to.isEmpty ? nil : DepartmentID(to), text: text))
    case .answerFollowUp(let order): return .supervise(.answerFollowUp(order: order, text: text))
    case .escalateFollowUp(let order):
      return .supervise(.escalateFollowUp(order: order, text: text))
    case .closeFollowUp(let order):
      let outcome = FollowUpOutcome(rawValue: value("outcome")) ?? .rectified
      return .supervise(.closeFollowUp(order: order, outcome, text: text))
    case .appealCard(let card): return .supervise(.appealCard(card, ground: text))
    case .settleCard(let card):
      let ruling = CardRuling(rawValue: value("ruling")) ?? .confirmed
      return .supervise(.settleCard(card, ruling, text: text))
    case .demandFee: return .fee(.demand(fen: Form.fen(value("amount")) ?? 0, reduction: text))
    case .recordPayment:
      return .fee(
        .recordPayment(fen: Form.fen(value("amount")) ?? 0, receipt: value("receipt")))
    case .rate:
      let grade = Int(value("grade")).flatMap { RatingGrade(rawValue: $0) } ?? .verySatisfied
      let channel = RatingChannel(rawValue: value("channel")) ?? .evaluator
      return .rate(.give(grade, detail: text, channel))
    case .callBack: return .rate(.callBack(text: text))
    case .rectify: return .rate(.rectify(text: text))
    case .checkCommitment:
      return .checkCommitment(
        isFulfilled: value("outcome") == "kept", text: text, officers: officers)
    case .confirmReport:
      return .confirmReport(
        ReportedAct(rawValue: value("act")) ?? .accepted, receipt: value("receipt"))
    }
  }

  /// 120, 120.5 or 120.50 yuan in fen; nil if it is no amount.
  static func fen(_ text: String) -> Int? {
    let text = String(text.filter { !$0.isWhitespace }.map(\.folded))
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let whole = Int(parts[0]), whole <= 1_000_000_000
    else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    guard parts[1].count <= 2, let rest = Int(parts[1]) else { return nil }
    return whole * 100 + (parts[1].count == 1 ? rest * 10 : rest)
  }

  func besideSubmission(_ beside: Beside, _ context: Context) -> [Request] {
    guard let open else { return [] }
    return open.asking(
      command(beside), heading: heading, yes: Form.label(beside, context),
      saying: [value("text")].filter { !$0.isEmpty }, draft: draftID(context), context)
  }

  static func label(_ beside: Beside, _ context: Context) -> String {
    switch beside {
    case .orderFollowUp: context.say("督办", "Order a follow-up")
    case .answerFollowUp: context.say("答复督办", "Answer the order")
    case .escalateFollowUp: context.say("升级督办", "Escalate the order")
    case .closeFollowUp: context.say("办结督办", "Close the order")
    case .appealCard: context.say("申诉", "Appeal")
    case .settleCard: context.say("裁定", "Rule on the card")
    case .demandFee: context.say("通知缴费", "Ask for the fee")
    case .recordPayment: context.say("登记缴费", "Record a payment")
    case .rate: context.say("登记评价", "Record a rating")
    case .callBack: context.say("差评回访", "Call back")
    case .rectify: context.say("差评整改", "Put right")
    case .checkCommitment: context.say("核查承诺", "Check the commitment")
    case .confirmReport: context.say("登记报送回执", "Confirm a report")
    }
  }
}

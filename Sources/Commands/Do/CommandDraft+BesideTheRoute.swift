import Casework

/// Fees, commitments, reports, ratings and what supervision does.
extension CommandDraft {
  static let namesBesideTheRoute = [
    "note-defects", "check-commitment", "confirm-report", "order-follow-up", "answer-follow-up",
    "escalate-follow-up", "close-follow-up", "appeal-card", "settle-card", "rate", "call-back",
    "rectify", "demand-fee", "record-payment",
  ]

  static func besideTheRoute(
    _ name: String, _ it: inout Members
  ) throws(Malformed) -> CaseCommand? {
    if let command = try supervision(name, &it) { return .supervise(command) }
    switch name {
    case "note-defects": return .noteDefects(try Defect.readAll(&it))
    case "check-commitment":
      return .checkCommitment(
        isFulfilled: try it.truth("isFulfilled"), text: try it.textIfAny("text") ?? "",
        officers: try it.texts("officers"))
    case "confirm-report":
      return .confirmReport(try it.choice("act"), receipt: try it.text("receipt"))
    case "rate":
      let number = try it.number("grade")
      guard let grade = RatingGrade(rawValue: number) else {
        throw it.wrong("grade", Words("1（最差）到 5（最好）", "1 (worst) to 5 (best)"))
      }
      return .rate(
        .give(
          grade, detail: try it.textIfAny("detail") ?? "",
          try it.choice("channel", else: .evaluator)))
    case "call-back": return .rate(.callBack(text: try it.text("text")))
    case "rectify": return .rate(.rectify(text: try it.text("text")))
    case "demand-fee":
      return .fee(
        .demand(fen: try it.number("fen"), reduction: try it.textIfAny("reduction") ?? ""))
    case "record-payment":
      return .fee(.recordPayment(fen: try it.number("fen"), receipt: try it.text("receipt")))
    default: return nil
    }
  }

  private static func supervision(
    _ name: String, _ it: inout Members
  ) throws(Malformed) -> SupervisionCommand? {
    switch name {
    case "order-follow-up":
      return .orderFollowUp(
        try card(&it), try it.textIfAny("department").map { DepartmentID($0) },
        text: try it.text("text"))
    case "answer-follow-up":
      return .answerFollowUp(order: try it.number("order"), text: try it.text("text"))
    case "escalate-follow-up":
      return .escalateFollowUp(order: try it.number("order"), text: try it.text("text"))
    case "close-follow-up":
      return .closeFollowUp(
        order: try it.number("order"), try it.choice("outcome"), text: try it.text("text"))
    case "appeal-card": return .appealCard(try card(&it), ground: try it.text("ground"))
    case "settle-card":
      return .settleCard(try card(&it), try it.choice("ruling"), text: try it.text("text"))
    default: return nil
    }
  }

  private static func card(_ it: inout Members) throws(Malformed) -> CardKey {
    guard let card = CardKey(try it.text("card")) else {
      throw it.wrong(
        "card", Words("如 J01 或 J03:step/2/SJ 的牌", "a card such as J01 or J03:step/2/SJ"))
    }
    return card
  }
}

import Casework
import Deskwork

/// What can be done about one card: the same wherever a card is shown.
struct CardActs {
  let open: OpenCase
  let card: CardKey
  /// Who answers for it; nil for the counters of the hall.
  let department: DepartmentID?
  let context: Context

  private var order: SupervisionRecord.FollowUp? { open.file.supervision.openOrder(about: card) }

  /// Each act with why it cannot be done now; what the person's office does comes first.
  var choice: Choice {
    let isSupervisor = context.seat.clerk.may(.orderFollowUp)
    let (own, others) = isSupervisor ? (supervising, answering) : (answering, supervising)
    return Choice(
      heading: "\(open.file.id.spoken) \(context.say(context.cardWords().title(card.rule)))",
      options: own + others)
  }

  private var supervising: [Choice.Option] {
    let number = order?.order ?? 0
    return [
      option(
        ("督办", "Order a follow-up"),
        .orderFollowUp(card, department, text: "-"), .orderFollowUp(card)),
      option(
        ("升级督办", "Escalate the order"), .escalateFollowUp(order: number, text: "-"),
        .escalateFollowUp(number)),
      option(
        ("办结督办", "Close the order"), .closeFollowUp(order: number, .rectified, text: "-"),
        .closeFollowUp(number)),
      option(
        ("裁定", "Rule on the card"), .settleCard(card, .confirmed, text: "-"), .settleCard(card)),
    ]
  }

  private var answering: [Choice.Option] {
    let number = order?.order ?? 0
    return [
      option(
        ("答复督办", "Answer the order"), .answerFollowUp(order: number, text: "-"),
        .answerFollowUp(number)),
      option(("申诉", "Appeal"), .appealCard(card, ground: "-"), .appealCard(card)),
    ]
  }

  private func option(
    _ label: (String, String), _ command: SupervisionCommand, _ purpose: Form.Beside
  ) -> Choice.Option {
    Choice.Option(
      context.say(label.0, label.1), detail: detail(purpose),
      reason: reason(command),
      onChosen: [.fill(.beside(purpose, for: open, context))])
  }

  private func reason(_ command: SupervisionCommand) -> String? {
    switch command {
    case .answerFollowUp, .escalateFollowUp, .closeFollowUp:
      if order == nil {
        return context.say("这张牌没有未办结的督办", "No order about this card is open")
      }
    case .orderFollowUp, .appealCard, .settleCard: break
    }
    return context.reason(against: .supervise(command), on: open)
  }

  private func detail(_ purpose: Form.Beside) -> String {
    switch purpose {
    case .orderFollowUp: context.say("发督办单", "issues the order")
    case .settleCard:
      open.file.supervision.openAppeal(against: card).map { $0.ground }
        ?? context.say("成立或不计", "confirm it or excuse it")
    case .answerFollowUp, .closeFollowUp, .escalateFollowUp: order?.text ?? ""
    case .appealCard: context.say("说明不应由本部门负责", "say why it is not your department's")
    case .demandFee, .recordPayment, .rate, .callBack, .rectify, .checkCommitment, .confirmReport:
      ""
    }
  }
}

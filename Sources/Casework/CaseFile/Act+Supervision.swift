import WorkCalendar

/// What may be done about a card: follow-up orders, their answers, appeals and rulings.
extension Act {
  func supervise(_ command: SupervisionCommand) throws(Refusal) -> [CaseEvent] {
    switch command {
    case .orderFollowUp(let card, let department, let text):
      return try orderFollowUp(card, department, text: text)
    case .answerFollowUp(let order, let text): return try answerFollowUp(order, text: text)
    case .escalateFollowUp(let order, let text): return try escalateFollowUp(order, text: text)
    case .closeFollowUp(let order, let outcome, let text):
      return try closeFollowUp(order, outcome, text: text)
    case .appealCard(let card, let ground): return try appeal(card, ground: ground)
    case .settleCard(let card, let ruling, let text): return try settle(card, ruling, text: text)
    }
  }

  private var replyBy: DueDate {
    calendar.workingDay(
      rules.rulebook?.followUpReplyDays ?? StatutoryLimits.followUpReply, after: today)
  }

  private func orderFollowUp(
    _ card: CardKey, _ department: DepartmentID?, text: String
  ) throws(Refusal) -> [CaseEvent] {
    if let open = file.supervision.openOrder(about: card) {
      guard open.department == department, open.text == text else {
        throw .orderAlreadyOpen(open.order)
      }
      return []
    }
    _ = try stage()
    let watch = try demandShown(card)
    try self.text(text, else: .reasonMissing)
    if let department {
      let isOfRoute = file.route.contains { step in
        step.parties.contains { $0.department == department }
      }
      guard isOfRoute || department == file.department || department == watch.department else {
        throw .departmentNotConcerned(department)
      }
    }
    return [
      .supervised(
        .followUpOrdered(
          .init(
            order: file.supervision.orders.count + 1, card: card, department: department,
            text: text, replyBy: replyBy)))
    ]
  }

  private func answerFollowUp(_ number: Int, text: String) throws(Refusal) -> [CaseEvent] {
    let order = try order(number)
    if order.answers.last?.text == text { return [] }
    try demandAnswerable(for: order.department)
    guard order.isOpen else { throw .orderClosed(number) }
    guard order.awaitsAnswer else { throw .orderAnswered(number) }
    try self.text(text, else: .reasonMissing)
    return [.supervised(.followUpAnswered(.init(order: number, text: text)))]
  }

  /// Only when the time to answer has gone by.
  private func escalateFollowUp(_ number: Int, text: String) throws(Refusal) -> [CaseEvent] {
    let order = try order(number)
    if order.escalated?.text == text { return [] }
    guard order.isOpen else { throw .orderClosed(number) }
    guard order.escalated == nil else { throw .orderAlreadyEscalated(number) }
    guard order.awaitsAnswer else { throw .orderAnswered(number) }
    guard today > order.replyBy.on else { throw .stillInTime(until: order.replyBy.on) }
    try self.text(text, else: .reasonMissing)
    return [
      .supervised(.followUpEscalated(.init(order: number, text: text, replyBy: replyBy)))
    ]
  }

  private func closeFollowUp(
    _ number: Int, _ outcome: FollowUpOutcome, text: String
  ) throws(Refusal) -> [CaseEvent] {
    let order = try order(number)
    if let closed = order.closed {
      guard order.outcome == outcome, closed.text == text else { throw .orderClosed(number) }
      return []
    }
    try self.text(text, else: .reasonMissing)
    return [
      .supervised(.followUpClosed(.init(order: number, outcome: outcome, text: text)))
    ]
  }

  private func appeal(_ card: CardKey, ground: String) throws(Refusal) -> [CaseEvent] {
    if let open = file.supervision.openAppeal(against: card) {
      guard open.ground == ground, open.by.clerk == clerk.id else {
        throw .cardAlreadyAppealed(card)
      }
      return []
    }
    _ = try stage()
    let watch = try demandShown(card)
    try demandAnswerable(for: watch.department)
    try text(ground, else: .reasonMissing)
    return [.supervised(.cardAppealed(.init(card: card, ground: ground)))]
  }

  private func settle(
    _ card: CardKey, _ ruling: CardRuling, text: String
  ) throws(Refusal) -> [CaseEvent] {
    if let settled = file.supervision.settlement(of: card) {
      guard settled.ruling == ruling, settled.text == text else {
        throw .cardAlreadySettled(card)
      }
      return []
    }
    _ = try stage()
    try demandShown(card)
    try self.text(text, else: .reasonMissing)
    return [.supervised(.cardSettled(.init(card: card, ruling: ruling, text: text)))]
  }

  private func order(_ number: Int) throws(Refusal) -> SupervisionRecord.FollowUp {
    guard let order = file.supervision.orders.first(where: { $0.order == number }) else {
      throw .noSuchOrder(number)
    }
    return order
  }

  /// The department answers for itself, the manager of the hall for its counters.
  private func demandAnswerable(for department: DepartmentID?) throws(Refusal) {
    guard let department else {
      guard clerk.role == .hallManager else { throw .hallManagerAnswers }
      return
    }
    guard clerk.department == department else { throw .notYourDepartment(department) }
  }

  /// The card has to show: nobody is called to account for what has not happened.
  @discardableResult
  private func demandShown(_ card: CardKey) throws(Refusal) -> Watch {
    let watches = file.watches(under: rules)
    guard let watch = watches.first(where: { $0.card == card }), watch.level(on: today) != nil
    else {
      throw .cardNotShown(card)
    }
    return watch
  }
}

package import WorkCalendar

/// What supervision and the departments did about a card; the card itself is never recorded.
package enum SupervisionEvent: Hashable, Sendable {
  case followUpOrdered(FollowUpOrdered)
  case followUpAnswered(FollowUpAnswered)
  case followUpEscalated(FollowUpEscalated)
  case followUpClosed(FollowUpClosed)
  case cardAppealed(CardAppealed)
  case cardSettled(CardSettled)
}

extension SupervisionEvent {
  package struct FollowUpOrdered: Hashable, Sendable, Codable {
    /// Counted from 1 within the case.
    package var order: Int
    package var card: CardKey
    /// To whom; nil for the counters of the hall.
    package var department: DepartmentID?
    /// What is asked of them.
    package var text: String
    package var replyBy: DueDate
  }

  package struct FollowUpAnswered: Hashable, Sendable, Codable {
    package var order: Int
    package var text: String
  }

  /// Nobody answered in time: the second level of supervision takes it up.
  package struct FollowUpEscalated: Hashable, Sendable, Codable {
    package var order: Int
    package var text: String
    package var replyBy: DueDate
  }

  package struct FollowUpClosed: Hashable, Sendable, Codable {
    package var order: Int
    package var outcome: FollowUpOutcome
    package var text: String
  }

  package struct CardAppealed: Hashable, Sendable, Codable {
    package var card: CardKey
    package var ground: String
  }

  package struct CardSettled: Hashable, Sendable, Codable {
    package var card: CardKey
    package var ruling: CardRuling
    package var text: String
  }
}

extension SupervisionEvent {
  /// What was said with it.
  package var text: String {
    switch self {
    case .followUpOrdered(let it): it.text
    case .followUpAnswered(let it): it.text
    case .followUpEscalated(let it): it.text
    case .followUpClosed(let it): it.text
    case .cardAppealed(let it): it.ground
    case .cardSettled(let it): it.text
    }
  }
}

/// How a follow-up order ended.
package enum FollowUpOutcome: String, Hashable, Sendable, Codable, CaseIterable {
  case rectified, rectificationOrdered, criticised, accountability, unfounded
}

/// What became of a card that was contested or had to be judged by a person.
package enum CardRuling: String, Hashable, Sendable, Codable, CaseIterable {
  /// It stands and is counted.
  case confirmed
  /// It was not the department's fault; it is not counted.
  case excused
}

/// What a supervisor or a department asks about a card.
package enum SupervisionCommand: Hashable, Sendable {
  case orderFollowUp(CardKey, DepartmentID?, text: String)
  case answerFollowUp(order: Int, text: String)
  case escalateFollowUp(order: Int, text: String)
  case closeFollowUp(order: Int, FollowUpOutcome, text: String)
  case appealCard(CardKey, ground: String)
  case settleCard(CardKey, CardRuling, text: String)
}

/// What has been done about the cards of a case.
package struct SupervisionRecord: Hashable, Sendable {
  package var orders: [FollowUp] = []
  package var appeals: [CardAppeal] = []
  package var settlements: [CardSettlement] = []

  package init() {}

  /// A follow-up order and what became of it.
  package struct FollowUp: Hashable, Sendable {
    package var order: Int
    package var card: CardKey
    package var department: DepartmentID?
    package var text: String
    package var orderedBy: Stamp
    package var replyBy: DueDate
    package var answers: [Remark] = []
    /// Set when the second level took it up.
    package var escalated: Remark?
    package var closed: Remark?
    package var outcome: FollowUpOutcome?

    package var isOpen: Bool { closed == nil }
    /// 1, or 2 once it has been escalated.
    package var tier: Int { escalated == nil ? 1 : 2 }
    /// Whether it waits for the department.
    package var awaitsAnswer: Bool {
      guard isOpen else { return false }
      guard let last = answers.last else { return true }
      return escalated.map { $0.by.at > last.by.at } ?? false
    }
  }

  package struct Remark: Hashable, Sendable {
    package var text: String
    package var by: Stamp
  }

  package struct CardAppeal: Hashable, Sendable {
    package var card: CardKey
    package var ground: String
    package var by: Stamp
  }

  package struct CardSettlement: Hashable, Sendable {
    package var card: CardKey
    package var ruling: CardRuling
    package var text: String
    package var by: Stamp
  }

  package func settlement(of card: CardKey) -> CardSettlement? {
    settlements.last { $0.card == card }
  }

  /// The appeal that has not been ruled on.
  package func openAppeal(against card: CardKey) -> CardAppeal? {
    guard settlement(of: card) == nil else { return nil }
    return appeals.last { $0.card == card }
  }

  package func openOrder(about card: CardKey) -> FollowUp? {
    orders.last { $0.card == card && $0.isOpen }
  }

  package mutating func evolve(_ event: SupervisionEvent, _ stamp: Stamp) {
    switch event {
    case .followUpOrdered(let it):
      orders.append(
        FollowUp(
          order: it.order, card: it.card, department: it.department, text: it.text,
          orderedBy: stamp, replyBy: it.replyBy))
    case .followUpAnswered(let it):
      change(it.order) { $0.answers.append(Remark(text: it.text, by: stamp)) }
    case .followUpEscalated(let it):
      change(it.order) {
        ($0.escalated, $0.replyBy) = (Remark(text: it.text, by: stamp), it.replyBy)
      }
    case .followUpClosed(let it):
      change(it.order) {
        ($0.closed, $0.outcome) = (Remark(text: it.text, by: stamp), it.outcome)
      }
    case .cardAppealed(let it):
      appeals.append(CardAppeal(card: it.card, ground: it.ground, by: stamp))
    case .cardSettled(let it):
      settlements.append(
        CardSettlement(card: it.card, ruling: it.ruling, text: it.text, by: stamp))
    }
  }

  private mutating func change(_ order: Int, _ body: (inout FollowUp) -> Void) {
    guard let index = orders.firstIndex(where: { $0.order == order }) else { return }
    body(&orders[index])
  }
}

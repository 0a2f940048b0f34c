package import WorkCalendar

/// What shows of a watch on a day: how serious it is, who held the case, what was done about it.
package struct Card: Hashable, Sendable {
  package var watch: Watch
  package var level: SupervisionLevel
  /// The first day of this level.
  package var since: LocalDate
  /// The first day on which anything showed.
  package var raisedOn: LocalDate
  /// With whom the case lay when it crossed the line: at the end of the watched day.
  package var heldBy: [Holding]
  /// Working days each has held the case up to the day shown.
  package var daysHeld: [HeldDays]
  package var order: SupervisionRecord.FollowUp?
  package var appeal: SupervisionRecord.CardAppeal?
  package var state: State

  package var key: CardKey { watch.card }

  /// Where supervision stands with it.
  package enum State: Hashable, Sendable, CaseIterable {
    case open
    /// A follow-up order waits for its answer, in time or not.
    case ordered, orderOverdue
    case escalated
    case answered
    /// An appeal waits for its ruling.
    case appealed
  }
}

extension CaseFile {
  /// The cards that show on a day, the most serious first.
  package func cards(
    on today: LocalDate, history: [(CaseEvent, Stamp)], under rules: CaseRules
  ) -> [Card] {
    let shown = watches(under: rules).filter { $0.level(on: today) != nil }
    guard !shown.isEmpty else { return [] }
    let holdings = Holdings(id, history)
    return shown.compactMap { card($0, on: today, holdings, rules.calendar) }
      .sorted { ($1.level, $0.key) < ($0.level, $1.key) }
  }

  private func card(
    _ watch: Watch, on today: LocalDate, _ holdings: Holdings, _ calendar: WorkCalendar
  ) -> Card? {
    guard let level = watch.level(on: today), let since = watch.from(level),
      let raisedOn = watch.from
    else { return nil }
    return Card(
      watch: watch, level: level, since: since, raisedOn: raisedOn,
      heldBy: watch.holders(in: holdings, by: today),
      daysHeld: holdings.daysHeld(through: today, in: calendar),
      order: supervision.orders.last { $0.card == watch.card },
      appeal: supervision.openAppeal(against: watch.card),
      state: supervision.state(of: watch.card, on: today))
  }
}

extension Watch {
  /// With whom the case lay when the card crossed its line, or lies if it has not yet.
  package func holders(in holdings: Holdings, by today: LocalDate) -> [Holding] {
    let line = due?.on ?? from?.advanced(by: -1) ?? today
    let held = holdings.holders(atEndOf: min(line, today))
    // Side by side, each department answers for its own part.
    let own = held.filter { $0.holder == department.map(Holder.department) }
    return card.subject.hasPrefix("step/") && !own.isEmpty ? own : held
  }
}

extension SupervisionRecord {
  /// Where supervision stands with a card on a day.
  package func state(of card: CardKey, on today: LocalDate) -> Card.State {
    if openAppeal(against: card) != nil { return .appealed }
    guard let order = openOrder(about: card) else { return .open }
    if !order.awaitsAnswer { return .answered }
    if order.escalated != nil { return .escalated }
    return today > order.replyBy.on ? .orderOverdue : .ordered
  }
}

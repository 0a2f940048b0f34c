package import WorkCalendar

/// A card that a case has or had: when it was raised, how far it went, when and why it was cleared.
package struct PastCard: Hashable, Sendable {
  package var watch: Watch
  /// The first day of each level that showed, the mildest first.
  package var raised: [Raised]
  package var clearedOn: LocalDate?
  package var clearing: Clearing?

  package var key: CardKey { watch.card }
  package var level: SupervisionLevel? { raised.last?.level }

  package struct Raised: Hashable, Sendable {
    package var level: SupervisionLevel
    package var on: LocalDate
  }

  /// Why it shows no more.
  package enum Clearing: Hashable, Sendable {
    /// What it was about has been done, or the date has moved.
    case causeEnded
    case ruled(CardRuling)
    case orderClosed(FollowUpOutcome)
  }
}

extension CaseFile {
  /// Every card the case has had up to a day, in the order in which they were raised.
  package static func cardHistory(
    of id: CaseID, _ history: [(CaseEvent, Stamp)], through today: LocalDate,
    under rules: CaseRules
  ) -> [PastCard] {
    guard rules.rulebook != nil else { return [] }
    var file = CaseFile(id: id)
    var walk = CardWalk()
    for (index, (event, stamp)) in history.enumerated() {
      file.evolve(event, stamp)
      // What was entered late was not known before it was recorded.
      let day = stamp.at.date
      guard day <= today else { break }
      if index + 1 < history.count, history[index + 1].1 == stamp { continue }
      let next = index + 1 < history.count ? history[index + 1].1.at.date : today
      walk.go(from: day, through: min(next, today), file, under: rules)
    }
    return walk.cards.sorted { ($0.raised[0].on, $0.key) < ($1.raised[0].on, $1.key) }
  }
}

/// Goes through the days of a case from act to act.
private struct CardWalk {
  var cards: [PastCard] = []
  private var open: [CardKey: Int] = [:]

  mutating func go(
    from day: LocalDate, through next: LocalDate, _ file: CaseFile, under rules: CaseRules
  ) {
    let watches = file.watches(under: rules)
    for (card, index) in open
    where !watches.contains(where: { $0.card == card && $0.level(on: day) != nil }) {
      cards[index].clearedOn = day
      cards[index].clearing = file.supervision.clearing(of: card)
      open[card] = nil
    }
    for watch in watches { note(watch, from: day, through: next) }
  }

  private mutating func note(_ watch: Watch, from day: LocalDate, through next: LocalDate) {
    guard watch.level(on: next) != nil else { return }
    let index: Int
    if let known = open[watch.card] {
      index = known
    } else {
      index = cards.count
      cards.append(PastCard(watch: watch, raised: []))
      open[watch.card] = index
    }
    cards[index].watch = watch
    for level in SupervisionLevel.allCases {
      guard let from = watch.from(level), from <= next,
        level > cards[index].raised.last?.level ?? .warning || cards[index].raised.isEmpty
      else { continue }
      // A level that a graver one covers on the same day never showed.
      let on = max(from, day)
      if cards[index].raised.last?.on == on { cards[index].raised.removeLast() }
      cards[index].raised.append(.init(level: level, on: on))
    }
  }
}

extension SupervisionRecord {
  fileprivate func clearing(of card: CardKey) -> PastCard.Clearing {
    if let settlement = settlement(of: card) { return .ruled(settlement.ruling) }
    let closed = orders.last { $0.card == card && !$0.isOpen }
    return closed?.outcome.map { .orderClosed($0) } ?? .causeEnded
  }
}

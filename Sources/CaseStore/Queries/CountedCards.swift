import Casework
import Deskwork
import SQLite
import WorkCalendar

/// The cards of the cases within a reach that show on a day, to be counted.
///
/// The sums kept with each act are those of the hall. Those of a reach would be many times as many for
/// each act, so whoever wants them reads its cards once, and from then on those of the cases that have
/// changed.
struct CountedCards {
  /// What counts of a card.
  struct Card {
    var rule: SupervisionRuleCode
    var department: DepartmentID?
    /// For each level, the lowest first, the number of the day from which it shows.
    var from: [Int32]

    func level(on day: LocalDate) -> SupervisionLevel? {
      SupervisionLevel.shown { from[$0.rawValue - 1] <= Int32(clamping: day.dayNumber) }
    }
  }

  let reach: Reach
  /// The day whose cards they are; those of cases that have changed since are known for every day.
  let day: LocalDate
  /// The last event that is known.
  var position: Int64
  private var cards: [CaseID: [Card]] = [:]

  init(_ reach: Reach, on day: LocalDate, through position: Int64) {
    (self.reach, self.day, self.position) = (reach, day, position)
  }

  mutating func add(_ id: CaseID, _ card: Card) { cards[id, default: []].append(card) }

  mutating func forget(_ id: CaseID) { cards[id] = nil }

  func counts() -> [WatchCount] {
    var counts: [WatchCount: Int] = [:]
    for card in cards.values.joined() {
      guard let level = card.level(on: day) else { continue }
      let kind = WatchCount(
        rule: card.rule, department: card.department, level: level, count: 0)
      counts[kind, default: 0] += 1
    }
    return counts.map { kind, count in
      WatchCount(
        rule: kind.rule, department: kind.department, level: kind.level, count: count)
    }.sorted()
  }
}

extension SQLiteStore {
  /// How many cards show within a reach that is not the hall's.
  func countsOfCards(on day: LocalDate, within reach: Reach) throws(StoreError) -> [WatchCount] {
    let counted = try cardsUpToDate(on: day, within: reach)
    countedCards = counted
    return counted.counts()
  }

  private func cardsUpToDate(
    on day: LocalDate, within reach: Reach
  ) throws(StoreError) -> CountedCards {
    let last = try lastPosition()
    guard var known = countedCards, known.reach == reach, known.day == day else {
      return try allCards(within: reach, on: day, through: last)
    }
    if known.position == last { return known }
    let changes = try changes(after: known.position, limit: Self.mostChanges)
    // Other rules or days may concern every case.
    guard changes.position >= last, !changes.streams.contains(.hall) else {
      return try allCards(within: reach, on: day, through: last)
    }
    for case .file(let id) in changes.streams {
      known.forget(id)
      try read(.cards(of: id, within: reach), into: &known)
    }
    known.position = changes.position
    return known
  }

  private func allCards(
    within reach: Reach, on day: LocalDate, through position: Int64
  ) throws(StoreError) -> CountedCards {
    var counted = CountedCards(reach, on: day, through: position)
    try read(.allCards(within: reach, on: day), into: &counted)
    return counted
  }

  private func read(_ query: ListQuery, into counted: inout CountedCards) throws(StoreError) {
    let found = try rows(query) { row throws(SQLiteError) in
      var from: [Int32] = []
      for column in 3..<7 {
        from.append(try row.dateIfAny(column).map { Int32(clamping: $0.dayNumber) } ?? .max)
      }
      let card = CountedCards.Card(
        rule: try row.word(1), department: try row.nameIfAny(2), from: from)
      return (id: try row.name(0) as CaseID, card: card)
    }
    for one in found { counted.add(one.id, one.card) }
  }

  /// Reading more case by case takes longer than reading all.
  private static let mostChanges = 300
}

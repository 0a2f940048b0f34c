package import Casework
package import WorkCalendar

extension MemoryStore {
  package func watches(
    _ filter: WatchFilter, on day: LocalDate, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<WatchRow> {
    let shown = models.watches.flatMap { id, watches in
      watches.compactMap { watch in models.cases[id].map { WatchRow(watch: watch, row: $0) } }
    }.filter { filter.includes($0.watch, on: day) && models.isWithin(filter.reach, $0.row.id) }
    return page(shown, after: cursor, limit: limit) { Cursor($0) }
  }

  package func watchCounts(
    on day: LocalDate, within reach: Reach
  ) throws(StoreError) -> [WatchCount] {
    var counts: [WatchCount: Int] = [:]
    let seen = models.watches.filter { models.isWithin(reach, $0.key) }
    for watch in seen.values.flatMap({ $0 }) {
      guard let level = watch.level(on: day) else { continue }
      let kind = WatchCount(
        rule: watch.card.rule, department: watch.department, level: level, count: 0)
      counts[kind, default: 0] += 1
    }
    return counts.map { kind, count in
      var kind = kind
      kind.count = count
      return kind
    }.sorted()
  }

  package func tallies(
    from first: YearMonth, through last: YearMonth, within reach: Reach
  ) throws(StoreError) -> [TallySum] {
    models.tallies.filter { first <= $0.key.month && $0.key.month <= last }
      .filter { $0.key.isCounted(within: reach) }
      .map { key, value in
        var key = key
        key.township = nil
        return TallySum(key: key, value: value)
      }.sorted { $0.key < $1.key }
  }

  package func looks(of id: CaseID, limit: Int) throws(StoreError) -> [Look] {
    Array((models.looks[id] ?? []).prefix(max(0, limit)))
  }

  package func earlierInQuota(
    of item: ItemID, before place: Int
  ) throws(StoreError) -> [CaseID] {
    models.cases.values.compactMap { row in
      row.item == item ? row.quotaPlace.map { (place: $0, id: row.id) } : nil
    }.filter { $0.place < place }.sorted { $0.place < $1.place }.map(\.id)
  }

  package func casesUnderway() throws(StoreError) -> [CaseID] {
    let open = models.cases.values.filter { !$0.stage.isEnded }.map(\.id)
    return Set(open).union(models.watches.keys).sorted()
  }

  package func rulebook() throws(StoreError) -> Rulebook? { models.rulebook }
}

extension TallyKey {
  fileprivate func isCounted(within reach: Reach) -> Bool {
    switch reach {
    case .hall: township == nil
    case .department(let id): township == nil && department == id
    case .township(let name): township == name
    }
  }
}

extension WatchFilter {
  fileprivate func includes(_ watch: Watch, on day: LocalDate) -> Bool {
    guard let shown = watch.level(on: day) else { return false }
    return shown >= level && (department == nil || department == watch.department)
      && (rule ?? watch.card.rule) == watch.card.rule
  }
}

extension Cursor {
  /// Behind a card: its urgency, then case and card.
  package init(_ row: WatchRow) {
    self.init(urgency: row.watch.urgency, id: "\(row.row.id) \(row.watch.card.text)")
  }
}

extension WatchCount: Comparable {
  package static func < (one: Self, other: Self) -> Bool {
    (one.rule, one.department?.rawValue ?? "", one.level)
      < (other.rule, other.department?.rawValue ?? "", other.level)
  }
}

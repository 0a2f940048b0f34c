package import Casework
package import Deskwork
import SQLite
package import WorkCalendar

extension SQLiteStore {
  package func watches(
    _ filter: WatchFilter, on day: LocalDate, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<WatchRow> {
    let limit = max(1, limit)
    let rows = try rows(.watches(filter, on: day, after: cursor, limit: limit + 1)) {
      row throws(SQLiteError) in try WatchRow(row)
    }
    return page(rows, limit) { Cursor($0) }
  }

  package func watchCounts(
    on day: LocalDate, within reach: Reach
  ) throws(StoreError) -> [WatchCount] {
    guard reach == .hall else { return try countsOfCards(on: day, within: reach) }
    let least = try summed(.watchCounts(on: day)) { row throws(SQLiteError) in
      let number = try row.number(2)
      guard let level = SupervisionLevel(rawValue: number) else {
        throw SQLiteError(kind: .corrupt, message: "unknown level \(number)")
      }
      let department = try row.text(1)
      return WatchCount(
        rule: try row.word(0), department: department.isEmpty ? nil : DepartmentID(department),
        level: level, count: try row.number(3))
    }
    return least.withoutGraver()
  }

  package func tallies(
    from first: YearMonth, through last: YearMonth, within reach: Reach
  ) throws(StoreError) -> [TallySum] {
    try summed(.tallies(from: first, through: last, within: reach)) {
      row throws(SQLiteError) in
      let text = try row.text(0)
      guard let month = YearMonth(text) else {
        throw SQLiteError(kind: .corrupt, message: "unknown month \(text)")
      }
      return TallySum(
        key: TallyKey(
          month: month, department: try row.name(1), item: try row.name(2),
          measure: try row.word(3)), value: try row.number(4))
    }
  }

  package func looks(of id: CaseID, limit: Int) throws(StoreError) -> [Look] {
    try rows(.looks(of: id, limit: max(0, limit))) { row throws(SQLiteError) in
      Look(
        id: try row.name(0), clerk: try row.name(1), counter: try row.nameIfAny(2),
        at: try row.moment(3))
    }
  }

  package func earlierInQuota(
    of item: ItemID, before place: Int
  ) throws(StoreError) -> [CaseID] {
    try rows(.earlierInQuota(of: item, before: place)) { row throws(SQLiteError) in
      try row.name(0)
    }
  }

  package func casesUnderway() throws(StoreError) -> [CaseID] {
    try rows(.casesUnderway) { row throws(SQLiteError) in try row.name(0) }
  }
}

extension [WatchCount] {
  /// The cards at each level itself, of sums that hold those of the graver ones too; in the order of
  /// rules, departments and levels.
  fileprivate func withoutGraver() -> [WatchCount] {
    indices.compactMap { index in
      var own = self[index]
      if index + 1 < endIndex, self[index + 1].rule == own.rule,
        self[index + 1].department == own.department
      {
        own.count -= self[index + 1].count
      }
      return own.count > 0 ? own : nil
    }
  }
}

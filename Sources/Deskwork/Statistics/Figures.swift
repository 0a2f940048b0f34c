/// The sums of one line of a report, and what follows from them.
package struct Figures: Hashable, Sendable {
  private var sums: [TallyMeasure: Int] = [:]

  package init() {}

  package subscript(measure: TallyMeasure) -> Int { sums[measure] ?? 0 }

  package mutating func add(_ sum: TallySum) { sums[sum.key.measure, default: 0] += sum.value }

  /// Late by promise is late, whatever the law would have allowed.
  package var onTimeRate: Ratio { Ratio(self[.onTime], of: self[.decided]) }
  package var correctionRate: Ratio { Ratio(self[.corrected], of: self[.received]) }
  package var badRatingRate: Ratio { Ratio(self[.ratedBadly], of: self[.rated]) }
  /// Working days from acceptance to decision, without the time that stopped.
  package var netDays: Ratio { Ratio(self[.netDays], of: self[.decided]) }
  /// The same with the time that stopped.
  package var grossDays: Ratio { Ratio(self[.grossDays], of: self[.decided]) }

  /// What came in less what has ended in one of the four ways.
  package var growth: Int {
    self[.received] - self[.declined] - self[.concluded] - self[.withdrawn] - self[.terminated]
  }
}

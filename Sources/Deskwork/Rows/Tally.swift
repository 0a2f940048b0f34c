package import Casework
package import WorkCalendar

/// What statistics add up, each case in the month in which it happened.
package enum TallyMeasure: String, Hashable, Sendable, CaseIterable {
  case received, corrected, declined, accepted
  case decided, granted, refused
  /// Decided no later than promised; late by promise is late, whatever the law would allow.
  case onTime
  case pastPromise, pastLaw
  /// Working days from acceptance to decision, summed: without and with the time that stopped.
  case netDays, grossDays
  case extended, stopped
  case withdrawn, terminated, concluded
  /// Acts recorded after they happened.
  case lateEntries
  case rated, ratedBadly
  case followUps
}

/// One sum: a measure of an item of a department in a month.
package struct TallyKey: Hashable, Sendable {
  package var month: YearMonth
  package var department: DepartmentID
  package var item: ItemID
  package var measure: TallyMeasure
  /// The town whose cases alone it adds up; nil for those of the whole hall.
  package var township: String?

  package init(
    month: YearMonth, department: DepartmentID, item: ItemID, measure: TallyMeasure,
    township: String? = nil
  ) {
    self.month = month
    self.department = department
    self.item = item
    self.measure = measure
    self.township = township
  }
}

extension TallyKey: Comparable {
  package static func < (one: Self, other: Self) -> Bool {
    if one.month != other.month { return one.month < other.month }
    if one.department != other.department { return one.department < other.department }
    if one.item != other.item { return one.item < other.item }
    if one.measure != other.measure { return one.measure.rawValue < other.measure.rawValue }
    return (one.township ?? "") < (other.township ?? "")
  }
}

package struct TallySum: Hashable, Sendable {
  package var key: TallyKey
  package var value: Int

  package init(key: TallyKey, value: Int) {
    self.key = key
    self.value = value
  }
}

extension [TallySum] {
  /// There are few of them.
  mutating func add(_ amount: Int, to key: TallyKey) {
    if let place = firstIndex(where: { $0.key == key }) {
      self[place].value += amount
    } else {
      append(TallySum(key: key, value: amount))
    }
  }
}

extension CaseFile {
  /// What the case adds to the statistics.
  package var tallies: [TallySum] {
    var sums: [TallySum] = []
    sums.reserveCapacity(8)
    func add(_ measure: TallyMeasure, _ day: LocalDate?, _ amount: Int = 1) {
      guard let day, amount != 0 else { return }
      let key = TallyKey(
        month: YearMonth(of: day), department: department, item: item, measure: measure)
      sums.add(amount, to: key)
      guard let township else { return }
      var ofTheTown = key
      ofTheTown.township = township
      sums.add(amount, to: ofTheTown)
    }
    add(.received, receivedOn)
    if !corrections.isEmpty { add(.corrected, receivedOn) }
    add(.declined, declined?.declinedOn)
    add(.accepted, acceptance?.acceptedOn)
    for (measure, day, amount) in decisionTallies { add(measure, day, amount) }
    switch ending {
    case .concluded(let day): add(.concluded, day)
    case .withdrawn(let day, _, _): add(.withdrawn, day)
    case .terminated(let day, _): add(.terminated, day)
    case nil: break
    }
    for late in lateActs { add(.lateEntries, late.recordedAt.date) }
    add(.rated, rating?.given.givenOn)
    if rating?.given.grade.isBad ?? false { add(.ratedBadly, rating?.given.givenOn) }
    for order in supervision.orders { add(.followUps, order.orderedBy.at.date) }
    return sums
  }

  private var decisionTallies: [(TallyMeasure, LocalDate, Int)] {
    guard let decision else { return [] }
    let day = decision.decidedOn
    let isLate = committedDue.map { day > $0.on } ?? false
    let isPastLaw = statutoryDue.map { day > $0.on } ?? false
    return [
      (.decided, day, 1), (decision.verdict == .granted ? .granted : .refused, day, 1),
      (isLate ? .pastPromise : .onTime, day, 1), (.pastLaw, day, isPastLaw ? 1 : 0),
      (.netDays, day, decision.netDays ?? 0), (.grossDays, day, decision.grossDays ?? 0),
      (.extended, day, isExtended ? 1 : 0), (.stopped, day, stops.isEmpty ? 0 : 1),
    ]
  }
}

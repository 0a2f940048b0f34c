package import WorkCalendar

/// Where a case lies: whoever has to do something next.
package enum Holder: Hashable, Sendable {
  case counter
  case applicant
  case department(DepartmentID)
  case authorityAbove
  /// A special procedure or a suspension, which nobody in the hall can hurry.
  case procedure
  case release
}

/// A time during which a case lay with somebody.
package struct Holding: Hashable, Sendable {
  package var holder: Holder
  /// Who had taken it last; nil while nobody had.
  package var clerk: ClerkID?
  package var from: LocalDate
  /// The day it went on; nil while it lies there.
  package var to: LocalDate?

  /// Whether it lay there when a day ended.
  package func includes(endOf day: LocalDate) -> Bool {
    from <= day && to.map { $0 > day } ?? true
  }
}

/// Who held a case when, as its events have it.
package struct Holdings: Hashable, Sendable {
  /// In the order in which they began.
  package private(set) var all: [Holding] = []
  private var stops: [CaseFile.Stop] = []

  package init(_ id: CaseID, _ history: [(CaseEvent, Stamp)]) {
    var file = CaseFile(id: id)
    for (event, stamp) in history {
      file.evolve(event, stamp)
      note(file.holders, on: stamp.acted.date)
    }
    stops = file.stops
  }

  private mutating func note(_ holders: [(holder: Holder, clerk: ClerkID?)], on day: LocalDate) {
    for index in all.indices where all[index].to == nil {
      if let now = holders.first(where: { $0.holder == all[index].holder }) {
        all[index].clerk = now.clerk ?? all[index].clerk
      } else {
        all[index].to = max(day, all[index].from)
      }
    }
    for (holder, clerk) in holders
    where !all.contains(where: { $0.holder == holder && $0.to == nil }) {
      all.append(Holding(holder: holder, clerk: clerk, from: day))
    }
  }

  /// With whom the case lay when a day ended; several where departments work side by side.
  package func holders(atEndOf day: LocalDate) -> [Holding] {
    all.filter { $0.includes(endOf: day) }
  }

  /// Working days of one holding, those left out that do not count toward the limits.
  package func days(of holding: Holding, through today: LocalDate, in calendar: WorkCalendar) -> Int
  {
    let end = min(holding.to ?? today, today)
    guard holding.from < end else { return 0 }
    return Deadline(from: holding.from, stops: ownStops(of: holding), calendar: calendar)
      .days(through: end).net
  }

  /// While a procedure or a correction lasts somebody else holds the case: those days are theirs.
  private func ownStops(of holding: Holding) -> [CaseFile.Stop] {
    guard case .department = holding.holder else { return [] }
    return stops
  }

  /// How many working days each has held the case in all, in the order in which they first did.
  package func daysHeld(through today: LocalDate, in calendar: WorkCalendar) -> [HeldDays] {
    all.reduce(into: []) { sums, holding in
      let days = days(of: holding, through: today, in: calendar)
      if let index = sums.firstIndex(where: { $0.holder == holding.holder }) {
        sums[index].days += days
      } else {
        sums.append(HeldDays(holder: holding.holder, days: days))
      }
    }
  }
}

/// How many working days somebody has held a case in all.
package struct HeldDays: Hashable, Sendable {
  package var holder: Holder
  package var days: Int
}

extension CaseFile {
  /// With whom the case lies now, and who has taken it there.
  package var holders: [(holder: Holder, clerk: ClerkID?)] {
    switch stage {
    case nil, .declined, .concluded, .withdrawn, .terminated: []
    case .received: [(.counter, receivedBy)]
    case .awaitingCorrection, .awaitingExaminationCorrection: [(.applicant, nil)]
    case .inSpecialProcedure, .suspended: [(.procedure, nil)]
    case .referredUpward: [(.authorityAbove, nil)]
    case .underExamination, .inProduction: departmentsAtWork
    case .awaitingRelease, .posted: [(.release, nil)]
    }
  }

  private var departmentsAtWork: [(holder: Holder, clerk: ClerkID?)] {
    let departments = awaited.isEmpty ? [step?.lead ?? department] : awaited
    return departments.map { (.department($0), stepRecord?.claim(of: $0)?.clerk) }
  }
}

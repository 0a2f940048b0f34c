package import Casework
package import WorkCalendar

/// What a report has a line for.
package enum ReportGrouping: String, Hashable, Sendable, CaseIterable {
  case department, item, month

  package var next: Self {
    switch self {
    case .department: .item
    case .item: .month
    case .month: .department
    }
  }
}

/// Some months of a hall in figures; linked cases count once, where they were decided.
package struct Report: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case department(DepartmentID)
    case item(ItemID)
    case month(YearMonth)
  }

  package struct Line: Hashable, Sendable {
    package var subject: Subject
    package var figures: Figures
  }

  package var grouping: ReportGrouping
  package var lines: [Line]
  package var whole: Figures

  /// The lines stand in the order of what they are about.
  package init(_ sums: [TallySum], by grouping: ReportGrouping) {
    self.grouping = grouping
    var whole = Figures()
    var lines: [Subject: Figures] = [:]
    for sum in sums {
      whole.add(sum)
      lines[Subject(sum.key, by: grouping), default: Figures()].add(sum)
    }
    self.whole = whole
    self.lines = lines.map { Line(subject: $0.key, figures: $0.value) }
      .sorted { $0.subject.id < $1.subject.id }
  }
}

extension Report.Subject {
  fileprivate init(_ key: TallyKey, by grouping: ReportGrouping) {
    switch grouping {
    case .department: self = .department(key.department)
    case .item: self = .item(key.item)
    case .month: self = .month(key.month)
    }
  }

  /// As programs read it.
  package var id: String {
    switch self {
    case .department(let id): id.rawValue
    case .item(let id): id.rawValue
    case .month(let month): month.description
    }
  }
}

/// Cases at the ends of some months; what came in and what ended has to lead from one to the other.
package struct Balance: Hashable, Sendable {
  package var opening: Int
  package var received: Int
  package var ended: Int

  /// `earlier` are the sums of every month before.
  package init(earlier: [TallySum], within: Figures) {
    var before = Figures()
    for sum in earlier { before.add(sum) }
    opening = before.growth
    received = within[.received]
    ended = within[.received] - within.growth
  }

  package var closing: Int { opening + received - ended }
}

package import WorkCalendar

extension CaseEvent {
  /// A newly published year moved dates of an open case, or made them certain.
  package struct DeadlinesRecomputed: Hashable, Sendable, Codable {
    package var year: Int
    /// The number of the notice.
    package var notice: String
    package var moved: [MovedDate]

    package init(year: Int, notice: String, moved: [MovedDate]) {
      self.year = year
      self.notice = notice
      self.moved = moved
    }
  }

  /// What a department found wrong while examining, for the one notice of all departments.
  package struct DefectsNoted: Hashable, Sendable, Codable {
    package var step: Int
    package var department: DepartmentID
    package var defects: [Defect]
  }

  package struct CommitmentChecked: Hashable, Sendable, Codable {
    package var isFulfilled: Bool
    package var text: String
    package var officers: [String]
    package var checkedOn: LocalDate
  }

  /// The authority above has confirmed that the act was reported to it.
  package struct ReportConfirmed: Hashable, Sendable, Codable {
    package var act: ReportedAct
    package var receipt: String
    package var confirmedOn: LocalDate
  }
}

/// A date of a case as it was, and as it is after a calendar was published.
package struct MovedDate: Hashable, Sendable, Codable {
  package var timer: TimerKind
  /// Of a party of the step at work.
  package var department: DepartmentID?
  package var was: DueDate
  package var now: DueDate

  package init(
    _ timer: TimerKind, of department: DepartmentID? = nil, was: DueDate, now: DueDate
  ) {
    self.timer = timer
    self.department = department
    self.was = was
    self.now = now
  }

  /// The day stays and only becomes certain.
  package var isConfirmed: Bool { was.on == now.on && was.isProvisional && !now.isProvisional }
}

/// What of a case is reported to the authority above, where the sheet names one.
package enum ReportedAct: String, Hashable, Sendable, Codable, CaseIterable {
  case accepted, decided
}

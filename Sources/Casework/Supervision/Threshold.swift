/// From when a level of a card shows, as a hall sets it.
package struct Threshold: Hashable, Sendable, Codable {
  package var when: Measure
  /// Days, percent, minutes or times, as the measure counts; none for `always`.
  package var amount: Int?

  package init(_ when: Measure, _ amount: Int? = nil) {
    self.when = when
    self.amount = amount
  }

  package enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
    /// So many working days are left; 0 is the last day.
    case workingDaysLeft
    /// So much of the limit is left, rounded up to whole working days and at least one.
    case percentLeft
    /// So much of the limit has been used up.
    case percentUsed
    /// The day has passed by so many working days; 0 is as soon as it has passed.
    case workingDaysOver
    /// The limit has been passed by so much of itself; 100 is twice the limit.
    case percentOver
    /// More than so many working days have gone by since.
    case workingDaysSince
    case calendarDaysSince
    /// It happened so many times.
    case count
    /// More than so many minutes of the hall's opening lie between.
    case openMinutes
    /// Fewer than so many minutes lie between.
    case withinMinutes
    case always
  }
}

/// When each level of a card shows; a level that is left out never does.
package struct LevelThresholds: Hashable, Sendable, Codable {
  /// For which matter of the rule; nil for all that have none of their own.
  package var of: SupervisionMatter?
  package var warning: Threshold?
  package var yellow: Threshold?
  package var red: Threshold?
  package var grave: Threshold?

  package init(
    of: SupervisionMatter? = nil, warning: Threshold? = nil, yellow: Threshold? = nil,
    red: Threshold? = nil, grave: Threshold? = nil
  ) {
    self.of = of
    self.warning = warning
    self.yellow = yellow
    self.red = red
    self.grave = grave
  }

  package subscript(level: SupervisionLevel) -> Threshold? {
    switch level {
    case .warning: warning
    case .yellow: yellow
    case .red: red
    case .grave: grave
    }
  }
}

/// What a rule watches, where one rule watches several things.
package enum SupervisionMatter: String, Hashable, Sendable, Codable, CaseIterable {
  // J10: a blank that was left empty, a report nobody confirmed, a task nobody has taken.
  case field, report, claim
  // J11: a promised item decided in no time.
  case haste
  // J12: an act entered late, an application taken in long after its number was served.
  case lateEntry, intake
  // J13
  case callBack, rectification
  // J14
  case commitmentCheck, deferredMaterial
}

extension SupervisionRuleCode {
  /// One of the four violations that the founding documents of the halls name.
  package var isFoundingViolation: Bool {
    switch self {
    case .overdue, .keyDataMissing, .falsification, .enteredAfterwards: true
    case .noticeMissed, .stepOverdue, .repeatedCorrection, .specialProcedureOverrun,
      .wrongfulExtension, .reasonsMissing, .serviceOverdue, .wrongfulFee, .badRatingUnanswered,
      .promiseUnchecked, .outOfTurn, .resultUncollected:
      false
    }
  }

  /// What its thresholds can count.
  package var measures: [Threshold.Measure] {
    let dated: [Threshold.Measure] = [
      .workingDaysLeft, .percentLeft, .percentUsed, .workingDaysOver, .percentOver,
    ]
    return switch self {
    case .overdue, .noticeMissed, .stepOverdue, .specialProcedureOverrun, .serviceOverdue,
      .badRatingUnanswered, .promiseUnchecked:
      dated
    case .keyDataMissing: dated + [.workingDaysSince]
    case .repeatedCorrection: [.count]
    case .wrongfulExtension, .reasonsMissing, .wrongfulFee, .outOfTurn: [.always]
    case .falsification: [.withinMinutes, .always]
    case .enteredAfterwards: [.openMinutes, .workingDaysSince, .always]
    case .resultUncollected: [.calendarDaysSince]
    }
  }

  /// The matters it tells apart.
  package var matters: [SupervisionMatter] {
    switch self {
    case .keyDataMissing: [.field, .report, .claim]
    case .falsification: [.haste]
    case .enteredAfterwards: [.lateEntry, .intake]
    case .badRatingUnanswered: [.callBack, .rectification]
    case .promiseUnchecked: [.commitmentCheck, .deferredMaterial]
    case .overdue, .noticeMissed, .stepOverdue, .repeatedCorrection, .specialProcedureOverrun,
      .wrongfulExtension, .reasonsMissing, .serviceOverdue, .wrongfulFee, .outOfTurn,
      .resultUncollected:
      []
    }
  }
}

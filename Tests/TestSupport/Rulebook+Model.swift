package import Casework
package import WorkCalendar

extension Rulebook {
  /// The rules as they come with the program.
  package static let model = Rulebook(
    version: 1,
    rules: SupervisionRuleCode.allCases.map { code in
      SupervisionRule(
        code: code, name: Words("规则" + code.rawValue, "Rule " + code.rawValue),
        meaning: Words("规则说明。", "What it says."), isInForce: true, levels: levels(of: code))
    }, followUpReplyDays: 3)

  private static let always = LevelThresholds(red: Threshold(.always))

  private static func levels(of code: SupervisionRuleCode) -> [LevelThresholds] {
    switch code {
    case .overdue:
      [
        .init(
          warning: .init(.percentLeft, 20), yellow: .init(.workingDaysLeft, 0), red: past,
          grave: past)
      ]
    case .noticeMissed:
      [.init(warning: .init(.workingDaysLeft, 1), yellow: .init(.workingDaysLeft, 0), red: past)]
    case .stepOverdue:
      [.init(warning: .init(.percentUsed, 80), yellow: past, red: .init(.percentOver, 100))]
    case .repeatedCorrection: [.init(yellow: .init(.count, 2), red: .init(.count, 3))]
    case .specialProcedureOverrun: [.init(yellow: past, red: .init(.workingDaysOver, 5))]
    case .serviceOverdue:
      [.init(warning: .init(.workingDaysLeft, 2), yellow: .init(.workingDaysLeft, 0), red: past)]
    case .keyDataMissing:
      [
        .init(yellow: .init(.workingDaysSince, 1), red: .init(.workingDaysSince, 3)),
        .init(of: .claim, yellow: .init(.workingDaysOver, 5)),
      ]
    case .falsification: [always, .init(of: .haste, red: .init(.withinMinutes, 30))]
    case .enteredAfterwards:
      [
        .init(of: .lateEntry, yellow: .init(.always), red: .init(.workingDaysSince, 1)),
        .init(of: .intake, yellow: .init(.openMinutes, 60), red: .init(.workingDaysSince, 1)),
      ]
    case .badRatingUnanswered:
      [promise(1), .init(of: .callBack, warning: left(0), yellow: past, red: over(5))]
    case .promiseUnchecked: [promise(2)]
    case .resultUncollected:
      [.init(warning: .init(.calendarDaysSince, 30), yellow: .init(.calendarDaysSince, 60))]
    case .wrongfulExtension, .reasonsMissing, .wrongfulFee, .outOfTurn: [always]
    }
  }

  private static let past = over(0)

  private static func over(_ days: Int) -> Threshold { Threshold(.workingDaysOver, days) }
  private static func left(_ days: Int) -> Threshold { Threshold(.workingDaysLeft, days) }

  private static func promise(_ days: Int) -> LevelThresholds {
    .init(warning: left(days), yellow: past, red: over(5))
  }
}

extension Scenario {
  /// Under the rules of supervision as they come with the program.
  package static func watched(
    _ sheet: ImplementationSheet = .foodLicence, on today: LocalDate = on(2026, 3, 2)
  ) -> Scenario {
    var it = Scenario(sheet, on: today)
    it.rulebook = .model
    return it
  }

  package func watch(_ card: String) -> Watch? {
    file.watches(under: rules).first { $0.card.text == card }
  }

  /// The level of a card on a day; nil while it does not show.
  package func level(_ card: String, on day: LocalDate) -> SupervisionLevel? {
    watch(card)?.level(on: day)
  }
}

import Casework

extension HallFolder {
  func check(_ rulebook: Rulebook) throws(HallFileError) {
    guard rulebook.version >= 1 else {
      throw error(Self.rulesFile, [.member("version")], .rule(.versionExpected))
    }
    try check(amount: rulebook.followUpReplyDays, in: 1...60, [.member("followUpReplyDays")])
    var seen: Set<SupervisionRuleCode> = []
    for (index, rule) in rulebook.rules.enumerated() {
      let here: [JSONPlaces.Key] = [.member("rules"), .element(index)]
      guard seen.insert(rule.code).inserted else {
        throw error(Self.rulesFile, here + [.member("code")], .rule(.ruleTwice(rule.code)))
      }
      try check(rule, here)
    }
    // A rule that was forgotten must not pass for one that is not used.
    if let code = SupervisionRuleCode.allCases.first(where: { !seen.contains($0) }) {
      throw error(Self.rulesFile, [.member("rules")], .rule(.ruleMissing(code)))
    }
  }

  private func check(
    _ rule: SupervisionRule, _ here: [JSONPlaces.Key]
  ) throws(HallFileError) {
    try check([rule.name, rule.meaning], ["name", "meaning"], in: Self.rulesFile, under: here)
    if rule.levels.isEmpty {
      throw error(Self.rulesFile, here + [.member("levels")], .rule(.noLevel))
    }
    var matters: Set<SupervisionMatter?> = []
    for (index, levels) in rule.levels.enumerated() {
      let place = here + [.member("levels"), .element(index)]
      if let matter = levels.of, !rule.code.matters.contains(matter) {
        throw error(
          Self.rulesFile, place + [.member("of")], .rule(.matterUnfit(matter, rule.code)))
      }
      guard matters.insert(levels.of).inserted else {
        throw error(Self.rulesFile, place, .rule(.matterTwice))
      }
      try check(levels, of: rule.code, place)
    }
  }

  private func check(
    _ levels: LevelThresholds, of code: SupervisionRuleCode, _ here: [JSONPlaces.Key]
  ) throws(HallFileError) {
    if SupervisionLevel.allCases.allSatisfy({ levels[$0] == nil }) {
      throw error(Self.rulesFile, here, .rule(.noLevel))
    }
    for level in SupervisionLevel.allCases {
      guard let threshold = levels[level] else { continue }
      let place = here + [.member(level.key)]
      if level == .grave, code != .overdue {
        throw error(Self.rulesFile, place, .rule(.onlyPastLaw))
      }
      guard code.measures.contains(threshold.when) else {
        throw error(
          Self.rulesFile, place + [.member("when")], .rule(.measureUnfit(threshold.when, code)))
      }
      try check(threshold, place)
    }
  }

  private func check(
    _ threshold: Threshold, _ here: [JSONPlaces.Key]
  ) throws(HallFileError) {
    guard let range = threshold.when.range else {
      guard threshold.amount == nil else {
        throw error(Self.rulesFile, here + [.member("amount")], .rule(.amountNotWanted))
      }
      return
    }
    guard let amount = threshold.amount else {
      throw error(Self.rulesFile, here, .rule(.amountMissing(threshold.when)))
    }
    try check(amount: amount, in: range, here + [.member("amount")])
  }

  private func check(
    amount: Int, in range: ClosedRange<Int>, _ place: [JSONPlaces.Key]
  ) throws(HallFileError) {
    guard range.contains(amount) else {
      throw error(Self.rulesFile, place, .rule(.amountOutside(range)))
    }
  }
}

extension Threshold.Measure {
  /// What its amount may be; nil where it takes none.
  fileprivate var range: ClosedRange<Int>? {
    switch self {
    case .workingDaysLeft, .workingDaysOver, .workingDaysSince: 0...250
    case .percentLeft, .percentUsed: 1...100
    case .percentOver: 1...1000
    case .calendarDaysSince: 1...3650
    case .count: 1...100
    case .openMinutes, .withinMinutes: 1...10_000
    case .always: nil
    }
  }
}

extension SupervisionLevel {
  /// Its key in the file.
  fileprivate var key: String {
    switch self {
    case .warning: "warning"
    case .yellow: "yellow"
    case .red: "red"
    case .grave: "grave"
    }
  }
}

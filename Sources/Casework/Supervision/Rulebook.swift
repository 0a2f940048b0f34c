/// The rules of supervision a hall works by, published like its catalogue.
package struct Rulebook: Hashable, Sendable, Codable {
  package var version: Int
  package var rules: [SupervisionRule]
  /// Working days a department has to answer a follow-up order.
  package var followUpReplyDays: Int

  package init(version: Int, rules: [SupervisionRule], followUpReplyDays: Int) {
    self.version = version
    self.rules = rules
    self.followUpReplyDays = followUpReplyDays
  }

  package func rule(_ code: SupervisionRuleCode) -> SupervisionRule? {
    rules.first { $0.code == code }
  }

  /// When the levels of a rule show at a matter it watches; nil if it is not in force.
  func thresholds(
    of code: SupervisionRuleCode, _ matter: SupervisionMatter?
  ) -> LevelThresholds? {
    // Asked several times with every act: only looked at, as a rule carries long texts.
    for place in rules.indices where rules[place].code == code {
      return rules[place].isInForce ? rules[place].thresholds(of: matter) : nil
    }
    return nil
  }
}

/// One rule: what it watches, and when which level shows.
package struct SupervisionRule: Hashable, Sendable, Codable {
  package var code: SupervisionRuleCode
  package var name: Words
  /// What it says, as a card shows it.
  package var meaning: Words
  package var isInForce: Bool
  /// When which level shows; several entries where the rule watches several matters.
  package var levels: [LevelThresholds]

  package init(
    code: SupervisionRuleCode, name: Words, meaning: Words, isInForce: Bool,
    levels: [LevelThresholds] = []
  ) {
    self.code = code
    self.name = name
    self.meaning = meaning
    self.isInForce = isInForce
    self.levels = levels
  }

  /// The thresholds of one matter: its own, or those of the rule.
  fileprivate func thresholds(of matter: SupervisionMatter?) -> LevelThresholds? {
    levels.first { $0.of == matter } ?? levels.first { $0.of == nil }
  }
}

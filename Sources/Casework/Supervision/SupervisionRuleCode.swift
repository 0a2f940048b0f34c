/// The rules of supervision by what they watch; the codes stand on cards and orders.
package enum SupervisionRuleCode: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case overdue = "J01"
  case noticeMissed = "J02"
  case stepOverdue = "J03"
  case repeatedCorrection = "J04"
  case specialProcedureOverrun = "J05"
  case wrongfulExtension = "J06"
  case reasonsMissing = "J07"
  case serviceOverdue = "J08"
  case wrongfulFee = "J09"
  case keyDataMissing = "J10"
  case falsification = "J11"
  case enteredAfterwards = "J12"
  case badRatingUnanswered = "J13"
  case promiseUnchecked = "J14"
  case outOfTurn = "J15"
  case resultUncollected = "J16"

  package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// How serious a card is.
package enum SupervisionLevel: Int, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// A reminder before anything is wrong (提示).
  case warning = 1
  case yellow
  case red
  /// Past what the law itself allows (超法定).
  case grave

  package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

  /// The level that shows of those whose day has come.
  package static func shown(where hasCome: (Self) -> Bool) -> Self? {
    allCases.last(where: hasCome)
  }
}

/// Which card of a case: a rule, and what of the case it concerns.
package struct CardKey: Hashable, Sendable, Codable, Comparable {
  package var rule: SupervisionRuleCode
  /// Empty for the case as a whole; else the step, stop, notice or party (`step/2/SJ`).
  package var subject: String

  package init(_ rule: SupervisionRuleCode, subject: String = "") {
    self.rule = rule
    self.subject = subject
  }

  /// J03:step/2/SJ, as scripts name it.
  package var text: String { subject.isEmpty ? rule.rawValue : "\(rule.rawValue):\(subject)" }

  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let rule = SupervisionRuleCode(rawValue: String(first)) else {
      return nil
    }
    self.init(rule, subject: parts.count == 2 ? String(parts[1]) : "")
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.rule, one.subject) < (other.rule, other.subject)
  }
}

package import Casework

/// A rule of supervision that cannot be worked by.
package enum RuleProblem: Hashable, Sendable {
  case versionExpected
  case ruleTwice(SupervisionRuleCode)
  case ruleMissing(SupervisionRuleCode)
  case measureUnfit(Threshold.Measure, SupervisionRuleCode)
  case matterUnfit(SupervisionMatter, SupervisionRuleCode)
  case matterTwice
  case amountMissing(Threshold.Measure)
  case amountNotWanted
  case amountOutside(ClosedRange<Int>)
  case noLevel
  case onlyPastLaw

  package var words: Words {
    switch self {
    case .versionExpected: Words("版本从 1 数起", "versions are counted from 1")
    case .ruleTwice(let code):
      Words("规则 \(code.rawValue) 出现两次，请留一条", "\(code.rawValue) stands there twice; keep one")
    case .ruleMissing(let code):
      Words(
        "缺少规则 \(code.rawValue)；不用的规则请写 isInForce false",
        "\(code.rawValue) is missing; a rule that is not used says isInForce false")
    case .measureUnfit(let measure, let code):
      Words(
        "\(code.rawValue) 不能用「\(measure.rawValue)」，可用 \(names(code, "、"))",
        "\(code.rawValue) cannot count “\(measure.rawValue)”; it can count \(names(code, ", "))")
    case .matterUnfit(let matter, let code):
      Words(
        "\(code.rawValue) 不管「\(matter.rawValue)」，请核对",
        "\(code.rawValue) does not watch “\(matter.rawValue)”; check the name")
    case .matterTwice:
      Words("同一事项写了两组，请留一组", "the same matter stands there twice; keep one")
    case .amountMissing(let measure):
      Words("「\(measure.rawValue)」要写明 amount", "“\(measure.rawValue)” needs an amount")
    case .amountNotWanted:
      Words("always 不带 amount，请删去", "“always” takes no amount; take it out")
    case .amountOutside(let range):
      Words(
        "应为 \(range.lowerBound) 到 \(range.upperBound)",
        "expected \(range.lowerBound) to \(range.upperBound)")
    case .noLevel:
      Words(
        "至少要有一级（warning、yellow、red、grave）", "at least one of warning, yellow, red, grave is needed")
    case .onlyPastLaw:
      Words("grave 只用于 J01（超法定时限）", "grave is for J01 alone (past what the law allows)")
    }
  }

  private func names(_ code: SupervisionRuleCode, _ separator: String) -> String {
    code.measures.map(\.rawValue).joined(separator: separator)
  }
}

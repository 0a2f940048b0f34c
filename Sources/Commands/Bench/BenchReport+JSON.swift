import CaseStore
import Casework

extension BenchReport {
  /// Whole numbers in the unit each measure names.
  var json: JSONValue {
    .object([
      .init("version", .text(Program.version)), .init("debug", .bool(Self.isDebug)),
      .init("sqlite", .text(SQLiteStore.libraryVersion)),
      .init("seed", .text("\(plan.seed)")), .init("rounds", .number(plan.rounds)),
      .init("seconds", .number(plan.seconds)), .init("consoles", .number(plan.consoles)),
      .init("crowd", .number(plan.crowd)), .init("seats", .number(plan.seats)),
      .init("measured", .array(measured.map(json))),
      .init("growth", .array(growths.map(json))),
    ])
  }

  private func json(_ it: Measured) -> JSONValue {
    let sample = it.sample
    let figures: [(String, Double)] = [
      ("median", sample.median), ("p95", sample.p95), ("p99", sample.p99),
      ("least", sample.least), ("most", sample.most),
    ]
    return .object(
      [
        .init("row", .text(it.measure.row.rawValue)), .init("name", .text(it.measure.rawValue)),
        .init("part", JSONValue(it.part)), .init("cases", .number(it.size.cases)),
        .init("unit", .text(it.measure.unit.rawValue)), .init("count", .number(sample.count)),
      ] + figures.map { .init($0, Self.rounded($1)) } + [
        .init("goals", .array(it.measure.goals.map { json($0, sample) })),
        .init("met", it.isMet.map { .bool($0) } ?? .null),
      ])
  }

  private func json(_ goal: Goal, _ sample: Sample) -> JSONValue {
    let (name, value) =
      switch goal.bound {
      case .atMost(let value): ("atMost", value)
      case .atLeast(let value): ("atLeast", value)
      }
    return .object([
      .init("figure", .text(goal.figure.rawValue)), .init(name, Self.rounded(value)),
      .init("met", .bool(goal.isMet(by: sample))),
    ])
  }

  private func json(_ growth: Growth) -> JSONValue {
    .object([
      .init("name", .text(growth.measure.rawValue)), .init("from", .number(growth.from.cases)),
      .init("to", .number(growth.to.cases)), .init("percent", Self.rounded(growth.percent)),
      .init("atMost", growth.measure.growthGoal.map(Self.rounded) ?? .null),
      .init("met", growth.isMet.map { .bool($0) } ?? .null),
    ])
  }

  private static func rounded(_ value: Double) -> JSONValue { .number(Int(value.rounded())) }
}

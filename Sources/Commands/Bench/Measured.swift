import Casework

/// What came of one measure in a hall of one size.
struct Measured: Hashable {
  var measure: Measure
  /// Which table or index, where there are several.
  var part: String?
  var size: BenchSize
  var sample: Sample

  init(_ measure: Measure, part: String? = nil, _ size: BenchSize, _ values: [Double]) {
    (self.measure, self.part, self.size) = (measure, part, size)
    sample = Sample(values)
  }

  var isMet: Bool? {
    measure.goals.isEmpty ? nil : measure.goals.allSatisfy { $0.isMet(by: sample) }
  }
}

/// How a measure grows from the smallest hall to the largest.
struct Growth: Hashable {
  var measure: Measure
  var from: BenchSize
  var to: BenchSize
  var percent: Double

  var isMet: Bool? { measure.growthGoal.map { percent <= $0 } }

  /// Of everything that was measured in both.
  static func all(in measured: [Measured], of sizes: [BenchSize]) -> [Growth] {
    guard let from = sizes.min(), let to = sizes.max(), from != to else { return [] }
    return measured.compactMap { small in
      guard small.size == from, small.part == nil, small.measure.grows,
        let large = measured.first(where: { $0.measure == small.measure && $0.size == to }),
        let percent = large.sample.percent(of: small.sample)
      else { return nil }
      return Growth(measure: small.measure, from: from, to: to, percent: percent)
    }
  }
}

/// How many cases a hall has.
struct BenchSize: Hashable, Comparable {
  var cases: Int

  /// 1000 as 1k, a million as 1M.
  var text: String {
    switch cases {
    case let cases where cases > 0 && cases % 1_000_000 == 0: "\(cases / 1_000_000)M"
    case let cases where cases > 0 && cases % 1_000 == 0: "\(cases / 1_000)k"
    default: "\(cases)"
    }
  }

  init(cases: Int) { self.cases = cases }

  init?(_ text: some StringProtocol) {
    let (digits, times): (String, Int) =
      switch text.last {
      case "k", "K": (String(text.dropLast()), 1_000)
      case "m", "M": (String(text.dropLast()), 1_000_000)
      default: (String(text), 1)
      }
    guard let number = Int(digits), (1...10_000_000).contains(number),
      number * times <= 10_000_000
    else { return nil }
    cases = number * times
  }

  static func < (one: BenchSize, other: BenchSize) -> Bool { one.cases < other.cases }
}

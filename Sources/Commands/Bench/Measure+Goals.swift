import Casework

/// What a measure should come to.
struct Goal: Hashable {
  enum Figure: String { case median, p95, p99, least, most }
  enum Bound: Hashable {
    case atMost(Double)
    case atLeast(Double)
  }

  var figure: Figure
  var bound: Bound

  func isMet(by sample: Sample) -> Bool {
    let value: Double =
      switch figure {
      case .median: sample.median
      case .p95: sample.p95
      case .p99: sample.p99
      case .least: sample.least
      case .most: sample.most
      }
    return switch bound {
    case .atMost(let most): value <= most
    case .atLeast(let least): value >= least
    }
  }
}

extension Measure {
  private static let millisecond = 1_000.0
  private static let megabyte = 1_048_576.0

  /// With a million cases, in a release build; fewer should not take longer.
  var goals: [Goal] {
    switch self {
    case .firstScreen: [most(25 * Self.millisecond)]
    case .firstScreenBytes: [most(4_096)]
    case .keyCursor: [most(Self.millisecond), most(10 * Self.millisecond, .p95)]
    case .keyPage, .keyOpen: [most(3 * Self.millisecond), most(10 * Self.millisecond, .p95)]
    case .keySwitch: [most(10 * Self.millisecond, .p95)]
    case .bytesCursor: [most(120)]
    case .thinCursor: [most(40)]
    case .pageShare: [most(120)]
    case .idleBytes: [most(0, .most)]
    case .idleCPU: [most(1_000)]
    case .consoleMemory: [most(12 * Self.megabyte)]
    case .consolesMemory: [most(1_200 * Self.megabyte)]
    case .acceptRatio: [most(130)]
    case .batchActs: [least(3_000)]
    case .crowdShare: [least(100)]
    case .crowdWait: [most(250 * Self.millisecond, .p99)]
    case .crowdFairness: [least(50)]
    case .crowdRefused, .seatRefused: [most(0, .most)]
    case .seatAct: [most(3 * Self.millisecond), most(60 * Self.millisecond, .p99)]
    case .ledgerFirst, .ledgerDeep, .inboxFirst, .caseOpen: [most(2 * Self.millisecond)]
    case .searchNumber, .searchPart, .searchPaper, .searchOneHanzi, .searchTwoHanzi,
      .searchInitials, .searchPinyin:
      [most(20 * Self.millisecond)]
    case .counts: [most(Self.millisecond)]
    case .verifyEvents: [least(40_000)]
    case .makeStore: [most(600_000 * Self.millisecond)]
    case .bytesPage, .bytesOpen, .bytesSwitch, .consolesCPU, .acceptAct, .acceptRaw, .crowdAlone,
      .crowdTotal, .rebuildEvents, .caseBytes, .tableBytes, .indexBytes:
      []
    }
  }

  /// How far the median may grow from the smallest hall to the largest, in per cent; nil where
  /// nothing was promised.
  var growthGoal: Double? { self == .firstScreen ? 120 : nil }

  /// Whether it makes sense to say how it grows with the hall.
  var grows: Bool {
    switch unit {
    case .microseconds: self != .makeStore
    case .perSecond: true
    case .bytes: self == .caseBytes || self == .consoleMemory
    case .percent, .millionths, .count: false
    }
  }

  private func most(_ value: Double, _ figure: Goal.Figure = .median) -> Goal {
    Goal(figure: figure, bound: .atMost(value))
  }

  private func least(_ value: Double) -> Goal { Goal(figure: .median, bound: .atLeast(value)) }
}

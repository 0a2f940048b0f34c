/// Measured values of one kind, in the unit of their measure.
struct Sample: Hashable {
  /// From the least to the most.
  let values: [Double]

  init(_ values: [Double]) {
    self.values = values.sorted()
  }

  var count: Int { values.count }
  var least: Double { values.first ?? 0 }
  var most: Double { values.last ?? 0 }

  /// Of an even number the mean of the two in the middle.
  var median: Double {
    guard !values.isEmpty else { return 0 }
    let middle = values.count / 2
    return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
  }

  var p95: Double { value(below: 95) }
  var p99: Double { value(below: 99) }

  /// The least value that so many per cent of all do not exceed.
  func value(below percent: Int) -> Double {
    guard !values.isEmpty else { return 0 }
    let rank = (values.count * percent + 99) / 100
    return values[min(values.count, max(1, rank)) - 1]
  }

  /// The median in per cent of another one's; nil where that is nothing.
  func percent(of other: Sample) -> Double? {
    other.median > 0 ? median / other.median * 100 : nil
  }
}

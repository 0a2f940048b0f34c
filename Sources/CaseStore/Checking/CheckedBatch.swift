import Deskwork

/// Some streams read again, and what they tell the lists.
struct CheckedBatch: Sendable {
  private(set) var streams: [StreamCheck] = []
  private(set) var totals = ListTotals()
  /// Why no more is told.
  private(set) var failure: StoreError?

  /// Without rules nothing is told.
  init(_ batch: StreamBatch, moments: [Int64], secret: String, under rules: TellingRules?) {
    for reading in batch.streams {
      var check = StreamCheck(reading, moments: moments, secret: secret)
      let acts = check.takeActs()
      streams.append(check)
      if let rules, failure == nil, !reading.isPublished { tell(acts, under: rules) }
    }
  }

  private mutating func tell(_ acts: [ActedEvent], under rules: TellingRules) {
    guard let stream = acts.first?.event.stream else { return }
    do throws(StoreError) {
      guard let told = try ReplayedStream(stream, acts, under: rules.published) else { return }
      totals.add(told, under: rules)
    } catch {
      failure = error
    }
  }
}

import Deskwork

/// Some streams read again, each with what it tells the lists.
struct CheckedBatch: Sendable {
  typealias Told = Result<ReplayedStream, StoreError>

  private(set) var streams: [(check: StreamCheck, told: Told?)] = []

  /// What the lists are told is worked out only where it is known what was published.
  init(_ batch: StreamBatch, moments: [Int64], secret: String, under published: Published?) {
    for reading in batch.streams {
      var check = StreamCheck(reading, moments: moments, secret: secret)
      let acts = check.takeActs()
      let told = published.flatMap { reading.isPublished ? nil : Self.told(acts, under: $0) }
      streams.append((check, told))
    }
  }

  private static func told(_ acts: [ActedEvent], under published: Published) -> Told? {
    guard let stream = acts.first?.event.stream else { return nil }
    do throws(StoreError) {
      return try ReplayedStream(stream, acts, under: published).map { .success($0) }
    } catch {
      return .failure(error)
    }
  }
}

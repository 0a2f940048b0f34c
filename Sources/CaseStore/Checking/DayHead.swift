import Deskwork
import Digests
import WorkCalendar

/// The whole record up to one event as a single number: whoever kept it on paper can prove later that
/// no stream, no tail and no event of then is gone or changed, even if the chains were made anew.
package struct DayHead: Hashable, Sendable {
  /// How many events it covers, which is the position of the last one.
  package var events: Int64
  package var streams: Int
  /// SHA-256 in hexadecimal digits.
  package var digest: String
}

/// Adds up the last event of every stream, in the order of the streams' names.
struct DayHeadSum {
  private var sum = Sha256()
  private var streams = 0

  init(_ nature: StoreNature) {
    sum.update(Array("yichuang.head.1\nnature \(nature.digest)\n".utf8))
  }

  mutating func add(_ end: StreamEnd) {
    streams += 1
    sum.update(Array("\(end.stream) \(end.version) \(end.position) \(end.hash)\n".utf8))
  }

  func head(events: Int64) -> DayHead {
    var sum = sum
    sum.update(Array("events \(events)\n".utf8))
    return DayHead(
      events: events, streams: streams, digest: Sha256.hexadecimal(sum.finish()))
  }
}

extension StoreNature {
  /// What was settled when the store was made stands in no event, so the head vouches for it.
  fileprivate var digest: String {
    let start = demoStart?.description ?? "-"
    let host = demoStartedAtHost?.description ?? "-"
    return Sha256.digits(of: "\(isDemo) \(start) \(host) \(secret)")
  }
}

/// The head of an earlier moment, added up while the whole journal is read in order of streams.
struct EarlierHead {
  let events: Int64
  private var sum: DayHeadSum

  init(events: Int64, _ nature: StoreNature) {
    self.events = events
    sum = DayHeadSum(nature)
  }

  /// Where a stream ended then that had begun.
  mutating func add(_ end: StreamEnd) { sum.add(end) }

  var head: DayHead { sum.head(events: events) }
}

import Casework
import Deskwork
import SQLite
import WorkCalendar

/// What an act that is being written leads to, told to the next in the line, who decides on that
/// meanwhile. Only acts on cases are told.
struct AnnouncedActs: Codable {
  /// The last event before it, and its own last.
  private(set) var base: Int64
  private(set) var position: Int64
  private(set) var recordedAt: Moment
  /// The last number of each series it has taken one of.
  private(set) var numbers: [String: Int] = [:]
  /// A sum for each stream, applicant and request it concerns. Others may have the same sum, who are
  /// then not decided on beforehand; nobody can be told from it.
  private var concerned: Set<UInt32> = []

  /// Nil if it changes more than cases.
  init?(_ order: WritingOrder) {
    let batch = order.batch
    guard !batch.appends.isEmpty, batch.appends.allSatisfy({ $0.stream.isFile }),
      batch.changes.allSatisfy(\.isOfCase)
    else { return nil }
    (base, position, recordedAt) = (order.base, order.position, batch.stamp.at)
    for taken in batch.numbers { numbers[taken.series] = taken.number }
    for append in batch.appends { concerned.insert(sum(of: append.stream)) }
    for case .putApplicant(let known) in batch.changes {
      concerned.insert(sum(of: known.applicant.identity))
    }
    if let request = batch.request { concerned.insert(sum(of: request)) }
  }

  /// Nil for what is no announcement.
  init?(_ announcement: Announcement) {
    guard let value = try? StoredJSON.value(Self.self, from: announcement.bytes) else { return nil }
    self = value
  }

  var bytes: [UInt8]? { try? StoredJSON.text(self) }

  func concerns(_ stream: StreamID) -> Bool { concerned.contains(sum(of: stream)) }
  func concerns(_ identity: Identity) -> Bool { concerned.contains(sum(of: identity)) }
  func concerns(_ request: RequestID) -> Bool { concerned.contains(sum(of: request)) }

  private func sum(of stream: StreamID) -> UInt32 { sum(of: "stream/\(stream.text)") }

  private func sum(of identity: Identity) -> UInt32 {
    sum(of: "identity/\(identity.kind.rawValue)/\(identity.number)")
  }

  private func sum(of request: RequestID) -> UInt32 { sum(of: "request/\(request)") }

  /// Another one in each announcement.
  private func sum(of text: String) -> UInt32 {
    let sum = ByteSum.of("\(base)/\(text)".utf8)
    return UInt32(truncatingIfNeeded: sum ^ sum >> 32)
  }
}

extension StreamID {
  fileprivate var isFile: Bool { if case .file = self { true } else { false } }
}

extension ReadModelChange {
  fileprivate var isOfCase: Bool {
    switch self {
    case .putCase, .replaceTasks, .replaceResult, .replaceReaches, .putApplicant, .count, .tally,
      .replaceWatches, .index, .deleteDraft:
      true
    case .putTicket, .putReference, .putLook, .putSitting, .putPassword: false
    }
  }
}

package import Deskwork

/// How far a long work has come, in events.
package struct Progress: Hashable, Sendable {
  package var done: Int
  package var total: Int

  package init(done: Int, total: Int) { (self.done, self.total) = (done, total) }
}

/// What a check of the whole store has found.
package struct VerifyReport: Hashable, Sendable {
  package var events = 0
  package var streams = 0
  package var cases = 0
  /// Over the last event of every stream in order: whoever wrote it down sees a lost tail.
  package var head = ""
  /// The position of the last event.
  package var lastPosition: Int64 = 0
  /// The heads that were asked for, by the number of events they cover.
  package var heads: [Int64: DayHead] = [:]
  /// Positions recorded more than a minute earlier than the one before: a clock was set back. No
  /// fault of the record.
  package var timesSetBack: [Int64] = []
  /// The first ones, in the order of the journal.
  package var faults: [StoreFault] = []
  /// The closed years that belong to the store, and whether their files were read with it.
  package var closedYears: [ClosedYearReading] = []
  /// False if the journal itself is at fault: then there is nothing to compare with.
  package var hasComparedLists = false

  package var isSound: Bool { faults.isEmpty }

  package init(faults: [StoreFault] = []) {
    self.faults = faults
  }

  /// About a file of which nothing can be read at all.
  package init(structure detail: String) { self.init(structure: [detail]) }

  init(structure details: [String]) { faults = details.map { .structure(detail: $0) } }
}

/// A closed year that belongs to a store, and what became of reading it.
package struct ClosedYearReading: Hashable, Sendable {
  package var closed: YearClosed
  /// Where it was read; nil if it could not be.
  package var path: String?

  package init(closed: YearClosed, path: String?) {
    (self.closed, self.path) = (closed, path)
  }
}

/// What is not as it was written about the file of a closed year.
package enum ClosedFileFault: Hashable, Sendable {
  case missing(path: String)
  case unreadable(detail: String)
  /// It is no closed year of this store, or another one.
  case foreign
  /// It does not hold what the hall journaled when the year was closed.
  case headDiffers
  case event(EventPlace, EventFault)
  /// Another event than the one the store itself has.
  case copyDiffers(EventPlace)
  /// A case does not end in it as it ended when it was moved there, or is not in it.
  case caseDiffers(stream: String)
  case list(table: String, key: String, ListFault)
}

/// Something that is not as it was written.
package enum StoreFault: Hashable, Sendable {
  case closedFile(String, ClosedFileFault)
  case structure(detail: String)
  case event(EventPlace, EventFault)
  /// The journal ends before the last event that was written.
  case tail(end: Int64, written: Int64)
  /// A row of a list is not what the journal makes of it.
  case list(table: String, key: String, ListFault)
  /// What was settled when the store was made does not fit together, or not with its cases.
  case nature
}

/// Where an event lies and what it calls itself.
package struct EventPlace: Hashable, Sendable {
  package var position: Int64
  package var stream: String
  package var version: Int
  package var kind: String

  package init(position: Int64, stream: String, version: Int, kind: String) {
    self.position = position
    self.stream = stream
    self.version = version
    self.kind = kind
  }
}

package enum EventFault: Hashable, Sendable {
  /// Something in it, or before it in its stream, was changed by hand.
  case hashDiffers
  case versionExpected(Int)
  case positionExpected(Int64)
  /// It stands before an event that its stream has earlier.
  case outOfOrder
  case unreadable(detail: String)
  /// An event of another kind of stream.
  case wrongStream
  /// A case that does not begin with its receipt.
  case wrongBeginning
}

package enum ListFault: Hashable, Sendable {
  case missing
  case surplus
  case differs(columns: [String])
  /// The list itself cannot be read any more.
  case unreadable
}

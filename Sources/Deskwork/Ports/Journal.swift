package import Casework
package import WorkCalendar

/// The caller's own name for an act: the same act sent twice is done once.
package struct RequestID: TextIdentifier {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// Everything one act does, appended whole or not at all.
package struct Batch: Hashable, Sendable {
  package var request: RequestID?
  /// What is answered again if the same request comes again.
  package var answer: String
  package var stamp: Stamp
  package var appends: [StreamAppend]
  package var numbers: [NumberTaken]
  package var changes: [ReadModelChange]
  package var outgoing: [OutgoingMessage]

  package init(
    request: RequestID? = nil, answer: String = "", stamp: Stamp, appends: [StreamAppend] = [],
    numbers: [NumberTaken] = [], changes: [ReadModelChange] = [],
    outgoing: [OutgoingMessage] = []
  ) {
    self.request = request
    self.answer = answer
    self.stamp = stamp
    self.appends = appends
    self.numbers = numbers
    self.changes = changes
    self.outgoing = outgoing
  }
}

/// Events for one stream, valid only if the stream still has the version they were decided on.
package struct StreamAppend: Hashable, Sendable {
  package var stream: StreamID
  package var expecting: Int
  package var events: [HallEvent]

  package init(stream: StreamID, expecting: Int, events: [HallEvent]) {
    self.stream = stream
    self.expecting = expecting
    self.events = events
  }
}

/// A number given out; valid only if it follows the last one of its series.
package struct NumberTaken: Hashable, Sendable {
  package var series: String
  package var number: Int

  package init(series: String, number: Int) {
    self.series = series
    self.number = number
  }
}

/// A message for an applicant, to be sent by whatever the hall has for it.
package struct OutgoingMessage: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case received, accepted, correction, declined, specialProcedure, extended, ready, posted
  }

  package var kind: Kind
  package var id: CaseID
  package var due: LocalDate?

  package init(kind: Kind, id: CaseID, due: LocalDate? = nil) {
    self.kind = kind
    self.id = id
    self.due = due
  }
}

/// The closed set of things an act may do to the read models.
package enum ReadModelChange: Hashable, Sendable {
  indirect case putCase(CaseRow)
  case replaceTasks(CaseID, [TaskRow])
  indirect case replaceResult(CaseID, ResultRow?)
  /// Who may see a case from now on.
  case replaceReaches(CaseReaches)
  case putTicket(TicketRow)
  case putApplicant(KnownApplicant)
  indirect case putReference(ReferenceEvent)
  case count(CountKey, by: Int)
  case tally(TallyKey, by: Int)
  case replaceWatches(CaseID, [Watch])
  case putLook(Look)
  /// Replaces the texts a case is found by.
  case index(CaseID, SearchTexts)
  case deleteDraft(DraftID)
  case putSitting(Sitting)
  /// Nil takes the password away.
  case putPassword(ClerkID, hash: String?, at: Moment)
}

/// What became of a batch.
package enum Appended: Hashable, Sendable {
  /// With where each stream of it ends now.
  case committed(position: Int64, ends: [StreamID: StreamBeginning])
  /// Somebody else was first on a stream or a number.
  case conflict
  /// The request was carried out before; here is what it answered.
  case repeated(answer: String)
}

/// A stream as far as it has been read: its first events, by the version and the hash of the last of
/// them. As each hash covers those before it, no other events can stand there.
package struct StreamBeginning: Hashable, Sendable {
  package var version: Int
  package var hash: String

  package init(version: Int, hash: String) {
    self.version = version
    self.hash = hash
  }
}

/// Who held the turn to write when somebody else gave up waiting for it.
package struct TurnHolder: Hashable, Sendable {
  package var process: Int32
  /// Nil if no act of a clerk holds it.
  package var clerk: ClerkID?

  package init(process: Int32, clerk: ClerkID?) {
    self.process = process
    self.clerk = clerk
  }
}

/// Why the store cannot be used; each has its sentence and its way out.
package enum StoreError: Error, Hashable, Sendable {
  case missing(path: String)
  case exists(path: String)
  case notAStore(path: String)
  case newer(path: String, migration: String)
  /// Nothing is wrong, but its lists have to be made anew before they can be read.
  case older(path: String)
  case damaged(detail: String)
  case diskFull
  case readOnly(path: String)
  case lockedTooLong(seconds: Int, holder: TurnHolder?)
  case networkFileSystem(path: String)
  /// What was written last lies in a log beside it, which cannot be read where nothing can be written.
  case unreadLog(path: String)
  /// The log cannot be read as it was written, and would hide what it holds.
  case damagedLog(path: String)
  /// The log was written for another file and would damage this one.
  case foreignLog(path: String)
  case cannotOpen(path: String, detail: String)
  /// The disk has failed at a reading or writing.
  case diskFault(path: String, detail: String)
  /// What was done is recorded, but the disk has not confirmed it: it may be lost with the power.
  case unconfirmed(path: String)
  /// The file of a closed year is not where it belongs.
  case closedFileMissing(name: String, path: String)
  /// A file lies where a closed year would get its own, and is not the same record.
  case closedFileForeign(path: String)
  /// Another process is closing a year.
  case closingElsewhere(path: String)
  /// An event whose kind or body cannot be read.
  case unreadableEvent(stream: String, version: Int, detail: String)
  case other(detail: String)
}

/// The record of everything that happened: append-only.
package protocol Journal: AnyObject {
  func append(_ batch: Batch) throws(StoreError) -> Appended
  /// These papers are about to be appended: whoever can word them meanwhile may do so.
  func expect(_ documents: [IssuedDocument])
  func events(of stream: StreamID, after version: Int) throws(StoreError) -> [RecordedEvent]
  /// What was done about the cards of a case, without the rest of its history.
  func supervisionEvents(of id: CaseID) throws(StoreError) -> [RecordedEvent]
  /// The events after a beginning that has been read before; nil if the stream does not begin so.
  func events(
    of stream: StreamID, following beginning: StreamBeginning
  ) throws(StoreError) -> [RecordedEvent]?
  func answer(to request: RequestID) throws(StoreError) -> String?
  func lastNumber(of series: String) throws(StoreError) -> Int
  /// When the last event was recorded; nil in an empty journal.
  func lastRecordedAt() throws(StoreError) -> Moment?
  /// The position of the last event; 0 in an empty journal.
  func lastPosition() throws(StoreError) -> Int64
  /// The version of the last event of a stream; 0 if there is none.
  func lastVersion(of stream: StreamID) throws(StoreError) -> Int
  /// Holds the hall's write turn while deciding and appending, so that waiting is fair and bounded.
  /// Only courtesy: what keeps acts apart is the versions in the batch.
  func inTurn<Answer>(_ body: () -> Answer) throws(StoreError) -> Answer
  /// The same for a body that does nothing but ask and append, once. It may be carried out before its
  /// turn, on what others are about to write, and again if that came otherwise: what holds is what it
  /// answers the last time.
  func deciding<Answer>(_ body: () -> Answer) throws(StoreError) -> Answer
  /// The disk still writes what `body` has appended when this returns; nothing of it is told or shown
  /// before `awaitDisk` has answered.
  func withoutWaiting<Answer, Failure: Error>(
    _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer
  /// Waits until the disk has all that was appended without waiting.
  func awaitDisk() throws(StoreError)
  /// Changes whenever somebody else has written.
  func newsMark() throws(StoreError) -> Int64
  /// The streams touched after a position, oldest first, and the position reached.
  func changes(after position: Int64, limit: Int) throws(StoreError) -> StreamChanges
}

package struct StreamChanges: Hashable, Sendable {
  package var streams: [StreamID]
  package var position: Int64

  package init(streams: [StreamID], position: Int64) {
    self.streams = streams
    self.position = position
  }
}

extension Journal {
  package func expect(_ documents: [IssuedDocument]) {}
}

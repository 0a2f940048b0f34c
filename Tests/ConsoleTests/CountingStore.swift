import Casework
import Deskwork
import WorkCalendar

/// A store that counts how often it is asked for something; looking whether anybody has written is
/// free.
final class CountingStore: HallStore {
  private let store: any HallStore
  private(set) var count = 0
  private(set) var draftsSaved = 0
  /// The streams that were read, one after the other.
  private(set) var read: [StreamID] = []
  var whenWaiting: ((TurnHolder?) -> Void)?
  /// Who is always writing when somebody else wants to.
  var writer: TurnHolder?
  /// How often the disk was waited for, and how often it confirms.
  private(set) var timesAwaited = 0
  var confirmsOnly = Int.max

  init(_ store: any HallStore) { self.store = store }

  /// What was asked while something was done.
  func asked(while act: () throws -> Void) rethrows -> Int {
    let before = count
    try act()
    return count - before
  }

  var reserveIsSpent: Bool { store.reserveIsSpent }
  func keepReserve() { store.keepReserve() }

  func append(_ batch: Batch) throws(StoreError) -> Appended {
    count += 1
    if let writer { whenWaiting?(writer) }
    return try store.append(batch)
  }

  func events(of stream: StreamID, after version: Int) throws(StoreError) -> [RecordedEvent] {
    count += 1
    read.append(stream)
    return try store.events(of: stream, after: version)
  }

  func supervisionEvents(of id: CaseID) throws(StoreError) -> [RecordedEvent] {
    count += 1
    return try store.supervisionEvents(of: id)
  }

  func events(
    of stream: StreamID, following beginning: StreamBeginning
  ) throws(StoreError) -> [RecordedEvent]? {
    count += 1
    read.append(stream)
    return try store.events(of: stream, following: beginning)
  }

  func answer(to request: RequestID) throws(StoreError) -> String? {
    count += 1
    return try store.answer(to: request)
  }

  func lastNumber(of series: String) throws(StoreError) -> Int {
    count += 1
    return try store.lastNumber(of: series)
  }

  func lastRecordedAt() throws(StoreError) -> Moment? {
    count += 1
    return try store.lastRecordedAt()
  }

  func lastPosition() throws(StoreError) -> Int64 {
    count += 1
    return try store.lastPosition()
  }

  func lastVersion(of stream: StreamID) throws(StoreError) -> Int {
    count += 1
    return try store.lastVersion(of: stream)
  }

  func inTurn<Answer>(_ body: () -> Answer) throws(StoreError) -> Answer {
    return try store.inTurn(body)
  }
  func deciding<Answer>(_ body: () -> Answer) throws(StoreError) -> Answer {
    return try store.deciding(body)
  }

  func withoutWaiting<Answer, Failure: Error>(
    _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    try store.withoutWaiting(body)
  }

  func awaitDisk() throws(StoreError) {
    timesAwaited += 1
    guard timesAwaited <= confirmsOnly else { throw .unconfirmed(path: "hall.db") }
    try store.awaitDisk()
  }

  func newsMark() throws(StoreError) -> Int64 {
    return try store.newsMark()
  }

  func changes(after position: Int64, limit: Int) throws(StoreError) -> StreamChanges {
    count += 1
    return try store.changes(after: position, limit: limit)
  }

  func cases(_ filter: CaseFilter, after cursor: Cursor?, limit: Int) throws(StoreError) -> Page<
    CaseRow
  > {
    count += 1
    return try store.cases(filter, after: cursor, limit: limit)
  }

  func caseRow(_ id: CaseID) throws(StoreError) -> CaseRow? {
    count += 1
    return try store.caseRow(id)
  }

  func tasks(_ filter: TaskFilter, after cursor: Cursor?, limit: Int) throws(StoreError) -> Page<
    TaskRow
  > {
    count += 1
    return try store.tasks(filter, after: cursor, limit: limit)
  }

  func task(_ id: TaskID) throws(StoreError) -> TaskRow? {
    count += 1
    return try store.task(id)
  }

  func results(
    within reach: Reach, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<ResultRow> {
    count += 1
    return try store.results(within: reach, after: cursor, limit: limit)
  }

  func closedYear(of id: CaseID) throws(StoreError) -> Int? {
    count += 1
    return try store.closedYear(of: id)
  }

  func isWithin(_ reach: Reach, _ id: CaseID) throws(StoreError) -> Bool {
    count += 1
    return try store.isWithin(reach, id)
  }

  func result(_ id: CaseID) throws(StoreError) -> ResultRow? {
    count += 1
    return try store.result(id)
  }

  func results(pickUpCode: String) throws(StoreError) -> [ResultRow] {
    count += 1
    return try store.results(pickUpCode: pickUpCode)
  }

  func results(of identity: Identity) throws(StoreError) -> [ResultRow] {
    count += 1
    return try store.results(of: identity)
  }

  func search(
    _ text: String, within reach: Reach, limit: Int
  ) throws(StoreError) -> [CaseRow] {
    count += 1
    return try store.search(text, within: reach, limit: limit)
  }

  func applicant(_ identity: Identity) throws(StoreError) -> KnownApplicant? {
    count += 1
    return try store.applicant(identity)
  }

  func tickets(on day: LocalDate, in states: [Ticket.State], limit: Int) throws(StoreError)
    -> [TicketRow]
  {
    count += 1
    return try store.tickets(on: day, in: states, limit: limit)
  }

  func ticket(_ id: TicketID, on day: LocalDate) throws(StoreError) -> TicketRow? {
    count += 1
    return try store.ticket(id, on: day)
  }

  func counts() throws(StoreError) -> [CountKey: Int] {
    count += 1
    return try store.counts()
  }

  func counts(within reach: Reach, on day: LocalDate) throws(StoreError) -> [CountKey: Int] {
    count += 1
    return try store.counts(within: reach, on: day)
  }

  func watches(_ filter: WatchFilter, on day: LocalDate, after cursor: Cursor?, limit: Int)
    throws(StoreError) -> Page<WatchRow>
  {
    count += 1
    return try store.watches(filter, on: day, after: cursor, limit: limit)
  }

  func watchCounts(on day: LocalDate, within reach: Reach) throws(StoreError) -> [WatchCount] {
    count += 1
    return try store.watchCounts(on: day, within: reach)
  }

  func tallies(
    from first: YearMonth, through last: YearMonth, within reach: Reach
  ) throws(StoreError) -> [TallySum] {
    count += 1
    return try store.tallies(from: first, through: last, within: reach)
  }

  func looks(of id: CaseID, limit: Int) throws(StoreError) -> [Look] {
    count += 1
    return try store.looks(of: id, limit: limit)
  }

  func earlierInQuota(of item: ItemID, before place: Int) throws(StoreError) -> [CaseID] {
    count += 1
    return try store.earlierInQuota(of: item, before: place)
  }

  func casesUnderway() throws(StoreError) -> [CaseID] {
    count += 1
    return try store.casesUnderway()
  }

  func hall() throws(StoreError) -> Hall {
    count += 1
    return try store.hall()
  }

  func departments() throws(StoreError) -> [Department] {
    count += 1
    return try store.departments()
  }

  func counters() throws(StoreError) -> [Counter] {
    count += 1
    return try store.counters()
  }

  func clerks() throws(StoreError) -> [Clerk] {
    count += 1
    return try store.clerks()
  }

  func calendarYears() throws(StoreError) -> [CalendarYear] {
    count += 1
    return try store.calendarYears()
  }

  func rulebook() throws(StoreError) -> Rulebook? {
    count += 1
    return try store.rulebook()
  }

  func items() throws(StoreError) -> [ItemRow] {
    count += 1
    return try store.items()
  }

  func sheet(_ id: ItemID, version: Int) throws(StoreError) -> ImplementationSheet? {
    count += 1
    return try store.sheet(id, version: version)
  }

  func save(_ draft: Draft) throws(StoreError) {
    count += 1
    draftsSaved += 1
    if let writer { whenWaiting?(writer) }
    return try store.save(draft)
  }

  func drafts(of clerk: ClerkID) throws(StoreError) -> [Draft] {
    count += 1
    return try store.drafts(of: clerk)
  }

  func delete(_ id: DraftID) throws(StoreError) {
    count += 1
    return try store.delete(id)
  }

  func nature() throws(StoreError) -> StoreNature {
    return try store.nature()
  }

  func accessKeys() throws(StoreError) -> [AccessKey] {
    count += 1
    return try store.accessKeys()
  }

  func accessKey(_ fingerprint: String) throws(StoreError) -> AccessKey? {
    count += 1
    return try store.accessKey(fingerprint)
  }

  func passwordHash(of clerk: ClerkID) throws(StoreError) -> String? {
    count += 1
    return try store.passwordHash(of: clerk)
  }

  func sitting(_ id: SittingID) throws(StoreError) -> Sitting? {
    count += 1
    return try store.sitting(id)
  }

  func openSittings(of clerk: ClerkID?) throws(StoreError) -> [Sitting] {
    count += 1
    return try store.openSittings(of: clerk)
  }

  func isAlive(_ id: SittingID) -> Bool {
    return store.isAlive(id)
  }

  func occupy(_ id: SittingID) throws(StoreError) {
    return try store.occupy(id)
  }

  func leave(_ id: SittingID) {
    return store.leave(id)
  }

  func workspaces(of clerk: ClerkID) throws(StoreError) -> [Workspace] {
    count += 1
    return try store.workspaces(of: clerk)
  }

  func save(_ workspace: Workspace) throws(StoreError) {
    count += 1
    if let writer { whenWaiting?(writer) }
    return try store.save(workspace)
  }

  func deleteWorkspace(of clerk: ClerkID, at counter: CounterID?, place: Int) throws(StoreError) {
    count += 1
    return try store.deleteWorkspace(of: clerk, at: counter, place: place)
  }
}

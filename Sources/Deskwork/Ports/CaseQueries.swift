package import Casework
package import WorkCalendar

/// Where a page of a list ended; the next one starts behind it.
package struct Cursor: Hashable, Sendable {
  package var urgency: Int
  package var id: String

  package init(urgency: Int, id: String) {
    self.urgency = urgency
    self.id = id
  }

  /// As the command line shows and takes it (`--after`).
  package var text: String { "\(urgency):\(id)" }

  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let urgency = Int(parts[0]) else { return nil }
    self.init(urgency: urgency, id: String(parts[1]))
  }
}

package struct Page<Row: Hashable & Sendable>: Hashable, Sendable {
  package var rows: [Row]
  /// Where to go on; nil at the end.
  package var next: Cursor?

  package init(rows: [Row], next: Cursor?) {
    self.rows = rows
    self.next = next
  }
}

package struct CaseFilter: Hashable, Sendable {
  package var stage: CaseStage?
  package var department: DepartmentID?
  package var item: ItemID?
  package var receivedBy: ClerkID?
  /// Only what has not ended.
  package var openOnly: Bool
  /// Only what is within it.
  package var reach: Reach

  package init(
    stage: CaseStage? = nil, department: DepartmentID? = nil, item: ItemID? = nil,
    receivedBy: ClerkID? = nil, openOnly: Bool = false, reach: Reach = .hall
  ) {
    self.stage = stage
    self.department = department
    self.item = item
    self.receivedBy = receivedBy
    self.openOnly = openOnly
    self.reach = reach
  }
}

/// Which part of an inbox.
package struct TaskFilter: Hashable, Sendable {
  package enum Holder: Hashable, Sendable {
    case anybody
    case nobody
    case clerk(ClerkID)
  }

  package var department: DepartmentID
  package var holder: Holder
  /// Only cases within it.
  package var reach: Reach

  package init(
    department: DepartmentID, holder: Holder = .anybody, reach: Reach = .hall
  ) {
    self.department = department
    self.holder = holder
    self.reach = reach
  }
}

/// The lists and look-ups of the desk; none reads a whole table.
package protocol CaseQueries: AnyObject {
  /// Most urgent first.
  func cases(
    _ filter: CaseFilter, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<CaseRow>
  func caseRow(_ id: CaseID) throws(StoreError) -> CaseRow?
  /// Most urgent first.
  func tasks(
    _ filter: TaskFilter, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<TaskRow>
  func task(_ id: TaskID) throws(StoreError) -> TaskRow?
  /// Results ready or on their way, the longest waiting first (cursor: day ready, case).
  func results(
    within reach: Reach, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<ResultRow>
  func result(_ id: CaseID) throws(StoreError) -> ResultRow?
  /// By pick-up code, exactly.
  func results(pickUpCode: String) throws(StoreError) -> [ResultRow]
  /// All that lie ready for one applicant.
  func results(of identity: Identity) throws(StoreError) -> [ResultRow]
  /// Newest first: number or any part of it, name, number of a paper, item, pinyin; words are
  /// all to be found.
  func search(
    _ text: String, within reach: Reach, limit: Int
  ) throws(StoreError) -> [CaseRow]
  /// Whether a case is somebody's matter.
  func isWithin(_ reach: Reach, _ id: CaseID) throws(StoreError) -> Bool
  /// The year in whose closed file a case lies; nil while it is in the working store.
  func closedYear(of id: CaseID) throws(StoreError) -> Int?
  func applicant(_ identity: Identity) throws(StoreError) -> KnownApplicant?
  func tickets(
    on day: LocalDate, in states: [Ticket.State], limit: Int
  ) throws(StoreError) -> [TicketRow]
  func ticket(_ id: TicketID, on day: LocalDate) throws(StoreError) -> TicketRow?
  func counts() throws(StoreError) -> [CountKey: Int]
  /// Of these what is shown within a reach on a day, however many the hall has beside.
  func counts(within reach: Reach, on day: LocalDate) throws(StoreError) -> [CountKey: Int]
  /// The cards that show on a day, the most urgent first.
  func watches(
    _ filter: WatchFilter, on day: LocalDate, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<WatchRow>
  func watchCounts(on day: LocalDate, within reach: Reach) throws(StoreError) -> [WatchCount]
  /// The sums of some months, both ends included, in the order of their keys: of a department what
  /// it is in charge of, of a town what it took in.
  func tallies(
    from first: YearMonth, through last: YearMonth, within reach: Reach
  ) throws(StoreError) -> [TallySum]
  /// Who looked into a case, the last first.
  func looks(of id: CaseID, limit: Int) throws(StoreError) -> [Look]
  /// Open cases of an item with a quota, accepted before a place, in the order of their places.
  func earlierInQuota(of item: ItemID, before place: Int) throws(StoreError) -> [CaseID]
  /// Every case whose dates still run or are watched, in the order of their IDs.
  func casesUnderway() throws(StoreError) -> [CaseID]

  func hall() throws(StoreError) -> Hall
  func departments() throws(StoreError) -> [Department]
  func counters() throws(StoreError) -> [Counter]
  func clerks() throws(StoreError) -> [Clerk]
  func calendarYears() throws(StoreError) -> [CalendarYear]
  /// Nil if none was published.
  func rulebook() throws(StoreError) -> Rulebook?
  /// The items in force, by department and ID.
  func items() throws(StoreError) -> [ItemRow]
  func sheet(_ id: ItemID, version: Int) throws(StoreError) -> ImplementationSheet?
}

/// Of the whole hall.
extension CaseQueries {
  package func results(after cursor: Cursor?, limit: Int) throws(StoreError) -> Page<ResultRow> {
    try results(within: .hall, after: cursor, limit: limit)
  }

  package func search(_ text: String, limit: Int) throws(StoreError) -> [CaseRow] {
    try search(text, within: .hall, limit: limit)
  }

  package func watchCounts(on day: LocalDate) throws(StoreError) -> [WatchCount] {
    try watchCounts(on: day, within: .hall)
  }

  package func tallies(
    from first: YearMonth, through last: YearMonth
  ) throws(StoreError) -> [TallySum] {
    try tallies(from: first, through: last, within: .hall)
  }
}

/// Half-typed forms; the only thing in the store that is not a record.
package protocol DraftBox: AnyObject {
  func save(_ draft: Draft) throws(StoreError)
  func drafts(of clerk: ClerkID) throws(StoreError) -> [Draft]
  func delete(_ id: DraftID) throws(StoreError)
}

/// Room that is kept for the day on which a store can grow no more, so that the hall can still finish
/// what it has begun.
package protocol RoomInReserve: AnyObject {
  /// True once there was no room left and what was kept has been given up, until it is kept again.
  var reserveIsSpent: Bool { get }
  /// Keeps it, where there is plenty; to be called now and then, for room may have been made.
  func keepReserve()
}

/// A store of a hall.
package protocol HallStore: Journal, CaseQueries, DraftBox, PeopleStore, RoomInReserve {
  /// What was settled when the store was made.
  func nature() throws(StoreError) -> StoreNature
  /// Called once for each act that has to wait longer than a moment for others to finish theirs,
  /// with who is writing, if that is known; the act goes on waiting when it returns.
  var whenWaiting: ((TurnHolder?) -> Void)? { get set }
}

/// Demo or real, and for a demo the clock it lives by.
package struct StoreNature: Hashable, Sendable {
  package var isDemo: Bool
  /// When the demo's day began, and which moment of the host's clock that was.
  package var demoStart: Moment?
  package var demoStartedAtHost: Moment?
  /// From which query and pick-up codes are made; differs for each hall.
  package var secret: String

  package init(
    isDemo: Bool, demoStart: Moment? = nil, demoStartedAtHost: Moment? = nil, secret: String
  ) {
    self.isDemo = isDemo
    self.demoStart = demoStart
    self.demoStartedAtHost = demoStartedAtHost
    self.secret = secret
  }
}

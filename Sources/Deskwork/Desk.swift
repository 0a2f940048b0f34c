package import Casework
package import WorkCalendar

/// The only place where a case is loaded, decided and appended; screen and command line both call it.
package final class Desk {
  package let store: any HallStore
  package let surroundings: Surroundings
  package let nature: StoreNature
  package let hall: Hall
  package private(set) var departments: [DepartmentID: Department] = [:]
  /// By their names, as papers list them.
  private(set) var departmentsInOrder: [Department] = []
  package private(set) var counters: [CounterID: Counter] = [:]
  package private(set) var clerks: [ClerkID: Clerk] = [:]
  package private(set) var calendar: WorkCalendar
  /// What supervision watches; nil where none is published.
  package private(set) var rulebook: Rulebook?
  /// Up to which event of the hall's own stream the above is known.
  package private(set) var hallVersion: Int
  private var sheets: [SheetKey: ImplementationSheet] = [:]
  private var itemRows: [ItemRow]?
  var kept: KeptFiles
  /// The late entries whose witnesses have typed their passwords here; each is good for one act.
  var witnessed: Set<LateEntry> = []

  private struct SheetKey: Hashable {
    var id: ItemID
    var version: Int
  }

  /// `keeping` is how many of the cases read last are at hand without being worked out anew.
  package init(
    store: any HallStore, surroundings: Surroundings, keeping most: Int = KeptFiles.usual
  ) throws(StoreError) {
    self.store = store
    self.surroundings = surroundings
    kept = KeptFiles(most: most)
    nature = try store.nature()
    hall = try store.hall()
    hallVersion = try store.lastVersion(of: .hall)
    calendar = WorkCalendar(years: [])
    try takeUp()
  }

  /// Takes up what has been published since; answers whether anything was.
  @discardableResult
  package func keepUp() throws(StoreError) -> Bool {
    let version = try store.lastVersion(of: .hall)
    guard version != hallVersion else { return false }
    try takeUp()
    hallVersion = version
    return true
  }

  private func takeUp() throws(StoreError) {
    calendar = WorkCalendar(years: try store.calendarYears())
    rulebook = try store.rulebook()
    for department in try store.departments() { departments[department.id] = department }
    departmentsInOrder = departments.values.sorted { $0.id < $1.id }
    for counter in try store.counters() { counters[counter.id] = counter }
    for clerk in try store.clerks() { clerks[clerk.id] = clerk }
  }

  package var now: Moment { surroundings.now() }
  package var today: LocalDate { now.date }

  /// The items in force.
  package func items() throws(StoreError) -> [ItemRow] {
    if let itemRows { return itemRows }
    let rows = try store.items()
    itemRows = rows
    return rows
  }

  /// The items in force with how their names are read.
  package func itemsAsRead() throws(StoreError) -> [ItemRow] {
    try items().map { row in
      var row = row
      row.readings = surroundings.readings(row.name.zh)
      return row
    }
  }

  /// The sheet in force.
  package func sheet(_ id: ItemID) throws(DeskRefusal) -> ImplementationSheet {
    let rows = try asking { () throws(StoreError) in try items() }
    guard let row = rows.first(where: { $0.id == id }) else { throw .noSuchItem(id) }
    return try sheet(id, version: row.version)
  }

  /// A sheet in the version a case was taken in under.
  package func sheet(_ id: ItemID, version: Int) throws(DeskRefusal) -> ImplementationSheet {
    let key = SheetKey(id: id, version: version)
    if let sheet = sheets[key] { return sheet }
    let found = try asking { () throws(StoreError) in try store.sheet(id, version: version) }
    guard let found else { throw .noSuchItem(id) }
    sheets[key] = found
    return found
  }

  package func rules(for file: CaseFile) throws(DeskRefusal) -> CaseRules {
    rules(under: try sheet(file.item, version: file.sheetVersion))
  }

  package func rules(under sheet: ImplementationSheet) -> CaseRules {
    var rules = CaseRules(
      sheet: sheet, calendar: calendar, openingHours: hall.openingHours, rulebook: rulebook)
    rules.lapses = hall.lapses ?? .standard
    return rules
  }

  package func occasion(_ seat: Seat, late: LateEntry? = nil) -> Occasion {
    Occasion(clerk: seat.clerk, counter: seat.counter, at: now, late: late)
  }

  /// Why a command would be refused now; nil if it would be carried out.
  package func refusal(
    of command: CaseCommand, on file: CaseFile, by seat: Seat
  ) -> Refusal? {
    do throws(DeskRefusal) {
      return file.refusal(of: command, occasion(seat), under: try rules(for: file))
    } catch {
      return nil
    }
  }

  package func clerk(_ id: ClerkID) throws(DeskRefusal) -> Clerk {
    guard let clerk = clerks[id] else { throw .noSuchClerk(id) }
    return clerk
  }
}

/// Asks the store, its errors spoken as the desk's.
func asking<Answer>(
  _ body: () throws(StoreError) -> Answer
) throws(DeskRefusal) -> Answer {
  do throws(StoreError) {
    return try body()
  } catch {
    throw .store(error)
  }
}

import Casework
import WorkCalendar

/// What the lists read, as tables of a file would hold it.
struct ReadModels {
  var cases: [CaseID: CaseRow] = [:]
  /// In the order they were received.
  var order: [CaseID] = []
  var tasks: [CaseID: [TaskRow]] = [:]
  var results: [CaseID: ResultRow] = [:]
  var texts: [CaseID: SearchTexts] = [:]
  var tickets: [LocalDate: [TicketID: TicketRow]] = [:]
  var applicants: [Identity: KnownApplicant] = [:]
  var counts: [CountKey: Int] = [:]
  var watches: [CaseID: [Watch]] = [:]
  var reaches: [CaseID: CaseReaches] = [:]
  var tallies: [TallyKey: Int] = [:]
  /// The last first; two looks of one person within a second are one.
  var looks: [CaseID: [Look]] = [:]
  var rulebook: Rulebook?
  var sittings: [SittingID: Sitting] = [:]
  var passwords: [ClerkID: String] = [:]
  var keys: [String: AccessKey] = [:]

  var hall: Hall?
  var departments: [DepartmentID: Department] = [:]
  var counters: [CounterID: Counter] = [:]
  var clerks: [ClerkID: Clerk] = [:]
  var years: [Int: CalendarYear] = [:]
  var items: [ItemID: ItemRow] = [:]
  var sheets: [ItemID: [Int: ImplementationSheet]] = [:]

  mutating func apply(_ change: ReadModelChange) {
    switch change {
    case .putCase(let row):
      if cases.updateValue(row, forKey: row.id) == nil { order.append(row.id) }
    case .replaceTasks(let id, let rows): tasks[id] = rows.isEmpty ? nil : rows
    case .replaceResult(let id, let row): results[id] = row
    case .replaceReaches(let it): reaches[it.id] = it
    case .putTicket(let row): tickets[row.day, default: [:]][row.id] = row
    case .putApplicant(let known): applicants[known.applicant.identity] = known
    case .putReference(let event): publish(event)
    case .count(let key, let difference):
      let sum = counts[key, default: 0] + difference
      counts[key] = sum == 0 ? nil : sum
    case .tally(let key, let difference):
      let sum = tallies[key, default: 0] + difference
      tallies[key] = sum == 0 ? nil : sum
    case .replaceWatches(let id, let rows): watches[id] = rows.isEmpty ? nil : rows
    case .putLook(let look): put(look)
    case .index(let id, let texts): self.texts[id] = texts
    case .deleteDraft: break
    case .putSitting(let it): sittings[it.id] = it
    case .putPassword(let clerk, let hash, _): passwords[clerk] = hash
    }
  }

  private mutating func put(_ look: Look) {
    var all = looks[look.id] ?? []
    let key = (look.at.epochSeconds, look.clerk)
    guard !all.contains(where: { ($0.at.epochSeconds, $0.clerk) == key }) else { return }
    let place = all.firstIndex { ($0.at.epochSeconds, $0.clerk) < key } ?? all.endIndex
    all.insert(look, at: place)
    looks[look.id] = all
  }

  private mutating func publish(_ event: ReferenceEvent) {
    switch event {
    case .hallOpened(let it): hall = it
    case .departmentRegistered(let it): departments[it.id] = it
    case .counterOpened(let it): counters[it.id] = it
    case .clerkEnrolled(let it): clerks[it.id] = it
    case .clerkChanged(let it): clerks[it.clerk.id] = it.clerk
    case .accessKeyGranted(let it): keys[it.fingerprint] = it
    case .accessKeyWithdrawn(let it): keys[it.fingerprint] = nil
    case .clockCorrected, .yearClosed: break
    case .calendarPublished(let it): years[it.year] = it
    case .rulebookPublished(let it): rulebook = it
    case .sheetPublished(let it):
      sheets[it.id, default: [:]][it.version] = it
      if it.version >= items[it.id]?.version ?? 0 { items[it.id] = ItemRow(it) }
    }
  }
}
